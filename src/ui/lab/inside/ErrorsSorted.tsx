import { ANSWER_KINDS, type AnswerKind } from '../../../knowledge/training/sorted-answers'
import { DataTable } from '../../kit/DataTable'
import { Folded } from '../../kit/Folded'
import { probabilityText } from '../probabilityText'
import type { LabRun } from '../runs'
import styles from './inside.module.css'

const WORDS: Readonly<Record<AnswerKind, string>> = {
  own: 'own city',
  friend: 'a friend’s',
  region: 'same region',
  other: 'other',
}

/** The answers to all dev questions by kind, as bars that add up to all of them, with the names behind each. */
export function ErrorsSorted({ runs }: { readonly runs: readonly LabRun[] }) {
  const asked = runs.filter(({ answers }) => answers && answers.dev.length > 0)
  if (asked.length === 0) return null
  return (
    <section className={styles['sorted']} aria-label="All dev answers, sorted">
      <h2>{`${asked[0].answers?.dev.length ?? 0} answers, sorted, in %`}</h2>
      {asked.map((run) => (
        <div key={run.id}>
          <span>{run.label}</span>
          <span className={styles['stack']} role="img" aria-label={shares(run)}>
            {ANSWER_KINDS.map((kind) => {
              const share = shareOf(run, kind)
              return (
                share > 0 && (
                  <i key={kind} data-kind={kind} style={{ flexGrow: share }}>
                    {share >= 0.1 ? (100 * share).toFixed(0) : ''}
                  </i>
                )
              )
            })}
          </span>
        </div>
      ))}
      <p className={styles['key']}>
        {ANSWER_KINDS.map((kind) => (
          <span key={kind}>
            <i data-kind={kind} aria-hidden="true" /> {WORDS[kind]}
          </span>
        ))}
      </p>
      <Folded className={styles['table']} summary="The wrong answers by name">
        <DataTable
          columns={['name', 'run', 'truth', 'answer', 'probability', 'kind']}
          rows={asked.flatMap(({ label, answers }) =>
            (answers?.dev ?? [])
              .filter(({ kind }) => kind !== 'own')
              .map(({ name, truth, answer, probability, kind }) => [
                name,
                label,
                truth,
                answer,
                probabilityText(probability),
                WORDS[kind],
              ]),
          )}
        />
      </Folded>
    </section>
  )
}

function shareOf({ answers }: LabRun, kind: AnswerKind): number {
  const dev = answers?.dev ?? []
  return dev.length === 0 ? 0 : dev.filter((answer) => answer.kind === kind).length / dev.length
}

const shares = (run: LabRun) =>
  ANSWER_KINDS.map((kind) => `${WORDS[kind]} ${(100 * shareOf(run, kind)).toFixed(1)} %`).join(', ')
