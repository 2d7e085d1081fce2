import { createCorpus } from '../../../knowledge/corpus/corpus'
import { parameterCounts } from '../../../knowledge/model/shapes'
import { standardError } from '../../../knowledge/training/evaluation'
import { modelOf } from '../../../knowledge/training/run'
import { differences } from '../../../state/lab-settings'
import styles from '../lab.module.css'
import { lookOf } from '../looks'
import type { LabRun, Runs } from '../runs'
import { RunActions } from './RunActions'

interface Props {
  readonly runs: readonly LabRun[]
  readonly actions: Runs
  readonly hidden: ReadonlySet<string>
  onHide(id: string, isHidden: boolean): void
  onLight(id: string | undefined): void
}

/** All runs: what sets each apart, how far it is, what it has come to, and what can be done to it. */
export function RunTable({ runs, actions, hidden, onHide, onLight }: Props) {
  if (runs.length === 0)
    return <p className={styles['empty']}>No runs yet. Choose the models and press Start.</p>
  return (
    <div className={styles['scroll']}>
      <table className={styles['runs']}>
        <thead>
          <tr>
            <th scope="col">drawn</th>
            <th scope="col">run</th>
            <th scope="col">differs from the base by</th>
            <th scope="col">parameters</th>
            <th scope="col">state</th>
            <th scope="col">loss</th>
            <th scope="col">dev match, %</th>
            <th scope="col">friend’s city, %</th>
            <th scope="col">actions</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id} onPointerEnter={() => onLight(run.id)} onPointerLeave={() => onLight(undefined)}>
              <td>
                <input
                  type="checkbox"
                  aria-label={`Draw ${run.label}`}
                  checked={!hidden.has(run.id)}
                  onChange={(event) => onHide(run.id, !event.target.checked)}
                />
              </td>
              <th scope="row">
                <Swatch run={run} /> <span>{run.label}</span>
              </th>
              <td>{differences(run.setting).join('; ') || 'the base'}</td>
              <td>{parametersOf(run)}</td>
              <td>
                <State run={run} />
              </td>
              <td>{run.snapshot.evaluations.at(-1)?.loss.toFixed(3) ?? '–'}</td>
              <td>{accuracyOf(run)}</td>
              <td>{friendsShare(run)}</td>
              <td>
                <RunActions run={run} actions={actions} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Swatch({ run }: { readonly run: LabRun }) {
  const { ink, stroke, marker, words } = lookOf(run.setting)
  return (
    <svg
      className={styles['swatch']}
      viewBox="0 0 32 10"
      role="img"
      aria-label={words}
      color={`var(--${ink})`}
    >
      <line
        x1={1}
        x2={31}
        y1={5}
        y2={5}
        stroke="currentColor"
        strokeWidth={stroke === 'thin' ? 1.25 : 2.25}
        strokeDasharray={stroke === 'dashed' ? '6 4' : undefined}
      />
      <circle
        cx={16}
        cy={5}
        r={3.5}
        fill={marker === 'full' ? 'currentColor' : 'var(--panel)'}
        stroke="currentColor"
      />
    </svg>
  )
}

function State({ run }: { readonly run: LabRun }) {
  const { status, step, total, message, msPerStep } = run
  if (status === 'done') return <span className="role-holds">✓ done</span>
  if (status === 'failed')
    return <span className="role-fails">{`✗ ${message ?? 'failed'} Go on from step ${step}.`}</span>
  if (status === 'waiting') return <span>waits for a core</span>
  const left = msPerStep && step > 20 ? `, about ${duration(((total - step) * msPerStep) / 1000)} left` : ''
  const words = { running: '', paused: 'paused at ', kept: 'kept at ' }[status]
  return (
    <span className={styles['progress']}>
      <progress max={total} value={step} aria-label={`Progress of ${run.label}`} />
      <span>{`${words}${step} of ${total}${status === 'running' ? left : ''}`}</span>
    </span>
  )
}

/** `45 s`, `3 min`. */
function duration(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
}

function accuracyOf({ snapshot, status }: LabRun): string {
  const last = snapshot.evaluations.at(-1)
  if (!last) return '–'
  const text = `${(100 * last.dev).toFixed(1)} ± ${(100 * standardError(last.dev, last.n)).toFixed(1)}`
  return status === 'done' ? text : `so far ${text}`
}

function friendsShare({ answers }: LabRun): string {
  if (!answers || answers.dev.length === 0) return '–'
  const friends = answers.dev.filter(({ kind }) => kind === 'friend').length
  return ((100 * friends) / answers.dev.length).toFixed(1)
}

const counts = new Map<string, string>()

function parametersOf({ setting }: LabRun): string {
  const key = JSON.stringify(setting)
  const before = counts.get(key)
  if (before) return before
  const { total } = parameterCounts(modelOf(setting, createCorpus(setting.corpus)))
  const text = total.toLocaleString('en').replaceAll(',', '\u2009')
  counts.set(key, text)
  return text
}
