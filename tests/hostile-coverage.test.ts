import { expect, test } from 'vitest'
import { TRIED_ELSEWHERE } from './browser/hostile-coverage'

const sources = import.meta.glob<string>('/tests/*/*.test.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test.each(Object.entries(TRIED_ELSEWHERE))(
  'the hostile action %s is tried where it is said to be',
  (_, [file, title]) => {
    expect(sources[`/tests/${file}`]).toContain(title)
  },
)
