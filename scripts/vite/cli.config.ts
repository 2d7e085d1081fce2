import { defineConfig } from 'vite'

/** The command line as one file for Node; packages stay outside. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: { ssr: 'scripts/cli.ts', target: 'node20', emptyOutDir: true, minify: false },
})
