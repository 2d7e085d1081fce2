import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import type { Bar } from '../../../ui/kit/WeightBars'
import { type AveragingModel, LETTERS } from '../two-key-average.model'

/** As many bars as can be distinguished. */
const SHOWN = 10

/** The wanted keys' bars, then some of the others', which are all alike. */
export function barsOf(model: AveragingModel, pinned?: AveragingModel): { bars: Bar[]; more: number } {
  const wanted = model.weights.map((weight, i): Bar => {
    const letter = LETTERS[i]
    return {
      label: `k_${letter}`,
      weight,
      logWeight: model.logWeights[i],
      wanted: true,
      mark: `weight-${letter}`,
      keyMark: `key-${letter} key-wanted`,
      score: model.scores[i],
      ghost: pinned && (pinned.weights[i] ?? pinned.weightOther),
      quantity: `weight-${letter}`,
    }
  })
  const room = Math.min(model.others, Math.max(1, SHOWN - wanted.length))
  const others = Array.from({ length: room }, (_, i) => otherBar(wanted.length + i + 1, i === 0, model))
  return { bars: [...wanted, ...others], more: model.others - room }
}

function otherBar(
  position: number,
  first: boolean,
  { weightOther, logWeightOther, scoreOther }: AveragingModel,
): Bar {
  const bar = {
    label: `k_{${position}}`,
    weight: weightOther,
    logWeight: logWeightOther,
    wanted: false,
    mark: 'weight-other',
    keyMark: 'key-other',
    score: scoreOther,
  }
  return first ? { ...bar, quantity: 'weight-other' } : bar
}

/** The same numbers as a table, with their logarithms. */
export function BarsTable({ model }: { model: AveragingModel }) {
  const { weights, logWeights, scores, goals, others, scoreOther, weightOther, logWeightOther } = model
  return (
    <DataTable
      columns={['key', 'wanted', 'score', 'weight', 'ln weight']}
      rows={[
        ...weights.map((weight, i) => rowOf(LETTERS[i], goals[i], scores[i], weight, logWeights[i])),
        ...(others > 0
          ? [rowOf(`each of ${number(others)} others`, 0, scoreOther, weightOther, logWeightOther)]
          : []),
      ]}
    />
  )
}

const rowOf = (name: string, goal: number, score: number, weight: number, log: number) => [
  name,
  number(goal),
  number(score),
  number(weight, log),
  number(log, undefined, 8),
]
