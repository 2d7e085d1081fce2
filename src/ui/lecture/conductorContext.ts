import { createContext, use } from 'react'
import type { Lecture } from '../../state/lecture/lecture'
import { useFromStore } from '../useFromStore'
import type { Conductor } from './conductor'

export const ConductorContext = createContext<Conductor | undefined>(undefined)

/** The console's lecture. @throws {Error} outside of a console */
export function useConductor(): Conductor {
  const conductor = use(ConductorContext)
  if (!conductor) throw new Error('useConductor: expected a console around')
  return conductor
}

/** What `select` finds in the lecture. */
export function useFromLecture<T>(select: (lecture: Lecture) => T): T {
  return useFromStore(useConductor().lecture, select)
}
