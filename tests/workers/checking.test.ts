import { expect, test } from 'vitest'
import { unwatched } from '../../src/core/jobs'
import { compareSolutions, jobs, judgeAnswer, readAnswer } from '../../src/workers/checking-jobs'
import { testHost } from './host'

const answer = { part: 'b', texts: { q: 'Q*(k_a + k_b)' } } as const

test('answers are read, judged and compared', async () => {
  expect(await judgeAnswer.run(answer, unwatched)).toMatchObject({ part: 'b', accept: true })
  expect(await readAnswer.run(answer, unwatched)).toMatchObject({ q: { shape: { words: 'a column' } } })
  const { answers } = await compareSolutions.run({ part: 'b' }, unwatched)
  expect(answers.length).toBeGreaterThanOrEqual(2)
})

test('what cannot be done is said in a sentence', async () => {
  const host = testHost(jobs)
  host.start(4, 'check/judge', { ...answer, part: 'z' })
  await host.runAll()
  expect(host.answers).toEqual([{ type: 'failed', id: 4, message: expect.stringContaining('got z') }])
})

test('answers come in the order of the requests', async () => {
  const host = testHost(jobs)
  for (const [i, name] of ['check/read', 'check/judge', 'check/solutions', 'check/read'].entries())
    host.start(i + 1, name, answer)
  await host.runAll()
  expect(host.answers.map(({ type, id }) => `${type} ${id}`)).toEqual([
    'done 1',
    'done 2',
    'done 3',
    'done 4',
  ])
})

test('everything that is said of an answer can be copied to another thread', async () => {
  const wrong = await judgeAnswer.run({ ...answer, texts: { q: 'k_a + k_b' } }, unwatched)
  expect(structuredClone(wrong)).toEqual(wrong)
  expect(wrong.accept).toBe(false)
})
