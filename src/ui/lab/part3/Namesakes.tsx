import { useMemo } from 'react'
import type { Corpus } from '../../../knowledge/corpus/corpus'
import { CITIES } from '../../../knowledge/corpus/places'
import { answersTo } from '../../../knowledge/training/answers'
import { DataTable } from '../../kit/DataTable'
import styles from '../lab.module.css'
import type { OpenModel } from '../models'
import { probabilityText } from '../probabilityText'

/** Two people of one name: one question, two truths, and one answer. */
export function Namesakes({ open }: { readonly open: OpenModel }) {
  const { model, corpus } = open
  const pairs = useMemo(() => pairsOf(corpus), [corpus])
  const answers = useMemo(
    () =>
      answersTo(
        model,
        corpus,
        pairs.map(({ name }) => name),
        8,
        1,
      ),
    [model, corpus, pairs],
  )
  const hits = answers.filter(({ text }, i) => pairs[i].cities.includes(text)).length
  return (
    <section className={styles['card']} aria-label="Two people of one name">
      <h2>Two people of one name</h2>
      {pairs.length === 0 ? (
        <p>
          In this model’s text all names differ. Train one with “People who share a name” to see which of the
          two true cities it gives, and how sure it is.
        </p>
      ) : (
        <>
          <p>{`Of ${pairs.length} shared names it answers one of the two cities for ${hits}; the other person is then answered wrong.`}</p>
          <DataTable
            columns={['name', 'born in', 'answer', 'probability']}
            rows={pairs.map(({ name, cities }, i) => [
              name,
              cities.join(' and '),
              answers[i].text,
              probabilityText(answers[i].probability),
            ])}
          />
        </>
      )}
    </section>
  )
}

function pairsOf({ people }: Corpus) {
  const names = new Set(people.map(({ name }) => name).filter((name, i, all) => all.indexOf(name) !== i))
  return [...names].map((name) => ({
    name,
    cities: people.filter((person) => person.name === name).map(({ city }) => CITIES[city]),
  }))
}
