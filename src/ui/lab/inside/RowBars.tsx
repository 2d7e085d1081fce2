import { leakBounds } from '../../../core/attention/margin'
import { selectionOf } from '../../../knowledge/inside/selection'
import { number } from '../../../tex/format'
import { Tex } from '../../kit/Tex'
import { PageLink } from '../../PageLink'
import styles from './inside.module.css'

interface Props {
  readonly title: string
  readonly tokens: readonly string[]
  readonly scores: readonly number[]
  readonly weights: readonly number[]
  /** The keys that the row must select: the pieces of the own name that it may look at. */
  readonly wanted: readonly number[]
}

/** One row of a head in the instruments of part 1(a): its scores, its weights, and how far it selects the name. */
export function RowBars({ title, tokens, scores, weights, wanted }: Props) {
  const selection = wanted.length > 0 ? selectionOf(scores, wanted) : undefined
  return (
    <section className={styles['rowBars']} aria-label={title}>
      <h3>{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it */}
      <div className={styles['scroll']} role="group" aria-label={`Row: ${title}`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">key</th>
              {weights.map((_, j) => (
                // oxlint-disable-next-line react/no-array-index-key
                <th key={j} scope="col" className={wanted.includes(j) ? 'role-key' : ''}>
                  {tokens[j]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className={styles['bars']}>
              <th scope="row">
                <span>weight</span> <Tex>{'\\alpha'}</Tex>
              </th>
              {weights.map((weight, j) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={j}>
                  <i data-wanted={wanted.includes(j)} style={{ height: `${(3.2 * weight).toFixed(2)}rem` }} />
                  <span>{weight >= 0.0995 ? weight.toFixed(2) : weight.toFixed(3)}</span>
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">
                <span>score</span> <Tex>{'s'}</Tex>
              </th>
              {scores.map((score, j) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={j}>{score.toFixed(1).replace('-', '−')}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {selection ? (
        <Verdict {...selection} count={scores.length} names={wanted.length} />
      ) : (
        <p>The row comes before the name: it cannot look at it.</p>
      )}
    </section>
  )
}

type VerdictProps = ReturnType<typeof selectionOf> & { readonly count: number; readonly names: number }

function Verdict({ margin, leak, logLeak, weight, count, names }: VerdictProps) {
  if (margin === undefined) return <p>The row may look at nothing but the name.</p>
  const others = count - names
  const words =
    margin > 0
      ? 'every piece of the name is ahead of every other token'
      : 'some other token is ahead of a piece of the name'
  return (
    <p>
      <span>{`The name gets ${number(weight)}; ${words}: margin`}</span>{' '}
      <Tex>{`m = ${margin.toFixed(2)}`}</Tex>
      <span>{`, leak ${number(leak, logLeak)} over ${others} other tokens.`}</span>{' '}
      {names === 1 && others > 0 && (
        <span>{`The margin alone allows a leak from ${bound(count, margin, 'lower')} to ${bound(count, margin, 'upper')}.`}</span>
      )}{' '}
      <PageLink to="single-key">What margins do: room 1(a)</PageLink>
    </p>
  )
}

function bound(count: number, margin: number, which: 'lower' | 'upper'): string {
  const bounds = leakBounds(count, margin)
  return which === 'lower' ? number(bounds.lower, bounds.logLower) : number(bounds.upper, bounds.logUpper)
}
