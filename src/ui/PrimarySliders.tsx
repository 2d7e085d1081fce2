import { useMemo } from 'react'
import { limitOf } from '../state/limits'
import { Controls } from './kit/Controls'
import { useOpenRoom } from './roomContext'

/** The sliders that stand at the main figure. */
export function PrimarySliders() {
  const { construction, params, limits } = useOpenRoom()
  const marks = useMemo(() => construction.marks?.(params) ?? {}, [construction, params])
  return (
    <Controls
      isWide
      specs={construction.params}
      marks={marks}
      names={construction.primary.filter((name) => limitOf(limits, name) !== 'hidden')}
      locked={limits.locked}
      values={params}
    />
  )
}
