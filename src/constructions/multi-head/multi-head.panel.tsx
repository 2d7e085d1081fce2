import type { PanelProps } from '../../ui/panel'
import type { multiHead } from './multi-head'
export default function Panel(_: PanelProps<typeof multiHead>) {
  return <div />
}
