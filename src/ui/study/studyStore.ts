import type { Lesson, Question } from '../../state/lecture/lesson'
import {
  type Answer,
  loadStudies,
  NOT_STUDIED,
  type Studies,
  type Study,
  saveStudies,
  withAnswer,
} from '../../state/lecture/study'
import type { Notice } from '../../state/link-fields'
import { createStore, type Store } from '../../state/store'
import { deviceStorage, savedAtRest } from '../saved'

/** What a person has predicted on this device. */
export interface StudyState {
  readonly studies: Studies
  /** Whether a lesson is gone through now. */
  readonly isOpen: boolean
  readonly notices: readonly Notice[]
  /** False where this device refused to keep it. */
  readonly isKept: boolean
}

type Update = (state: StudyState) => StudyState

/** Milliseconds of rest after which a change is saved. */
const REST = 400

let store: Store<StudyState, Update> | undefined

/** The page's one store of predictions: read from this device at first use, saved at rest and when the page is left. */
export function studyStore(): Store<StudyState, Update> {
  store ??= startStore()
  return store
}

function startStore(): Store<StudyState, Update> {
  const { value, notices } = loadStudies(deviceStorage())
  const initial = { studies: value, isOpen: false, notices, isKept: true }
  const state = createStore((now: StudyState, update: Update) => update(now), initial)
  let saved = value
  const save = () => {
    const { studies, isKept } = state.get()
    const changed = Object.entries(studies).filter(([id, study]) => study !== saved[id])
    if (changed.length === 0) return
    saved = studies
    const isDone = saveStudies(deviceStorage(), Object.fromEntries(changed))
    if (isDone !== isKept) state.dispatch((now) => ({ ...now, isKept: isDone }))
  }
  savedAtRest(state, save, REST)
  return state
}

/** How far `lesson` has been gone through; at a step that it has. */
export function studyOf({ studies }: StudyState, { id, steps }: Lesson): Study {
  const study = studies[id] ?? NOT_STUDIED
  return study.step < steps.length ? study : { ...study, step: 0 }
}

function change(lesson: Lesson, update: (study: Study) => Study): void {
  studyStore().dispatch((state) => ({
    ...state,
    studies: { ...state.studies, [lesson.id]: update(studyOf(state, lesson)) },
  }))
}

/** Begins to go through a lesson, or goes on with it; or leaves it. */
export const openStudy = (isOpen: boolean): void => studyStore().dispatch((state) => ({ ...state, isOpen }))

/** Goes `by` steps on; at the ends nothing happens. */
export const goBy = (lesson: Lesson, by: number): void =>
  change(lesson, (study) => (study.step + by in lesson.steps ? { ...study, step: study.step + by } : study))

/** Changes the answer to the question of the step that is shown. */
export const answer = (lesson: Lesson, question: Question, changes: Partial<Answer>): void =>
  change(lesson, (study) => withAnswer(study, study.step, question, changes))

export const dismissStudyNotices = (): void => studyStore().dispatch((state) => ({ ...state, notices: [] }))
