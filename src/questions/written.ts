import { averagedHeads, oneHead } from './attention'
import { namesakes, pretraining, strangers } from './knowledge'
import type { WrittenTask } from './task'

/** Every written question, in the order of the assignment. */
export const writtenTasks: readonly WrittenTask[] = [
  oneHead,
  averagedHeads,
  pretraining,
  namesakes,
  strangers,
]

/** The written question called `id`, or undefined. */
export function writtenTaskOf(id: string): WrittenTask | undefined {
  return writtenTasks.find((task) => task.id === id)
}
