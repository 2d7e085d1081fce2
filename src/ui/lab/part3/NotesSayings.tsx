import type { Calibration } from '../../../knowledge/inside/calibration'
import styles from '../lab.module.css'

interface Props {
  readonly label?: string
  readonly dev?: Calibration
  readonly unseen?: Calibration
  readonly region?: number
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

/** The notes' three answers in their own spelling, what is missing in each, and what the model at hand does. */
export function NotesSayings({ label, dev, unseen, region }: Props) {
  return (
    <ol className={styles['sayings']}>
      <li>
        <blockquote>
          3(a) “… we’ve pretrained the model on the ‘large’ ammount of data which we couldn’t do with the
          initial task.”
        </blockquote>
        <p>
          <strong>Missing:</strong> not just more data: the pretraining text contains the answers. Each person
          who is asked about has paragraphs there that name the birthplace.
          {dev && label && (
            <span>{` ${label} answers ${percent(dev.accuracy)} of ${dev.count} dev questions.`}</span>
          )}
        </p>
      </li>
      <li>
        <blockquote>
          3(b) “1) Predicting the birplace of the persons previously unseen by the model becomes risky. 2) The
          people with exactly the same names may live in different places.”
        </blockquote>
        <p>
          <strong>Missing:</strong> nothing in an answer tells a known name from a made-up one.
          {dev && unseen && (
            <span>
              {` Its answers about unknown names carry a mean probability of ${unseen.confidence.toFixed(2)} and are right in ${percent(unseen.accuracy)}; about dev names ${dev.confidence.toFixed(2)} and ${percent(dev.accuracy)}.`}
            </span>
          )}
        </p>
      </li>
      <li>
        <blockquote>
          3(c) “The model might look at similar person names (if a person name seem to German, look at German
          names, for example) …”
        </blockquote>
        <p>
          <strong>Measured:</strong> names of one region share their sounds here.
          {region !== undefined && (
            <span>{` Of the answers about unknown names ${percent(region)} lie in the region of the name; chance would be 12.5 %.`}</span>
          )}
        </p>
      </li>
    </ol>
  )
}
