import { describe, expect, test } from 'vitest'
import { constructionOf } from '../../src/constructions'
import { minutesOf } from '../../src/state/lecture/lesson'
import { decodeLessonText, encodeLesson } from '../../src/state/lecture/lesson-codec'
import { shippedLessons } from '../../src/state/lecture/lessons/shipped'
import { findingOf, rightOption, truthOf } from '../../src/state/lecture/truth'
import { decodeLink } from '../../src/state/permalink'

const all = shippedLessons().flatMap(({ title, steps }) =>
  steps.map((step, i) => ({ name: `${title}, step ${i + 1}`, ...step })),
)
const questions = all.filter(({ question }) => question !== null)
const stepOf = (lesson: number, step: number) => shippedLessons()[lesson].steps[step - 1]
const sharesOfTen = (Q: number) => Math.exp(Q) / (8 + 2 * Math.exp(Q))

describe.each(shippedLessons())('$title', (lesson) => {
  test('takes about ten minutes, and comes back from a file', () => {
    expect(Math.abs(minutesOf(lesson) - 10)).toBeLessThan(1)
    expect(decodeLessonText(encodeLesson(lesson, true))).toEqual({ state: 'read', lesson, notices: [] })
  })
})

test.each(all)(
  '$name: its page is there, with the line that it shows',
  ({ link, screen, sentence, notes }) => {
    const decoded = decodeLink(link)
    expect(decoded.ok && decoded.notices).toEqual([])
    const session = decoded.ok ? decoded.session : undefined
    const room = session && constructionOf(session.page)
    const steps = room && room.derivation(session.params[room.id], room.model(session.params[room.id]))
    if (screen.formula) expect(steps?.map(({ id }) => id)).toContain(screen.formula)
    expect(`${sentence}${notes}`).not.toMatch(/NaN|undefined|Infinity/)
    expect(sentence.length).toBeGreaterThan(10)
  },
)

test.each(questions)('$name: what is asked can be worked out there, and one answer is nearest', (step) => {
  const question = step.question!
  const truth = truthOf(question, step.link)!
  const total = truth.values.reduce((sum, x) => sum + x, 0)
  if (question.kind !== 'limit') expect(total).toBeCloseTo(1, 9)
  expect(rightOption(question, truth)).toBeDefined()
  const { expected } = question.options[0]
  expect(findingOf(question, truth, expected)).toMatch(/^\S.*\.$/)
})

describe('sentences say what is true, by another way', () => {
  test.each([
    [1, 'the difference of the scores', 0, `$${(6.48).toString()}$`],
    [5, 'the weights at Q = 3', 0, `$${sharesOfTen(3).toFixed(3)}$`],
    [6, 'the leak at Q = 8', 0, `$${(8 / (8 + 2 * Math.exp(8))).toFixed(5)}$`],
    [6, 'its ratio', 0, `$${((8 + 2 * Math.exp(9)) / (8 + 2 * Math.exp(8))).toFixed(3)}$`],
    [8, 'the leak at Q = 2', 0, `$${(8 / (8 + 2 * Math.exp(2))).toFixed(3)}$`],
    [9, 'a million keys', 0, `$${(999_998 / (999_998 + 2 * Math.exp(20))).toFixed(5)}$`],
    [1, 'noise of 2 · 2 α', 1, `$${(8 * Math.sqrt(4e-4)).toFixed(3)}$`],
    [2, 'noise of 2 · 2 α', 1, `$${(300 * Math.sqrt(4e-4)).toFixed(2)}$`],
    [1, 'a token and itself', 2, `$${(Math.exp(4) / (Math.exp(4) + 2)).toFixed(3)}$`],
    [2, 'three quarters of β²', 2, '$3$'],
    [6, 'β²', 2, '$4$'],
    [1, 'people', 3, '$144$'],
    [3, '4 of 72 in London', 3, '$5.6\\,\\%$'],
    [6, 'parameters of a layer', 3, String.raw`$263\,168$ against $201\,567$`],
    [
      6,
      'the share that is missing',
      3,
      `$${((100 * 4 * (263_168 - 201_567)) / 3_323_392).toFixed(1)}\\,\\%$`,
    ],
  ])('step %i, %s', (step, _, lesson, words) => {
    expect(stepOf(lesson, step).sentence).toContain(words)
  })
})

test('the truth of the first question is the softmax of ten scores', () => {
  const step = stepOf(0, 4)
  const truth = truthOf(step.question!, step.link)!
  const rest = (1 - 2 * sharesOfTen(0.5)) / 8
  expect(truth.values).toHaveLength(10)
  for (const [i, value] of truth.values.entries())
    expect(value).toBeCloseTo(i < 2 ? sharesOfTen(0.5) : rest, 12)
  expect(step.question!.options[rightOption(step.question!, truth)!].text).toBe('nearly flat')
})

test('the truth of the histogram has its two spikes, and that of the limit is 1', () => {
  const histogram = stepOf(1, 3)
  const shares = truthOf(histogram.question!, histogram.link)!
  expect(shares.values[0] + shares.values[10]).toBeGreaterThan(0.6)
  expect(histogram.question!.options[rightOption(histogram.question!, shares)!].text).toContain('two spikes')
  const limit = stepOf(2, 7)
  const truth = truthOf(limit.question!, limit.link)!
  expect(truth.values[0]).toBeCloseTo(1, 12)
  expect(limit.question!.options[rightOption(limit.question!, truth)!].text).toBe('1')
})

test('the truth of the point is the mixture of ten values at Q = 2', () => {
  const { question, link } = stepOf(0, 7)
  const truth = truthOf(question!, link)!
  const of = sharesOfTen(2)
  for (const [i, share] of [of, of, 1 - 2 * of].entries()) expect(truth.values[i]).toBeCloseTo(share, 12)
  expect(findingOf(question!, truth, [2, 2, 0])).toMatch(
    /^You put \$c\$ at 50 % \$v_a\$, 50 % \$v_b\$, 0 % .*It is at 32\.4 % .*35\.1 % /,
  )
})

test('with three wanted values the output is in no triangle', () => {
  expect(truthOf({ kind: 'point', quantity: '' }, '#v=1&panel=two-key-average&m=3')).toBeUndefined()
  expect(truthOf({ kind: 'point', quantity: '' }, '#v=1&panel=multi-head')).toBeUndefined()
})

test('a page that shows nothing of what is asked has no truth', () => {
  expect(truthOf({ kind: 'weights', quantity: '' }, '#v=1&panel=check')).toBeUndefined()
  expect(truthOf({ kind: 'limit', quantity: 'nothing' }, '#v=1&panel=key-query-value')).toBeUndefined()
  expect(truthOf({ kind: 'histogram', quantity: '' }, '#v=1&panel=single-key')).toBeUndefined()
})
