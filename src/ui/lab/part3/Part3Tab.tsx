import { useState } from 'react'
import { calibrationOf, regionShare } from '../../../knowledge/inside/calibration'
import styles from '../lab.module.css'
import type { OpenModel } from '../models'
import { isAskable, latestOf, openModel } from '../models'
import { useRuns } from '../pageRuns'
import { useShippedModels } from '../pageShipped'
import type { LabRun } from '../runs'
import { AskedName } from './AskedName'
import { CalibrationPlot } from './CalibrationPlot'
import { Namesakes } from './Namesakes'
import { NotesSayings } from './NotesSayings'
import { RegionBars } from './RegionBars'

/** The notes' answers to part 3, each beside what a trained model does. */
export function Part3Tab({ head }: { readonly head: React.ReactNode }) {
  const { runs } = useRuns()
  const { models, modelSentence } = useShippedModels()
  const askable = [...models, ...runs.filter((run) => isAskable(run) && run.answers)]
  const [id, setId] = useState<string>()
  const run = askable.find((one) => one.id === id) ?? latestOf(askable, 'vanilla') ?? askable.at(-1)
  return (
    <>
      <section className={styles['side']} aria-label="The notes on part 3">
        {head}
        {run && (
          <label className={styles['seeds']}>
            <span>Model</span>{' '}
            <select value={run.id} onChange={(event) => setId(event.target.value)}>
              {askable.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.label}
                </option>
              ))}
            </select>
          </label>
        )}
        <NotesSayings {...(run ? measured(run) : {})} />
      </section>
      <section className={styles['work']} aria-label="Part 3 as experiments">
        {run ? (
          <Experiments key={run.id} open={openModel(run)} run={run} all={askable} />
        ) : (
          <p className={styles['empty']} role="status">
            {`There is no finished model yet. ${modelSentence} A model trained to its end under Train can be asked here about people who do not exist.`}
          </p>
        )}
      </section>
    </>
  )
}

interface ExperimentsProps {
  readonly open: OpenModel
  readonly run: LabRun
  readonly all: readonly LabRun[]
}

function Experiments({ open, run, all }: ExperimentsProps) {
  return (
    <>
      <AskedName open={open} />
      <div className={styles['pairOfCards']}>
        <CalibrationPlot runs={all} lit={run.id} />
        <RegionBars runs={all} />
      </div>
      <Namesakes open={open} />
    </>
  )
}

/** The numbers of a run that the sentences on the notes quote. */
function measured(run: LabRun) {
  const { dev = [], unseen = [] } = run.answers ?? {}
  const { corpus } = openModel(run)
  return {
    label: run.label,
    dev: calibrationOf(dev),
    unseen: calibrationOf(unseen),
    region: regionShare(unseen, corpus.unseen),
  }
}
