import { useEffect, useState, useSyncExternalStore } from 'react'
import type { InputOf, Job, ResultOf } from '../../../core/jobs'
import courseWorker from '../../../workers/course.worker?worker&url'
import type { openCourse } from '../../../workers/course-jobs'
import { jobClient } from '../../../workers/rpc'
import { startWorker } from '../../trusted'
import { type Course, createCourse } from './course'

/** One worker for as long as the page is open: it keeps the model. */
const client = jobClient({ spawn: () => startWorker(courseWorker) })

const course = createCourse((files) => client.run<typeof openCourse>('lab/course/open', files))

/** A person's own files, and what can be done to them. */
export function useCourse(): { readonly course: Course; readonly actions: typeof course } {
  return { course: useSyncExternalStore(course.subscribe, course.get), actions: course }
}

/** The client for jobs on the files that are open; closing it leaves the worker to the others. */
export const courseClient = () => ({ ...client, close: () => {} })

/** What a job on the open files returns for `input`; the result before while a new one is computed. */
export function useAnswered<J extends Job>(
  name: J['name'],
  input: InputOf<J>,
): { readonly result?: ResultOf<J>; readonly failed?: string; readonly isLate: boolean } {
  const [state, setState] = useState<{
    readonly of: string
    readonly result?: ResultOf<J>
    readonly failed?: string
  }>()
  const key = JSON.stringify(input)
  useEffect(() => {
    const controller = new AbortController()
    client.run<J>(name, JSON.parse(key) as InputOf<J>, { signal: controller.signal }).then(
      (result) => setState({ of: key, result }),
      (error: unknown) => {
        if (!controller.signal.aborted)
          setState({ of: key, failed: error instanceof Error ? error.message : String(error) })
      },
    )
    return () => controller.abort()
  }, [name, key])
  return { ...state, isLate: state?.of !== key }
}
