import { DESIGNS, type Design } from '../../../core/heads/head-designs'
import { meanUncertainty, proportionInterval } from '../../../core/laws/confidence'
import { number, texNumber } from '../../../tex/format'
import { Value } from '../../../ui/kit/Explanation'
import { Figure } from '../../../ui/kit/Figure'
import { Prose } from '../../../ui/kit/Prose'
import type { PanelProps } from '../../../ui/panel'
import type { multiHead } from '../multi-head'
import { NAMED } from '../multi-head.designs'
import { gainAt, offLimit } from '../multi-head.gains'
import type { SampledHeads } from '../multi-head.jobs'
import styles from './multi-head.module.css'

type Props = Pick<PanelProps<typeof multiHead>, 'params' | 'model'> & {
  readonly sampled: SampledHeads | undefined
}

const LEVEL = 0.95

const HEADS = [
  'design',
  'success, $\\alpha\\to0$',
  'sampled, 95 %',
  'error, $\\alpha\\to0$',
  'at $\\alpha$',
  'sampled, 95 %',
  'gain at $\\alpha$',
]

const NOTES = [
  'Success: every head gives its keys half their share or more. Error: $\\mathbb E\\|c-\\bar v\\|^2$, $\\bar v$ the mean of the wanted values.',
  'Success is exact as $\\alpha\\to0$; at the current $\\alpha$ it has no closed form here and is sampled only; a dash is an error without an exact form here.',
  'Gain: the error of one head over that of the design, at the current $\\alpha$; after ≈ it is the ratio of the sampled errors.',
]

/** Why a row has no exact error at α. */
const NO_FORM = 'No exact form is known here; the sampled error stands beside.'

/** The designs side by side: how often each succeeds and how far off it is, exact and sampled. One is shown. */
export function DesignTable({ params, model, sampled }: Props) {
  const off = sampled && sampled.summary.count > 0 ? offLimit(sampled.summary, model.limits) : []
  return (
    <Figure title="Designs on the same draws" tableName="Notes" table={<DesignNotes />}>
      <div
        className={styles['scroll']}
        role="region"
        aria-label="Designs on the same draws"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- where it is wider than the page, keys scroll it
        tabIndex={0}
        onFocus={({ target, currentTarget }) => {
          if (target !== currentTarget) target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        }}
      >
        <table className={styles['designs']}>
          <thead>
            <tr>
              {HEADS.map((head, i) => (
                // Two columns have the same head.
                // oxlint-disable-next-line react/no-array-index-key
                <th key={i} scope="col">
                  <Prose>{head}</Prose>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DESIGNS.map((design) => (
              <Row key={design} design={design} shown={design === params.design} sampled={sampled} />
            ))}
          </tbody>
        </table>
      </div>
      {off.length > 0 && (
        <p className={styles['warning']} role="note">
          <Prose>{`At $\\alpha = ${texNumber(params.keyVariance)}$ the limit is off for ${off.map((design) => NAMED[design].name).join(', ')}: read what is sampled.`}</Prose>
        </p>
      )}
    </Figure>
  )
}

/** What stands in the columns. */
function DesignNotes() {
  return NOTES.map((note) => (
    <p key={note} className={styles['note']}>
      <Prose>{note}</Prose>
    </p>
  ))
}

interface RowProps {
  readonly design: Design
  readonly shown: boolean
  readonly sampled: SampledHeads | undefined
}

function Row({ design, shown, sampled }: RowProps) {
  const exact = design === 'pushing' ? undefined : sampled?.exact[design === 'identical' ? 'one' : design]
  return (
    <tr data-shown={shown || undefined} data-mark={`design-${design}`}>
      <th scope="row">{NAMED[design].name}</th>
      <td>
        <Value of={`success-${design}`} />
      </td>
      <td>{sampled && <SampledSuccess design={design} sampled={sampled} />}</td>
      <td>
        <Value of={`error-${design}`} />
      </td>
      <td>{sampled && (exact === undefined ? <span title={NO_FORM}>–</span> : number(exact))}</td>
      <td>{sampled && <SampledError design={design} sampled={sampled} />}</td>
      <td>{sampled && sampled.summary.count > 0 && <GainAt design={design} sampled={sampled} />}</td>
    </tr>
  )
}

/** How many times smaller its error is than that of one head, at α. */
export function GainAt({ design, sampled }: { design: Design; sampled: SampledHeads }) {
  const { value, isSampled } = gainAt(design, sampled)
  if (value === undefined) return <>–</>
  return <>{isSampled ? `≈ ${number(value, undefined, 3)}` : number(value)}</>
}

function SampledSuccess({ design, sampled: { summary } }: { design: Design; sampled: SampledHeads }) {
  const { successes } = summary.designs[design]
  const { low, high } = proportionInterval(successes, summary.count, LEVEL)
  return <Measured value={successes / summary.count} uncertainty={(high - low) / 2} />
}

function SampledError({ design, sampled: { summary } }: { design: Design; sampled: SampledHeads }) {
  const { error } = summary.designs[design]
  return <Measured value={error.mean} uncertainty={meanUncertainty(error, LEVEL)} />
}

/** A measured number with its uncertainty; one draw tells nothing about it. */
function Measured({ value, uncertainty }: { value: number; uncertainty: number }) {
  return (
    <>
      {number(value, undefined, 4)}
      {Number.isFinite(uncertainty) && (
        <span className={styles['error']}> ± {number(uncertainty, undefined, 2)}</span>
      )}
    </>
  )
}
