import { useMemo } from 'react'
import { presets } from '../../../knowledge/training/presets'
import {
  FIRST,
  type LabParams,
  labSpecs,
  paramsOf,
  VARIANTS,
  type VariantId,
} from '../../../state/lab-settings'
import { AdjustContext, FIXED } from '../../kit/adjust'
import { Controls } from '../../kit/Controls'
import { Folded } from '../../kit/Folded'
import styles from '../lab.module.css'

interface Props {
  readonly params: LabParams
  readonly chosen: ReadonlySet<VariantId>
  /** How many seeds are trained in a row. */
  readonly seeds: number
  onChange(changes: Partial<LabParams>): void
  onChoose(chosen: ReadonlySet<VariantId>): void
  onSeeds(seeds: number): void
}

const others = Object.keys(labSpecs).filter((name) => !FIRST.some((first) => first === name))

/** What the next runs will be: a preset, the models, and every number that decides them. */
export function TrainSettings({ params, chosen, seeds, onChange, onChoose, onSeeds }: Props) {
  const current = presets.find(({ variants }) => isReached(params, paramsOf(variants[0].setting)))
  const choose = (id: VariantId, isIn: boolean) =>
    onChoose(new Set(VARIANTS.map((one) => one.id).filter((one) => (one === id ? isIn : chosen.has(one)))))
  const adjust = useMemo(() => ({ ...FIXED, change: onChange }), [onChange])
  const controls = (names: readonly string[]) => (
    <AdjustContext value={adjust}>
      <Controls specs={labSpecs} values={params} names={names} />
    </AdjustContext>
  )
  return (
    <>
      <div className={styles['presets']} role="group" aria-label="Presets">
        {presets.map((preset) => (
          <button
            key={preset.id}
            type="button"
            className="pill"
            title={preset.title}
            aria-label={preset.title}
            aria-pressed={preset === current}
            onClick={() => onChange(presetParams(preset.variants[0].setting))}
          >
            {preset.short}
          </button>
        ))}
      </div>
      {current && (
        <p className={styles['prose']}>
          <b>{current.title}.</b> {current.finding}
        </p>
      )}
      <p className={styles['small']}>
        {current?.ships
          ? 'Runs of these settings ship with the page: what they say stands beside their table. What the other presets say was found with a prototype and not trained again.'
          : current
            ? 'This was found with a prototype, on another corpus and with other settings, and not trained again with the code of this page: train it to see whether it holds.'
            : 'Settings of your own: no finished run has them.'}
      </p>
      <fieldset className={styles['variants']}>
        <legend>Models to train</legend>
        {VARIANTS.map(({ id, label, words }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => choose(id, event.target.checked)}
            />{' '}
            <strong>{label}</strong> <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <div className={`${styles['controls']} ${styles['pairs']}`}>{controls(FIRST)}</div>
      <label className={styles['seeds']}>
        <span>Seeds in a row</span>{' '}
        <input
          type="number"
          min={1}
          max={10}
          value={seeds}
          onChange={(event) =>
            onSeeds(Math.min(10, Math.max(1, Math.round(event.target.valueAsNumber) || 1)))
          }
        />
      </label>
      <Folded className={styles['more']} summary="Masks, paragraphs, inner width, layers">
        <div className={styles['controls']}>{controls(others)}</div>
      </Folded>
    </>
  )
}

const initial = paramsOf(presets[0].variants.find(({ id }) => id === 'vanilla')!.setting)
const presetParams = (setting: Parameters<typeof paramsOf>[0]): Partial<LabParams> => ({
  ...initial,
  ...paramsOf(setting),
  ...(setting.training.pretrainSteps === 0 ? initial : {}),
})

const isReached = (params: LabParams, wanted: Partial<LabParams>) =>
  (Object.keys(wanted) as (keyof LabParams)[]).every(
    (name) => name === 'seed' || params[name] === wanted[name] || (name === 'steps' && wanted[name] === 0),
  )
