import { memo, useMemo } from 'react'
import { ClaimCard } from './kit/ClaimCard'
import { Derivation } from './kit/Derivation'
import styles from './Room.module.css'
import type { OpenRoom } from './useRoom'
import { useUnhurried } from './useUnhurried'

/** Typesetting a changed story takes longer than a frame; eight times a second is enough to read along. */
const STORY_INTERVAL_MS = 125

type Told = Pick<OpenRoom, 'construction' | 'params' | 'model' | 'onChoose'>

/** Derivation and claims, following a drag at reading speed while the figures follow at every frame. */
export function Story({ construction, params, model, onChoose }: Told) {
  const now = useMemo(
    () => ({ construction, params, model, onChoose }),
    [construction, params, model, onChoose],
  )
  return <ToldStory {...useUnhurried(now, STORY_INTERVAL_MS)} />
}

const ToldStory = memo(function ToldStory({ construction, params, model, onChoose }: Told) {
  const steps = useMemo(() => construction.derivation(params, model), [construction, params, model])
  return (
    <div className={styles['story']}>
      <section aria-label="Derivation">
        <Derivation steps={steps} />
      </section>
      <section className={styles['claims']} aria-label="Claims and verdicts">
        {construction.claims.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} params={params} model={model} onShow={onChoose} />
        ))}
      </section>
    </div>
  )
})
