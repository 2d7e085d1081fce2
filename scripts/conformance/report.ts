import { constructions } from '../../src/constructions'
import type { Construction } from '../../src/constructions/construction'
import type { ConformanceReport, RoomReport } from '../../src/ui/conformance/report'
import { judgedClaims, judgedStates } from './claims'
import { comparedQuantities } from './quantities'
import { referenceStates } from './reference'

/** Every quantity of every room against its reference, and every claim with its verdicts. */
export function conformanceReport(version: string, date: string): ConformanceReport {
  return { version, date, rooms: constructions.map(roomReport) }
}

/** The part of one room. */
export function roomReport(room: Construction): RoomReport {
  const states = judgedStates(room)
  return {
    room: room.id,
    states: referenceStates(room).length,
    judged: states.length,
    quantities: comparedQuantities(room),
    claims: judgedClaims(room, states),
  }
}
