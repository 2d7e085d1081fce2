import { fc, test } from '@fast-check/vitest'
import * as v from 'valibot'
import { describe, expect } from 'vitest'
import { decodeText, encodeText, type Kept, loadKept, saveKept } from '../../src/state/device'

const List = v.object({ items: v.array(v.unknown()) })

/** A list of numbers; what is none is left out and named. */
const kept: Kept<readonly number[]> = {
  key: 'test/list',
  version: 3,
  none: () => [],
  encode: (items) => ({ items }),
  decode(content) {
    const read = v.safeParse(List, content)
    if (!read.success) return undefined
    const value = read.output.items.filter((item) => typeof item === 'number')
    const refused = read.output.items.length - value.length
    const notice = { field: 'items', outcome: 'refused', message: `${refused} are no numbers` } as const
    return { value, notices: refused > 0 ? [notice] : [] }
  },
  words: { newer: 'newer.', unreadable: 'unreadable.', aside: 'set aside.' },
}

const lists = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0))

function holding(text?: string) {
  const entries = new Map(text === undefined ? [] : [[kept.key, text]])
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  }
}

test.prop([lists])('what was kept is loaded, without a word', (value) => {
  const storage = holding()
  expect(saveKept(storage, kept, value)).toBe(true)
  expect(loadKept(storage, kept)).toMatchObject({ value, notices: [] })
  expect([...storage.entries.keys()]).toEqual([kept.key])
})

test('where nothing was kept there is nothing to say', () => {
  expect(loadKept(holding(), kept)).toEqual({ value: [], notices: [] })
  expect(loadKept(undefined, kept)).toEqual({ value: [], notices: [] })
  expect(saveKept(undefined, kept, [1])).toBe(false)
})

describe('a text', () => {
  test.each(['{"v":4}', '{"v":99,"items":[1]}'])('%s of a newer version is left alone', (text) => {
    const storage = holding(text)
    expect(loadKept(storage, kept)).toMatchObject({ value: [], notices: [{ message: 'newer.' }] })
    expect(saveKept(storage, kept, [1])).toBe(false)
    expect([...storage.entries]).toEqual([[kept.key, text]])
  })

  test.each(['', '{', '[]', '{"v":2,"items":[]}', '{"v":"3","items":[]}', '{"v":3}', '{"items":[1]}'])(
    '%s that cannot be read is set aside as it was',
    (text) => {
      const storage = holding(text)
      expect(loadKept(storage, kept)).toMatchObject({
        value: [],
        notices: [{ message: 'unreadable. set aside.' }],
      })
      expect(storage.entries.get(`${kept.key}.bad`)).toBe(text)
      expect(saveKept(storage, kept, [1])).toBe(true)
      expect(loadKept(storage, kept).value).toEqual([1])
    },
  )

  test('of which a part cannot be read is set aside too, since the next save writes over it', () => {
    const text = '{"v":3,"items":[1,"two",3]}'
    const storage = holding(text)
    const { value, notices } = loadKept(storage, kept)
    expect(value).toEqual([1, 3])
    expect(notices.map(({ message }) => message)).toEqual(['1 are no numbers', 'set aside.'])
    expect(storage.entries.get(`${kept.key}.bad`)).toBe(text)
  })

  test.prop([fc.oneof(fc.string(), fc.json())])('never makes reading throw', (text) => {
    expect(['read', 'newer', 'unreadable']).toContain(decodeText(kept, text).state)
  })

  test.prop([lists])('of a file is read like one of this device', (value) => {
    expect(decodeText(kept, encodeText(kept, value))).toEqual({ state: 'read', value, notices: [] })
  })
})
