import { expect, test } from 'vitest'

const files = import.meta.glob<string>('./*.ts', { query: '?raw', import: 'default', eager: true })

/** What draws the states and compares; all others compute. */
const HARNESS = ['./states.ts', './sweep.ts', './independence.test.ts']

/** Imports of `text` from the product, but for types and the declaration of a room. */
function sharedCode(text: string): string[] {
  const imports = [...text.matchAll(/import (type )?[^'"]*['"]([^'"]+)['"]/g)]
  return imports.flatMap(([, type, path]) => {
    const room = /^\.\.\/\.\.\/src\/constructions\/([^/]+)\/([^/]+)$/.exec(path)
    const isOwn = !path.includes('/src/') || type !== undefined || (room && room[1] === room[2])
    return isOwn ? [] : [path]
  })
}

const oracles = Object.entries(files).filter(([path]) => !HARNESS.includes(path))

test('there is an oracle for every room', () => {
  const rooms = Object.keys(import.meta.glob('../../src/constructions/*/panel/*.panel.tsx')).map((path) =>
    path.split('/').at(-3),
  )
  expect(oracles.map(([path]) => path)).toEqual(
    expect.arrayContaining(rooms.map((room) => `./${room}.test.ts`)),
  )
})

test.each(oracles)('%s shares no code with what it judges', (_, text) => {
  expect(sharedCode(text)).toEqual([])
})

test.each([
  "import { softmax } from '../../src/core/attention/softmax'",
  "import { averagingModel } from '../../src/constructions/two-key-average/two-key-average.model'",
])('%s would be shared code', (text) => {
  expect(sharedCode(text)).toHaveLength(1)
})
