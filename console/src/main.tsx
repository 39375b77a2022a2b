import './styles.ts'
import { createRoot } from 'react-dom/client'
import { Root } from './root.tsx'
import { languageAtStart, speak } from './texts/texts.ts'

await speak(languageAtStart()).catch(() => speak('en'))
createRoot(document.getElementById('root')!).render(<Root />)
