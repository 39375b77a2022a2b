import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `npm run dev --` is not needed for daily work: `node console/build.js` takes two seconds. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  logLevel: 'warn',
  build: {
    target: 'es2023',
    emptyOutDir: true,
    // The content security policy allows files of our own and nothing inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
