import { type DrawColumns, drawColumns, GaussianSampler } from '../core/gaussian'
import { expectedError } from '../core/gaussian-error'
import { shareLaw } from '../core/gaussian-laws'
import { type HeadParams, headSetting } from '../core/head-designs'
import { separateError } from '../core/head-error'
import { limitError } from '../core/head-limit'
import { HeadTally } from '../core/head-tally'
import { ShareTally } from '../core/share-tally'
import {
  type DrawJob,
  type ErrorJob,
  type ExactErrors,
  type HeadJob,
  type SamplingAnswer,
  type SamplingJob,
  type SamplingRequest,
  SHOWN_DRAWS,
  SHOWN_WIDTH,
} from './sampling.messages'

/** What the work needs of the place where it runs: a worker, the page, or a test. */
export interface Host {
  /** Milliseconds of work between two looks at the messages; on the page well inside a frame. */
  readonly slice: number
  /** Milliseconds since some moment. */
  now(): number
  /** Runs `step` soon, after messages that wait have been heard. */
  soon(step: () => void): void
  post(answer: SamplingAnswer): void
}

/** Milliseconds between two answers of one job. */
const PAUSE = 100

/** Most draws between two looks at the clock. */
const ROWS = 64

/**
 * Does one sampling job at a time, in slices, wherever it runs: a new job ends the one before, a cancelled one falls
 * silent, and a job that throws answers `failed`. Returns what hears the requests.
 */
export function samplingService(host: Host): (request: SamplingRequest) => void {
  let current: { job: number; work: Generator<SamplingAnswer | undefined> } | undefined
  const run = (job: number) => {
    if (current?.job !== job) return
    const { work } = current
    const end = host.now() + host.slice
    try {
      for (let step = work.next(); ; step = work.next()) {
        if (step.done) return void (current = undefined)
        if (step.value) host.post(step.value)
        if (host.now() >= end) break
      }
    } catch (error) {
      current = undefined
      return host.post({
        type: 'failed',
        job,
        message: error instanceof Error ? error.message : String(error),
      })
    }
    host.soon(() => run(job))
  }
  return (request) => {
    const { job } = request
    if (request.type === 'cancel') {
      if (current?.job === job) current = undefined
      return
    }
    current = { job, work: workOf(request, host) }
    host.soon(() => run(job))
  }
}

function workOf(job: SamplingJob, host: Host): Generator<SamplingAnswer | undefined> {
  if (job.type === 'draw') return drawing(job, host)
  return job.type === 'heads' ? comparing(job, host) : computing(job, host)
}

/** Makes and counts the draws; yields an answer when one is due. */
function* drawing({ job, setting, seed, count }: DrawJob, host: Host): Generator<SamplingAnswer | undefined> {
  const sampler = new GaussianSampler(setting, seed)
  const tally = new ShareTally(shareLaw(setting))
  const rows = Math.max(1, Math.min(ROWS, Math.floor(20_000 / setting.n)))
  const batch = drawColumns(setting, rows)
  const shown: number[] = []
  let [sent, due] = [0, host.now() + PAUSE / 2]
  while (sampler.index < count) {
    const columns = count - sampler.index < rows ? drawColumns(setting, count - sampler.index) : batch
    sampler.fill(columns)
    tally.add(columns)
    keepShown(shown, columns)
    const done = sampler.index === count
    if (!done && host.now() < due) {
      yield undefined
      continue
    }
    yield { type: 'drawn', job, done, summary: tally.summary(), shown: Float64Array.from(shown.slice(sent)) }
    sent = shown.length
    due = host.now() + PAUSE
  }
}

function keepShown(shown: number[], { count, along, weights }: DrawColumns): void {
  for (let row = 0; row < count && shown.length < SHOWN_DRAWS * SHOWN_WIDTH; row++)
    shown.push(along[2 * row], along[2 * row + 1], weights[2 * row], weights[2 * row + 1])
}

/** Makes draws and counts them for every design; yields an answer when one is due. */
function* comparing(
  { job, params, seed, count }: HeadJob,
  host: Host,
): Generator<SamplingAnswer | undefined> {
  const sampler = new GaussianSampler(headSetting(params), seed)
  const tally = new HeadTally(params)
  const rows = Math.max(1, Math.min(ROWS, Math.floor(20_000 / (params.n * params.heads))))
  const exact = exactErrors(params)
  let due = host.now()
  while (sampler.index < count) {
    tally.add(sampler, Math.min(rows, count - sampler.index))
    const done = sampler.index === count
    if (!done && host.now() < due) {
      yield undefined
      continue
    }
    yield { type: 'heads', job, done, summary: tally.summary(), exact }
    due = host.now() + PAUSE
  }
}

function exactErrors(params: HeadParams): ExactErrors {
  return { one: oneHeadError(params), separate: separateError(params) }
}

function oneHeadError(params: HeadParams): number | undefined {
  if (params.keyVariance === 0) return limitError('one', params, params.normVariance)
  const { queries, ...setting } = headSetting(params)
  return params.heads === 2 ? expectedError({ ...setting, queries: [queries[0]] }) : undefined
}

/** One expected error after the other; an answer holds all so far. */
function* computing({ job, settings }: ErrorJob, host: Host): Generator<SamplingAnswer | undefined> {
  const errors: number[] = []
  let due = host.now() + PAUSE
  for (const setting of settings) {
    errors.push(expectedError(setting))
    const done = errors.length === settings.length
    if (done || host.now() >= due) {
      yield { type: 'errors', job, done, errors: Float64Array.from(errors) }
      due = host.now() + PAUSE
    } else yield undefined
  }
}
