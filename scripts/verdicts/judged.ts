import { check } from '../../src/checker/verdict/check'
import type { Part, Texts } from '../../src/constructions/exercises/exercise'
import given from '../../tests/reference/answers.json'
import more from '../../tests/reference/more-answers.json'

/** The labelled answers call few functions; these call all, where engines differ in the last bits. */
const calling = [
  ...[2, 3, 5, 7, 11].map((x) => `softmax(k_a/${x} + ${x}*k_b)`),
  'Q*(k_a + k_b) + softmax(k_rest/3)',
  'Q*norm(k_a + k_rest)*(k_a + k_b)',
  '(k_a + k_b)*log(Q)*sqrt(Q) + log(7)*k_a',
  'exp(Q/7)*(k_a + k_b) + exp(1/7)*k_b',
  'Q^(3/2)*k_a + abs(-Q)^(3/2)*k_b',
].map((q) => ({ part: 'b', answer: { q } }))

const answers = [...given, ...more, ...calling] as unknown as readonly {
  readonly part: Part
  readonly answer: Texts
}[]

/** What the checker of this engine says of every labelled answer: a line of JSON each, numbers to their last bit. */
export function judged(): string[] {
  return answers.map(({ part, answer }) => JSON.stringify([part, answer, check(part, answer)], exact))
}

/** JSON has neither −0 nor what is not finite. */
const exact = (_: string, x: unknown) => {
  if (Object.is(x, -0)) return '-0'
  return typeof x === 'number' && !Number.isFinite(x) ? String(x) : x
}
