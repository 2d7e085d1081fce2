import { useMemo } from 'react'
import { shareLaw } from '../../../core/gaussian/gaussian-laws'
import { logitNormalInterval } from '../../../core/laws/logit-normal'
import { Bars, Miniature, type MiniatureProps } from '../../../ui/kit/miniature'
import { type GaussianKeys, settingOf } from '../gaussian-keys.model'

/** 1(c): the exact law of the share of a, in sixteen bins. */
export default function Small({ params }: MiniatureProps<GaussianKeys>) {
  const bins = useMemo(() => {
    const { mean, sd } = shareLaw(settingOf(params))
    return Array.from({ length: 16 }, (_, i) =>
      sd === 0 ? Number(i === 8) : logitNormalInterval(i / 16, (i + 1) / 16, mean, sd),
    )
  }, [params])
  return (
    <Miniature>
      <Bars weights={bins} wanted={bins.length} top={6} most={Math.max(...bins)} gap={1} />
    </Miniature>
  )
}
