import { createContext, use } from 'react'
import { linear, type Scale } from './scales'

/** Where a plot draws: its scales, the ends of its axes, and the size of the whole drawing. */
export interface Frame {
  readonly x: Scale
  readonly y: Scale
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly width: number
  readonly height: number
  /** What cuts a mark off at the axes. */
  readonly clip?: string
}

/** A frame whose values are the places of the drawing itself, from its upper left. */
export function sheetFrame(width: number, height: number): Frame {
  return {
    x: linear([0, width])([0, width]),
    y: linear([0, height])([0, height]),
    left: 0,
    right: width,
    top: 0,
    bottom: height,
    width,
    height,
  }
}

export const FrameContext = createContext(sheetFrame(1, 1))

/** The frame given to a mark, or else that of the plot around it. */
export function useFrame(given?: Frame): Frame {
  const around = use(FrameContext)
  return given ?? around
}

/** What every mark that has a place in a plot may be given in place of the plot's own frame. */
export interface Framed {
  readonly frame?: Frame | undefined
}
