import { useMemo } from 'react'
import type { LessonStep, Question, QuestionKind } from '../../state/lecture/lesson'
import { LIMITS, optionLetter } from '../../state/lecture/lesson'
import { askableAt, questionAt, questionKindsAt } from '../../state/lecture/question-drafts'
import { rightOption, type Truth } from '../../state/lecture/truth'
import { number } from '../../tex/format'
import { Prose } from '../kit/Prose'
import { useTruth } from '../lecture/useTruth'
import styles from './lesson.module.css'
import { changeStep } from './lessonStore'
import { OptionFields } from './OptionFields'

const NAMES: Readonly<Record<QuestionKind, string>> = {
  weights: 'draw the weights',
  point: 'place the output among the values',
  limit: 'choose the limit',
  histogram: 'sketch the histogram',
}

/** What the hall is asked to predict before it sees the step. The truth is worked out from the page, never typed. */
export function QuestionEditor({ step, isOwn }: { readonly step: LessonStep; readonly isOwn: boolean }) {
  const { link, question } = step
  const kinds = useMemo(() => questionKindsAt(link), [link])
  if (!question && (!isOwn || kinds.length === 0)) return null
  const choose = (kind: string) =>
    changeStep({ question: kind === '' ? null : (questionAt(kind as QuestionKind, link) ?? question) })
  return (
    <fieldset className={styles['question']} disabled={!isOwn}>
      <legend>Question</legend>
      <label>
        <span>The hall is asked to</span>
        <select value={question?.kind ?? ''} onChange={({ target }) => choose(target.value)}>
          <option value="">predict nothing</option>
          {(Object.keys(NAMES) as QuestionKind[]).map((kind) => (
            <option key={kind} value={kind} disabled={!kinds.includes(kind)}>
              {NAMES[kind]}
            </option>
          ))}
        </select>
      </label>
      {question && <QuestionFields question={question} link={link} />}
    </fieldset>
  )
}

function QuestionFields({ question, link }: { readonly question: Question; readonly link: string }) {
  const truth = useTruth(question, link)
  const isLimit = question.kind === 'limit'
  const askable = useMemo(() => (isLimit ? askableAt(link) : []), [isLimit, link])
  const change = (changes: Partial<Question>) => changeStep({ question: { ...question, ...changes } })
  return (
    <>
      <label>
        <span>What is asked</span>
        <input
          value={question.ask}
          maxLength={LIMITS.sentence}
          placeholder="One sentence; TeX between dollar signs"
          onChange={({ target }) => change({ ask: target.value })}
        />
      </label>
      {isLimit && (
        <label>
          <span>of</span>
          <select value={question.quantity} onChange={({ target }) => change({ quantity: target.value })}>
            {askable.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {truth ? (
        <>
          <Worked question={question} truth={truth} />
          <OptionFields
            options={question.options}
            labels={truth.labels}
            onChange={(options) => change({ options })}
          />
        </>
      ) : (
        <p className={styles['warning']} role="status">
          This page does not show what is asked. Choose another question, or capture the step again.
        </p>
      )}
    </>
  )
}

/** Most values that are written out. */
const MOST_SHOWN = 6

/** What is true on the page, for the lecturer, and the option that is nearest to it. */
function Worked({ question, truth }: { readonly question: Question; readonly truth: Truth }) {
  const { values, labels } = truth
  const isMath = question.kind !== 'histogram'
  const written = values
    .slice(0, MOST_SHOWN)
    .map((value, i) => `${isMath ? `$${labels[i]}$` : labels[i]} ${number(value, undefined, 3)}`)
  const more = values.length > MOST_SHOWN ? `, … (${values.length} in all)` : ''
  const right = rightOption(question, truth)
  const nearest = right === undefined ? 'no option has numbers yet' : `nearest: option ${optionLetter(right)}`
  return (
    <p className={styles['about']} role="status">
      <Prose>{`Worked out from the page: ${written.join(', ')}${more}; ${nearest}.`}</Prose>
    </p>
  )
}
