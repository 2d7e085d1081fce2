import { memo, useMemo } from 'react'
import { useArrangement } from './arrangement'
import styles from './Claims.module.css'
import { showClaim } from './claimCards'
import { countsOf, inReadingOrder, type JudgedClaim, judgementsOf } from './judgements'
import { SIGNS } from './kit/verdicts'
import { useFitting } from './useFitting'
import type { OpenRoom } from './useRoom'
import { useThrottled } from './useThrottled'
import { VerdictHelp } from './VerdictHelp'

/** Claims are judged again at reading speed. */
const INTERVAL_MS = 125

type Shown = Pick<OpenRoom, 'construction' | 'params' | 'model'>

/** What the notes say and what they leave out, a chip for each claim with its verdict; a chip opens its card. */
export function ClaimsStrip({ construction, params, model }: Shown) {
  const now = useMemo(() => ({ construction, params, model }), [construction, params, model])
  return <Strip {...useThrottled(now, INTERVAL_MS)} />
}

const Strip = memo(function Strip({ construction, params, model }: Shown) {
  const arrangement = useArrangement()
  const isPhone = arrangement === 'phone'
  const all = inReadingOrder(judgementsOf(construction, params, model))
  const said = all.filter(({ claim }) => claim.kind !== 'unsaid')
  const unsaid = all.filter(({ claim }) => claim.kind === 'unsaid')
  if (arrangement === 'hall' || arrangement === 'low') return <Counts all={all} />
  return (
    <section
      className={styles['strip']}
      data-part={isPhone ? undefined : 'claims'}
      aria-label="Claims, in short"
    >
      <Chips name="The notes say" claims={said} isScrolling={isPhone} />
      <div className={styles['counts']}>
        <span>{countsOf(all)}</span> <VerdictHelp />
      </div>
      <Chips name="They leave unsaid" claims={unsaid} isUnsaid isScrolling={isPhone} />
    </section>
  )
})

/** Where there is room for one line. */
function Counts({ all }: { all: readonly JudgedClaim[] }) {
  return (
    <section className={styles['line']} data-part="claims" aria-label="Claims, in short">
      <span>{countsOf(all)}</span> <VerdictHelp />
    </section>
  )
}

interface ChipsProps {
  readonly name: string
  readonly claims: readonly JudgedClaim[]
  readonly isUnsaid?: boolean
  /** All chips are there, and the row scrolls sideways. */
  readonly isScrolling: boolean
}

/** One row of chips; what does not fit is counted at its end. */
function Chips({ name, claims, isUnsaid = false, isScrolling }: ChipsProps) {
  const [row, measured] = useFitting<HTMLUListElement>(claims.length)
  const fitting = isScrolling ? claims.length : measured
  if (claims.length === 0) return null
  const hidden = claims.slice(fitting)
  return (
    <div className={`${styles['row']} ${isUnsaid ? styles['unsaid-row'] : ''}`}>
      <h2>{name}</h2>
      <ul ref={row} aria-label={name}>
        {claims.map((claim, i) => (
          <li key={claim.claim.id} hidden={i >= fitting} data-fits>
            <Chip {...claim} />
          </li>
        ))}
        {hidden[0] && (
          <li>
            <button
              type="button"
              className={styles['chip']}
              aria-label={`${hidden.length} more: ${name}`}
              onClick={() => showClaim(hidden[0].claim.id)}
            >
              + {hidden.length}
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}

function Chip({ claim, judgement: { verdict } }: JudgedClaim) {
  return (
    <button
      type="button"
      className={styles['chip']}
      data-verdict={verdict}
      onClick={() => showClaim(claim.id)}
    >
      <span aria-hidden="true" className={styles[verdict.replaceAll(' ', '-')]}>
        {SIGNS[verdict]}
      </span>{' '}
      <span>{claim.name}</span>
      <span className="visually-hidden">: {verdict}</span>
    </button>
  )
}
