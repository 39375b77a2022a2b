import { DirectionProvider, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, useState, useSyncExternalStore } from 'react'
import { createQueries } from './api/queries.ts'
import { App } from './app.tsx'
import { languageNow, onLanguage, texts } from './texts/texts.ts'
import { theme } from './theme.ts'

/** Everything is drawn anew in another language; what was fetched stays. */
export function Root() {
  const language = useSyncExternalStore(onLanguage, languageNow)
  const [queries] = useState(createQueries)
  return (
    <StrictMode>
      <DirectionProvider key={language} initialDirection={texts.direction} detectDirection={false}>
        <MantineProvider
          theme={theme}
          defaultColorScheme="auto"
          withCssVariables={false}
          withGlobalClasses={false}
        >
          <QueryClientProvider client={queries}>
            <App />
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>
  )
}
