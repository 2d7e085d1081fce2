import { expect, test } from 'vitest'
import { evaluate } from '../../src/checker/language/evaluate'
import { texOf } from '../../src/checker/language/typeset'
import type { Vocabulary } from '../../src/constructions/exercises/exercise'
import { texProblem } from '../contract/typeset'
import cases from '../reference/hostile-expressions.json'
import { read } from './vocabulary'

interface Hostile {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly outcome: string
  readonly input?: string
  readonly gen?: readonly (string | { readonly repeat: string; readonly times: number })[]
  readonly value?: unknown
}

const offering = (...names: readonly string[]): Vocabulary => ({
  terms: names.map((name) => ({ name, tex: name, meaning: '', role: undefined, shape: 'scalar' })),
  letters: [],
  closed: 'No letter is free.',
  refusals: [],
})

const expanded = ({ input, gen = [] }: Hostile) =>
  input ?? gen.map((part) => (typeof part === 'string' ? part : part.repeat.repeat(part.times))).join('')

function outcome(text: string, vocabulary: Vocabulary): { outcome: string; value?: unknown } {
  const reading = read(text, vocabulary)
  if ('refused' in reading) return { outcome: 'reject' }
  expect(texProblem(texOf(reading.expression))).toBeUndefined()
  const evaluation = evaluate(reading.expression, () => 1)
  return 'refused' in evaluation ? { outcome: 'reject' } : { outcome: 'accept', value: evaluation.value }
}

const hostile = cases as readonly Hostile[]

test.each(hostile.filter(({ kind }) => kind === 'typed'))('$id $title', (entry) => {
  // α is a name like any other: it is read where the question offers it.
  const names = entry.outcome === 'accept' ? ['x', 'alpha'] : ['x']
  const result = outcome(expanded(entry), offering(...names))
  expect(result.outcome).toBe(entry.outcome)
  if (typeof entry.value === 'number')
    expect(Math.abs(Number(result.value) - entry.value)).toBeLessThanOrEqual(1e-14 * Math.abs(entry.value))
  else if (entry.value !== undefined) expect(result.value).toEqual(entry.value)
})

// What a formula does in KaTeX is tested with KaTeX. Here it is an answer: read or refused, and what is read is typeset
// from our own TeX alone.
test.each(hostile.filter(({ kind }) => kind === 'latex'))('$id $title', (entry) => {
  const text = expanded(entry)
  expect(outcome(text, offering('x', 'alpha')).outcome).toBe(/^\$+x\$+$/.test(text) ? 'accept' : 'reject')
})

test('nothing was added to what all objects have', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})
