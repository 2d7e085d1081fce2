import { memo, useMemo, useState } from 'react'
import { useArrangement } from './arrangement'
import { CaseStrip } from './CaseStrip'
import { ClaimsStrip } from './ClaimsStrip'
import { cardId } from './claimCards'
import { inReadingOrder, judgementsOf, whereItFails, whereItHolds } from './judgements'
import { ClaimCard } from './kit/ClaimCard'
import { Derivation } from './kit/Derivation'
import { Formula } from './kit/Formula'
import { Prose } from './kit/Prose'
import { useLater } from './kit/useLater'
import styles from './Room.module.css'
import type { OpenRoom } from './useRoom'
import { useThrottled } from './useThrottled'

/** Eight times a second is enough to read along. */
const CLAIMS_INTERVAL_MS = 125

type Shown = Pick<OpenRoom, 'construction' | 'params' | 'model' | 'choose'>

/**
 * Title, question, derivation and claims: the numbers of the derivation follow a drag at every frame, the claims at
 * reading speed.
 */
export function Story({ construction, params, model, choose }: Shown) {
  const now = useMemo(() => ({ construction, params, model, choose }), [construction, params, model, choose])
  const steps = useMemo(() => construction.derivation(params, model), [construction, params, model])
  const throttled = useThrottled(now, CLAIMS_INTERVAL_MS)
  const arrangement = useArrangement()
  const isPhone = arrangement === 'phone'
  const [isOpen, setIsOpen] = useState(false)
  const isFolded = arrangement === 'hall' && !isOpen
  const isLater = useLater()
  const gist = steps.find(({ id }) => id === construction.gist)?.lines[0]
  return (
    <div className={styles['story']} data-folded={isFolded} aria-busy={!isLater}>
      <header className={styles['head']}>
        <CaseStrip construction={construction} />
        <h1 tabIndex={-1}>{construction.title}</h1>
        {arrangement === 'hall' && (
          <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? 'Fold the story' : 'Story'}
          </button>
        )}
        {isFolded && gist && <Formula tex={gist.tex} label="What says most" />}
        <p className={styles['source']}>
          Part {construction.source} · <Prose>{construction.setting(params)}</Prose>
        </p>
        <p className={styles['question']}>
          <Prose>{construction.question}</Prose>
        </p>
      </header>
      {isPhone && <ClaimsStrip construction={construction} params={params} model={model} />}
      {!isFolded && isLater && (
        <>
          <section aria-label="Derivation">
            <Derivation steps={steps} />
          </section>
          <Claims {...throttled} />
        </>
      )}
    </div>
  )
}

const Claims = memo(function Claims({ construction, params, model, choose }: Shown) {
  const claims = inReadingOrder(judgementsOf(construction, params, model))
  return (
    <section className={styles['claims']} aria-label="Claims and verdicts">
      <h2>What the notes say, and what they leave out</h2>
      {claims.map((judged) => (
        <ClaimCard
          key={judged.claim.id}
          id={cardId(judged.claim.id)}
          {...judged}
          fails={whereItFails(judged)}
          holds={whereItHolds(judged, construction, params)}
          onShow={choose}
        />
      ))}
    </section>
  )
})
