import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { check } from '../../src/checker/verdict/check'
import { decodeProof, encodeProof, proofOf, replay } from '../../src/checker/verdict/proof'
import { exercises } from '../../src/constructions/exercise-registry'

const entries = exercises.flatMap(({ part, solutions, mistakes }) =>
  [solutions[0], mistakes[0]].map(({ answer }) => proofOf(answer, check(part, answer))),
)

describe('a proof of check', () => {
  test('comes back from its file, and agrees with what is found again', () => {
    const decoded = decodeProof(JSON.parse(encodeProof(entries)))
    expect(decoded).toEqual({ ok: true, entries })
    for (const entry of entries) expect(replay(entry).agrees).toBe(true)
  })

  test('whose fields are in another order agrees as well', () => {
    const [entry] = entries
    const reversed = Object.fromEntries(Object.entries(entry).toReversed()) as typeof entry
    expect(replay(reversed).agrees).toBe(true)
  })

  test('that claims what is not so does not agree', () => {
    const [right] = entries
    for (const change of [
      { accept: false },
      { diagnosis: 'sign' },
      { seed: 1 },
      { instances: 7 },
      { margins: {} },
      { answer: { q: 'k_j' } },
    ])
      expect(replay({ ...right, ...change }).agrees).toBe(false)
  })

  test('of another version, or with other fields, is refused', () => {
    const file = JSON.parse(encodeProof(entries)) as Record<string, unknown>
    expect(decodeProof({ ...file, version: 2 })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^version: /),
    })
    expect(decodeProof({ ...file, extra: 1 })).toMatchObject({ ok: false })
    expect(decodeProof({ ...file, entries: [{ ...entries[0], part: 'z' }] })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^entries\.0\.part: /),
    })
  })

  test.prop([fc.jsonValue()])('is nothing else', (foreign) => {
    expect(decodeProof(foreign).ok).toBe(false)
  })
})
