import type { Lesson } from '../lesson'
import { headsLesson } from './heads'
import { matricesLesson } from './matrices'
import { pretrainingLesson } from './pretraining'
import { softmaxLesson } from './softmax'

let lessons: readonly Lesson[] | undefined

/** The lessons that come with the explorer. Their numbers are worked out when they are first asked for. */
export function shippedLessons(): readonly Lesson[] {
  lessons ??= [softmaxLesson(), headsLesson(), matricesLesson(), pretrainingLesson()]
  return lessons
}
