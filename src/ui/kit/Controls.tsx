import { memo } from 'react'
import type { SliderMark } from '../../constructions/construction'
import type { ParamSpec, ParamSpecs, ParamValue, ParamValues } from '../../constructions/params'
import { useAdjust } from './adjust'
import styles from './controls.module.css'
import { Locked } from './Locked'
import { MatrixField } from './MatrixField'
import { NumberField } from './NumberField'
import { Slider } from './Slider'
import { Tex } from './Tex'

type Values = ParamValues<ParamSpecs>

const NONE: readonly string[] = []

interface Props {
  readonly specs: ParamSpecs
  readonly values: Values
  /** What happens along the sliders, by the names of the params. */
  readonly marks?: Readonly<Record<string, readonly SliderMark[] | undefined>>
  /** Names of the params to show, in order; all by default. */
  readonly names?: readonly string[]
  /** Names of those that cannot be changed here. */
  readonly locked?: readonly string[]
  /** Names of those whose values stand out. */
  readonly changed?: readonly string[]
  /** One slider a line, with numbers along its track. */
  readonly isWide?: boolean
}

/** A control for every parameter that a construction declares. */
export function Controls({
  specs,
  values,
  marks = {},
  names = Object.keys(specs),
  changed = NONE,
  locked = NONE,
  isWide = false,
}: Props) {
  return names.map((name) => (
    <Locked key={name} isLocked={locked.includes(name)} words={isWide ? 'at end' : 'below'}>
      <Control
        name={name}
        spec={specs[name]}
        value={values[name]}
        marks={marks[name]}
        isWide={isWide}
        isChanged={changed.includes(name)}
      />
    </Locked>
  ))
}

interface ControlProps {
  readonly name: string
  readonly spec: ParamSpec
  readonly value: ParamValue
  readonly marks: readonly SliderMark[] | undefined
  readonly isWide: boolean
  readonly isChanged: boolean
}

/** Drawn again only when its own value changes: a drag moves one control of many. */
const Control = memo(function Control({ name, spec, value, marks, isWide, isChanged }: ControlProps) {
  const { change } = useAdjust()
  const onChange = (changed: ParamValue) => change({ [name]: changed }, name)
  if (spec.kind === 'number' && spec.place === 'field') {
    return (
      <div
        className={`${styles['control']} tint-${spec.role}`}
        data-mark={name.toLowerCase()}
        data-changed={isChanged}
      >
        <span className={styles['label']} aria-hidden="true">
          {spec.label}
        </span>
        <NumberField label={spec.label} scale={spec} value={value as number} onChange={onChange} />
      </div>
    )
  }
  if (spec.kind === 'number') {
    return (
      <Slider
        name={name}
        spec={spec}
        value={value as number}
        marks={marks}
        isWide={isWide}
        isChanged={isChanged}
        onChange={onChange}
      />
    )
  }
  if (spec.kind === 'matrix') {
    return <MatrixField spec={spec} value={value as never} onChange={onChange} />
  }
  return (
    <label className={`${styles['control']} tint-${spec.role}`} data-changed={isChanged}>
      <span className={styles['label']}>
        {spec.label} <Tex>{spec.tex}</Tex>
      </span>
      <select value={value as string} onChange={(event) => change({ [name]: event.target.value })}>
        {spec.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
})
