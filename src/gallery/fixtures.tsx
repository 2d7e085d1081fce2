import { constructions } from '../constructions'
import { initialParams, type MatrixSpec, type ParamSpecs } from '../constructions/params'
import { type Adjust, FIXED } from '../ui/kit/adjust'

const construction = constructions[1]
const params = initialParams(construction.params)
const model = construction.model(params)

/** A room at fixed params, for what shows quantities, steps and claims. */
export const ROOM = {
  params,
  model,
  quantities: construction.quantities(params, model),
  steps: construction.derivation(params, model),
  claims: construction.claims,
}

const named = { tex: 'x', role: 'query' } as const

/** A parameter of every kind. */
export const SPECS = {
  linear: {
    ...named,
    kind: 'number',
    label: 'Linear',
    min: 0,
    max: 10,
    step: 0.1,
    initial: 4,
    scale: 'linear',
  },
  log: {
    ...named,
    kind: 'number',
    label: 'By decades',
    min: 1e-9,
    max: 1,
    step: 1e-9,
    initial: 1e-3,
    scale: 'log',
  },
  count: {
    ...named,
    kind: 'number',
    label: 'Whole number',
    min: 2,
    max: 1e6,
    step: 1,
    initial: 10,
    scale: 'log',
    integer: true,
    role: 'key',
  },
  choice: {
    ...named,
    kind: 'choice',
    label: 'Choice',
    initial: 'one',
    options: [
      { value: 'one', label: 'one of two' },
      { value: 'two', label: 'the other' },
    ],
  },
} as const satisfies ParamSpecs

export const MATRIX: MatrixSpec = {
  ...named,
  kind: 'matrix',
  label: 'Table',
  rows: [1, 3],
  columns: [1, 3],
  min: -2,
  max: 2,
  step: 0.1,
  initial: [
    [1, -0.5],
    [0, 2],
  ],
}

/** Where every handle can be taken hold of, and nothing comes of it. */
export const STILL: Adjust = { ...FIXED, spec: () => SPECS.linear }
