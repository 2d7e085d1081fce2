import { useState } from 'react'
import type { Matrix } from '../../../core/linear/linalg'
import { CoefficientGrid } from '../../../ui/kit/CoefficientGrid'
import { Figure } from '../../../ui/kit/Figure'
import { Prose } from '../../../ui/kit/Prose'
import { Tex } from '../../../ui/kit/Tex'
import { type PanelProps, useChange } from '../../../ui/panel'
import { keyQueryValue } from '../key-query-value'
import { fitted } from '../key-query-value.notes'
import { type Answer, type CheckedSolution, solveDesign } from '../solver/solver'
import { directionNames } from './Heatmaps'
import styles from './key-query-value.module.css'

type Props = Pick<PanelProps<typeof keyQueryValue>, 'params' | 'pinned'>

const { tokens: TOKENS, targets: TARGETS } = keyQueryValue.params

/** Tokens and wanted outputs, and a solver that finds matrices for them or says why there are none. */
export function DesignFigure({ params, pinned }: Props) {
  const change = useChange(keyQueryValue)
  const { tokens, targets, wanted } = params
  const [n, d] = [tokens.length, tokens[0].length]
  const [answer, setAnswer] = useState<{ readonly of: Props['params']; readonly answer: Answer }>()
  const names = directionNames(d)
  const resize = (rows: number, columns: number) => change({ tokens: fitted(tokens, rows, columns) })
  const want = (i: number, yes: boolean) =>
    change({ wanted: wanted.map((row) => row.map((w, j) => (j === i ? Number(yes) : w))) })
  const isCurrent = answer && sameWish(answer.of, params)
  return (
    <Figure
      title="Design your own"
      about="tokens $x_i$ and what is wanted of $c_i$, as coefficients of $u_r$"
    >
      <div className={styles['design']}>
        <CoefficientGrid
          spec={{ ...TOKENS, label: 'Tokens' }}
          tint="plain"
          value={tokens}
          pinned={pinned?.params.tokens}
          rows={tokens.map((_, i) => ({
            tex: `x_${i + 1}`,
            words: `token ${i + 1}`,
            mark: `token-${i + 1}`,
          }))}
          columns={names}
          onChange={(value: Matrix) => change({ tokens: value }, 'tokens')}
        />
        <span className={styles['arrow']} aria-hidden="true">
          →
        </span>
        <CoefficientGrid
          spec={{ ...TARGETS, label: 'Wanted outputs' }}
          tint="value"
          value={targets}
          pinned={pinned?.params.targets}
          rows={targets.map((_, i) => ({ tex: `c_${i + 1}`, words: `output ${i + 1}` }))}
          columns={names}
          onChange={(value: Matrix) => change({ targets: value }, 'targets')}
        />
        <fieldset className={styles['wanted']}>
          <legend>wanted</legend>
          {wanted[0].map((w, i) => (
            // Outputs keep their order and have no names but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <label key={i}>
              <input
                type="checkbox"
                aria-label={`Output ${i + 1} is wanted`}
                checked={w > 0}
                onChange={(event) => want(i, event.target.checked)}
              />
              <Tex>{w > 0 ? `c_${i + 1}` : `c_${i + 1}\\text{ free}`}</Tex>
              <WantedInA before={pinned?.params.wanted[0][i]} now={w} />
            </label>
          ))}
        </fieldset>
      </div>
      <div className={styles['actions']}>
        <Count label="Tokens" value={n} min={2} max={6} onChange={(rows) => resize(rows, d)} />
        <Count label="Directions" value={d} min={2} max={8} onChange={(columns) => resize(n, columns)} />
        <button
          type="button"
          className={styles['solve']}
          onClick={() => setAnswer({ of: params, answer: solveDesign(params) })}
        >
          Find K, Q, V
        </button>
      </div>
      <div role="status" className={styles['answer']}>
        {isCurrent && <AnswerText answer={answer.answer} onLoad={(maps) => change(maps)} />}
      </div>
    </Figure>
  )
}

/** Whether the output was wanted in the state pinned as A, where that differs. */
function WantedInA({ before, now }: { before: number | undefined; now: number }) {
  if (before === undefined || before === now) return null
  return <span className={styles['ghost']}>A {before > 0 ? 'wanted' : 'free'}</span>
}

const sameWish = (a: Props['params'], b: Props['params']) =>
  a.tokens === b.tokens && a.targets === b.targets && a.wanted === b.wanted

interface CountProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  onChange(value: number): void
}

/** A small whole number with a button on either side. */
function Count({ label, value, min, max, onChange }: CountProps) {
  return (
    <span className={styles['count']} role="group" aria-label={`${label}: ${value}`}>
      {label}
      <button
        type="button"
        aria-label={`Fewer: ${label}`}
        disabled={value <= min}
        onClick={() => onChange(value - 1)}
      >
        −
      </button>
      <b>{value}</b>
      <button
        type="button"
        aria-label={`More: ${label}`}
        disabled={value >= max}
        onClick={() => onChange(value + 1)}
      >
        +
      </button>
    </span>
  )
}

function headingOf(answer: Exclude<Answer, { kind: 'solved' }>): string {
  if (answer.kind === 'undecided') return 'Undecided.'
  return answer.atEvery ? 'Impossible.' : 'Impossible in the limit.'
}

type Maps = Pick<CheckedSolution, 'keyMatrix' | 'queryMatrix' | 'valueMatrix'>

function AnswerText({ answer, onLoad }: { answer: Answer; onLoad(maps: Maps): void }) {
  if (answer.kind !== 'solved') {
    return (
      <p className={answer.kind === 'impossible' ? styles['impossible'] : undefined}>
        <b>{headingOf(answer)} </b>
        <Prose>{answer.prose}</Prose>
      </p>
    )
  }
  return (
    <ul>
      {answer.solutions.map(({ id, prose, scoreRank, keyMatrix, queryMatrix, valueMatrix }) => (
        <li key={id}>
          <Prose>{`${prose}. Score matrix of rank ${scoreRank}; its outputs were computed and agree.`}</Prose>{' '}
          <button type="button" onClick={() => onLoad({ keyMatrix, queryMatrix, valueMatrix })}>
            Put into the grids
          </button>
        </li>
      ))}
    </ul>
  )
}
