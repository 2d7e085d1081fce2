import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import './chart.css'
import styles from './Plane.module.css'
import { useWidth } from './useSize'
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
  const [element, side] = useWidth<HTMLDivElement>(420)
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
    <div ref={element} className={styles['plane']}>
      <Field field={field} />
      <svg className="chart" viewBox={`0 0 ${side} ${side}`} role="group" aria-label={label}>
        <clipPath id={clip}>
          <rect width={side} height={side} rx={6} />
        </clipPath>
        <rect className={styles['frame']} width={side} height={side} rx={6} />
        <line className={styles['axis']} x1={left} x2={right} y1={origin} y2={origin} />
        <line className={styles['axis']} y1={left} y2={right} x1={origin} x2={origin} />
        {children(plane)}
      </svg>
    </div>
  )
}

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
