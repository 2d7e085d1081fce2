import { useMemo } from 'react'
import type { Person } from '../../../knowledge/corpus/people'
import { answersTo } from '../../../knowledge/training/answers'
import { kindOf } from '../../../knowledge/training/sorted-answers'
import { lookOf } from '../looks'
import type { OpenModel } from '../models'
import { probabilityText } from '../probabilityText'
import styles from './inside.module.css'

const KIND_WORDS = {
  own: '✓ right',
  friend: '✗ a friend’s city',
  region: '✗ another city of the region',
  other: '✗ wrong',
}

/** What a model answers about a person, token by token, with how sure it is and what else it would have said. */
export function AnswerSteps({ open, person }: { readonly open: OpenModel; readonly person: Person }) {
  const { model, corpus, run } = open
  const [answer] = useMemo(() => answersTo(model, corpus, [person.name], 1, 4), [model, corpus, person])
  const kind = kindOf(corpus.people, person, answer.text)
  const { ink } = lookOf(run.setting)
  return (
    <section className={styles['answer']} aria-label={`Answer of ${run.label}`}>
      <h2 style={{ color: `var(--${ink})` }}>
        <span>{`${run.label} says ${answer.text || 'nothing'}`}</span>{' '}
        <span className={kind === 'own' ? 'role-holds' : 'role-fails'}>
          {`${KIND_WORDS[kind]}, ${probabilityText(answer.probability)}`}
        </span>
      </h2>
      <ol>
        {answer.steps.map(({ token, probability, best }, i) => (
          // Tokens repeat; their place names them.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            <span className={styles['piece']}>{corpus.tokenizer.shown(token)}</span>
            <meter
              min={0}
              max={1}
              value={probability}
              aria-label={`probability ${probabilityText(probability)}`}
            />
            <span>{probabilityText(probability)}</span>
            <span className={styles['others']}>
              {best
                .slice(1)
                .filter((other) => other.probability >= 0.01)
                .map(
                  (other) => `${corpus.tokenizer.shown(other.token)} ${probabilityText(other.probability)}`,
                )
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
