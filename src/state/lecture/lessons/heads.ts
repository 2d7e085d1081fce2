import type { Lesson, Question } from '../lesson'
import { roomStep } from './authoring'

const one = 'gaussian-keys'
const many = 'multi-head'
const CALM = { normVariance: 0, keyVariance: 1e-4, n: 10, query: 'pair' }
const STRETCHED = {
  normVariance: 0.5,
  keyVariance: 1e-3,
  n: 10,
  scale: 10,
  query: 'pair',
  seed: 224,
  draw: 0,
}
const HEADS = { normVariance: 0.5, keyVariance: 1e-4, n: 10, scale: 10, heads: 2, seed: 224, draw: 3 }

const BINS = 11
const bell = [0, 1, 4, 9, 16, 40, 16, 9, 4, 1, 0].map((x) => x / 100)

const spread: Question = {
  kind: 'histogram',
  ask: 'Draw the keys many times: how is the share of a, among a and b, spread from 0 to 1?',
  quantity: '',
  options: [
    { text: 'one hump at ½', expected: bell },
    { text: 'flat', expected: Array.from({ length: BINS }, () => 1 / BINS) },
    { text: 'two spikes, at 0 and 1', expected: [0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5] },
  ],
}

/** 1(c) and 1(d), in about ten minutes. */
export function headsLesson(): Lesson {
  return {
    id: 'heads',
    title: 'Why one head is not enough',
    steps: [
      roomStep(one, { ...CALM, scale: 8 }, (q) => ({
        sentence: `Keys that vary little: from draw to draw the two scores differ by about ${q('share-sd')}.`,
        figure: 'share',
        formula: 'difference',
        minutes: 1,
        notes: `Only the means are known. With little noise the query of 1(b) goes on working: the share of a stays near one half.`,
      })),
      roomStep(one, { ...CALM, scale: 300 }, (q) => ({
        sentence: `Push too hard, and the same noise decides: at $Q = 300$ the difference is about ${q('share-sd')}.`,
        figure: 'share',
        formula: 'difference',
        minutes: 1,
        notes: `“Sufficiently large” has an upper end here: the noise in the scores grows with Q too.`,
      })),
      roomStep(one, STRETCHED, () => ({
        sentence: 'Now the length of key $k_a$ is uncertain. What does the output look like?',
        figure: 'share',
        formula: 'key',
        controls: false,
        question: spread,
        minutes: 2,
        notes: `Two rounds of hands; most begin with one hump. Do not say “variance” before the second.`,
      })),
      roomStep(one, STRETCHED, (q) => ({
        sentence: `Only ${q.percent('middle')} of the draws share at all evenly: between ¼ and ¾.`,
        figure: 'share',
        formula: 'share',
        minutes: 1,
        notes: `The mean of the share is one half all the same: it is what one hardly ever sees.`,
      })),
      roomStep(one, STRETCHED, (q) => ({
        sentence: `In this draw $\\gamma = $ ${q('gamma')}: key $k_a$ gets ${q('weight-a')}, key $k_b$ ${q('weight-b', 4)}.`,
        figure: 'weights',
        formula: 'key',
        minutes: 0.75,
        notes: `Step through draws with the slider of the draw. What counts is the projection on the mean, with its sign, not the length.`,
      })),
      roomStep(many, { ...HEADS, design: 'separate' }, (q) => ({
        sentence: `One head for each key: head 1 gives $k_a$ ${q('shown-1')}, head 2 gives $k_b$ ${q('shown-2')}.`,
        figure: 'weights',
        formula: 'queries',
        minutes: 1,
        notes: `Each head has one key to find, and no rival of the same size. The outputs are averaged: of values, not of queries.`,
      })),
      roomStep(many, { ...HEADS, design: 'separate' }, (q) => ({
        sentence: `The expected squared error falls from ${q('error-one')} to ${q('error-separate')}.`,
        figure: 'errors',
        formula: 'output',
        minutes: 1,
        notes: `For vanishing α. One head jumps between the two values; two heads are off only where head 1 fails.`,
      })),
      roomStep(many, { ...HEADS, design: 'separate', draw: 106 }, (q) => ({
        sentence: `Here $\\gamma = $ ${q('gamma')}, and head 1 misses its key. No $Q$ helps in ${q.percent('failure-limit')} of the draws.`,
        figure: 'weights',
        formula: 'success',
        minutes: 0.75,
        notes: `The assignment allows to ignore negative projections; an answer says so.`,
      })),
      roomStep(many, { ...HEADS, design: 'identical' }, (q) => ({
        sentence: `Two heads with one query are one head: the expected squared error is ${q('error-identical')}.`,
        figure: 'weights',
        formula: null,
        minutes: 0.75,
        notes: `Same keys, same query, same output: averaging two of the same changes nothing.`,
      })),
      roomStep(many, { ...HEADS, design: 'away' }, (q) => ({
        sentence: `One head that pushes all others away never looks at the stretch: ${q('error-away')}.`,
        figure: 'weights',
        formula: null,
        minutes: 0.75,
        notes: `So heads are one way out, and not the only one. Ask which of the two a network would learn.`,
      })),
    ],
  }
}
