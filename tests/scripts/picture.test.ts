import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { picture } from '../../scripts/picture'

test('the picture of the architecture is that of the imports: `npm run picture` draws it', () => {
  expect(readFileSync('docs/architecture.svg', 'utf8')).toBe(picture())
})
