import { describe, expect, test } from 'vitest'
import { check, exerciseOf } from '../../src/checker/verdict/check'
import type { Part, Texts } from '../../src/constructions/exercises/exercise'

/** A wrong answer, what is wrong with it, and a word of the question that leads on. */
type Case = readonly [answer: Texts, diagnosis: string, next: RegExp]

function expectDiagnosed(part: Part, [answer, diagnosis, next]: Case): void {
  const verdict = check(part, answer)
  expect({ answer, accept: verdict.accept, diagnosis: verdict.diagnosis?.id }).toEqual({
    answer,
    accept: false,
    diagnosis,
  })
  expect(verdict.diagnosis?.next).toMatch(next)
}

describe.each([
  ['b', 'k'],
  ['c', 'mu'],
] as const)('an answer to 1(%s)', (part, k) => {
  const of = (q: string, diagnosis: string, next: RegExp): Case => [
    { q: q.replaceAll('k_', `${k}_`) },
    diagnosis,
    next,
  ]

  test.each([
    of('k_rest', 'sign', /score of each key/),
    of('k_a - k_b', 'sign', /score of each key/),
    of('k_rest - k_a - k_b', 'sign', /score of each key/),
    of('Q*(k_a + k_b) - Q*(k_a + k_b)', 'zero-query', /must differ/),
    of('k_rest - k_rest', 'zero-query', /must differ/),
    of('Q*(k_a + k_b) + (Q - 1)*k_rest', 'lead-stays', /minus that of another key/),
    of('Q*(k_a + k_b + k_rest) - 3*k_rest', 'lead-stays', /minus that of another key/),
    of('Q^2*(k_a + k_b) + (Q^2 - 1/2)*k_rest', 'lead-stays', /minus that of another key/),
    of('1e9*(k_a + k_b)', 'scale-fixed', /How many keys/),
    of('1e30*(k_a + k_b)', 'scale-fixed', /How many keys/),
    of('10^300*(k_a + k_b)', 'scale-fixed', /How many keys/),
    of('1e30*(k_a - k_b)', 'sign', /score of each key/),
    of('1000*(k_a + k_b) + 999*k_rest', 'scale-fixed', /How many keys/),
    of('(700 - 1/Q)*(k_a + k_b)', 'scale-fixed', /How many keys/),
    of('Q*(4.5 - n)*(k_a + k_b)', 'right-only-for-these-n', /one key more/),
    of('Q*(k_a + k_b + 2*k_rest)', 'sign', /score of each key/),
    of('k_a', 'others-remain', /largest score/),
  ])('%o: %s', (...wrong) => expectDiagnosed(part, wrong))
})

describe('an answer to 1(d)i', () => {
  const of = (q1: string, q2: string, diagnosis: string, next: RegExp): Case => [{ q1, q2 }, diagnosis, next]

  test.each([
    of('Q*mu_a', 'mu_b', 'scale-missing', /every score is doubled/),
    of('0*mu_a', '0*mu_b', 'zero-query', /must differ/),
    of('Q*mu_a', 'mu_b - mu_b', 'zero-query', /must differ/),
    of('mu_a', '-mu_b', 'sign', /score of each key/),
    of('Q*mu_a', 'Q*mu_b + (Q - 1)*(mu_a + mu_rest)', 'lead-stays', /minus that of another key/),
  ])('%o: %s', (...wrong) => expectDiagnosed('d', wrong))
})

describe('an answer to 1(a)', () => {
  test.each<Case>([
    [{ q: '0*k_j' }, 'zero-query', /must differ/],
    [{ q: '-k_j' }, 'sign', /sign/],
    [{ q: '1e12*k_j' }, 'scale-fixed', /./],
    [{ q: '1e100*k_j' }, 'scale-fixed', /./],
    [{ q: '-Q*k_rest' }, 'right-only-for-these-n', /three of them/],
  ])('%o: %s', (...wrong) => expectDiagnosed('a', wrong))
})

describe('an answer to 1(e)i', () => {
  const of = (c2: string, diagnosis: string, next: RegExp): Case => [{ c2 }, diagnosis, next]

  test.each([
    of('2*u_a', 'scale-wrong', /how long is it/),
    of('0.5*u_a', 'scale-wrong', /how long is it/),
    of('1.000001*u_a', 'scale-wrong', /how long is it/),
    of('sqrt(beta)*u_a', 'scale-wrong', /how long is it/),
    of('beta*(u_a + u_b/beta)', 'scale-wrong', /how long is it/),
    of('u_a + u_b/beta', 'remainder-stays', /each of your terms/),
    of('u_a + (u_b - u_c)/sqrt(beta)', 'remainder-stays', /each of your terms/),
    of('(1 + 1/beta)*u_a', 'remainder-stays', /each of your terms/),
    of('-3*u_a', 'sign', /point away/),
    of('0*u_a', 'zero', /cancel/),
    of('u_b - u_b', 'zero', /cancel/),
    of('u_a + u_b', 'another-token', /score/),
    of('u_a + 0.001*u_b', 'another-token', /score/),
  ])('%o: %s', (...wrong) => expectDiagnosed('e1', wrong))

  test.each(['t u_a', 'u_a + u_b/t', 'lambda*u_a', 'C*u_a', '\\lambda u_a'])(
    '%s has a letter that could be anything: here only β grows',
    (c2) => {
      const { accept, unread } = check('e1', { c2 })
      expect(accept).toBe(null)
      expect(unread).toMatchObject([{ refused: { message: expect.stringMatching(/write beta/) } }])
    },
  )
})

describe('an answer to 1(e)ii', () => {
  const { answer } = exerciseOf('e').solutions[0]
  const of = (changes: Texts, diagnosis: string, next: RegExp): Case => [
    { ...answer, ...changes },
    diagnosis,
    next,
  ]

  test.each([
    of({ V: "beta^(-2)*(u_b*u_b' + u_c*u_c')" }, 'sign', /v_3/),
    of({ V: "beta^(-2)*(u_b*u_b' - u_c*u_c' + 2*u_c*u_c')" }, 'sign', /v_3/),
    of({ V: "beta^(-2)*(u_b*u_b' - u_c*u_c') + u_c*u_c'" }, 'first-missed', /what is its value/),
    of({ V: "beta^(-2)*(u_b*u_b' - u_c*u_c' - u_c*u_c')" }, 'factor-wrong', /v_3/),
    of({ V: "beta^(-2)*(u_b*u_b')" }, 'one-value-missing', /v_3/),
    of({ Q: "beta^(-2)*(u_b*u_d' + u_c*u_c' - u_a*u_a')" }, 'sign', /nine scores/),
    of({ Q: `beta^(-2)*(${answer['Q']})` }, 'scale-wrong', /How far apart are the scores/),
    of({ V: `beta*(${answer['V']})` }, 'scale-wrong', /How long is \$V x_1/),
  ])('%o: %s', (...wrong) => expectDiagnosed('e', wrong))
})
