import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Every browser that runs the page reads woff2: KaTeX's woff and ttf fonts (817 kB) stay out of the build. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('katex.css')) return undefined
    return code.replaceAll(/,\s*url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '')
  },
}

const inNode = {
  setupFiles: 'tests/seed.ts',
  testTimeout: 60_000,
  maxWorkers: '100%',
}

const inBrowser = {
  include: ['tests/browser/**/*.test.ts'],
  globalSetup: 'tests/browser/setup.ts',
  // One page at a time, and none beside the unit tests: frames and timings are the page's own.
  maxWorkers: 1,
  sequence: { groupOrder: 1 },
  testTimeout: 120_000,
  expect: { poll: { timeout: 5_000 } },
}

export default defineConfig({
  plugins: [react(), onlyWoff2],
  build: { assetsInlineLimit: 0 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...inNode,
          name: 'unit',
          include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/state/**'],
          // Modules keep nothing that a test could leave to the next; loading them for every file takes minutes.
          isolate: false,
        },
      },
      // With rooms of their own in place of the product's, so isolated.
      { extends: true, test: { ...inNode, name: 'state', include: ['tests/state/**/*.test.ts'] } },
      { extends: true, test: { ...inBrowser, name: 'browser', exclude: ['**/sweep.test.ts'] } },
      // Takes minutes: `npm run test:sweep`.
      { extends: true, test: { ...inBrowser, name: 'sweep', include: ['tests/browser/sweep.test.ts'] } },
    ],
  },
})
