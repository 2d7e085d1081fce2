import { type Construction, defineConstruction } from '../../src/constructions/construction'
import type { Exercise } from '../../src/constructions/exercises/exercise'
import type { NumberSpec } from '../../src/constructions/params'

const described = { label: 'a param', tex: 'x', role: 'plain' } as const
const number = (min: number, max: number, initial: number): NumberSpec => ({
  ...described,
  kind: 'number',
  scale: 'linear',
  step: 0.1,
  min,
  max,
  initial,
})
const whole = (min: number, max: number, initial: number): NumberSpec => ({
  ...number(min, max, initial),
  step: 1,
  integer: true,
})

/** A room without content: params are all that links, storage and undo know of one. */
const empty = {
  title: '',
  menu: '',
  source: '',
  editions: '',
  question: '',
  setting: () => '',
  model: () => ({}),
  totalWeights: () => [],
  quantities: () => [],
  derivation: () => [],
  claims: [],
  presets: [],
}

const everyKind = defineConstruction({
  ...empty,
  id: 'every-kind',
  params: {
    Q: number(0, 1000, 8),
    n: whole(2, 1_000_000, 10),
    seed: whole(0, 2 ** 32 - 1, 1),
    samples: whole(1, 1_000_000, 1000),
    A: {
      ...described,
      kind: 'matrix',
      rows: [1, 16],
      columns: [1, 16],
      min: -1e6,
      max: 1e6,
      step: 0.1,
      initial: [[0, 1]],
    },
    law: {
      ...described,
      kind: 'choice',
      options: [
        { value: 'normal', label: 'normal' },
        { value: 'logit-normal', label: 'logit-normal' },
      ],
      initial: 'normal',
    },
  },
})

const constrained = defineConstruction({
  ...empty,
  id: 'constrained',
  params: { m: whole(1, 8, 2), n: whole(2, 100, 10) },
  constrain: (params) => ({ ...params, m: Math.min(params.m, params.n) }),
})

/** Rooms that tests of the state enter in place of the product's: `vi.mock('…/constructions', () => import('./rooms'))`. */
export const constructions: readonly Construction[] = [everyKind, constrained]

export const constructionOf = (id: string) => constructions.find((construction) => construction.id === id)

const unjudged = {
  question: '',
  vocabulary: { terms: [], refusals: [] },
  scale: { tex: 'Q', schedule: [1, 2, 4] },
  properties: [],
  sizes: [],
  smallest: [],
  draw: () => {
    throw new Error('unjudged: expected no instance to be drawn')
  },
  repairs: [],
  otherwise: () => '',
  diagnoses: [],
  solutions: [],
  mistakes: [],
}

const field = (name: string) => ({ name, tex: name, shape: 'column' as const })

/** Questions without an answer: fields are all that links and storage know of one. */
export const exercises: readonly Exercise[] = [
  { ...unjudged, part: 'b', fields: [field('q')] },
  { ...unjudged, part: 'd', fields: [field('q1'), field('q2')] },
]
