import type { Vector } from '../../core/linear/linalg'
import { number } from '../../tex/format'
import { Axis } from '../plot/Axis'
import { Bars } from '../plot/Bars'
import { useFrame } from '../plot/frame'
import { Plot } from '../plot/Plot'
import { linear } from '../plot/scales'
import { Text } from '../plot/Text'

interface Props {
  readonly label: string
  readonly labels: readonly string[]
  readonly wanted: Vector
}

/** Weights that are to be reached: outlines, where those of an answer will stand. */
export function GoalBars({ label, labels, wanted }: Props) {
  const top = Math.max(...wanted)
  return (
    <Plot
      label={label}
      role="img"
      x={linear([0, wanted.length])}
      y={linear([0, top * 1.08])}
      height={190}
      margin={{ bottom: 26 }}
    >
      <Axis side="left" ticks={[0, top / 2, top]} />
      <Bars ink="weight" values={wanted} gap={0.4} opacity={0.1} />
      <Bars ink="weight" look="goal" values={wanted} gap={0.4} />
      <Names labels={labels} wanted={wanted} />
    </Plot>
  )
}

/** The name of each key below its bar, and what its weight goes to. */
function Names({ labels, wanted }: Omit<Props, 'label'>) {
  const { x, y, bottom } = useFrame(undefined)
  return labels.map((label, i) => (
    <g key={label}>
      <Text ink="weight" x={x(i + 0.5)} y={wanted[i] > 0 ? y(wanted[i]) + 20 : bottom - 8} anchor="middle">
        {`→ ${number(wanted[i])}`}
      </Text>
      <Text ink={wanted[i] > 0 ? 'key' : 'soft'} x={x(i + 0.5)} y={bottom + 18} anchor="middle">
        {`$k_${label}$`}
      </Text>
    </g>
  ))
}
