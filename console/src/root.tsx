import { DirectionProvider, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense, useState, useSyncExternalStore } from 'react'
import { createQueries } from './api/queries.ts'
import { App } from './app.tsx'
import { languageNow, onLanguage, texts } from './texts/texts.ts'
import { theme } from './theme.ts'

const AppealPage = lazy(() =>
  import('./public/appeal-page.tsx').then((file) => ({ default: file.AppealPage })),
)

/** The signed link of a statement, `/appeal#TOKEN`: what stands behind # is never sent with the request, and so stands in no log. */
const appealToken = location.pathname === '/appeal' ? location.hash.slice(1) : null

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
            {appealToken === null ? (
              <App />
            ) : (
              <Suspense>
                <AppealPage token={appealToken} />
              </Suspense>
            )}
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>
  )
}
