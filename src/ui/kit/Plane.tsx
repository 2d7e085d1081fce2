import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { colourOf } from '../plot/inks'
import { Chart } from './Chart'
import styles from './Plane.module.css'
import { useSize } from './useSize'
import { type Rgb, useTints } from './useTints'

/** The drawn square: from places of the plane to the figure's own units and back. */
export interface PlaneSquare {
  x(value: number): number
  y(value: number): number
  xAt(place: number): number
  yAt(place: number): number
  /** Length of the square's side, and of one unit of the plane, in the figure's units. */
  readonly side: number
  readonly unit: number
  /** Id of a clip path around the square. */
  readonly clip: string
}

/** A square of coloured places behind the figure. */
export interface PlaneField {
  /** Places along one side. */
  readonly size: number
  /** Red, green, blue and opacity of each place, row by row from the upper left. */
  pixels(tints: readonly Rgb[]): Uint8ClampedArray<ArrayBuffer>
}

interface Props {
  /** What is drawn, in words, for those who cannot see it. */
  readonly label: string
  /** The plane is drawn from −extent to extent along both axes. */
  readonly extent: number
  readonly field: PlaneField
  children(plane: PlaneSquare): ReactNode
}

/** A square of the plane with a field of colours under it. What is drawn on top the caller decides. */
export function Plane({ label, extent, field, children }: Props) {
  const [element, { width, height }] = useSize<HTMLDivElement>({ width: 420, height: 420 })
  const side = Math.min(width, height)
  const clip = useId()
  const unit = side / (2 * extent)
  const plane: PlaneSquare = {
    x: (value) => (value + extent) * unit,
    y: (value) => (extent - value) * unit,
    xAt: (place) => place / unit - extent,
    yAt: (place) => extent - place / unit,
    side,
    unit,
    clip: `url(#${clip})`,
  }
  const [left, right, origin] = [0, side, plane.x(0)]
  return (
    <Chart
      label={label}
      width={side}
      height={side}
      element={element}
      className={styles['plane']}
      below={<Field field={field} />}
    >
      <clipPath id={clip}>
        <rect width={side} height={side} rx={6} />
      </clipPath>
      <rect fill="none" stroke={colourOf('rule')} width={side} height={side} rx={6} />
      <line {...AXIS} x1={left} x2={right} y1={origin} y2={origin} />
      <line {...AXIS} y1={left} y2={right} x1={origin} x2={origin} />
      {children(plane)}
    </Chart>
  )
}

const AXIS = { stroke: colourOf('soft'), strokeOpacity: 0.35 } as const

function Field({ field }: { field: PlaneField }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const tints = useTints(canvas)
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (tints.length > 0) context?.putImageData(new ImageData(field.pixels(tints), field.size), 0, 0)
  }, [field, tints])
  return (
    <canvas
      ref={canvas}
      className={styles['field']}
      width={field.size}
      height={field.size}
      aria-hidden="true"
    />
  )
}
