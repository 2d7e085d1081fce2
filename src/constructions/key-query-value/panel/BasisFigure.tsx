import { useMemo } from 'react'
import { number, texNumber } from '../../../tex/format'
import { Figure } from '../../../ui/kit/Figure'
import { Formula } from '../../../ui/kit/Formula'
import { NumberField } from '../../../ui/kit/NumberField'
import { type PanelProps, useChange } from '../../../ui/panel'
import { keyQueryValue } from '../key-query-value'
import { AGREEMENT, embeddingOf } from '../key-query-value.rotated'
import styles from './key-query-value.module.css'

type Props = Pick<PanelProps<typeof keyQueryValue>, 'params' | 'model' | 'pinned'>

const { basis: BASIS, dimension: DIMENSION, seed: SEED } = keyQueryValue.params

/** The same computation with vectors of R^d: the first token, and how far the numbers differ. */
export function BasisFigure({ params, model, pinned }: Props) {
  const change = useChange(keyQueryValue)
  const embedding = useMemo(() => embeddingOf(params, model), [params, model])
  const rotated = params.basis === 'rotated'
  return (
    <Figure title="Basis" about="the same numbers with vectors of $\mathbb R^d$ in place of coefficients">
      <div className={styles['basis']}>
        <label>
          {BASIS.label}
          <select
            value={params.basis}
            onChange={(event) => change({ basis: event.target.value as typeof params.basis })}
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
                onChange={(dimension) => change({ dimension }, 'dimension')}
              />
            </span>
            <span className={styles['field']}>
              seed
              <NumberField
                label={SEED.label}
                scale={SEED}
                value={params.seed}
                onChange={(seed) => change({ seed }, 'seed')}
              />
            </span>
          </>
        )}
        <Agreement embedding={embedding} />
        <Formula tex={firstToken(embedding)} label="The first token in this basis" />
      </div>
      {pinned && <PinnedBasis {...pinned} />}
    </Figure>
  )
}

type Embedding = ReturnType<typeof embeddingOf>

const firstToken = ({ inputs }: Embedding) =>
  `x_1 = (${inputs[0].map((x) => texNumber(x, undefined, 3)).join(',\\ ')})`

function Agreement({ embedding: { scoreDifference, outputDifference } }: { embedding: Embedding }) {
  const agree = Math.max(scoreDifference, outputDifference) <= AGREEMENT
  return (
    <p>
      <span className={agree ? 'role-holds' : styles['missed']}>{agree ? '✓ agree' : '✗ differ'}</span>:
      scores to {number(scoreDifference, undefined, 2)}, outputs to {number(outputDifference, undefined, 2)}{' '}
      of their size
    </p>
  )
}

/** The basis of the state pinned as A, with what it shows there. */
function PinnedBasis({ params, model }: NonNullable<Props['pinned']>) {
  const embedding = useMemo(() => embeddingOf(params, model), [params, model])
  const { basis, dimension, seed } = params
  return (
    <div className={`${styles['basis']} ${styles['pinned']}`}>
      <p>
        <span className={styles['ghost']}>A</span>{' '}
        {basis === 'rotated' ? `rotated at random, dimension ${dimension}, seed ${seed}` : 'standard'}
      </p>
      <Agreement embedding={embedding} />
      <Formula tex={firstToken(embedding)} label="The first token in the basis of A" />
    </div>
  )
}
