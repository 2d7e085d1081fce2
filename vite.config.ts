import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { besideThePage } from './scripts/vite/beside.ts'
import { contentPolicy } from './scripts/vite/content-policy.ts'
import { kernels } from './scripts/vite/kernels.ts'
import { offline } from './scripts/vite/offline.ts'
import { onlyWoff2 } from './scripts/vite/only-woff2.ts'

const inNode = {
  setupFiles: 'tests/seed.ts',
  testTimeout: 60_000,
  maxWorkers: '100%',
}

const inBrowser = {
  include: ['tests/browser/**/*.test.ts'],
  globalSetup: 'tests/browser/setup.ts',
  // Two pages at a time, and none beside the unit tests.
  maxWorkers: 2,
  sequence: { groupOrder: 1 },
  testTimeout: 300_000,
  // A second try where nobody watches: a machine may stand still for seconds. The report says which test took two.
  retry: process.env['CI'] ? 1 : 0,
  expect: { poll: { timeout: 20_000 } },
}

/** Browser tests in a file each. */
const inFiles = (...names: readonly string[]) => names.map((name) => `tests/browser/${name}.test.ts`)

/** The browser tests of `npm test`: the page starts, from a server and from a file, is as small as promised, and is used by keys. */
const SMOKE = inFiles('start', 'single', 'size', 'keys')

/** Browser tests that count frames, repaints or writes, or wait for a worker to be replaced: alone on the machine. */
const MEASURED = inFiles('journeys', 'touch', 'check', 'gaussian-keys', 'stored')

/** Browser tests that take minutes: `npm run test:sweep`. */
const LONG = inFiles('sweep', 'clicker', 'access')

const alone = (groupOrder: number) => ({ maxWorkers: 1, sequence: { groupOrder } })

export default defineConfig({
  // The built page runs in any folder of any site.
  base: './',
  // Other pages in the repository, as those of measurements, have dependencies of their own.
  optimizeDeps: { entries: ['index.html'] },
  plugins: [
    react({ jsxImportSource: '#jsx' }),
    onlyWoff2,
    contentPolicy,
    kernels(),
    besideThePage(),
    offline(),
  ],
  worker: { plugins: () => [kernels()] },
  // One style sheet: Vite takes one of a chunk that failed to come for fetched, and never tries again.
  build: { assetsInlineLimit: 0, cssCodeSplit: false },
  test: {
    coverage: {
      include: ['src/core/**/*.ts', 'src/tex/**/*.ts', 'src/checker/**/*.ts'],
      exclude: ['**/*.test.ts'],
      thresholds: { statements: 95, lines: 95, functions: 95, branches: 90 },
    },
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
      {
        extends: true,
        test: { ...inBrowser, name: 'smoke', include: SMOKE },
      },
      {
        extends: true,
        test: { ...inBrowser, name: 'browser', exclude: [...LONG, ...MEASURED, ...SMOKE] },
      },
      {
        extends: true,
        test: { ...inBrowser, ...alone(2), name: 'frames', include: MEASURED },
      },
      {
        extends: true,
        test: { ...inBrowser, ...alone(3), name: 'sweep', include: LONG },
      },
    ],
  },
})
