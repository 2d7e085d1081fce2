import type { Lesson, Question } from '../lesson'
import { presetStep, roomStep } from './authoring'

const plainRoom = 'identity-self-attention'
const room = 'key-query-value'

const limit: Question = {
  kind: 'limit',
  ask: 'As $\\beta$ grows, what does the weight $\\alpha_{13}$ tend to?',
  quantity: 'weight-1-3',
  options: [
    { text: '⅓', expected: [1 / 3] },
    { text: '½', expected: [0.5] },
    { text: '1', expected: [1] },
  ],
}

/** 1(e), in about ten minutes. */
export function matricesLesson(): Lesson {
  return {
    id: 'matrices',
    title: 'Building K, Q and V',
    steps: [
      roomStep(plainRoom, { norm: 2, lambda: 0, kappa: 0 }, (q) => ({
        sentence: `Without matrices each token asks for itself: $x_2$ keeps ${q('weight-2-2')} of its weight.`,
        figure: 'weights',
        formula: 'weights',
        minutes: 1,
        notes: `K = Q = V = I. The largest product of a token is with itself here, so attention copies.`,
      })),
      roomStep(plainRoom, { norm: 2, lambda: 0.5, kappa: 0 }, (q) => ({
        sentence: `Adding to $x_2$ does not help: with half of $u_d$ its margin is ${q('margin')}, and it stays with itself.`,
        figure: 'margin',
        formula: 'proof',
        minutes: 1,
        notes: `Drag λ: one half is where the margin is least, three quarters of β², and it is still positive.`,
      })),
      presetStep(room, 'identity', { norm: 2 }, () => ({
        sentence: 'Wanted: $c_1 \\approx u_b - u_c$ and $c_2 \\approx u_b$. Which $K$, $Q$ and $V$?',
        figure: 'outputs',
        formula: null,
        minutes: 1,
        notes: `The wanted cells are outlined. Give them a minute with pen and paper before the next step.`,
      })),
      presetStep(room, 'notes', { norm: 2 }, () => ({
        sentence: 'Three terms of $K$ send each token to a key of its own.',
        figure: 'matrices',
        formula: 'keys',
        minutes: 1,
        notes: `Each term u v^T reads one direction and writes another. Point at the cells while you read the formula.`,
      })),
      presetStep(room, 'notes', { norm: 2 }, () => ({
        sentence: 'Token 1 asks with the key of token 3, token 2 with that of token 1.',
        figure: 'matrices',
        formula: 'queries',
        minutes: 1,
        notes: `Choose whom each token listens to: that is all a query has to say.`,
      })),
      presetStep(room, 'notes', { norm: 2 }, (q) => ({
        sentence: `In each row one score is ${q('score-1-3')}, the others are $0$.`,
        figure: 'scores',
        formula: 'scores',
        minutes: 1,
        notes: `The score is β²: the length of the vectors plays the part of the scale Q of 1(b).`,
      })),
      presetStep(room, 'notes', { norm: 2 }, (q) => ({
        sentence: 'One score is ahead by $\\beta^2$. Where does its weight go?',
        figure: 'weights',
        formula: 'weights',
        controls: false,
        question: limit,
        minutes: 1.5,
        notes: `At β = 2 it is ${q('weight-1-3').replaceAll('$', '')} already. Who says ⅓ takes the scores for fixed: they grow with β².`,
      })),
      presetStep(room, 'notes', { norm: 2 }, () => ({
        sentence: '$V$ keeps $u_b$, turns $u_c$ round, and drops the rest.',
        figure: 'outputs',
        formula: 'values',
        minutes: 1,
        notes: `The values are u_b, 0 and u_b − u_c: what a token gives need not be what it is.`,
      })),
      presetStep(room, 'notes', { norm: 3 }, (q) => ({
        sentence: `At $\\beta = 3$ the errors are ${q('error-1')} and ${q('error-2')}.`,
        figure: 'error',
        formula: 'limits',
        minutes: 1,
        notes: `Relative to the wanted outputs. Drag β: the error falls like the leak of 1(b), with β² for Q.`,
      })),
      presetStep(room, 'rank-one', { norm: 3 }, (q) => ({
        sentence: `One term is enough for $Q$ when $K = I$: the errors are ${q('error-1')} and ${q('error-2')}.`,
        figure: 'matrices',
        formula: 'queries',
        minutes: 0.75,
        notes: `Many answers are right. Ask for another one; “compare right answers” in the room has more.`,
      })),
    ],
  }
}
