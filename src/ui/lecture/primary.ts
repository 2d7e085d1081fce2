import type { Construction } from '../../constructions/construction'

/** Names of the params that have a slider, those at the main figure first. */
export function sliderNames({
  params,
  primary,
}: Pick<Construction, 'params' | 'primary'>): readonly string[] {
  const names = Object.keys(params).filter(
    (name) => params[name].kind === 'number' && params[name].place !== 'figure',
  )
  return [
    ...primary.filter((name) => names.includes(name)),
    ...names.filter((name) => !primary.includes(name)),
  ]
}
