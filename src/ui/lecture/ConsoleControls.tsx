import { constructionOf, type Registered } from '../../constructions'
import { useFromSession } from '../explorer'
import { AdjustContext } from '../kit/adjust'
import { Controls } from '../kit/Controls'
import { Presets } from '../Presets'
import { useAdjustments } from '../useAdjustments'
import { useFromStore } from '../useFromStore'
import { useRoom } from '../useRoom'
import { useConductor } from './conductorContext'
import styles from './console.module.css'
import { sliderNames } from './primary'

/** The controls of the page that is open, which the hall sees move. */
export function ConsoleControls() {
  const room = useFromSession(({ page }) => constructionOf(page))
  if (!room) return <p className={styles['noControls']}>This page is moved in the picture itself.</p>
  return <RoomControls key={room.id} construction={room} />
}

function RoomControls({ construction }: { construction: Registered }) {
  const room = useRoom(construction)
  const { params, limits, choose } = room
  const adjust = useAdjustments(construction)
  const { slider } = useConductor()
  const names = sliderNames(construction)
  const chosen = useFromStore(slider, (name) =>
    name !== null && names.includes(name) ? name : sliderNames(construction)[0],
  )
  return (
    <AdjustContext value={adjust}>
      <section className={styles['controls']} aria-label="Controls">
        <p className={styles['hint']}>
          <kbd className={styles['key']}>−</kbd> <kbd className={styles['key']}>+</kbd>{' '}
          <span>move the chosen slider; paging never does</span>
        </p>
        <div className={styles['sliders']}>
          {names.map((name) => (
            <div
              key={name}
              className={styles['slider']}
              data-chosen={name === chosen || undefined}
              onFocus={() => slider.dispatch(name)}
            >
              <Controls specs={construction.params} names={[name]} values={params} />
            </div>
          ))}
        </div>
        <Presets construction={construction} params={params} limits={limits} onChoose={choose} />
      </section>
    </AdjustContext>
  )
}
