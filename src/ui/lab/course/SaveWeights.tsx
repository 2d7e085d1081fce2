import { useState } from 'react'
import type { courseWeights } from '../../../workers/course-jobs'
import { download } from '../../download'
import { courseClient } from './pageCourse'

/** Saves the weights of the model that is asked, as a file that this page and others read. */
export function SaveWeights() {
  const [problem, setProblem] = useState('')
  const save = async () => {
    try {
      const content = await courseClient().run<typeof courseWeights>('lab/course/weights', null)
      download({ name: 'own-model.safetensors', type: 'application/octet-stream', content })
      setProblem('')
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <>
      <button type="button" className="pill" onClick={() => void save()}>
        Save its weights
      </button>
      <span role="status">{problem}</span>
    </>
  )
}
