import { memo } from 'react'
import { number } from '../../../tex/format'
import { Figure } from '../../../ui/kit/Figure'
import { type Bar, WeightBars } from '../../../ui/kit/WeightBars'
import type { PanelProps } from '../../../ui/panel'
import type { gaussianKeys } from '../gaussian-keys'
import type { GaussianModel } from '../gaussian-keys.model'

type Props = Pick<PanelProps<typeof gaussianKeys>, 'params' | 'model' | 'pinned'>

/** As many bars as can be distinguished. */
const SHOWN = 12

/** The attention weights of the draw that is shown. */
export const Weights = memo(function Weights({ params, model, pinned }: Props) {
  const bars = model.weights.slice(0, SHOWN).map((_, i) => barOf(i, model, pinned?.model))
  return (
    <Figure title="Attention weights" about={`of draw ${number(params.draw)}, under the same query`}>
      <WeightBars
        label="Attention weights of this draw"
        bars={bars}
        more={model.weights.length - bars.length}
        goals={[0.5, 0.5]}
      />
    </Figure>
  )
})

function barOf(i: number, { weights, scores }: GaussianModel, pinned: GaussianModel | undefined): Bar {
  const letter = ['a', 'b'][i]
  const bar = {
    label: `k_${letter ?? `{${i + 1}}`}`,
    weight: weights[i],
    logWeight: Math.log(weights[i]),
    wanted: letter !== undefined,
    score: scores[i],
    mark: letter ? `weight-${letter}` : 'weight-other',
    keyMark: letter ? `key-${letter}` : 'key-other',
    ghost: pinned?.weights[i],
  }
  return letter ? { ...bar, quantity: `weight-${letter}` } : bar
}
