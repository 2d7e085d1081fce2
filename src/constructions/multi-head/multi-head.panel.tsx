import { DrawBar } from '../../ui/kit/DrawBar'
import type { PanelProps } from '../../ui/panel'
import { useHeadSampling } from '../../ui/useHeadSampling'
import { DesignTable } from './DesignTable'
import { ErrorDistribution } from './ErrorDistribution'
import { GammaDensity } from './GammaDensity'
import { HeadWeights } from './HeadWeights'
import { multiHead } from './multi-head'
import styles from './multi-head.module.css'
import { OutputCloud } from './OutputCloud'

/** The instrument of 1(d): the designs side by side on the same draws, and one draw of the design that is shown. */
export default function Panel(props: PanelProps<typeof multiHead>) {
  const { params, onChange, onSettle } = props
  const { n, heads, scale, push, keyVariance, normVariance, seed, draws } = params
  const job = useHeadSampling({
    params: { n, heads, scale, push, keyVariance, normVariance },
    seed,
    count: draws,
  })
  const sampled = job.result
  return (
    <div className={styles['figures']}>
      <DrawBar
        specs={multiHead.params}
        values={params}
        job={job}
        made={sampled?.summary.count ?? 0}
        onChange={onChange}
        onSettle={onSettle}
      />
      <DesignTable {...props} sampled={sampled} />
      <HeadWeights {...props} />
      <OutputCloud {...props} sampled={sampled} />
      <GammaDensity {...props} sampled={sampled} />
      <ErrorDistribution {...props} sampled={sampled} />
    </div>
  )
}
