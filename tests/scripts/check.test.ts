import { describe, expect, test } from 'vitest'
import { answer } from '../../scripts/cli/batch'
import { checkLines, checkResult } from '../../scripts/cli/check'
import { check, exerciseOf } from '../../src/checker/verdict/check'
import { encodeProof, proofOf } from '../../src/checker/verdict/proof'
import { numpyScript } from '../../src/export/numpy-script'
import answers from '../reference/answers.json'

const linesOf = (text: string) => [...checkLines(text)].map((line) => JSON.parse(line) as object)

const right = { q: 'Q*(k_a + k_b)' }
const wrong = { q: 'Q*k_a' }

describe('a file', () => {
  test('of plain answers gets a line for each', () => {
    const lines = linesOf(JSON.stringify(answers))
    expect(lines).toHaveLength(answers.length)
    expect(lines).toMatchObject(answers.map(({ part, accept }) => ({ part, accept })))
    for (const line of lines)
      expect(Object.keys(line)).toEqual(['part', 'accept', 'diagnosis', 'counterexample'])
  })

  test('that is a proof of check is replayed', () => {
    const entries = [right, wrong].map((texts) => proofOf(texts, check('b', texts)))
    expect(linesOf(encodeProof(entries))).toMatchObject([
      { part: 'b', agrees: true, accept: true, diagnosis: null, counterexample: null },
      {
        part: 'b',
        agrees: true,
        accept: false,
        diagnosis: 'unequal-weights',
        counterexample: { size: { n: 2 } },
      },
    ])
    const forged = entries.map((entry) => ({ ...entry, accept: true, diagnosis: null }))
    expect(linesOf(encodeProof(forged))).toMatchObject([{ agrees: true }, { agrees: false, accept: false }])
  })

  test('goes on after an answer that cannot be read', () => {
    const texts = [
      { part: 'b', answer: { q: '(' } },
      7,
      { part: 'z', answer: {} },
      { part: 'b', answer: right },
    ]
    expect(linesOf(JSON.stringify(texts))).toMatchObject(
      [
        { error: /^check: q: / },
        { error: 'check: expected an object, got 7' },
        { error: 'check: expected a part among a, b, c, d, e1, e, got z' },
        { accept: true },
      ].map((line) =>
        'error' in line ? { error: expect.stringMatching(line.error as RegExp | string) } : line,
      ),
    )
  })

  test('of anything else is refused', () => {
    expect(() => linesOf('{}')).toThrow(/^file: expected a list of answers or a proof of check; /)
    expect(() => linesOf('nonsense')).toThrow(/^file: expected JSON/)
  })
})

test('a batch checks, and names what it cannot', async () => {
  const asked = async (request: unknown) =>
    JSON.parse(await answer(JSON.stringify({ check: request }))) as object
  expect(await asked({ part: 'b', answer: right })).toEqual({
    result: { accept: true, diagnosis: null, counterexample: null },
  })
  expect(await asked({ part: 'b', answer: wrong })).toMatchObject({ result: { accept: false } })
  expect(await asked({ part: 'b', answer: {} })).toEqual({ error: 'check: q: This is still empty.' })
  expect(await asked({ part: 'b', answer: { q: 1 } })).toEqual({
    error: 'check: answer: q: expected a text, got 1',
  })
  expect(await asked({ part: 'b', answer: { ...right, r: 'Q' } })).toEqual({
    error: 'check: answer: expected the fields q, got "r"',
  })
  expect(await asked({ part: 3, answer: right })).toEqual({ error: 'check: part: expected a name, got 3' })
  expect(await asked({ part: 'b' })).toEqual({ error: 'check: answer: expected an object, got undefined' })
})

test('results hold what the verdict says', () => {
  const result = checkResult({ part: 'd', answer: { q1: 'mu_a', q2: 'mu_b' } })
  const { counterexample } = check('d', { q1: 'mu_a', q2: 'mu_b' })
  const { reproduction, ...found } = counterexample!
  const numpy = numpyScript(exerciseOf('d'), reproduction)
  expect(numpy).toContain('q1 = mu_a\n')
  expect(result).toEqual({ accept: false, diagnosis: 'scale-missing', counterexample: { ...found, numpy } })
})
