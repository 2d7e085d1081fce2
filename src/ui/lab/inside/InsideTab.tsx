import { useState } from 'react'
import { OwnModel } from '../course/OwnModel'
import styles from '../lab.module.css'
import { isAskable, latestOf, openModel } from '../models'
import { useRuns } from '../pageRuns'
import { useShippedModels } from '../pageShipped'
import type { LabRun } from '../runs'
import { AnswerSteps } from './AnswerSteps'
import { ErrorsSorted } from './ErrorsSorted'
import inside from './inside.module.css'
import { Choices } from './MapSettings'
import { Maps } from './Maps'
import { ModelChoice } from './ModelChoice'

/** Opens trained models: what each answers, where its heads look, and what changes when a token does. */
export function InsideTab({ head }: { readonly head: React.ReactNode }) {
  const [whose, setWhose] = useState<'lab' | 'own'>('lab')
  const whole = (
    <>
      {head}
      <Choices
        label="Models"
        options={[
          ['lab', 'of this lab'],
          ['own', 'your own'],
        ]}
        value={whose}
        onChoose={setWhose}
      />
    </>
  )
  return whose === 'own' ? <OwnModel head={whole} /> : <LabModels head={whole} />
}

function LabModels({ head }: { readonly head: React.ReactNode }) {
  const { runs } = useRuns()
  const { models, modelSentence } = useShippedModels()
  const askable = [...models, ...runs.filter(isAskable)]
  const [chosen, setChosen] = useState<readonly [string | undefined, string | undefined]>([
    undefined,
    undefined,
  ])
  const [first, second] = pairOf(askable, chosen)
  const [dev, setDev] = useState(0)
  if (!first)
    return (
      <>
        <section className={styles['side']} aria-label="Models">
          {head}
        </section>
        <section className={styles['work']} aria-label="Look inside">
          <p className={styles['empty']} role="status">
            {`There is no trained model yet. ${modelSentence} To train one, or to open a run from a file, go to Train.`}
          </p>
        </section>
      </>
    )
  const open = [first, second].flatMap((run) => (run ? [openModel(run)] : []))
  const people = open[0].corpus.people.filter(({ half }) => half === 'dev')
  const person = people[dev % people.length]
  return (
    <>
      <section className={styles['side']} aria-label="One question">
        {head}
        <ModelChoice
          runs={askable}
          first={first.id}
          second={second?.id}
          onFirst={(id) => setChosen([id, second?.id])}
          onSecond={(id) => setChosen([first.id, id])}
        />
        <label className={inside['person']}>
          <span>Where was</span>{' '}
          <select value={dev % people.length} onChange={(event) => setDev(Number(event.target.value))}>
            {people.map(({ id, name }, i) => (
              <option key={id} value={i}>
                {name}
              </option>
            ))}
          </select>{' '}
          <span>born?</span>
        </label>
        <button type="button" className="pill" onClick={() => setDev(dev + 1)}>
          Next person
        </button>
        {open.map((each) => (
          <AnswerSteps key={each.run.id} open={each} person={samePerson(each, person.name)} />
        ))}
        <ErrorsSorted runs={[first, second].filter((run): run is LabRun => run !== undefined)} />
      </section>
      <section className={styles['work']} aria-label="Attention of the models">
        <Maps key={open[0].run.id} open={open} person={person} />
      </section>
    </>
  )
}

/** The chosen runs, or else the last vanilla one and the last Synthesizer. */
function pairOf(runs: readonly LabRun[], [a, b]: readonly [string | undefined, string | undefined]) {
  const first = runs.find(({ id }) => id === a) ?? latestOf(runs, 'vanilla') ?? runs.at(-1)
  const second = b === 'none' ? undefined : (runs.find(({ id }) => id === b) ?? latestOf(runs, 'synthesizer'))
  return [first, second === first ? undefined : second] as const
}

/** The person of that name in the model's own corpus; models of another corpus are asked about their own. */
function samePerson({ corpus }: ReturnType<typeof openModel>, name: string) {
  const dev = corpus.people.filter(({ half }) => half === 'dev')
  return dev.find((person) => person.name === name) ?? dev[0]
}
