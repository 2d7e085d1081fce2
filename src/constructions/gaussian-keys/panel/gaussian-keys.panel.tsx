import { useMemo } from 'react'
import { sampleVariance } from '../../../core/laws/statistics'
import { number } from '../../../tex/format'
import { DrawBar } from '../../../ui/kit/DrawBar'
import { Value } from '../../../ui/kit/Explanation'
import { Parts } from '../../../ui/Parts'
import type { PanelProps } from '../../../ui/panel'
import { useJob } from '../../../ui/useJob'
import { latestPart } from '../../../ui/useRuns'
import { gaussianKeys } from '../gaussian-keys'
import { type Drawn, withDraws } from '../gaussian-keys.draws'
import type { drawShares, expectedErrors } from '../gaussian-keys.jobs'
import { settingOf } from '../gaussian-keys.model'
import { KeyCloud } from './KeyCloud'
import { OutputCloud } from './OutputCloud'
import { ScaleWindow } from './ScaleWindow'
import { ShareHistogram } from './ShareHistogram'
import { Weights } from './Weights'

/** The instrument of 1(c): one draw and many, each figure with the exact law on top. */
export default function Panel(props: PanelProps<typeof gaussianKeys>) {
  const { params, model, pinned } = props
  const task = useMemo(
    () => ({ setting: settingOf(params), seed: params.seed, count: params.draws }),
    [params],
  )
  const sampling = useJob<typeof drawShares, Drawn>({
    name: 'gaussian-keys/draws',
    input: task,
    taken: withDraws,
  })
  const drawn = sampling.result
  return (
    <Parts
      main={[
        { id: 'share', name: 'Share of a', figure: <ShareHistogram {...props} drawn={drawn} />, share: 1.25 },
        {
          id: 'weights',
          name: 'Weights',
          figure: <Weights params={params} model={model} pinned={pinned} />,
        },
      ]}
      primary={
        <DrawBar
          specs={gaussianKeys.params}
          values={params}
          job={sampling}
          made={drawn?.summary.count ?? 0}
        />
      }
      result={<Result params={params} drawn={drawn} />}
      secondary={[
        {
          id: 'keys',
          name: 'Keys',
          figure: <KeyCloud model={model} pinned={pinned} shown={drawn?.shown} />,
        },
        {
          id: 'window',
          name: 'Window of Q',
          figure: <ScaleWindow params={params} model={model} pinned={pinned} drawn={drawn} />,
        },
        {
          id: 'output',
          name: 'Output',
          figure: <OutputCloud model={model} pinned={pinned} shown={drawn?.shown} />,
        },
      ]}
    />
  )
}

/** The expected error, exact beside the draws', and this draw. */
function Result({
  params,
  drawn,
}: {
  params: PanelProps<typeof gaussianKeys>['params']
  drawn: Drawn | undefined
}) {
  const setting = useMemo(() => [settingOf(params)], [params])
  const { result } = useJob<typeof expectedErrors, Float64Array>({
    name: 'gaussian-keys/expected-errors',
    input: setting,
    taken: latestPart,
    quiet: 125,
  })
  const exact = result?.[0]
  const error = drawn?.summary.error
  const spread = error && error.count > 1 ? 2 * Math.sqrt(sampleVariance(error) / error.count) : Number.NaN
  return (
    <>
      <span>
        <b>Expected error</b> {exact === undefined ? '…' : <b className="role-value">{number(exact)}</b>}
      </span>
      <span data-mark="draws">
        sampled {error && error.count > 0 ? number(error.mean, undefined, 4) : '…'}
        {Number.isFinite(spread) && ` ± ${number(spread, undefined, 2)}`}
      </span>
      <span>
        this draw <Value of="error" />
      </span>
      <span>
        share of a <Value of="share" />
      </span>
    </>
  )
}
