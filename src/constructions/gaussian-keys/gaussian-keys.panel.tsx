import { useMemo } from 'react'
import { DrawBar } from '../../ui/kit/DrawBar'
import type { PanelProps } from '../../ui/panel'
import { useSampling } from '../../ui/useSampling'
import { gaussianKeys } from './gaussian-keys'
import { settingOf } from './gaussian-keys.model'
import styles from './gaussian-keys.module.css'
import { KeyCloud } from './KeyCloud'
import { OutputCloud } from './OutputCloud'
import { ScaleWindow } from './ScaleWindow'
import { ShareHistogram } from './ShareHistogram'
import { Weights } from './Weights'

/** The instrument of 1(c): one draw and many, each figure with the exact law on top. */
export default function Panel(props: PanelProps<typeof gaussianKeys>) {
  const { params, model, pinned, onChange, onSettle } = props
  const task = useMemo(
    () => ({ setting: settingOf(params), seed: params.seed, count: params.draws }),
    [params],
  )
  const sampling = useSampling(task)
  const drawn = sampling.result
  return (
    <div className={styles['figures']}>
      <DrawBar
        specs={gaussianKeys.params}
        values={params}
        job={sampling}
        made={drawn?.summary.count ?? 0}
        onChange={onChange}
        onSettle={onSettle}
      />
      <KeyCloud model={model} pinned={pinned} shown={drawn?.shown} />
      <ShareHistogram {...props} drawn={drawn} />
      <OutputCloud model={model} pinned={pinned} shown={drawn?.shown} />
      <ScaleWindow params={params} model={model} pinned={pinned} drawn={drawn} />
      <Weights params={params} model={model} pinned={pinned} />
    </div>
  )
}
