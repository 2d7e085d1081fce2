import type { ReactNode } from 'react'
import { number } from '../../../tex/format'
import { Axes } from '../../../ui/plot/Axis'
import { type LabelSpec, Labels } from '../../../ui/plot/Label'
import { Area, Line, type Points } from '../../../ui/plot/Line'
import { ParamHandle } from '../../../ui/plot/ParamHandle'
import { Plot } from '../../../ui/plot/Plot'
import { Point } from '../../../ui/plot/Point'
import { RuleX, RuleY } from '../../../ui/plot/Rule'
import type { ScaleOn } from '../../../ui/plot/scales'
import { singleKey } from '../single-key'
import type { Selection, SelectionModel } from '../single-key.model'

const { margin: MARGIN } = singleKey.params

interface Props {
  readonly label: string
  readonly x: ScaleOn
  readonly y: ScaleOn
  readonly params: Selection
  readonly model: SelectionModel
  /** What is so at the least and at the largest weight, and at the least one in the state pinned as A. */
  readonly least: Points
  readonly most: Points
  readonly before: Points | undefined
  /** The level that ε asks for, and that of the lower axis. */
  readonly asked: number
  readonly foot: number
  /** Both bounds at the chosen margin, the upper on the plot first. */
  readonly bounds: readonly { readonly value: string; readonly level: number }[]
  /** The level of the keys of the plane. */
  readonly plane: number
  readonly names: readonly LabelSpec[]
  readonly children?: ReactNode
}

/** What a margin is worth: two bounds against it, the chosen margin to drag, and the margins that are needed and enough. */
export function BoundsPlot({ label, x, y, params, model, children, ...drawn }: Props) {
  const { least, most, before, asked, foot, bounds, plane, names } = drawn
  const { margin } = params
  const [low, high] = [least[0][0], least[least.length - 1][0]]
  const isShown = (at: number) => at >= low && at <= high
  const thresholds = [
    { mark: 'necessary', at: model.necessary, text: 'needed', sides: ['nw', 'ne'] },
    { mark: 'general-sufficient', at: model.general.sufficient, text: 'enough', sides: ['ne', 'nw'] },
  ] as const
  const shown = thresholds.filter(({ at }) => isShown(at))
  const place = model.n === params.n && isShown(model.margin) && ([model.margin, plane] as const)
  const chosen = isShown(margin) ? bounds : []
  return (
    <Plot label={label} x={x} y={y} height={230}>
      <Axes x="margin $m$" />
      <Line ink="weight" faint mark="bound-most" points={most} />
      <Line ink="weight" mark="bound-least" points={least} />
      {before && <Line stroke="ghost" mark="pinned" points={before} />}
      <Area ink="weight" points={most} base={least} opacity={0.08} />
      {children}
      <RuleY mark="epsilon" at={asked} />
      {shown.map(({ mark, at }) => (
        <g key={mark} data-mark={mark}>
          <RuleX ink="holds" stroke="drop" at={at} from={foot} to={asked} />
          <Point ink="holds" x={at} y={asked} r={4} />
        </g>
      ))}
      {chosen.length > 0 && (
        <ParamHandle
          param="margin"
          value={margin}
          ink="query"
          label={`${MARGIN.label}, in the plot`}
          valueText={`m = ${number(margin)}`}
        >
          <RuleX stroke="reach" at={margin} />
          <RuleX stroke="fine" ink="query" at={margin} />
          {bounds.map(({ value, level }) => (
            <Point key={value} ink="query" x={margin} y={level} r={5} />
          ))}
        </ParamHandle>
      )}
      {place && <Point ink="plain" mark="plane-margin" x={place[0]} y={place[1]} r={4.5} />}
      <Labels
        of={[
          ...chosen.map(
            ({ value, level }): LabelSpec => ({ value, at: [margin, level], sides: ['e', 'w'], gap: 10 }),
          ),
          ...shown.map(
            ({ mark, at, text, sides }): LabelSpec => ({
              mark,
              text,
              ink: 'holds',
              at: [at, foot],
              sides,
              gap: 5,
            }),
          ),
          place && {
            mark: 'plane-margin',
            text: 'the plane',
            at: place,
            sides: ['w', 'e', 'nw', 'se'],
            gap: 9,
          },
          ...names,
        ]}
        points={[...chosen.map(({ level }) => [margin, level] as const), place]}
        lines={[
          least,
          most,
          [
            [margin, foot],
            [margin, bounds[0].level],
          ],
        ]}
      />
    </Plot>
  )
}
