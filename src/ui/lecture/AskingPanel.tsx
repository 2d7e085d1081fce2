import { hasReached, PHASES } from '../../state/lecture/asking'
import { askingOf, stepOf } from '../../state/lecture/lecture'
import { optionLetter } from '../../state/lecture/lesson'
import { useConductor, useFromLecture } from './conductorContext'
import styles from './console.module.css'
import { Drawing } from './Drawing'
import { useTruth } from './useTruth'

const NAMES: Readonly<Record<(typeof PHASES)[number], string>> = {
  ask: 'asked',
  first: 'count the first hands',
  talk: 'they talk',
  second: 'count the second hands',
  draw: 'draw what they expect',
  lock: 'locked',
  reveal: 'the truth is shown',
  explain: 'they explain the gap',
}

/** How far the question of this step has got, the hands counted, and what is drawn for the hall. */
export function AskingPanel() {
  const question = useFromLecture((lecture) => stepOf(lecture)?.question ?? null)
  const asking = useFromLecture((lecture) => askingOf(lecture))
  const link = useFromLecture((lecture) => stepOf(lecture)?.link ?? '')
  const { dispatch, act } = useConductor()
  const truth = useTruth(question, link)
  if (!question) return null
  const lock = () => act({ type: 'command', command: 'next' })
  const draw = (drawn: readonly number[]) => dispatch({ type: 'draw', drawn })
  return (
    <section aria-label="Question">
      <h2>
        <span>Question</span> <small>{NAMES[asking.phase]}</small>
      </h2>
      <ol className={styles['phases']}>
        {PHASES.map((phase) => (
          <li key={phase} aria-current={phase === asking.phase ? 'step' : undefined}>
            <span>{phase}</span>
          </li>
        ))}
      </ol>
      <HandsTable />
      {asking.phase === 'draw' && question.kind === 'limit' && (
        <p className={styles['choices']}>
          {question.options.map(({ text, expected }) => (
            <button
              key={text}
              type="button"
              className={styles['button']}
              aria-pressed={String(expected) === String(asking.drawn)}
              onClick={() => draw(expected)}
            >
              {text}
            </button>
          ))}
        </p>
      )}
      {hasReached(asking, 'draw') && truth && question.kind !== 'limit' && (
        <div className={styles['drawing']}>
          <Drawing
            kind={question.kind}
            truth={truth}
            drawn={asking.drawn}
            isRevealed={hasReached(asking, 'reveal')}
            {...(asking.phase === 'draw' && { onDraw: draw, onLock: lock })}
          />
        </div>
      )}
    </section>
  )
}

/** Hands of the first round stay here until the second are counted too. */
function HandsTable() {
  const options = useFromLecture((lecture) => stepOf(lecture)?.question?.options ?? NONE)
  const step = useFromLecture((lecture) => lecture.step)
  const { hands } = useFromLecture((lecture) => askingOf(lecture))
  const { dispatch } = useConductor()
  return (
    <table className={styles['hands']}>
      <thead>
        <tr>
          <th scope="col">Hands</th>
          <th scope="col">1st</th>
          <th scope="col">2nd</th>
        </tr>
      </thead>
      <tbody>
        {options.map(({ text }, i) => (
          <tr key={text}>
            <th scope="row">
              <strong>{optionLetter(i)}</strong> <span>{text}</span>
            </th>
            {([0, 1] as const).map((round) => (
              <td key={round}>
                <input
                  inputMode="numeric"
                  aria-label={`${round === 0 ? 'First' : 'Second'} hands for ${text}`}
                  value={hands[round][i] ?? ''}
                  onChange={({ target }) =>
                    dispatch({
                      type: 'hands',
                      step,
                      round,
                      option: i,
                      count: /^\d+$/.test(target.value) ? Number(target.value) : null,
                    })
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const NONE: readonly { readonly text: string }[] = []
