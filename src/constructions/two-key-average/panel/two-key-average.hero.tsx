import { useMemo } from 'react'
import { number } from '../../../tex/format'
import { useSettled } from '../../../ui/home/useSettled'
import { AdjustContext } from '../../../ui/kit/adjust'
import type { MiniatureProps } from '../../../ui/kit/miniature'
import { Slider } from '../../../ui/kit/Slider'
import { PageLink } from '../../../ui/PageLink'
import { useAdjustments } from '../../../ui/useAdjustments'
import { twoKeyAverage } from '../two-key-average'
import { type Averaging, averagingModel, scaleNeeded } from '../two-key-average.model'
import { HeroBars } from './HeroBars'
import styles from './hero.module.css'

const ROOM = twoKeyAverage.id

/** The scale's slider says here what to do with it. */
const SCALE = { ...twoKeyAverage.params.scale, label: 'Drag the scale' }

/** Of the weight, what may leak where the slider has its mark. */
const LITTLE = 1e-6

/** The weights of 1(b) with the slider that moves them: the room's own state, so that one goes on in it. */
export default function Hero({ params }: MiniatureProps<Averaging>) {
  const adjust = useAdjustments(twoKeyAverage)
  const model = useMemo(() => averagingModel(params), [params])
  const leak = leakInWords(model)
  const said = useSettled(`Scale ${number(params.scale)}: ${leak} of the weight leaks.`)
  return (
    <section className={styles['hero']} aria-labelledby="hero">
      <div className={styles['head']}>
        <h2 id="hero">{twoKeyAverage.asks}</h2>
        <p>
          <span>{number(params.n)} keys; dashed: wanted</span>
        </p>
        <p className={styles['leak']}>
          <strong className={model.leak > LITTLE ? 'role-fails' : 'role-holds'}>{leak}</strong>
          <span> of the weight leaks</span>
        </p>
      </div>
      <HeroBars model={model} />
      <div className={styles['control']}>
        <AdjustContext value={adjust}>
          <Slider
            name="scale"
            spec={SCALE}
            value={params.scale}
            marks={marksOf(params)}
            onChange={(scale) => adjust.change({ scale }, 'scale')}
          />
        </AdjustContext>
        <PageLink to={ROOM} className={styles['enter']}>
          Enter room b <span aria-hidden="true">→</span>
        </PageLink>
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </section>
  )
}

/** Where on the slider almost nothing leaks; nowhere if every scale or none is enough. */
function marksOf(params: Averaging) {
  const at = scaleNeeded({ ...params, epsilon: LITTLE })
  return Number.isFinite(at)
    ? [{ at, label: `from ${number(at, undefined, 3)}: under a millionth leaks` }]
    : []
}

/** A part in percent, or as a number where percents have no digits left. */
function leakInWords({ leak, logLeak }: { leak: number; logLeak: number }): string {
  return leak >= 1e-3 || logLeak === -Infinity
    ? `${number(100 * leak, undefined, 3)} %`
    : number(leak, logLeak, 3)
}
