import { type ComponentProps, createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { paramsWith } from '../../src/constructions/construction'
import { drawParams, initialParams } from '../../src/constructions/params'
import { createRandom } from '../../src/core/random/random'
import { NO_LIMITS } from '../../src/state/limits'
import { ExplanationProvider } from '../../src/ui/kit/Explanation'
import { RoomContext } from '../../src/ui/roomContext'
import type { OpenRoom } from '../../src/ui/useRoom'

/** The figures of each room that are drawings, by the file that they are in. */
const files = import.meta.glob<Readonly<Record<string, unknown>>>('/src/constructions/*/panel/*.tsx', {
  eager: true,
})

const DRAWN: Readonly<Record<string, readonly string[]>> = {
  'single-key': ['KeyPlane', 'MarginPlots'],
  'two-key-average': ['Convergence', 'OutputTriangle'],
  'gaussian-keys': ['KeyCloud', 'OutputCloud', 'ScaleWindow', 'ShareHistogram', 'Weights'],
  'multi-head': ['ErrorDistribution', 'GammaDensity', 'HeadWeights', 'OutputCloud'],
  'identity-self-attention': ['LeakPlot', 'MarginPlot'],
  'key-query-value': ['ErrorPlot'],
}

const figuresOf = (id: string) =>
  DRAWN[id].map(
    (name) => files[`/src/constructions/${id}/panel/${name}.tsx`][name] as FunctionComponent<OpenRoom>,
  )

/** The provider as one that may be made before its children. */
const Explained = ExplanationProvider as FunctionComponent<
  Omit<ComponentProps<typeof ExplanationProvider>, 'children'>
>

const NO_CHANGES = { change() {}, settle() {}, cancel() {}, choose() {} }

describe.each(constructions)('$title', (construction) => {
  const { id, params: specs, presets } = construction
  const random = createRandom(7)
  const states = [
    initialParams(specs),
    ...presets.map((preset) => paramsWith(construction, initialParams(specs), preset.params)),
    ...Array.from({ length: 6 }, () =>
      paramsWith(construction, initialParams(specs), drawParams(specs, random)),
    ),
  ]
  const at = (params: (typeof states)[number]) => {
    const model = construction.model(params)
    return { params, model, quantities: construction.quantities(params, model) }
  }

  test('every figure is drawn in every state, with and without another one pinned', () => {
    let count = 0
    states.forEach((params, i) => {
      const current = at(params)
      const pinned = i % 2 === 0 ? undefined : at(states[i - 1])
      const room: OpenRoom = { construction, ...current, pinned, limits: NO_LIMITS, ...NO_CHANGES }
      const figures = figuresOf(id).map((figure) => createElement(figure, room))
      const inRoom = createElement(RoomContext, { value: room }, ...figures)
      const page = renderToStaticMarkup(createElement(Explained, { quantities: current.quantities }, inRoom))
      const drawings = page.match(/<svg[\s\S]*?<\/svg>/g) ?? []
      count += drawings.length
      expect(drawings.join('\n'), JSON.stringify(params)).not.toMatch(/NaN|Infinity|undefined|\[object/)
    })
    expect(count).toBeGreaterThan(states.length / 2)
  })
})
