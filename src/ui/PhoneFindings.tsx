import { useMemo, useState } from 'react'
import type { Verdict } from '../constructions/construction'
import { countsOf, type JudgedClaim, judgementsOf } from './judgements'
import { Prose } from './kit/Prose'
import { SIGNS } from './kit/verdicts'
import styles from './PhoneParts.module.css'
import { useOpenRoom } from './roomContext'
import { useThrottled } from './useThrottled'

/** Claims are judged again at reading speed. */
const INTERVAL_MS = 125

/** What the notes say, as judged now. */
function useStated(): readonly JudgedClaim[] {
  const { construction, params, model } = useOpenRoom()
  const now = useMemo(() => ({ construction, params, model }), [construction, params, model])
  const shown = useThrottled(now, INTERVAL_MS)
  return judgementsOf(shown.construction, shown.params, shown.model)
}

/** How many of the notes' claims hold; all counts in words for who listens. */
export function ClaimCounts() {
  const all = useStated()
  const stated = all.filter(
    ({ claim, judgement }) => claim.kind === 'stated' && judgement.verdict !== 'does not apply here',
  )
  const holding = stated.filter(({ judgement }) => !judgement.isFalse).length
  const corrected = all.filter(({ judgement }) => judgement.verdict === 'corrected').length
  const isWhole = holding === stated.length
  const words =
    stated.length === 0
      ? `≠ ${corrected} corrected`
      : `${isWhole ? '✓' : '✗'} ${holding} of ${stated.length} ${holding === 1 ? 'holds' : 'hold'}`
  return (
    <p className={styles['counts']} data-part="claims" data-whole={isWhole}>
      <span aria-hidden="true">{words}</span>
      <span className="visually-hidden">{countsOf(all)}</span>
    </p>
  )
}

/** The notes' claims with their verdicts, and what was found of the one that changed last: what is broken is seen to break. */
export function PhoneFindings() {
  const stated = useStated().filter(({ claim }) => claim.kind !== 'unsaid')
  const latest = useLastChanged(stated)
  return (
    // biome-ignore format: the reason for the next line
    <section
      className={styles['findings']}
      aria-label="The notes say"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long findings scroll, by keys too
      tabIndex={0}
    >
      <h2>
        <b>The notes say</b> <span>· tested with your numbers</span>
      </h2>
      <ul>
        {stated.map(({ claim, judgement: { verdict } }) => (
          <li key={claim.id} data-verdict={verdict}>
            <b aria-hidden="true">{SIGNS[verdict]}</b> <span>{claim.name}</span>
            <span className="visually-hidden">: {verdict}</span>
          </li>
        ))}
      </ul>
      {latest && (
        <p>
          <Prose>{latest.judgement.prose}</Prose>
        </p>
      )}
    </section>
  )
}

type Verdicts = Readonly<Record<string, Verdict>>

const verdictsOf = (claims: readonly JudgedClaim[]): Verdicts =>
  Object.fromEntries(claims.map(({ claim, judgement }) => [claim.id, judgement.verdict]))

/** The claim whose verdict changed last, at first one that fails. */
function useLastChanged(claims: readonly JudgedClaim[]): JudgedClaim | undefined {
  const [{ verdicts, changed }, set] = useState<{ verdicts: Verdicts; changed: string | undefined }>(() => ({
    verdicts: verdictsOf(claims),
    changed: claims.find(({ judgement }) => judgement.verdict === 'fails here')?.claim.id,
  }))
  // While drawing, as React asks for what follows from what was drawn before.
  const other = claims.find(({ claim, judgement }) => verdicts[claim.id] !== judgement.verdict)
  if (other) set({ verdicts: verdictsOf(claims), changed: other.claim.id })
  return claims.find(({ claim }) => claim.id === changed)
}
