import { memo } from 'react'
import type { SliderMark } from '../../constructions/construction'
import type { ParamSpec, ParamSpecs, ParamValue, ParamValues } from '../../constructions/params'
import styles from './controls.module.css'
import { MatrixField } from './MatrixField'
import { Slider } from './Slider'
import { Tex } from './Tex'

type Values = ParamValues<ParamSpecs>

interface Props {
  readonly specs: ParamSpecs
  readonly values: Values
  /** What happens along the sliders, by the names of the params. */
  readonly marks?: Readonly<Record<string, readonly SliderMark[] | undefined>>
  /** Names of the params to show, in order; all by default. */
  readonly names?: readonly string[]
  onChange(changes: Partial<Values>, intent: string): void
  onSettle(): void
}

/** A control for every parameter that a construction declares. */
export function Controls({
  specs,
  values,
  marks = {},
  names = Object.keys(specs),
  onChange,
  onSettle,
}: Props) {
  return names.map((name) => (
    <Control
      key={name}
      name={name}
      spec={specs[name]}
      value={values[name]}
      marks={marks[name]}
      onChange={onChange}
      onSettle={onSettle}
    />
  ))
}

interface ControlProps extends Pick<Props, 'onChange' | 'onSettle'> {
  readonly name: string
  readonly spec: ParamSpec
  readonly value: ParamValue
  readonly marks: readonly SliderMark[] | undefined
}

/** Drawn anew only when its own value changes: a drag moves one control of many. */
const Control = memo(function Control({
  name,
  spec,
  value,
  marks,
  onChange: onChanges,
  onSettle,
}: ControlProps) {
  const onChange = (changed: ParamValue) => onChanges({ [name]: changed }, name)
  if (spec.kind === 'number') {
    return (
      <Slider
        name={name}
        spec={spec}
        value={value as number}
        marks={marks}
        onChange={onChange}
        onSettle={onSettle}
      />
    )
  }
  if (spec.kind === 'matrix') {
    return <MatrixField spec={spec} value={value as never} onChange={onChange} onSettle={onSettle} />
  }
  return (
    <label className={`${styles['control']} tint-${spec.role}`}>
      <span className={styles['label']}>
        {spec.label} <Tex>{spec.tex}</Tex>
      </span>
      <select value={value as string} onChange={(event) => onChange(event.target.value)}>
        {spec.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
})
