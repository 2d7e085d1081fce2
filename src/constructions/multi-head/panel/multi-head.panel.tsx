import { DrawBar } from '../../../ui/kit/DrawBar'
import { Parts } from '../../../ui/Parts'
import type { PanelProps } from '../../../ui/panel'
import { useJob } from '../../../ui/useJob'
import { latestPart } from '../../../ui/useRuns'
import { multiHead } from '../multi-head'
import type { drawHeads, SampledHeads } from '../multi-head.jobs'
import { DesignChoice } from './DesignChoice'
import { DesignTable } from './DesignTable'
import { ErrorDistribution } from './ErrorDistribution'
import { GammaDensity } from './GammaDensity'
import { HeadWeights } from './HeadWeights'
import { OutputCloud } from './OutputCloud'
import { Result } from './Result'

/** The instrument of 1(d): the designs side by side on the same draws, and one draw of the design that is shown. */
export default function Panel(props: PanelProps<typeof multiHead>) {
  const { params } = props
  const { n, heads, scale, push, keyVariance, normVariance, seed, draws } = params
  const job = useJob<typeof drawHeads, SampledHeads>({
    name: 'multi-head/draws',
    input: { params: { n, heads, scale, push, keyVariance, normVariance }, seed, count: draws },
    taken: latestPart,
  })
  const sampled = job.result
  return (
    <Parts
      main={[
        { id: 'weights', name: 'Weights', figure: <HeadWeights {...props} />, share: 1.6 },
        { id: 'output', name: 'Output', figure: <OutputCloud {...props} sampled={sampled} /> },
      ]}
      primary={
        <>
          <DesignChoice design={params.design} />
          <DrawBar specs={multiHead.params} values={params} job={job} made={sampled?.summary.count ?? 0} />
        </>
      }
      result={<Result design={params.design} sampled={sampled} />}
      secondary={[
        {
          id: 'designs',
          name: 'Designs',
          figure: <DesignTable params={params} model={props.model} sampled={sampled} />,
          share: 1.5,
        },
        { id: 'gamma', name: 'γ', figure: <GammaDensity {...props} sampled={sampled} /> },
        { id: 'errors', name: 'Errors', figure: <ErrorDistribution {...props} sampled={sampled} /> },
      ]}
    />
  )
}
