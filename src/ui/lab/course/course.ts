import { createStore, type Store } from '../../../state/store'
import type { CourseFiles, CourseKind } from '../../../workers/course-files'
import type { CourseReport, OpenModel } from '../../../workers/course-jobs'

/** A person's own files, and what reading them has come to. */
export interface Course {
  readonly state: 'empty' | 'reading' | 'read' | 'failed'
  readonly files: Readonly<Partial<Record<CourseKind, File>>>
  readonly report: CourseReport | undefined
  /** Files that are none of the course's, and what broke, in sentences. */
  readonly said: readonly string[]
}

/** The files that were chosen, read as soon as they change. */
export interface CourseStore extends Pick<Store<Course, never>, 'get' | 'subscribe'> {
  /** Takes over files, each in place of an earlier one of its kind. */
  add(files: readonly File[]): void
  /** A model that was trained on the files: from then on it is the one that is asked. */
  ask(model: OpenModel): void
  clear(): void
}

const EMPTY: Course = { state: 'empty', files: {}, report: undefined, said: [] }

/** The store of a person's own files, which `read` reads in a worker. */
export function createCourse(read: (files: CourseFiles) => Promise<CourseReport>): CourseStore {
  const { get, subscribe, dispatch: set } = createStore((_: Course, next: Course) => next, EMPTY)
  const readAll = async (begun: Course) => {
    try {
      const report = await read(begun.files)
      if (get() === begun) set({ ...begun, state: 'read', report })
    } catch (error) {
      const said = [...begun.said, error instanceof Error ? error.message : 'The files could not be read.']
      if (get() === begun) set({ ...begun, state: 'failed', said })
    }
  }
  return {
    get,
    subscribe,
    add(files) {
      const known = files.map((file) => [kindOf(file.name), file] as const)
      const taken = Object.fromEntries(known.filter(([kind]) => kind)) as Course['files']
      const said = known.filter(([kind]) => !kind).map(([, { name }]) => strange(name))
      const all = { ...get().files, ...taken }
      if (Object.keys(taken).length === 0) return set({ ...get(), said })
      const begun: Course = { state: 'reading', files: all, report: undefined, said }
      set(begun)
      void readAll(begun)
    },
    ask(model) {
      const { report } = get()
      if (report) set({ ...get(), report: { ...report, model } })
    },
    clear: () => set(EMPTY),
  }
}

const WEIGHTS = /\.(params|pt|pth|bin|ckpt|zip|safetensors)$/i

/** What a file is, by its name; undefined where that is none of the course's. */
export function kindOf(name: string): CourseKind | undefined {
  if (WEIGHTS.test(name)) return 'weights'
  if (/\.txt$/i.test(name)) return 'wiki'
  if (!/\.tsv$/i.test(name)) return undefined
  if (/dev/i.test(name)) return 'dev'
  return /train/i.test(name) ? 'train' : undefined
}

const strange = (name: string) =>
  `${name} is none of the files that are read: weights (.params, .pt, .pth, .bin, .safetensors), wiki.txt, birth_places_train.tsv, birth_dev.tsv.`
