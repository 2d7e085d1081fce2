import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { unwatched } from '../../src/core/jobs'
import { createShipped, type ShippedStore } from '../../src/ui/lab/shipped'
import { openRun } from '../../src/workers/lab-jobs'

const fromDisk = async (path: string) => new Uint8Array(readFileSync(`public/${path}`))
const open = async (bytes: Uint8Array<ArrayBuffer>) => await openRun.run(bytes, unwatched)

const until = async (store: ShippedStore, isReached: () => boolean) => {
  while (!isReached()) await new Promise<void>((resolve) => void store.subscribe(resolve))
}

test('results and models that ship are fetched once, and become runs', async () => {
  const fetchBytes = vi.fn(fromDisk)
  const store = createShipped({ obstacle: undefined, fetchBytes, open })
  store.fetchResults()
  store.fetchResults()
  await until(store, () => store.get().state === 'there')
  expect(fetchBytes.mock.calls).toEqual([['lab/results.json']])
  expect(store.get().runs.length).toBe(10)
  expect(store.get().runs.every(({ status, step, total }) => status === 'done' && step === total)).toBe(true)

  store.fetchModels()
  await until(store, () => store.get().models.length === 4)
  for (const { setting, snapshot, answers } of store.get().models) {
    expect(setting.seed).toBe(1)
    expect(snapshot.numbers.length).toBeGreaterThan(100_000)
    expect([answers?.dev.length, answers?.unseen.length]).toEqual([72, 72])
  }
})

test.each([
  ['cannot be fetched', async () => Promise.reject(new Error('offline')), /could not be fetched/],
  ['is no JSON', async () => new TextEncoder().encode('<!doctype html>'), /could not be fetched/],
  ['holds something else', async () => new TextEncoder().encode('[{}]'), /cannot be read \(0\./],
])('where the file %s a sentence says so', async (_, fetchBytes, sentence) => {
  const store = createShipped({ obstacle: undefined, fetchBytes, open })
  store.fetchResults()
  await until(store, () => store.get().state === 'absent')
  expect(store.get().sentence).toMatch(sentence)
  store.fetchModels()
  await until(store, () => /could not be fetched/.test(store.get().modelSentence))
  expect(store.get().models).toEqual([])
})

test('where nothing can be fetched nothing is tried', () => {
  const fetchBytes = vi.fn(fromDisk)
  const store = createShipped({ obstacle: 'One file.', fetchBytes, open })
  store.fetchResults()
  store.fetchModels()
  expect(store.get()).toMatchObject({ state: 'absent', sentence: 'One file.', modelSentence: 'One file.' })
  expect(fetchBytes).not.toHaveBeenCalled()
})
