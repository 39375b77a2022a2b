import { createTheme } from '@mantine/core'

/*
 * Colours, sizes and fonts stand in theme.css as variables: Mantine would otherwise write them into a <style> of its own, which
 * the content security policy forbids.
 */
export const theme = createTheme({
  primaryColor: 'teal',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
})
