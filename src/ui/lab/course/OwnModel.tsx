import { useState } from 'react'
import styles from '../lab.module.css'
import { CourseAnswer } from './CourseAnswer'
import { CourseChooser } from './CourseChooser'
import { CourseCount } from './CourseCount'
import { CourseMap } from './CourseMap'
import own from './course.module.css'
import { useCourse } from './pageCourse'
import { SaveWeights } from './SaveWeights'
import { TrainCourse } from './TrainCourse'

/** A person's own model of the assignment: their files, its answers, where it looks, and its dev accuracy. */
export function OwnModel({ head }: { readonly head: React.ReactNode }) {
  const { course, actions } = useCourse()
  const [typed, setTyped] = useState<string>()
  const [asked, setAsked] = useState(0)
  const { report } = course
  const first = report?.dev[asked % Math.max(1, report.dev.length)]?.name ?? ''
  const name = (typed ?? first).trim()
  const which = `${chosenFiles(course.files)}, ${report?.model?.words}`
  return (
    <>
      <section className={styles['side']} aria-label="Your own model">
        {head}
        <CourseChooser course={course} actions={actions} />
        {report?.model && (
          <>
            <label className={own['name']}>
              <span>Where was</span>{' '}
              <input
                value={typed ?? first}
                maxLength={60}
                onChange={(event) => setTyped(event.target.value)}
              />{' '}
              <span>born?</span>
            </label>
            {report.dev.length > 0 && (
              <button
                type="button"
                className="pill"
                onClick={() => {
                  setTyped(undefined)
                  setAsked(asked + 1)
                }}
              >
                Next dev name
              </button>
            )}
            {name !== '' && <CourseAnswer key={which} name={name} />}
            <p className={own['note']}>
              The model that answers: {report.model.words}. <SaveWeights key={which} />
            </p>
          </>
        )}
      </section>
      <section className={styles['work']} aria-label="What your own model does">
        {report?.model ? (
          <>
            <CourseCount key={which} of={report.dev.length} london={report.london} />
            {name !== '' && (
              <CourseMap key={which} name={name} layers={report.model.layers} heads={report.model.heads} />
            )}
          </>
        ) : (
          <p className={styles['empty']}>{missing(course)}</p>
        )}
        {report?.material && (
          <TrainCourse key={chosenFiles(course.files)} material={report.material} onTrained={actions.ask} />
        )}
      </section>
    </>
  )
}

/** Tells one choice of files from another. */
const chosenFiles = (chosen: object) =>
  Object.entries(chosen)
    .map(([kind, file]: [string, File]) => `${kind} ${file.name} ${file.size} ${file.lastModified}`)
    .join()

/** What is still needed before anything can be asked. */
function missing({ state, files: chosen, report }: ReturnType<typeof useCourse>['course']): string {
  if (state === 'reading') return 'The files are being read.'
  const refused = report?.files.find(
    ({ kind, isTaken }) => !isTaken && (kind === 'weights' || kind === 'wiki'),
  )
  if (refused) return 'A file was refused; why is said beside it.'
  if (!chosen.weights && report?.material)
    return 'No model yet: train one below, or choose a file of weights of the assignment’s model.'
  if (!chosen.weights)
    return 'Choose a file of weights of the assignment’s model, vanilla or Synthesizer; or wiki.txt and birth_places_train.tsv, to train a small one here.'
  if (!chosen.wiki)
    return 'wiki.txt is missing: without it nobody knows which character each token of the model is.'
  return 'The files could not be opened.'
}
