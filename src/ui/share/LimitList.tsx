import { HIDEABLE, isHideable, type Limit, type Limits, limitOf, withLimit } from '../../state/limits'
import { openConstruction, type Session } from '../../state/session'
import { number } from '../../tex/format'
import { Tex } from '../kit/Tex'
import styles from './share.module.css'

interface ListProps {
  readonly session: Session
  readonly limits: Limits
  onChange(limits: Limits): void
}

/** Every control of the room, and every part that can be left out, with what may be done with it. */
export function LimitList({ session, limits, onChange }: ListProps) {
  const room = openConstruction(session)!
  const set = (name: string) => (limit: Limit) => onChange(withLimit(limits, name, limit))
  return (
    <ul className={styles['limits']}>
      {Object.entries(room.params).map(([name, spec]) => {
        const value = session.params[room.id][name]
        return (
          <li key={name}>
            <span>
              {spec.label} {spec.tex && !spec.tex.startsWith('\\text') && <Tex>{spec.tex}</Tex>}
            </span>
            <b>
              {typeof value === 'number'
                ? `${number(value)}${spec.kind === 'number' ? (spec.unit ?? '') : ''}`
                : ''}
            </b>
            <Choice
              name={spec.label}
              limit={limitOf(limits, name)}
              options={isHideable(room, name) ? PARAM : FIGURE}
              onChange={set(name)}
            />
          </li>
        )
      })}
      {Object.entries(HIDEABLE).map(([part, words]) => (
        <li key={part}>
          <span>{words}</span>
          <b />
          <Choice name={words} limit={limitOf(limits, part)} options={PART} onChange={set(part)} />
        </li>
      ))}
    </ul>
  )
}

type Options = readonly (readonly [limit: Limit, word: string])[]

const FIGURE: Options = [
  ['free', 'free'],
  ['locked', 'locked'],
]
const PARAM: Options = [...FIGURE, ['hidden', 'hidden']]
const PART: Options = [
  ['free', 'shown'],
  ['hidden', 'hidden'],
]

interface ChoiceProps {
  readonly name: string
  readonly limit: Limit
  readonly options: Options
  onChange(limit: Limit): void
}

function Choice({ name, limit, options, onChange }: ChoiceProps) {
  return (
    <span className={styles['choice']} role="radiogroup" aria-label={name}>
      {options.map(([value, word]) => (
        <label key={value} data-chosen={value === limit}>
          <input
            type="radio"
            className="visually-hidden"
            name={`limit of ${name}`}
            aria-label={`${name}: ${word}`}
            checked={value === limit}
            onChange={() => onChange(value)}
          />
          {word}
        </label>
      ))}
    </span>
  )
}
