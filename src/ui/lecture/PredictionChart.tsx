import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { asProbabilities } from '../../questions/prediction'
import { number } from '../../tex/format'
import { Tex } from '../kit/Tex'
import type { DrawingProps } from './drawingProps'
import styles from './question.module.css'

/** Height of one press of a key. */
const STEP = 0.01

/**
 * Bars of a prediction beside those of the truth, once that is revealed. While it is drawn each bar is a slider: left
 * and right choose one, up and down move it, and the pointer draws across them.
 */
export function PredictionChart({ truth, drawn, isRevealed, onDraw, onLock }: DrawingProps) {
  const { values, labels } = truth
  const predicted = drawn.length === values.length ? drawn : values.map(() => 0)
  const shown = isRevealed ? (asProbabilities(predicted) ?? predicted) : predicted
  // Before the reveal nothing may follow from the truth, the height of the axis least of all.
  const top = isRevealed ? Math.min(1, 1.15 * Math.max(0.2, ...values, ...shown)) : 1
  const isMath = labels[0].startsWith('k_')
  return (
    <div className={styles['chart']}>
      <ol className={styles['axis']} aria-hidden="true">
        {[1, 0.5, 0].map((share) => (
          <li key={share}>{number(100 * top * share, undefined, 2)} %</li>
        ))}
      </ol>
      <Bars
        shown={shown}
        predicted={predicted}
        truth={isRevealed ? values : undefined}
        labels={labels}
        top={top}
        onDraw={onDraw}
        onLock={onLock}
      />
      <ol className={styles['labels']} aria-hidden="true">
        {labels.map((label) => (
          <li key={label}>{isMath ? <Tex>{label}</Tex> : label}</li>
        ))}
      </ol>
    </div>
  )
}

interface BarsProps {
  readonly shown: readonly number[]
  readonly predicted: readonly number[]
  readonly truth: readonly number[] | undefined
  readonly labels: readonly string[]
  readonly top: number
  readonly onDraw: DrawingProps['onDraw']
  readonly onLock: DrawingProps['onLock']
}

function Bars({ shown, predicted, truth, labels, top, onDraw, onLock }: BarsProps) {
  const isDrawing = useRef(false)
  const drawAt = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const bar = Math.floor(((event.clientX - box.left) / box.width) * shown.length)
    const height = Math.min(1, Math.max(0, 1 - (event.clientY - box.top) / box.height)) * top
    if (bar in predicted) onDraw?.(predicted.with(bar, height))
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (!onDraw) return
    isDrawing.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
    drawAt(event)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>, i: number) => {
    const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key]
    const beside = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by !== undefined) {
      const step = event.shiftKey ? 10 * by : by
      onDraw?.(predicted.with(i, Math.min(1, Math.max(0, predicted[i] + step))))
    } else if (beside !== undefined)
      (event.currentTarget.parentElement?.children[i + beside] as HTMLElement)?.focus()
    else if (event.key === 'Enter') onLock?.()
    else return
    event.preventDefault()
  }
  return (
    <div
      className={styles['bars']}
      data-drawing={onDraw ? '' : undefined}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => isDrawing.current && drawAt(event)}
      onPointerUp={() => {
        isDrawing.current = false
      }}
      onPointerCancel={() => {
        isDrawing.current = false
      }}
    >
      {shown.map((share, i) => {
        const bars = (
          <>
            {truth && <div className={styles['true']} style={{ height: `${(100 * truth[i]) / top}%` }} />}
            <div className={styles['drawn']} style={{ height: `${(100 * share) / top}%` }} />
          </>
        )
        if (!onDraw)
          return (
            <div key={labels[i]} className={styles['slot']}>
              {bars}
            </div>
          )
        return (
          <div
            key={labels[i]}
            className={styles['slot']}
            role="slider"
            tabIndex={0}
            aria-label={`Expected for ${labels[i].replaceAll(/[_{}]/g, ' ')}`}
            aria-orientation="vertical"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(100 * share)}
            aria-valuetext={`${Math.round(100 * share)} %`}
            onKeyDown={(event) => onKeyDown(event, i)}
          >
            {bars}
          </div>
        )
      })}
    </div>
  )
}
