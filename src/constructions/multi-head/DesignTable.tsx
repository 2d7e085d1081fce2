import { meanUncertainty, proportionInterval } from '../../core/confidence'
import { DESIGNS, type Design } from '../../core/head-designs'
import { number } from '../../tex/format'
import { Value } from '../../ui/kit/Explanation'
import { Figure } from '../../ui/kit/Figure'
import { Prose } from '../../ui/kit/Prose'
import type { PanelProps } from '../../ui/panel'
import type { SampledHeads } from '../../ui/useHeadSampling'
import type { multiHead } from './multi-head'
import { NAMED } from './multi-head.designs'
import styles from './multi-head.module.css'

type Props = PanelProps<typeof multiHead> & { readonly sampled: SampledHeads | undefined }

const LEVEL = 0.95

const HEADS = [
  'design',
  'success, $\\alpha\\to0$',
  'sampled, 95 %',
  'error, $\\alpha\\to0$',
  'at $\\alpha$',
  'sampled, 95 %',
  'gain',
]

const NOTE =
  'Success is exact as $\\alpha\\to0$; at the current $\\alpha$ it has no closed form here and is sampled only.'

/** The designs side by side: how often each succeeds and how far off it is, exact and sampled. One is shown. */
export function DesignTable({ params, sampled, onChange }: Props) {
  return (
    <Figure
      className={styles['wide'] ?? ''}
      title="Designs on the same draws"
      about="success: every head gives its keys half their share or more; error: $\mathbb E\|c-\bar v\|^2$"
    >
      <div className={styles['scroll']}>
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
              <Row
                key={design}
                design={design}
                shown={design === params.design}
                sampled={sampled}
                onShow={() => onChange({ design }, '')}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['note']}>
        <Prose>{NOTE}</Prose>
      </p>
    </Figure>
  )
}

interface RowProps {
  readonly design: Design
  readonly shown: boolean
  readonly sampled: SampledHeads | undefined
  onShow(): void
}

function Row({ design, shown, sampled, onShow }: RowProps) {
  const exact = sampled?.exact[design === 'separate' ? 'separate' : 'one']
  return (
    <tr data-shown={shown || undefined} data-mark={`design-${design}`}>
      <th scope="row">
        <label>
          <input type="radio" name="design" checked={shown} onChange={onShow} />
          {NAMED[design].name}
        </label>
      </th>
      <td>
        <Value of={`success-${design}`} />
      </td>
      <td>{sampled && <SampledSuccess design={design} sampled={sampled} />}</td>
      <td>
        <Value of={`error-${design}`} />
      </td>
      <td>{design === 'pushing' || exact === undefined ? '–' : number(exact)}</td>
      <td>{sampled && <SampledError design={design} sampled={sampled} />}</td>
      <td>
        <Value of={`gain-${design}`} />
      </td>
    </tr>
  )
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
