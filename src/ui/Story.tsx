import { useDeferredValue, useMemo } from 'react'
import { ClaimCard } from './kit/ClaimCard'
import { Derivation } from './kit/Derivation'
import styles from './Room.module.css'
import type { OpenRoom } from './useRoom'

/** Derivation and claims. Typesetting is slower than a drag, so the story follows when there is time. */
export function Story({ construction, params, model, onChoose }: OpenRoom) {
  const now = useMemo(() => ({ params, model }), [params, model])
  const shown = useDeferredValue(now)
  const steps = useMemo(() => construction.derivation(shown.params, shown.model), [construction, shown])
  return (
    <div className={styles['story']}>
      <section aria-label="Derivation">
        <Derivation steps={steps} />
      </section>
      <section className={styles['claims']} aria-label="Claims and verdicts">
        {construction.claims.map((claim) => (
          <ClaimCard
            key={claim.id}
            claim={claim}
            params={shown.params}
            model={shown.model}
            onShow={onChoose}
          />
        ))}
      </section>
    </div>
  )
}
