import {
  type CSSProperties,
  type FormEvent,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import type { SliderMark } from '../../constructions/construction'
import type { NumberSpec } from '../../constructions/params'
import { positionOf, stepped, valueAt } from '../../constructions/scale'
import { tickValues } from '../../constructions/ticks'
import { number } from '../../tex/format'
import { useAdjust } from './adjust'
import styles from './controls.module.css'
import { arrowSteps } from './keys'
import { NumberField } from './NumberField'
import { Tex } from './Tex'

interface Props {
  readonly name: string
  readonly spec: NumberSpec
  readonly value: number
  readonly marks?: readonly SliderMark[] | undefined
  /** Label, track and field in one line, with numbers along the track. */
  readonly isWide?: boolean
  /** Whether its value stands out as changed. */
  readonly isChanged?: boolean
  onChange(value: number): void
}

/** Milliseconds and pixels between the presses of a double click, at most. */
const DOUBLE_CLICK_MS = 500
const SLACK = 5

/** A number parameter as label, number field and slider; double-click puts the initial value back. */
export function Slider({
  name,
  spec,
  value,
  marks = [],
  isWide = false,
  isChanged = false,
  onChange,
}: Props) {
  const id = useId()
  const { settle, cancel } = useAdjust()
  const reached = marks.filter(({ at }) => at >= spec.min && at <= spec.max)
  const press = useRef({ at: -Infinity, x: 0 })
  const track = useTrack(positionOf(spec, value))
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyed(spec, value, event)
    if (next === undefined) return
    event.preventDefault()
    if (!event.repeat) settle()
    onChange(next)
  }
  // The second press of a double click goes on with what the first began: together they are one step of undo.
  const onPress = ({ timeStamp: at, clientX: x }: PointerEvent) => {
    const isSecond = at - press.current.at < DOUBLE_CLICK_MS && Math.abs(x - press.current.x) < SLACK
    if (!isSecond) settle()
    press.current = { at, x }
  }
  const reset = () => {
    onChange(spec.initial)
    settle()
    press.current.at = -Infinity
  }
  return (
    <div
      className={`${styles[isWide ? 'wide' : 'control']} tint-${spec.role}`}
      data-mark={name.toLowerCase()}
      data-changed={isChanged}
    >
      <label className={styles['label']} htmlFor={id}>
        <span>{spec.label}</span> <Tex>{spec.tex}</Tex>
      </label>
      <NumberField label={spec.label} scale={spec} value={value} unit={spec.unit} onChange={onChange} />
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
        style={{ '--filled': `${positionOf(spec, value) * 100}%` } as CSSProperties}
        {...track((place) => onChange(valueAt(spec, place)))}
        onKeyDown={onKeyDown}
        onKeyUp={settle}
        onPointerDown={onPress}
        onPointerCancel={cancel}
        onBlur={settle}
        onDoubleClick={reset}
      />
      {isWide && <Numbers spec={spec} />}
      {reached.length > 0 && <Marks id={`${id}-marks`} spec={spec} marks={reached} />}
    </div>
  )
}

/**
 * What a slider needs for its thumb to stand at `position`, a share of its track, whenever a frame is drawn. Meanwhile it
 * stays where the browser has put it: the change that the hand asks for comes with the frame, and until then putting
 * the thumb back would have the page laid out for nothing.
 */
function useTrack(position: number) {
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(position)
  const place = useCallback(() => {
    if (input.current) input.current.valueAsNumber = latest.current
  }, [])
  useLayoutEffect(() => {
    latest.current = position
    place()
  }, [position, place])
  return (onMove: (place: number) => void) => ({
    ref: input,
    onInput(event: FormEvent<HTMLInputElement>) {
      onMove(event.currentTarget.valueAsNumber)
      // Where the value has not changed, nothing else brings the thumb to its place.
      requestAnimationFrame(place)
    },
  })
}

/** Ticks along the track, and what they mean in a line below it. */
function Marks({ id, spec, marks }: { id: string; spec: NumberSpec; marks: readonly SliderMark[] }) {
  const written = writtenOf(spec, marks)
  return (
    <>
      <span className={styles['ticks']} aria-hidden="true">
        {marks.map(({ at, label }) => (
          <span
            key={label}
            title={label}
            className={positionOf(spec, at) > LATE ? styles['late'] : ''}
            style={{ '--at': positionOf(spec, at) } as CSSProperties}
          >
            {written.includes(label) && <span>{label}</span>}
          </span>
        ))}
      </span>
      <span className={styles['meaning']} id={id}>
        {marks.map(({ label }) => label).join('; ')}
      </span>
    </>
  )
}

/** From here on the words of a mark stand to its left. */
const LATE = 0.62

/** Share of the track that the words of a mark take. */
const WORDS = 0.26

/** The marks whose words have room along the track, the first things first; those of the others stand in their titles. */
function writtenOf(spec: NumberSpec, marks: readonly SliderMark[]): readonly string[] {
  const taken: (readonly [number, number])[] = []
  return marks.flatMap(({ at, label }) => {
    const place = positionOf(spec, at)
    const [from, to] = place > LATE ? [place - WORDS, place] : [place, place + WORDS]
    if (taken.some(([a, b]) => from < b && to > a)) return []
    taken.push([from, to])
    return [label]
  })
}

/** Round numbers along the track. */
function Numbers({ spec }: { spec: NumberSpec }) {
  return (
    <span className={styles['numbers']} aria-hidden="true" translate="no">
      {tickValues(spec).map((value) => (
        <span key={value} style={{ '--at': positionOf(spec, value) } as CSSProperties}>
          {number(value)}
        </span>
      ))}
    </span>
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
