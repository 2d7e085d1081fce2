import { useMemo } from 'react'
import { number } from '../../tex/format'
import { Figure } from '../../ui/kit/Figure'
import { NumberField } from '../../ui/kit/NumberField'
import { Prose } from '../../ui/kit/Prose'
import type { PanelProps } from '../../ui/panel'
import { keyQueryValue } from './key-query-value'
import styles from './key-query-value.module.css'
import { AGREEMENT, embeddingOf } from './key-query-value.rotated'

type Props = Pick<PanelProps<typeof keyQueryValue>, 'params' | 'model' | 'onChange' | 'onSettle'>

const { basis: BASIS, dimension: DIMENSION, seed: SEED } = keyQueryValue.params

/** The same computation with vectors of R^d: the first token, and how far the numbers differ. */
export function BasisFigure({ params, model, onChange, onSettle }: Props) {
  const embedding = useMemo(() => embeddingOf(params, model), [params, model])
  const { scoreDifference, outputDifference } = embedding
  const agree = Math.max(scoreDifference, outputDifference) <= AGREEMENT
  const rotated = params.basis === 'rotated'
  return (
    <Figure
      className={styles['wide']}
      title="Basis"
      about="the same numbers with vectors of $\mathbb R^d$ in place of coefficients"
    >
      <div className={styles['basis']}>
        <label>
          {BASIS.label}
          <select
            value={params.basis}
            onChange={(event) => onChange({ basis: event.target.value as typeof params.basis }, '')}
          >
            {BASIS.options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {rotated && (
          <>
            <span className={styles['field']}>
              dimension
              <NumberField
                label={DIMENSION.label}
                scale={{ ...DIMENSION, min: model.d }}
                value={params.dimension}
                onChange={(dimension) => onChange({ dimension }, 'dimension')}
                onSettle={onSettle}
              />
            </span>
            <span className={styles['field']}>
              seed
              <NumberField
                label={SEED.label}
                scale={SEED}
                value={params.seed}
                onChange={(seed) => onChange({ seed }, 'seed')}
                onSettle={onSettle}
              />
            </span>
          </>
        )}
        <p>
          <span className={agree ? 'role-holds' : styles['missed']}>{agree ? '✓ agree' : '✗ differ'}</span>:
          scores to {number(scoreDifference, undefined, 2)}, outputs to{' '}
          {number(outputDifference, undefined, 2)} of their size
        </p>
        <p className={styles['vector']}>
          <Prose>{`$x_1 = (${embedding.inputs[0].map((x) => number(x, undefined, 3).replace('−', '-')).join(',\\ ')})$`}</Prose>
        </p>
      </div>
    </Figure>
  )
}
