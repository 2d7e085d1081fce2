import type { Exercise, Standing } from '../../constructions/exercises/exercise'
import { termsOf } from '../language/expression'
import type { Judgement } from './judge'
import { measuring } from './measured'
import type { Standings } from './trial'

/** Whether an answer does one thing that a right one does. */
export interface PropertyStanding {
  readonly id: string
  /** Prose with TeX. */
  readonly prose: string
  readonly standing: Standing
  /** What is measured of it, in prose; undefined where nothing is. */
  readonly measured: string | undefined
}

/** How an answer does in each respect that its question asks for, those of its reading first. */
export function treeOf(
  exercise: Exercise,
  { ways, trials, output }: Judgement,
  standings: Standings,
): readonly PropertyStanding[] {
  const { expressions } = ways[0]
  const measured = measuring(exercise, ways[0].at, trials)
  const names = Object.values(expressions)
    .flatMap(termsOf)
    .map(({ name }) => name)
  const properties = exercise.properties.filter(
    ({ onlyWith }) => onlyWith === undefined || names.includes(onlyWith),
  )
  return [
    ...readable('holds', 'holds'),
    ...properties.map((property) => {
      const { id, prose } = property
      return { id, prose, standing: standings[id], measured: measured(property, standings[id]) }
    }),
    {
      id: 'output',
      prose: 'the output reaches the target in the limit',
      measured: undefined,
      standing: output,
    },
  ]
}

/** How an answer does, whether it has been read or not. */
export const readable = (shape: Standing, symbols: Standing): readonly PropertyStanding[] => [
  { id: 'shape', prose: 'it has the right shape', measured: undefined, standing: shape },
  {
    id: 'symbols',
    prose: 'it uses the symbols of the question only',
    measured: undefined,
    standing: symbols,
  },
]
