import { useState } from 'react'
import { settingWith } from '../../../knowledge/training/setting'
import { type LabParams, settingOf, VARIANTS, type VariantId } from '../../../state/lab-settings'
import { timeAxis } from '../axis'
import { guessesOf } from '../guesses'
import styles from '../lab.module.css'
import { useRuns, useTroubles } from '../pageRuns'
import { useShipped } from '../pageShipped'
import type { LabRun } from '../runs'
import { ControlBar } from './ControlBar'
import { DevPlot } from './DevPlot'
import { NotesCard } from './NotesCard'
import { PlacePlot } from './PlacePlot'
import { RunFiles } from './RunFiles'
import { RunTable } from './RunTable'
import { SeedSummary } from './SeedSummary'
import { type SeedsShown, ShippedCard } from './ShippedCard'
import { TrainSettings } from './TrainSettings'

interface Props {
  readonly params: LabParams
  onChange(changes: Partial<LabParams>): void
  readonly head: React.ReactNode
}

/** Trains models side by side, and shows what each of them learns. */
export function TrainTab({ params, onChange, head }: Props) {
  const { runs, actions } = useRuns()
  const troubles = useTroubles()
  const [chosen, setChosen] = useState<ReadonlySet<VariantId>>(
    new Set(['vanilla', 'synthesizer', 'matched', 'unpretrained']),
  )
  const [seeds, setSeeds] = useState(1)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [lit, setLit] = useState<string>()
  const shipped = useShipped()
  const [chosenSeeds, setChosenSeeds] = useState<SeedsShown>()
  const seedsShown = chosenSeeds ?? (runs.length > 0 ? 'none' : 'all')
  const finished = finishedOf(shipped.runs, seedsShown)
  const shown = [...finished, ...runs.filter(({ id }) => !hidden.has(id))]
  const next = settingOf(params, 'vanilla')
  const axis = timeAxis([next, ...shown.map(({ setting }) => setting)])
  const guesses = guessesOf(next.corpus)
  const start = () => {
    for (let i = 0; i < seeds; i++)
      for (const { id, label } of VARIANTS)
        if (chosen.has(id)) {
          const seed = params.seed + i
          const setting = settingWith(settingOf(params, id), { seed, corpus: { seed } })
          actions.add(i === 0 ? label : `${label}, seed ${seed}`, setting)
        }
  }
  return (
    <>
      <section className={`${styles['side']} ${styles['ofLecturer']}`} aria-label="What to train">
        {head}
        <TrainSettings
          params={params}
          chosen={chosen}
          seeds={seeds}
          onChange={onChange}
          onChoose={setChosen}
          onSeeds={setSeeds}
        />
      </section>
      <section className={`${styles['work']} ${styles['training']}`} aria-label="Training">
        <div className={styles['results']}>
          <div className={styles['plots']}>
            <DevPlot runs={shown} axis={axis} guesses={guesses} lit={lit} />
            <NotesCard />
            <PlacePlot runs={shown} axis={axis} guesses={guesses} lit={lit} />
          </div>
          <ShippedCard shipped={shipped} shown={seedsShown} onShow={setChosenSeeds} />
          <section className={styles['card']} aria-label="Runs">
            <h2>Runs of this page</h2>
            <RunTable
              runs={runs}
              actions={actions}
              hidden={hidden}
              onHide={(id, isHidden) => setHidden(changed(hidden, id, isHidden))}
              onLight={setLit}
            />
            <SeedSummary runs={runs} />
            <RunFiles runs={runs} actions={actions} />
            {troubles.map((message) => (
              <p key={message} role="status" className="role-fails">
                {message}
              </p>
            ))}
          </section>
        </div>
        <ControlBar runs={runs} actions={actions} canStart={chosen.size > 0} onStart={start} />
      </section>
    </>
  )
}

/** The finished runs of some seeds; of one seed their names need not say which. */
function finishedOf(runs: readonly LabRun[], seeds: SeedsShown): readonly LabRun[] {
  if (seeds === 'all') return runs
  const own = runs.filter(({ setting }) => setting.seed === seeds)
  return own.map((run) => ({ ...run, label: run.label.replace(/, seed \d+$/, '') }))
}

/** A set with `item` in it, or out of it. */
function changed<T>(set: ReadonlySet<T>, item: T, isIn: boolean): ReadonlySet<T> {
  const next = new Set(set)
  if (isIn) next.add(item)
  else next.delete(item)
  return next
}
