import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { fileName } from '../../src/export/file-name'

test.each([
  ['Softmax selects, and averages', 'softmax-selects-and-averages'],
  ['Élan: ½ und ß', 'élan-½-und-ß'],
  ['注意力', '注意力'],
  ['../../etc/passwd', 'etc-passwd'],
  [' — ', 'lesson'],
  ['', 'lesson'],
])('the title %j is the file %j', (title, name) => {
  expect(fileName(title, 'lesson')).toBe(name)
})

// Long ones are of letters of one, three and four bytes.
const titles = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('a', '注', '𝛼').map((letter) => letter.repeat(120)),
)

test.prop([titles])('any title is a name that disks take', (title) => {
  const name = fileName(title, 'lesson')
  expect(name).toMatch(/^[\p{L}\p{M}\p{N}-]+$/u)
  expect(new TextEncoder().encode(`${name}.html`).length).toBeLessThan(255)
})
