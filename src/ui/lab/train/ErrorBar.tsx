import { standardError } from '../../../knowledge/training/evaluation'
import { Line } from '../../plot/Line'
import { lookOf } from '../looks'
import type { LabRun } from '../runs'

/** One standard error of a share of `n` answers, up and down from the last point of a run. */
export function ErrorBar({ run, at: [x] }: { readonly run: LabRun; readonly at: readonly [number, number] }) {
  const last = run.snapshot.evaluations.at(-1)
  if (!last) return null
  const [share, error] = [100 * last.dev, 100 * standardError(last.dev, last.n)]
  const ends = [
    [x, Math.max(0, share - error)],
    [x, Math.min(100, share + error)],
  ] as const
  return <Line points={ends} stroke="fine" ink={lookOf(run.setting).ink} />
}
