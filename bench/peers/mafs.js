import 'mafs/core.css'
import { Coordinates, Line, Mafs, Plot, Point, Polygon, Text } from 'mafs'
import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'

/**
 * What the room of 1(b) shows, drawn with Mafs: the weights of ten keys as bars with their numbers, the logarithm of the
 * leak against the scale with its current point, and the slider that moves both.
 */

const N = 10

/** Weight of each of the two wanted keys, and of each of the others. */
function weightsAt(scale) {
  const wanted = Math.exp(scale)
  const total = 2 * wanted + N - 2
  return [wanted / total, wanted / total, ...Array(N - 2).fill(1 / total)]
}

const logLeakAt = (scale) => Math.log(N - 2) - Math.log(2 * Math.exp(scale) + N - 2)

function Bars({ scale }) {
  const bars = weightsAt(scale).flatMap((weight, i) => [
    h(Polygon, {
      key: `bar ${i}`,
      color: '#7b3fa3',
      points: [
        [i + 0.2, 0],
        [i + 0.8, 0],
        [i + 0.8, weight],
        [i + 0.2, weight],
      ],
    }),
    h(Text, { key: `number ${i}`, x: i + 0.5, y: weight + 0.03, size: 12 }, weight.toPrecision(3)),
  ])
  return h(
    Mafs,
    { height: 240, pan: false, preserveAspectRatio: false, viewBox: { x: [0, N], y: [0, 0.55] } },
    h(Coordinates.Cartesian, { xAxis: { lines: false, labels: false }, yAxis: { lines: 0.25 } }),
    bars,
  )
}

function Convergence({ scale }) {
  return h(
    Mafs,
    { height: 240, pan: false, preserveAspectRatio: false, viewBox: { x: [0, 20], y: [-20, 1] } },
    h(Coordinates.Cartesian, { xAxis: { lines: 5 }, yAxis: { lines: 5 } }),
    h(Plot.OfX, { y: logLeakAt, color: '#c14a09' }),
    h(Line.Segment, { point1: [0, Math.log(1e-6)], point2: [20, Math.log(1e-6)], style: 'dashed' }),
    h(Point, { x: scale, y: logLeakAt(scale) }),
    h(
      Text,
      { x: scale + 2.5, y: logLeakAt(scale) + 1.2, size: 12 },
      `ln L = ${logLeakAt(scale).toPrecision(5)}`,
    ),
  )
}

function Page() {
  const [scale, setScale] = useState(8)
  const onChange = (event) => setScale(event.target.valueAsNumber)
  const slider = {
    type: 'range',
    min: 0,
    max: 20,
    step: 'any',
    value: scale,
    onChange,
    style: { width: '100%' },
  }
  return h(
    'main',
    null,
    h(Bars, { scale }),
    h(Convergence, { scale }),
    h('label', null, `Scale Q = ${scale.toPrecision(4)}`, h('input', { ...slider, 'aria-label': 'Scale' })),
  )
}

createRoot(document.getElementById('root')).render(h(Page))
