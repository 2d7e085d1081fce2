import labWorker from '../../workers/lab.worker?worker&url'
import { type JobClient, jobClient } from '../../workers/rpc'
import { startWorker } from '../trusted'

/** A client of its own for the lab’s jobs, which need a worker: the page itself would stand still for seconds. */
export const labClient = (): JobClient => jobClient({ spawn: () => startWorker(labWorker) })
