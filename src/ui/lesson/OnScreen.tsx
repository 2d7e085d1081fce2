import type { ReactNode } from 'react'
import { constructionOf } from '../../constructions'
import { type LessonStep, LIMITS, type Screen } from '../../state/lecture/lesson'
import { sessionAtLink } from '../../state/lecture/page-state'
import { initialSession } from '../../state/session'
import { FIGURES } from '../lecture/figures'
import styles from './lesson.module.css'
import { changeStep } from './lessonStore'

/** What of a room is on the screen of the hall, and what is lit from the start. */
export function OnScreen({ step, isOwn }: { readonly step: LessonStep; readonly isOwn: boolean }) {
  const session = sessionAtLink(step.link, initialSession())
  const room = constructionOf(session.page)
  const { screen } = step
  const change = (changes: Partial<Screen>) => changeStep({ screen: { ...screen, ...changes } })
  if (!room) return <p className={styles['about']}>The whole page is on the screen.</p>
  const steps = room.derivation(session.params[room.id], room.model(session.params[room.id]))
  return (
    <fieldset className={styles['onScreen']} disabled={!isOwn}>
      <legend>On the screen</legend>
      <label>
        <span>Figure</span>
        <select
          value={screen.figure ?? ''}
          onChange={({ target }) => change({ figure: target.value === '' ? null : target.value })}
        >
          <option value="">the main one</option>
          {(FIGURES[room.id] ?? []).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Formula</span>
        <select
          value={screen.formula ?? 'none'}
          onChange={({ target }) => change({ formula: target.value === 'none' ? null : target.value })}
        >
          <option value="none">none</option>
          <option value="">the one that says most</option>
          {steps.map(({ id }, i) => (
            <option key={id} value={id}>
              {`line ${i + 1}: ${id}`}
            </option>
          ))}
        </select>
      </label>
      <Tick isOn={screen.controls} onChange={(controls) => change({ controls })}>
        the slider below it
      </Tick>
      <Tick isOn={screen.result} onChange={(result) => change({ result })}>
        the line of results
      </Tick>
      <label>
        <span>Lit from the start</span>
        <input
          value={step.lit.join(' ')}
          placeholder="key-a key-b"
          onChange={({ target }) => changeStep({ lit: marksIn(target.value) })}
        />
      </label>
    </fieldset>
  )
}

/** Names of marks in a text, as far as they can be names. */
const marksIn = (text: string) =>
  text
    .split(/\s+/)
    .filter((name) => /^[\w-]{1,60}$/.test(name))
    .slice(0, LIMITS.lit)

interface TickProps {
  readonly isOn: boolean
  readonly children: ReactNode
  onChange(isOn: boolean): void
}

function Tick({ isOn, children, onChange }: TickProps) {
  return (
    <label className={styles['tick']}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />{' '}
      <span>{children}</span>
    </label>
  )
}
