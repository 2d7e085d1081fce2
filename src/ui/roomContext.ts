import { createContext, use } from 'react'
import type { OpenRoom } from './useRoom'

export const RoomContext = createContext<OpenRoom | undefined>(undefined)

/** The open room, for what stands between its figures. @throws {Error} outside of a room */
export function useOpenRoom(): OpenRoom {
  const room = use(RoomContext)
  if (!room) throw new Error('useOpenRoom: expected a room around')
  return room
}
