import { type CSSProperties, type KeyboardEvent, useId } from 'react'
import type { SliderMark } from '../../constructions/construction'
import type { NumberSpec } from '../../constructions/params'
import { positionOf, stepped, valueAt } from '../../constructions/scale'
import { number } from '../../tex/format'
import styles from './controls.module.css'
import { arrowSteps, NumberField } from './NumberField'
import { Tex } from './Tex'

interface Props {
  readonly name: string
  readonly spec: NumberSpec
  readonly value: number
  readonly marks?: readonly SliderMark[] | undefined
  onChange(value: number): void
  /** A drag or a key press has ended: the next change is a step of undo of its own. */
  onSettle(): void
}

/** A number parameter as label, number field and slider; double-click puts the initial value back. */
export function Slider({ name, spec, value, marks = [], onChange, onSettle }: Props) {
  const id = useId()
  const reached = marks.filter(({ at }) => at >= spec.min && at <= spec.max)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyed(spec, value, event)
    if (next === undefined) return
    event.preventDefault()
    onChange(next)
  }
  return (
    <div className={`${styles['control']} tint-${spec.role}`} data-mark={name.toLowerCase()}>
      <label className={styles['label']} htmlFor={id}>
        {spec.label} <Tex>{spec.tex}</Tex>
      </label>
      <NumberField
        label={spec.label}
        scale={spec}
        value={value}
        unit={spec.unit}
        onChange={onChange}
        onSettle={onSettle}
      />
      <input
        id={id}
        className={styles['slider']}
        type="range"
        min={0}
        max={1}
        step="any"
        aria-label={spec.label}
        aria-describedby={reached.length > 0 ? `${id}-marks` : undefined}
        aria-valuetext={`${number(value)}${spec.unit ?? ''}`}
        value={positionOf(spec, value)}
        style={{ '--filled': `${positionOf(spec, value) * 100}%` } as CSSProperties}
        onChange={(event) => onChange(valueAt(spec, event.target.valueAsNumber))}
        onKeyDown={onKeyDown}
        onKeyUp={onSettle}
        onPointerUp={onSettle}
        onDoubleClick={() => onChange(spec.initial)}
      />
      {reached.length > 0 && <Marks id={`${id}-marks`} spec={spec} marks={reached} />}
    </div>
  )
}

/** Ticks along the track, and what they mean in a line below it. */
function Marks({ id, spec, marks }: { id: string; spec: NumberSpec; marks: readonly SliderMark[] }) {
  return (
    <>
      <span className={styles['ticks']} aria-hidden="true">
        {marks.map(({ at, label }) => (
          <span key={label} title={label} style={{ '--at': positionOf(spec, at) } as CSSProperties} />
        ))}
      </span>
      <span className={styles['meaning']} id={id}>
        {marks.map(({ label }) => label).join('; ')}
      </span>
    </>
  )
}

/** The value a key leads to: arrows and page keys step, Home and End go to the ends. */
function keyed(spec: NumberSpec, value: number, event: KeyboardEvent): number | undefined {
  if (event.key === 'Home') return spec.min
  if (event.key === 'End') return spec.max
  const sideways = { ArrowRight: 'ArrowUp', ArrowLeft: 'ArrowDown' }[event.key]
  const count = arrowSteps(event, sideways ?? event.key)
  return count === 0 ? undefined : stepped(spec, value, count)
}
