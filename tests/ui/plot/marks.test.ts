import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { STILL } from '../../../src/gallery/fixtures'
import { MARKS } from '../../../src/gallery/marks'
import { AdjustContext } from '../../../src/ui/kit/adjust'
import { standalone } from './standalone'
import { LIGHT } from './theme'

/** The drawing of a specimen as a file of its own, a tag a line. */
function drawn(name: string): string {
  const { element } = MARKS.find((specimen) => specimen.name === name)!
  const page = renderToStaticMarkup(createElement(AdjustContext, { value: STILL }, element))
  const [svg] = /<svg[\s\S]*<\/svg>/.exec(page)!
  return standalone(svg, LIGHT).replaceAll(/>(?=<(?!tspan|\/))/g, '>\n')
}

describe.each(MARKS)('$name', ({ name }) => {
  test('is drawn as before', async () => {
    await expect(drawn(name)).toMatchFileSnapshot(`drawings/${name}.svg`)
  })

  test('needs nothing of the page, and shows no number that is none', () => {
    expect(drawn(name)).not.toMatch(/var\(|light-dark|foreignObject|NaN|Infinity|undefined/)
  })
})
