import type { ReactElement } from 'react'
import { Axes, Axis } from '../ui/plot/Axis'
import { Bars, Histogram } from '../ui/plot/Bars'
import { Label, Labels } from '../ui/plot/Label'
import { Area, Dots, Line, type Points } from '../ui/plot/Line'
import { ParamHandle } from '../ui/plot/ParamHandle'
import { Plot } from '../ui/plot/Plot'
import { Point } from '../ui/plot/Point'
import { Region, RuleX, RuleY } from '../ui/plot/Rule'
import { linear, log, powers, type ScaleOn } from '../ui/plot/scales'

/** Something drawn from fixed values, for the gallery to show and a test to compare. */
export interface Specimen {
  readonly name: string
  readonly element: ReactElement
}

const bell = (center: number): Points =>
  Array.from({ length: 41 }, (_, i) => [i / 4, 0.95 * Math.exp(-((i / 4 - center) ** 2) / 4)])

const [early, late] = [bell(4), bell(6)]

interface StageProps {
  readonly of: string
  readonly x?: ScaleOn
  readonly y?: ScaleOn
  readonly children: React.ReactNode
}

/** A plot around one mark. */
function Stage({ of, x = linear([0, 10]), y = linear([0, 1]), children }: StageProps) {
  return (
    <Plot label={of} x={x} y={y} height={200}>
      {children}
    </Plot>
  )
}

function staged(name: string, children: React.ReactNode, scales: Omit<StageProps, 'of' | 'children'> = {}) {
  return {
    name,
    element: (
      <Stage of={name} {...scales}>
        {children}
      </Stage>
    ),
  }
}

const within = (children: React.ReactNode) => (
  <>
    <Axes x="$Q$" />
    {children}
  </>
)

/** Every mark of `ui/plot`, each in a plot of its own. */
export const MARKS: readonly Specimen[] = [
  staged('axis-linear', <Axes x="margin $m$" />, { x: linear([-3, 3]), y: linear([0, 0.004]) }),
  staged('axis-log', <Axes x="$Q$" />, { x: log([0.1, 1000]), y: log([1, 100]) }),
  staged('axis-powers', <Axes x="$\beta^2$" />, { y: powers([-300, 0]) }),
  staged('axis-named', <Axis side="bottom" ticks={[0, 5, 10]} label="steps" />),
  staged(
    'line',
    within(
      <>
        <Line ink="query" points={early} />
        <Line ink="holds" stroke="dashed" points={late} />
        <Line ink="plain" stroke="thin" points={early.map(([x, y]) => [x, y / 2])} />
        <Line ink="soft" faint points={late.map(([x, y]) => [x, y / 2])} />
        <Line stroke="ghost" points={early.map(([x, y]) => [x, y / 4])} />
      </>,
    ),
  ),
  staged(
    'line-broken',
    within(
      <Line
        ink="weight"
        points={[
          [0, 0.2],
          [2, 0.4],
          [4, Number.NaN],
          [6, 0.6],
          [10, Number.POSITIVE_INFINITY],
          [12, 2],
        ]}
      />,
    ),
  ),
  staged(
    'area',
    within(
      <>
        <Area ink="fails" points={early.slice(0, 14)} />
        <Area
          ink="weight"
          points={late.slice(20)}
          base={late.slice(20).map(([x, y]) => [x, y / 2])}
          opacity={0.15}
        />
      </>,
    ),
  ),
  staged('dots', within(<Dots ink="key" points={early.map(([x, y], i) => [x, (y * (i % 5)) / 5])} />)),
  staged(
    'rules',
    within(
      <>
        <RuleX at={3} />
        <RuleX at={7} from={0.2} to={0.8} stroke="thin" ink="holds" />
        <RuleY at={0.5} />
        <RuleY at={0.9} to={7} stroke="grip" ink="holds" />
        <RuleX at={11} stroke="full" ink="fails" />
      </>,
    ),
  ),
  staged(
    'region',
    within(
      <>
        <Region x={[2, 4]} ink="holds" />
        <Region y={[0.8, 7]} ink="fails" opacity={0.2} />
      </>,
    ),
  ),
  staged(
    'point',
    within(
      <>
        <Point ink="value" x={1} y={0.5} />
        <Point look="ghost" x={3} y={0.5} />
        <Point look="goal" ink="holds" x={5} y={0.5} r={10} />
        <Point look="hollow" ink="key" x={7} y={0.5} />
        <Point ink="weight" x={90} y={0.5} beyond="edge" />
        <Point ink="fails" x={90} y={0.5} />
      </>,
    ),
  ),
  staged(
    'label',
    within(
      <>
        <Line ink="query" points={early} />
        <Point ink="query" x={4} y={0.95} />
        <Label
          text="$\ln L = -3.2$"
          ink="query"
          at={[4, 0.95]}
          points={[[4, 0.95]]}
          lines={[early]}
          sides={['s', 'e']}
        />
      </>,
    ),
  ),
  staged(
    'labels-apart',
    within(
      <>
        <Line ink="query" points={early} />
        <Line ink="holds" points={late} />
        {[5, 5.2, 9.9].map((x) => (
          <Point key={x} ink="plain" x={x} y={0.5} />
        ))}
        <Labels
          of={[
            { text: 'one of three', at: [5, 0.5] },
            { text: 'another of three', at: [5.2, 0.5] },
            { text: 'at the edge', at: [9.9, 0.5] },
            { text: 'a remark', look: 'note', at: [5, 0.5], optional: true },
            { text: 'its own curve', ink: 'holds', at: late.slice(24, 32), gap: 6 },
          ]}
          points={[
            [5, 0.5],
            [5.2, 0.5],
            [9.9, 0.5],
          ]}
          lines={[early, late]}
        />
      </>,
    ),
  ),
  staged(
    'text',
    within(
      <Labels
        of={[
          { text: 'weight $\\alpha_{12}$ of $k_b$, not $v_{\\text{mean}}$', at: [1, 0.9], sides: ['e'] },
          { text: '$\\log_{10} \\beta^{-2} \\le \\lVert\\bar c\\rVert$', at: [1, 0.6], sides: ['e'] },
          {
            text: '$\\gamma^* = \\ln(n-1)/Q$: pale, a remark',
            look: 'note',
            at: [1, 0.3],
            sides: ['e'],
          },
        ]}
      />,
    ),
  ),
  staged('histogram', within(<Histogram ink="weight" range={[2, 8]} counts={[1, 4, 9, 16, 9, 4, 0, 1]} />), {
    y: linear([0, 0.6]),
  }),
  staged(
    'bars',
    within(
      <>
        <Bars ink="weight" values={[0.5, 0.3, 0.1, 0, 0.8, 3]} />
        <Bars look="ghost" values={[0.4, 0.4, 0.1, 0.1, 0.7, 0.2]} gap={0.1} />
      </>,
    ),
  ),
  staged(
    'handle',
    within(
      <ParamHandle param="scale" value={4} ink="query" label="Scale, in the plot" valueText="Q = 4">
        <RuleX stroke="reach" at={4} />
        <RuleX stroke="grip" ink="query" at={4} />
        <Point ink="query" x={4} y={0.5} />
      </ParamHandle>,
    ),
  ),
]
