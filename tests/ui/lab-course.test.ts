import { expect, test } from 'vitest'
import { createCourse, kindOf } from '../../src/ui/lab/course/course'
import type { CourseFiles } from '../../src/workers/course-files'
import type { CourseReport } from '../../src/workers/course-jobs'

const MODEL = { layers: 1, heads: 1, words: 'from a file' }
const report: CourseReport = { files: [], model: MODEL, material: undefined, dev: [], london: 0 }

/** A store whose reading is answered by hand. */
function stage() {
  const asked: { files: CourseFiles; answer(report: CourseReport): void; refuse(error: Error): void }[] = []
  const store = createCourse(
    (files) => new Promise((answer, refuse) => void asked.push({ files, answer, refuse })),
  )
  return { store, asked }
}

const named = (name: string) => new File(['x'], name)
const settled = () => new Promise((resolve) => setTimeout(resolve))

test.each([
  ['vanilla.finetune.params', 'weights'],
  ['model.safetensors', 'weights'],
  ['wiki.txt', 'wiki'],
  ['birth_places_train.tsv', 'train'],
  ['birth_dev.tsv', 'dev'],
  ['birth_test_inputs.tsv', undefined],
  ['photo.jpg', undefined],
])('%s is %s', (name, kind) => {
  expect(kindOf(name)).toBe(kind)
})

test('files that come one by one are read together, and strange ones are named', async () => {
  const { store, asked } = stage()
  store.add([named('a.params')])
  store.add([named('wiki.txt'), named('photo.jpg')])
  expect(Object.keys(asked[1].files)).toEqual(['weights', 'wiki'])
  asked[0].answer({ ...report, model: undefined })
  await settled()
  expect(store.get().state).toBe('reading')
  asked[1].answer(report)
  await settled()
  expect(store.get()).toMatchObject({ state: 'read', report: { model: MODEL } })
  expect(store.get().said).toEqual([expect.stringMatching(/^photo\.jpg is none of the files/)])
})

test('a worker that breaks is said, and files can be closed', async () => {
  const { store, asked } = stage()
  store.add([named('a.params')])
  asked[0].refuse(new Error('It broke.'))
  await settled()
  expect(store.get()).toMatchObject({ state: 'failed', said: ['It broke.'] })
  store.clear()
  expect(store.get()).toMatchObject({ state: 'empty', files: {} })
})
