import { describe, expect, test, vi } from 'vitest'
import { defineJob, type Job, type Work } from '../../src/core/jobs'
import type { JobAnswer, JobRequest } from '../../src/workers/messages'
import type { WorkerLike } from '../../src/workers/pool'
import { JobError, jobClient } from '../../src/workers/rpc'

const double = defineJob('test/double', async (x: number, work: Work<string>) => {
  work.report('half way')
  await work.pause()
  return 2 * x
})
const refuse = defineJob('test/refuse', (reason: string): number => {
  throw new RangeError(reason)
})
const endless = defineJob('test/endless', async (_: number, work: Work<number>): Promise<number> => {
  for (;;) await work.pause()
})

/** A worker of this process: it answers, is silent, or breaks as soon as it is asked; once ended, it is silent. */
class FakeWorker implements WorkerLike {
  readonly heard: JobRequest[] = []
  readonly transferred: Transferable[] = []
  isEnded = false
  private readonly listeners = new Map<string, (event: { readonly data: unknown }) => void>()
  private readonly does: 'answers' | 'nothing' | 'breaks'
  constructor(does: FakeWorker['does']) {
    this.does = does
  }
  postMessage(request: JobRequest, transfer: Transferable[]): void {
    this.heard.push(request)
    this.transferred.push(...transfer)
    if (this.does === 'breaks') queueMicrotask(() => this.say('error'))
    if (this.does !== 'answers' || request.type !== 'run') return
    const { id, input } = request
    queueMicrotask(() => this.say('message', { type: 'progress', id, value: 'half way' }))
    queueMicrotask(() => this.say('message', { type: 'done', id, value: 2 * Number(input) }))
  }
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
    this.listeners.set(type, listener)
  }
  terminate(): void {
    this.isEnded = true
  }
  say(type: 'message' | 'error', data?: JobAnswer): void {
    if (!this.isEnded) this.listeners.get(type)?.({ data })
  }
  ids(): string[] {
    return this.heard.map(({ type, id }) => `${type} ${id}`)
  }
}

const answering = () => new FakeWorker('answers')
const silent = () => new FakeWorker('nothing')
const breaking = () => new FakeWorker('breaks')

/** A client whose workers are, one after the other, those given; then none can be had. */
function clientOf(
  workers: readonly FakeWorker[],
  { spare = false, jobs }: { spare?: boolean; jobs?: readonly Job[] } = {},
) {
  const left = [...workers]
  const here = vi.fn(async () => jobs ?? [double, refuse, endless])
  const onFallback = vi.fn()
  const client = jobClient({
    spawn: () => {
      const worker = left.shift()
      if (!worker) throw new TypeError('no worker')
      return worker
    },
    here,
    onFallback,
    spare,
  })
  return { client, here, onFallback, left }
}

type Client = ReturnType<typeof clientOf>['client']
const doubled = (client: Client, x: number, options = {}) =>
  client.run<typeof double>('test/double', x, options)

describe('a run in a worker', () => {
  test('reports its parts and is fulfilled with its result', async () => {
    const { client, here } = clientOf([answering()])
    const parts: string[] = []
    expect(await doubled(client, 21, { onProgress: (part: string) => parts.push(part) })).toBe(42)
    expect(parts).toEqual(['half way'])
    expect(here).not.toHaveBeenCalled()
  })

  test('is told from the others by its id', async () => {
    const worker = silent()
    const { client } = clientOf([worker])
    const results = Promise.all([doubled(client, 1), doubled(client, 2)])
    worker.say('message', { type: 'done', id: 2, value: 'second' })
    worker.say('message', { type: 'done', id: 7, value: 'nobody' })
    worker.say('message', { type: 'done', id: 1, value: 'first' })
    expect(await results).toEqual(['first', 'second'])
  })

  test('that fails is rejected with the reason', async () => {
    const worker = silent()
    const { client } = clientOf([worker])
    const result = doubled(client, 1)
    worker.say('message', { type: 'failed', id: 1, message: 'expected more' })
    await expect(result).rejects.toMatchObject({ reason: 'failed', message: 'expected more' })
  })

  test('is cancelled by its signal: the worker is told so, and nothing more is heard', async () => {
    const worker = silent()
    const { client } = clientOf([worker])
    const controller = new AbortController()
    const onProgress = vi.fn()
    const result = doubled(client, 1, { signal: controller.signal, onProgress })
    controller.abort()
    await expect(result).rejects.toMatchObject({ name: 'AbortError' })
    worker.say('message', { type: 'progress', id: 1, value: 'late' })
    worker.say('message', { type: 'done', id: 1, value: 2 })
    expect(worker.ids()).toEqual(['run 1', 'cancel 1'])
    expect(onProgress).not.toHaveBeenCalled()
    await expect(doubled(client, 1, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(worker.heard).toHaveLength(2)
  })

  test('gives memory away where it is asked to', async () => {
    const worker = answering()
    const { client } = clientOf([worker])
    const { buffer } = new Float32Array(4)
    await doubled(client, 1, { transfer: [buffer] })
    expect(worker.transferred).toEqual([buffer])
  })
})

describe('closing', () => {
  test('ends the workers and what runs, at once', async () => {
    const [first, spare] = [silent(), silent()]
    const { client, here, left } = clientOf([first, spare, silent()], { spare: true })
    const result = doubled(client, 1)
    client.close()
    await expect(result).rejects.toMatchObject({ reason: 'closed' })
    expect([first.isEnded, spare.isEnded]).toEqual([true, true])
    expect(left).toHaveLength(1)
    expect(here).not.toHaveBeenCalled()
  })

  test('and asking again, as under StrictMode, starts new workers', async () => {
    const workers = [1, 2, 3, 4].map(answering)
    const { client, here } = clientOf(workers, { spare: true })
    expect(await doubled(client, 1)).toBe(2)
    client.close()
    expect(await doubled(client, 2)).toBe(4)
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, true, false, false])
    expect(here).not.toHaveBeenCalled()
  })

  test('ends a run on the page', async () => {
    const { client } = clientOf([])
    const onProgress = vi.fn()
    const result = client.run<typeof endless>('test/endless', 0, { onProgress })
    client.close()
    await expect(result).rejects.toMatchObject({ reason: 'closed' })
  })
})

describe('a worker that hangs or breaks', () => {
  test('is kept beside a spare, which is not asked until then', async () => {
    const [first, spare] = [answering(), answering()]
    const { client } = clientOf([first, spare], { spare: true })
    await doubled(client, 1)
    await doubled(client, 2)
    expect([first.heard.length, spare.heard.length]).toEqual([2, 0])
  })

  test('is ended when a run takes longer than it may, and the spare goes on', async () => {
    const [first, spare] = [silent(), answering()]
    const { client } = clientOf([first, spare, answering()], { spare: true })
    await expect(doubled(client, 1, { patience: 20 })).rejects.toMatchObject({ reason: 'slow' })
    expect(first.isEnded).toBe(true)
    expect(await doubled(client, 3)).toBe(6)
    expect(spare.ids()).toEqual(['run 2'])
  })

  test('has the runs that waited behind one that hangs begun again', async () => {
    const { client } = clientOf([silent(), answering()])
    const hanging = doubled(client, 1, { patience: 20 })
    const behind = doubled(client, 2)
    await expect(hanging).rejects.toBeInstanceOf(JobError)
    expect(await behind).toBe(4)
  })

  test('has its runs begun again in another one', async () => {
    const next = answering()
    const { client, onFallback } = clientOf([breaking(), next])
    expect(await doubled(client, 5)).toBe(10)
    expect(next.ids()).toEqual(['run 1'])
    expect(onFallback).not.toHaveBeenCalled()
  })

  test('is one that says what nobody understands', async () => {
    const [first, next] = [silent(), answering()]
    const { client } = clientOf([first, next])
    const result = doubled(client, 5)
    first.say('message', { type: 'nonsense' } as never)
    expect(await result).toBe(10)
    expect(first.isEnded).toBe(true)
  })

  test('cannot have a run repeated whose memory was given away', async () => {
    const { client } = clientOf([breaking(), answering()])
    const transfer = [new ArrayBuffer(8)]
    await expect(doubled(client, 5, { transfer })).rejects.toMatchObject({ reason: 'broken' })
  })
})

describe('the page does the work', () => {
  test.each([
    ['where no worker can be had', []],
    ['where workers break', [breaking(), breaking(), breaking()]],
  ])('%s, and says so once', async (_, workers) => {
    const { client, onFallback, left } = clientOf(workers)
    const parts: string[] = []
    expect(await doubled(client, 4, { onProgress: (part: string) => parts.push(part) })).toBe(8)
    expect(await doubled(client, 5)).toBe(10)
    expect(parts).toEqual(['half way'])
    expect(onFallback).toHaveBeenCalledTimes(1)
    expect(left.length).toBe(Math.max(0, workers.length - 2))
  })

  test('and a run there fails and is cancelled as in a worker', async () => {
    const { client } = clientOf([])
    await expect(client.run<typeof refuse>('test/refuse', 'expected more')).rejects.toMatchObject({
      message: 'expected more',
    })
    const controller = new AbortController()
    const result = client.run<typeof endless>('test/endless', 0, { signal: controller.signal })
    controller.abort()
    await expect(result).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('unless the jobs cannot be fetched, or may only be done in a worker', async () => {
    const { client, here } = clientOf([])
    here.mockRejectedValueOnce(new TypeError('offline'))
    await expect(doubled(client, 1)).rejects.toMatchObject({ reason: 'broken' })
    expect(await doubled(client, 1)).toBe(2)
    const only = jobClient({
      spawn: () => {
        throw new TypeError('no worker')
      },
    })
    await expect(doubled(only, 1)).rejects.toMatchObject({ reason: 'broken' })
  })
})
