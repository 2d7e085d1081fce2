import { describe, expect, test, vi } from 'vitest'
import { answerTo } from '../../src/workers/checking'
import type { CheckingAnswer, CheckingRequest } from '../../src/workers/checking.messages'
import { type CheckingWorker, checkingClient } from '../../src/workers/checking-client'

const question = { type: 'check', part: 'b', texts: { q: 'Q*(k_a + k_b)' } } as const

/** A worker of this process: it answers, never answers, or breaks as soon as it is asked. */
function workerThat(does: 'answers' | 'hangs' | 'breaks') {
  let hear: (event: { readonly data: CheckingAnswer }) => void = () => {}
  let fail: () => void = () => {}
  const worker = {
    ended: false,
    asked: 0,
    postMessage(request: CheckingRequest) {
      worker.asked += 1
      if (does === 'answers') queueMicrotask(() => hear({ data: answerTo(request) }))
      if (does === 'breaks') queueMicrotask(() => fail())
    },
    addEventListener(type: string, listener: never) {
      if (type === 'message') hear = listener
      if (type === 'error') fail = listener
    },
    terminate() {
      worker.ended = true
    },
  }
  return worker
}

type Fake = ReturnType<typeof workerThat>

/** A client whose workers are, one after the other, those given; then none can be had. */
function clientOf(workers: readonly Fake[], patience?: number) {
  const left = [...workers]
  const here = vi.fn(async (request: CheckingRequest) => answerTo(request))
  const spawn = () => {
    const worker = left.shift()
    if (!worker) throw new Error('no worker')
    return worker as unknown as CheckingWorker
  }
  return { client: checkingClient({ spawn, here }, patience), here, left }
}

const accepted = (answer: CheckingAnswer) => answer.type === 'check' && answer.verdict.accept

describe('the service', () => {
  test('reads, judges and compares', () => {
    expect(accepted(answerTo({ ...question, job: 1 }))).toBe(true)
    const echo = answerTo({ ...question, type: 'echo', job: 2 })
    expect(echo).toMatchObject({ type: 'echo', job: 2, echoes: { q: { shape: { words: 'a column' } } } })
    const solutions = answerTo({ ...question, type: 'solutions', job: 3 })
    expect(solutions.type === 'solutions' && solutions.solutions.answers.length).toBeGreaterThanOrEqual(2)
  })

  test('answers what it cannot do with a sentence', () => {
    const answer = answerTo({ ...question, part: 'z' as 'a', job: 4 })
    expect(answer).toEqual({ type: 'failed', job: 4, message: expect.stringContaining('got z') })
  })

  test('everything it says can be copied to another thread', () => {
    const wrong = answerTo({ ...question, texts: { q: 'k_a + k_b' }, job: 5 })
    expect(structuredClone(wrong)).toEqual(wrong)
    expect(accepted(wrong)).toBe(false)
  })
})

describe('the client', () => {
  test('asks one worker and keeps a spare', async () => {
    const [first, spare] = [workerThat('answers'), workerThat('answers')]
    const { client, here } = clientOf([first, spare])
    expect(accepted(await client.ask(question))).toBe(true)
    expect(accepted(await client.ask(question))).toBe(true)
    expect([first.asked, spare.asked]).toEqual([2, 0])
    expect(here).not.toHaveBeenCalled()
    client.close()
    expect([first.ended, spare.ended]).toEqual([true, true])
  })

  test('a worker that hangs is ended, the question is answered with a sentence, and the spare goes on', async () => {
    const [first, spare] = [workerThat('hangs'), workerThat('answers')]
    const { client } = clientOf([first, spare, workerThat('answers')], 20)
    expect(await client.ask(question)).toMatchObject({
      type: 'failed',
      message: expect.stringContaining('too long'),
    })
    expect(first.ended).toBe(true)
    expect(accepted(await client.ask(question))).toBe(true)
    expect(spare.asked).toBe(1)
  })

  test('questions that waited behind one that hangs are asked again', async () => {
    const { client } = clientOf([workerThat('hangs'), workerThat('answers'), workerThat('answers')], 20)
    const [first, second] = await Promise.all([client.ask(question), client.ask(question)])
    expect(first.type).toBe('failed')
    expect(['failed', 'check']).toContain(second.type)
    expect(accepted(await client.ask(question))).toBe(true)
  })

  test('where workers break, the page answers', async () => {
    const { client, here } = clientOf([workerThat('breaks'), workerThat('breaks'), workerThat('breaks')])
    expect(accepted(await client.ask(question))).toBe(true)
    expect(here).toHaveBeenCalledTimes(1)
  })

  test('where no worker can be had, the page answers', async () => {
    const { client, here } = clientOf([])
    expect(accepted(await client.ask(question))).toBe(true)
    expect(here).toHaveBeenCalledTimes(1)
  })
})
