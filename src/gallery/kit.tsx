import { type ReactNode, useState } from 'react'
import { judged } from '../constructions/construction'
import type { Matrix } from '../core/linear/linalg'
import { AdjustContext } from '../ui/kit/adjust'
import { ClaimCard } from '../ui/kit/ClaimCard'
import { CoefficientGrid } from '../ui/kit/CoefficientGrid'
import { Controls } from '../ui/kit/Controls'
import { CopyButton } from '../ui/kit/CopyButton'
import { DataTable } from '../ui/kit/DataTable'
import { Derivation } from '../ui/kit/Derivation'
import { Value } from '../ui/kit/Explanation'
import { Figure } from '../ui/kit/Figure'
import { Folded } from '../ui/kit/Folded'
import { Formula } from '../ui/kit/Formula'
import { Heatmap } from '../ui/kit/Heatmap'
import { MatrixField } from '../ui/kit/MatrixField'
import { MixtureBar } from '../ui/kit/MixtureBar'
import { ParamLine } from '../ui/kit/ParamLine'
import { Plane } from '../ui/kit/Plane'
import { Prose } from '../ui/kit/Prose'
import { Simplex } from '../ui/kit/Simplex'
import { WeightBars } from '../ui/kit/WeightBars'
import { MATRIX, ROOM, SPECS, STILL } from './fixtures'
import type { Specimen } from './marks'

/** Something that is edited, with its own value. */
function Edited<T>({
  initial,
  children,
}: {
  initial: T
  children(value: T, put: (value: T) => void): ReactNode
}) {
  const [value, put] = useState(initial)
  return <>{children(value, put)}</>
}

const INITIAL = { linear: 4, log: 1e-3, count: 10, choice: 'one' }

const parameters = (show: (values: typeof INITIAL) => ReactNode) => (
  <Edited initial={INITIAL}>
    {(values, put) => (
      <AdjustContext value={{ ...STILL, change: (changes) => put({ ...values, ...changes }) }}>
        {show(values)}
      </AdjustContext>
    )}
  </Edited>
)

const axes = (letter: string) =>
  ['a', 'b'].map((name) => ({ tex: `${letter}_${name}`, words: `${letter} ${name}` }))

const WEIGHTS = ROOM.quantities.filter(({ id }) => id.startsWith('weight-')).map(({ id }) => id)

/** Every component that rooms and pages share. */
export const KIT: readonly Specimen[] = [
  {
    name: 'Controls',
    element: parameters((values) => <Controls specs={SPECS} values={values} />),
  },
  {
    name: 'Controls, wide',
    element: parameters((values) => (
      <Controls specs={SPECS} values={values} names={['linear', 'log']} isWide />
    )),
  },
  {
    name: 'ParamLine',
    element: parameters((values) => (
      <ParamLine specs={SPECS} values={values} names={Object.keys(SPECS)} changed={['log']} />
    )),
  },
  {
    name: 'MatrixField',
    element: (
      <Edited initial={MATRIX.initial}>
        {(value, put) => <MatrixField spec={MATRIX} value={value} onChange={put} />}
      </Edited>
    ),
  },
  {
    name: 'CoefficientGrid',
    element: (
      <Edited<Matrix> initial={MATRIX.initial}>
        {(value, put) => (
          <CoefficientGrid
            spec={MATRIX}
            tint="value"
            value={value}
            pinned={[
              [1, 1],
              [0, 2],
            ]}
            rows={axes('x')}
            columns={axes('u')}
            onChange={put}
          />
        )}
      </Edited>
    ),
  },
  { name: 'Formula', element: <Formula label="softmax" tex="\alpha_i=\frac{e^{s_i}}{\sum_j e^{s_j}}" /> },
  {
    name: 'Prose and Value',
    element: (
      <p>
        <Prose>{'Words, *stressed* ones, and $\\htmlClass{role-weight}{\\alpha_a}$: '}</Prose>{' '}
        <Value of={WEIGHTS[0]} />
      </p>
    ),
  },
  { name: 'Derivation', element: <Derivation steps={ROOM.steps.slice(0, 2)} /> },
  {
    name: 'ClaimCard',
    element: (
      <>
        {ROOM.claims.slice(0, 3).map((claim) => (
          <ClaimCard
            key={claim.id}
            id={`claim-${claim.id}`}
            claim={claim}
            judgement={judged(claim, ROOM.params, ROOM.model)}
            fails={undefined}
            holds={undefined}
            onShow={() => {}}
          />
        ))}
      </>
    ),
  },
  {
    name: 'DataTable, Folded, CopyButton',
    element: (
      <Folded summary="A table, folded">
        <DataTable
          columns={['key', 'weight']}
          rows={[
            ['a', 0.5],
            ['b', 0.5],
          ]}
        />
        <CopyButton text="0.5">Copy</CopyButton>
      </Folded>
    ),
  },
  {
    name: 'MixtureBar',
    element: (
      <MixtureBar
        label="What c is made of"
        shares={[
          { id: 'a', share: 0.62, role: 'value', tex: 'v_a' },
          { id: 'b', share: 0.35, role: 'value', tex: 'v_b' },
          { id: 'rest', share: 0.03, role: 'plain', word: 'others' },
        ]}
      />
    ),
  },
  {
    name: 'WeightBars',
    element: (
      <WeightBars
        label="Weights of five keys"
        goals={[0.5, 0.5]}
        more={95}
        bars={[0.46, 0.4, 0.07, 0.04, 0.03].map((weight, i) => ({
          label: `k_${i < 2 ? 'ab'[i] : `{${i + 1}}`}`,
          weight,
          logWeight: Math.log(weight),
          wanted: i < 2,
          score: i < 2 ? 4 : 0,
          ghost: i === 0 ? 0.6 : undefined,
        }))}
      />
    ),
  },
  {
    name: 'Simplex',
    element: (
      <Simplex
        label="A mixture of three values"
        corners={[{ label: '$v_a$' }, { label: '$v_b$' }, { label: 'the others', ink: 'soft' }]}
        cloud={Array.from({ length: 40 }, (_, i) => [0.3 + i / 100, 0.6 - i / 80, 0.1 + i / 400])}
        points={[
          { id: 'goal', kind: 'goal', weights: [0.5, 0.5, 0] },
          ...[0, 1, 2].map((q) => ({
            id: `${q}`,
            kind: 'trail' as const,
            weights: [0.1 + 0.15 * q, 0.1 + 0.15 * q, 0.8 - 0.3 * q],
            label: `$Q = ${q}$`,
          })),
          { id: 'A', kind: 'ghost', weights: [0.6, 0.2, 0.2], label: 'A' },
          { id: 'c', kind: 'current', weights: [0.47, 0.47, 0.06], label: '$c$' },
        ]}
      />
    ),
  },
  {
    name: 'Heatmap',
    element: (
      <Heatmap
        label="Weights"
        tint="weight"
        rows={axes('q')}
        columns={axes('v')}
        cells={[0, 1].map((i) =>
          [0, 1].map((j) => ({ quantity: WEIGHTS[(i + j) % WEIGHTS.length], shade: i === j ? 0.9 : 0.3 })),
        )}
      />
    ),
  },
  {
    name: 'Plane',
    element: (
      <Plane
        label="A plane of two tints"
        extent={2}
        field={{
          size: 2,
          pixels: (tints) =>
            new Uint8ClampedArray([0, 1, 1, 0].flatMap((tint) => [...(tints[tint] ?? [0, 0, 0]), 120])),
        }}
      >
        {({ x, y }) => <circle cx={x(1)} cy={y(1)} r={6} />}
      </Plane>
    ),
  },
  {
    name: 'Figure',
    element: (
      <Figure
        title="A figure"
        about="what it shows, $\\alpha$"
        table={<DataTable columns={['key']} rows={[['a']]} />}
      >
        <p>Its drawing.</p>
      </Figure>
    ),
  },
]
