import type { Jobs } from '../core/jobs'
import roomWorker from '../workers/rooms.worker?worker&url'
import { type JobClient, jobClient, type Surroundings } from '../workers/rpc'
import { type Chunk, chunk } from './chunk'
import { startWorker } from './trusted'

/**
 * A client of workers that run `script`, the address of one of this page's own; the page does the same jobs where none
 * can be had.
 */
export function pageClient(
  script: string,
  jobs: Chunk<{ readonly jobs: Jobs }>,
  options: Pick<Surroundings, 'onFallback' | 'spare'> = {},
): JobClient {
  return jobClient({
    ...options,
    spawn: () => startWorker(script),
    async here() {
      jobs.forget()
      return (await jobs.fetch()).jobs
    },
  })
}

const roomJobs = chunk(() => import('../workers/room-jobs'))

/** A client for the jobs of the rooms; `onFallback` is called if the page itself has to do the work. */
export const roomClient = (onFallback: () => void): JobClient =>
  pageClient(roomWorker, roomJobs, { onFallback })
