import { useState } from 'react'
import type { Compared } from '../../checker/verdict/compare'
import type { Exercise, Texts } from '../../constructions/exercises/exercise'
import { number } from '../../tex/format'
import { Tex } from '../kit/Tex'
import styles from './check.module.css'
import { type Solutions as Known, messageOf } from './checking'

interface Props {
  readonly exercise: Exercise
  /** Whether an attempt has been made: before that nothing is given away. */
  readonly allowed: boolean
  load(): Promise<Known>
  onReveal(): void
  onUse(texts: Texts): void
}

/** The notes' answer and others, side by side, once an attempt has been made and they are asked for. */
export function Solutions({ exercise, allowed, load, onReveal, onUse }: Props) {
  const [known, setKnown] = useState<Known>()
  const [failure, setFailure] = useState<string>()
  if (!allowed) return null
  const reveal = () => {
    onReveal()
    setFailure(undefined)
    load().then(setKnown, (error: unknown) => setFailure(messageOf(error)))
  }
  return (
    <section className={styles['solutions']} aria-label="Solutions">
      {known ? (
        <SolutionTable exercise={exercise} known={known} onUse={onUse} />
      ) : (
        <div className={styles['actions']}>
          {failure !== undefined && <p role="alert">{`The solutions did not come: ${failure}`}</p>}
          <button type="button" onClick={reveal}>
            {failure === undefined ? 'Reveal solutions' : 'Try again to reveal them'}
          </button>
        </div>
      )}
    </section>
  )
}

function SolutionTable({
  exercise,
  known,
  onUse,
}: Pick<Props, 'exercise' | 'onUse'> & { readonly known: Known }) {
  const { scale, answers } = known
  const withRanks = answers.some(({ ranks }) => ranks)
  const withMargin = answers.some(({ margin }) => margin !== undefined)
  return (
    <div className={styles['scroll']}>
      <table>
        <caption>
          Right answers, compared at <Tex>{`${exercise.scale.tex} = ${scale}`}</Tex> on one plain instance
        </caption>
        <thead>
          <tr>
            <th scope="col">answer</th>
            {withRanks && (
              <>
                <th scope="col">
                  <Tex>{'\\operatorname{rk}K^{\\top}Q'}</Tex>
                </th>
                <th scope="col">
                  <Tex>{'\\operatorname{rk}V'}</Tex>
                </th>
              </>
            )}
            <th scope="col">norm</th>
            {withMargin && <th scope="col">margin</th>}
            <th scope="col">error</th>
            <th scope="col">
              <span className="visually-hidden">use it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer) => (
            <tr key={answer.label}>
              <th scope="row">
                {answer.label}
                <Formulas exercise={exercise} answer={answer} />
              </th>
              {withRanks && (
                <>
                  <td>{answer.ranks?.scores}</td>
                  <td>{answer.ranks?.values}</td>
                </>
              )}
              <td>{number(answer.norm, undefined, 4)}</td>
              {withMargin && (
                <td>{answer.margin === undefined ? 'none' : number(answer.margin, undefined, 4)}</td>
              )}
              <td>{number(Math.exp(answer.logError), answer.logError, 3)}</td>
              <td>
                <button type="button" className="pill" onClick={() => onUse(answer.answer)}>
                  Use<span className="visually-hidden"> {answer.label}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Formulas({ exercise, answer }: { readonly exercise: Exercise; readonly answer: Compared }) {
  return (
    <div>
      {exercise.fields.map(({ name, tex }) => {
        const echo = answer.echoes[name]
        return 'refused' in echo ? null : (
          <div key={name}>
            <Tex>{`${tex} = ${echo.tex}`}</Tex>
          </div>
        )
      })}
    </div>
  )
}
