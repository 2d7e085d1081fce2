import { texNumber } from '../../../tex/format'
import type { Lesson, Question } from '../lesson'
import { quotedAt, roomStep } from './authoring'

const room = 'two-key-average'
const TEN = { n: 10, angle: 90, imbalance: 0, pushAway: 0, m: 2 }

const half: Question = {
  kind: 'weights',
  ask: 'The query is half the sum of the two keys. How is the weight spread over the ten keys?',
  quantity: '',
  options: [
    { text: '½ and ½', expected: [0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0] },
    { text: 'nearly flat', expected: Array.from({ length: 10 }, () => 0.1) },
    { text: 'all on one', expected: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
  ],
}

const between: Question = {
  kind: 'point',
  ask: 'At $Q = 2$: where does the output $c$ lie between $v_a$, $v_b$ and the mean of the other values?',
  quantity: '',
  options: [
    { text: 'halfway between $v_a$ and $v_b$', expected: [0.5, 0.5, 0] },
    { text: 'in the middle of the triangle', expected: [1 / 3, 1 / 3, 1 / 3] },
    { text: 'at $v_a$', expected: [1, 0, 0] },
  ],
}

/** 1(a) and 1(b), in about ten minutes. */
export function softmaxLesson(): Lesson {
  const leakAt = (scale: number) => quotedAt(room, { ...TEN, scale }).quoted.value('leak')
  return {
    id: 'softmax',
    title: 'Softmax selects and averages',
    steps: [
      roomStep('single-key', {}, (q) => ({
        sentence: `The wanted key is ahead by $\\Delta = $ ${q('plane-margin')}, and gets ${q('weight-1')} of the weight.`,
        figure: 'plane',
        formula: 'margin',
        minutes: 1,
        notes: `Five keys in the plane, one query. Drag the query: the weight follows its direction and its length. Only how far the best key is ahead of the next matters.`,
      })),
      roomStep(
        'single-key',
        {
          keys: [
            [2, 0],
            [0.01, 1],
            [0.01, -1],
          ],
          query: [[1, 0]],
          scale: 0.01,
        },
        (q) => ({
          sentence: `Its score is $${texNumber(q.value('score-1') / q.value('score-2'), undefined, 4)}$ times the next, and it gets only ${q('weight-1')}.`,
          figure: 'scores',
          formula: 'softmax',
          minutes: 1.25,
          notes: `“Much larger” is the notes' phrase. Ask: larger in ratio, or in difference? Here the ratio is large and the difference is not.`,
        }),
      ),
      roomStep('single-key', { n: 1000, margin: 9, epsilon: 0.01 }, (q) => ({
        sentence: `Among 1000 keys a margin of $9$ guarantees ${q('general-weight-least')}; for $0.99$ it takes ${q('general-sufficient')}.`,
        figure: 'bounds',
        formula: 'bounds',
        minutes: 1.25,
        notes: `The margin must grow with the logarithm of the number of keys: every other key may be as close as the second.`,
      })),
      roomStep(room, { ...TEN, scale: 0.5 }, (q) => ({
        sentence: 'The query points at both keys. What do they get?',
        formula: 'query',
        controls: false,
        question: half,
        minutes: 2,
        notes: `Let them raise hands, talk to a neighbour, raise hands again. The truth: ${plain(q('weight-a'))} for each of the two, ${plain(q('weight-other'))} for each of the others. Let one of the flat camp speak first.`,
      })),
      roomStep(room, { ...TEN, scale: 3 }, (q) => ({
        sentence: `Pointing is not enough: push. At $Q = 3$ each of the two gets ${q('weight-a')}.`,
        figure: 'weights',
        lit: ['key-a', 'key-b'],
        minutes: 1.25,
        notes: `Drag Q slowly from 0 to 3. Ask: where is the rest? ${plain(q('leak'))}, shared by the 8 others.`,
      })),
      roomStep(room, { ...TEN, scale: 8 }, (q) => ({
        sentence: `At $Q = 8$ the leak is ${q('leak')}; one unit more divides it by $${texNumber(leakAt(8) / leakAt(9), undefined, 4)}$.`,
        figure: 'convergence',
        formula: 'leak',
        minutes: 1,
        notes: `Nearly e, and nearer the larger Q is. “Sufficiently large” has a number for every tolerance: ${plain(q('scale-needed'))} for one in a million.`,
      })),
      roomStep(room, { ...TEN, scale: 2 }, (q) => ({
        sentence: 'The weights are known. Where is the output?',
        figure: 'output',
        formula: 'leak',
        question: between,
        minutes: 1,
        notes: `The leak is ${plain(q('leak'))} here: a good third of the way is still missing; on the others together, not on one of them. Two rounds only if there is time.`,
      })),
      roomStep(room, { ...TEN, scale: 2 }, (q) => ({
        sentence: `The output moves on a straight line: the leak, here ${q('leak')}, is all that is missing.`,
        figure: 'output',
        formula: 'leak',
        minutes: 1,
        notes: `Drag Q: c goes from the mean of all values to the mean of the two, and never off the line.`,
      })),
      roomStep(room, { ...TEN, n: 1_000_000, scale: 20 }, (q) => ({
        sentence: `A million keys, and at $Q = 20$ all but ${q('leak')} of the weight is on the two.`,
        figure: 'weights',
        minutes: 0.75,
        notes: `Compare with 10 keys: the scale grows with ln n only. Close with the question of the assignment.`,
      })),
    ],
  }
}

/** A quoted number in the notes, which are plain text. */
const plain = (quoted: string) => quoted.replaceAll(/[$\\,]/g, '').replace('times', '×')
