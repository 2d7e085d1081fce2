import { useId, useState } from 'react'
import { CITIES } from '../../../knowledge/corpus/places'
import { nearestNames } from '../../../knowledge/experiments/errors'
import { answersTo } from '../../../knowledge/training/answers'
import styles from '../lab.module.css'
import type { OpenModel } from '../models'
import { probabilityText } from '../probabilityText'

/** A name that anybody may type: what the model answers, how sure it is, and which known names are near. */
export function AskedName({ open }: { readonly open: OpenModel }) {
  const { corpus } = open
  const [turn, setTurn] = useState(0)
  const example = corpus.unseen[turn % Math.max(1, corpus.unseen.length)]?.name ?? 'Torvik'
  const [typed, setTyped] = useState('')
  const field = useId()
  const name = typed.trim() === '' ? example : typed.trim()
  const result = asked(open, name)
  return (
    <section className={styles['card']} aria-label="A name that does not exist">
      <p className={styles['asked']}>
        <label htmlFor={field}>A name that does not exist</label>{' '}
        <input
          id={field}
          value={typed}
          placeholder={example}
          maxLength={40}
          aria-invalid={'refused' in result}
          onChange={(event) => setTyped(event.target.value)}
        />{' '}
        <button
          type="button"
          className="pill"
          onClick={() => {
            setTyped('')
            setTurn(turn + 1)
          }}
        >
          Another name
        </button>
      </p>
      {'refused' in result ? (
        <p role="alert" className="role-fails">
          {result.refused}
        </p>
      ) : (
        <div className={styles['outcome']}>
          <div>
            <p>{`Where was ${name} born?`}</p>
            <p className={styles['city']}>{result.text || 'no answer'}</p>
            <p>
              <span>{`says so with ${probabilityText(result.probability)};`}</span>{' '}
              <strong className={result.known ? 'role-holds' : 'role-fails'}>
                {result.known ? `stands in the training text: ${result.known}` : 'no such person'}
              </strong>
            </p>
          </div>
          <div>
            <p>nearest known names</p>
            <ul>
              {result.near.map(({ id, name: other, city, shared, of }) => (
                <li key={id}>{`${other}, ${CITIES[city]}: ${shared} of ${of} pieces`}</li>
              ))}
              {result.near.length === 0 && <li>none shares a piece</li>}
            </ul>
          </div>
        </div>
      )}
    </section>
  )
}

function asked({ model, corpus }: OpenModel, name: string) {
  try {
    const [answer] = answersTo(model, corpus, [name], 1, 4)
    const same = corpus.people.find((person) => person.name === name)
    const near = nearestNames(corpus, name, 4)
    return { ...answer, known: same && CITIES[same.city], near }
  } catch (error) {
    return { refused: error instanceof RangeError ? error.message : 'This name could not be asked about.' }
  }
}
