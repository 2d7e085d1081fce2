import { averagedHeads, oneHead } from './written-attention'
import { namesakes, pretraining, strangers } from './written-knowledge'
import type { WrittenTask } from './written-task'

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
