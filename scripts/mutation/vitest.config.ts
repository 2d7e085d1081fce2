import { defineConfig } from 'vitest/config'

/** The tests of what is mutated, and no others: each mutant is run against those that reach it. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    // Twenty thousand texts of which only "nothing is thrown" is asked would run for minutes at every mutant.
    exclude: ['tests/checker/fuzz.test.ts'],
    include: ['tests/core/**/*.test.ts', 'tests/checker/**/*.test.ts'],
    setupFiles: 'tests/seed.ts',
    testTimeout: 60_000,
  },
})
