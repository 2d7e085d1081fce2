import { memo } from 'react'
import type { ParamSpec, ParamSpecs, ParamValue, ParamValues } from '../../constructions/params'
import { useAdjust } from './adjust'
import { Locked } from './Locked'
import { NumberField } from './NumberField'
import styles from './ParamLine.module.css'
import { Tex } from './Tex'

type Values = ParamValues<ParamSpecs>

interface Props {
  readonly specs: ParamSpecs
  readonly values: Values
  /** Names of the params to show, in order. */
  readonly names: readonly string[]
  /** Names of those that cannot be changed here. */
  readonly locked?: readonly string[]
  /** Names of those whose values stand out. */
  readonly changed: readonly string[]
}

const NONE: readonly string[] = []

/** Params in one line, each a name to drag and a small field to type into. */
export function ParamLine({ specs, values, names, locked = NONE, changed }: Props) {
  return (
    <div className={styles['line']}>
      {names.map((name) => (
        <Locked key={name} isLocked={locked.includes(name)} words="beside">
          <Item name={name} spec={specs[name]} value={values[name]} isChanged={changed.includes(name)} />
        </Locked>
      ))}
    </div>
  )
}

interface ItemProps {
  readonly name: string
  readonly spec: ParamSpec
  readonly value: ParamValue
  readonly isChanged: boolean
}

/** Re-renders only when its own value changes. */
const Item = memo(function Item({ name, spec, value, isChanged }: ItemProps) {
  const adjust = useAdjust()
  if (spec.kind === 'matrix') return null
  return (
    <span
      className={`${styles['item']} tint-${spec.role}`}
      data-mark={name.toLowerCase()}
      data-changed={isChanged}
    >
      {spec.kind === 'number' ? (
        <span
          className={styles['name']}
          aria-hidden="true"
          onPointerDown={(event) => adjust.drag(name, event)}
        >
          <Name spec={spec} />
        </span>
      ) : (
        <span aria-hidden="true">
          <Name spec={spec} />
        </span>
      )}
      {spec.kind === 'number' ? (
        <NumberField
          label={spec.label}
          scale={spec}
          value={value as number}
          unit={spec.unit}
          onChange={(next) => adjust.change({ [name]: next }, name)}
        />
      ) : (
        <select
          aria-label={spec.label}
          value={value as string}
          onChange={(event) => adjust.change({ [name]: event.target.value })}
        >
          {spec.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </span>
  )
})

function Name({ spec }: { spec: ParamSpec }) {
  const word = spec.short ?? spec.label
  return (
    <>
      <span>{word}</span> {spec.tex.startsWith('\\text') ? null : <Tex>{spec.tex}</Tex>}
    </>
  )
}
