import { useEffect, useRef, useState } from 'react'
import { number } from '../tex/format'
import { differing } from './nearestPreset'
import type { OpenRoom } from './useRoom'

/** Milliseconds that the params stand still before what came of a change is said. */
const SETTLED_MS = 700

type Changed = Pick<OpenRoom, 'construction' | 'params' | 'model' | 'quantities'>

/** Says in one sentence, to those who listen, what a change has led to, once it has settled. */
export function Outcome(now: Changed) {
  const [sentence, setSentence] = useState('')
  const before = useRef(now.params)
  const { params } = now
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  useEffect(() => {
    const timer = setTimeout(() => {
      if (before.current === params) return
      setSentence(sentenceOf(latest.current, differing(params, before.current)))
      before.current = params
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [params])
  return (
    <p className="visually-hidden" role="status">
      {sentence}
    </p>
  )
}

/** “Scale 3: weight of key a 0.417, leak 0.166”. */
export function sentenceOf(
  { construction, params, model, quantities }: Changed,
  names: readonly string[],
): string {
  const changed = names.flatMap((name) => {
    const { kind, label } = construction.params[name]
    const value = params[name]
    return kind === 'number' ? [`${label} ${number(value as number)}`] : [label]
  })
  const known = new Map(quantities.map((quantity) => [quantity.id, quantity]))
  const found = construction.outcome(params, model).flatMap((id) => {
    const quantity = known.get(id)
    return quantity ? [`${quantity.label.replace(/:.*/, '')} ${number(quantity.value, quantity.log, 3)}`] : []
  })
  return `${changed.slice(0, 3).join(', ')}: ${found.join(', ')}`
}
