import { type Asked, type Construction, defineConstruction } from '../../src/constructions/construction'
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
  asks: '',
  question: '',
  setting: () => '',
  primary: [],
  outcome: () => [],
  gist: '',
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

/** Rooms that tests of the state enter in place of the product's: `vi.mock('…/declared', () => import('./rooms'))`. */
export const declarations: readonly Construction[] = [everyKind, constrained]

export const declarationOf = (id: string) => declarations.find(({ id: own }) => own === id)

/** Fields are all that links and storage know of a question. */
export const questions: readonly Asked[] = [
  { part: 'b', fields: ['q'] },
  { part: 'd', fields: ['q1', 'q2'] },
]
