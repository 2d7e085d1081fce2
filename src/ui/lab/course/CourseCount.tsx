import { standardError } from '../../../knowledge/training/evaluation'
import type { countDev, DevCount } from '../../../workers/course-jobs'
import { latestPart, useRuns } from '../../useRuns'
import { JobBar } from '../cause/JobBar'
import styles from '../lab.module.css'
import { courseClient } from './pageCourse'

/** Dev accuracy of a person's own model, counted question by question. */
export function CourseCount({ of, london }: { readonly of: number; readonly london: number }) {
  const { run, start, cancel } = useRuns<typeof countDev, DevCount>({
    name: 'lab/course/count',
    client: courseClient,
    taken: latestPart,
  })
  const { asked = 0, right = 0, unaskable = 0 } = run.result ?? {}
  return (
    <section className={styles['card']} aria-label="Dev accuracy">
      <h2>Dev accuracy</h2>
      {of === 0 ? (
        <p className={styles['empty']}>
          birth_dev.tsv is missing: names can be asked one by one all the same.
        </p>
      ) : (
        <>
          <JobBar
            start={`Ask all ${of} questions`}
            state={run.state}
            message={run.message}
            done={asked / of}
            onStart={() => start(null)}
            onCancel={cancel}
          />
          <p role="status">
            {asked === 0 ? 'Not asked yet.' : counted(right, asked, run.state === 'done')}
            {unaskable > 0 &&
              ` ${unaskable} have a character that the model does not know and count as wrong.`}
            {` Always London: ${(100 * london).toFixed(1)} %.`}
          </p>
        </>
      )}
    </section>
  )
}

function counted(right: number, asked: number, isDone: boolean): string {
  const share = right / asked
  const text = `${right} of ${asked} right, ${(100 * share).toFixed(1)} ± ${(100 * standardError(share, asked)).toFixed(1)} %.`
  return isDone ? text : `So far ${text}`
}
