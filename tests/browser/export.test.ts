import { buffer } from 'node:stream/consumers'
import katex from 'katex'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { csvRows } from '../../src/export/csv'
import { originInSvg } from '../../src/export/figure-metadata'
import { originInPng } from '../../src/export/png-chunks'
import { openPage, PHONE } from './page'
import { openRoom } from './room'
import { expectQuiet } from './watch'

const exportButtons = (page: Page) => page.locator('figcaption').getByRole('button', { name: /^Export / })

/** What a button of the open menu saves. */
async function saved(page: Page, format: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: `Save ${format}`, exact: true }).click()
  return await buffer(await (await download).createReadStream())
}

/** What is wrong with a text as an XML document; empty where nothing is. */
async function problemsOf(blank: Page, text: string): Promise<string> {
  return await blank.evaluate((xml) => {
    const read = new DOMParser().parseFromString(xml, 'image/svg+xml')
    const bad = read.querySelector('parsererror, foreignObject, script, image[href^="http"]')
    return bad ? `${bad.localName}: ${bad.textContent.slice(0, 300)}` : ''
  }, text)
}

async function dropFile(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([fileName, text]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], fileName))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, content] as const,
  )
}

/** Opens the menu of each figure in turn. */
async function eachMenu(page: Page, act: (button: Locator) => Promise<void>): Promise<number> {
  const buttons = exportButtons(page)
  const count = await buttons.count()
  for (let i = 0; i < count; i += 1) {
    await buttons.nth(i).click()
    await page.getByRole('button', { name: 'Save SVG' }).waitFor()
    await act(buttons.nth(i))
    await page.keyboard.press('Escape')
  }
  return count
}

describe.each(constructions)('$title', (construction) => {
  test('every figure is saved as a drawing that is whole, and leads back to this state', async () => {
    const page = await openRoom(construction)
    const { id, label } = construction.presets[1]
    const before = page.url()
    await page.getByRole('button', { name: label, exact: true }).click()
    await expect.poll(() => page.url(), { message: id }).not.toBe(before)
    const link = page.url()
    const blank = await page.context().newPage()
    const drawings: string[] = []
    const count = await eachMenu(page, async () => {
      const svg = (await saved(page, 'SVG')).toString()
      drawings.push(svg)
      expect(await problemsOf(blank, svg)).toBe('')
      // Fonts and pictures are letters that spell anything.
      const drawing = svg.replaceAll(/data:[^)"]*/g, '')
      expect(/var\(--|NaN|undefined|Infinity/.exec(drawing)?.[0]).toBeUndefined()
      expect(drawing).toContain('@font-face')
      expect(originInSvg(svg)?.link).toBe(link)
    })
    expect(count).toBe(await page.locator('figure').count())
    expect(count).toBeGreaterThan(2)
    await page.goto(`${new URL(link).origin}/#v=1&panel=check`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await dropFile(page, 'figure.svg', drawings[0])
    await expect.poll(() => page.url()).toBe(link)
    await expectQuiet(page)
  })

  test('the picture, the table, the derivation and the script of a figure are saved', async () => {
    const page = await openRoom(construction)
    let tables = 0
    await eachMenu(page, async () => {
      const png = await saved(page, 'PNG')
      expect(png.readUInt32BE(16)).toBe(1417)
      expect(originInPng(png)?.link).toContain(`panel=${construction.id}`)
      if ((await page.getByRole('button', { name: 'Save CSV' }).count()) === 0) return
      tables += 1
      const rows = csvRows((await saved(page, 'CSV')).toString())
      expect(rows.length).toBeGreaterThan(1)
      expect(rows.flat().join('')).not.toMatch(/NaN|undefined|\[object/)
      expect((await saved(page, 'LaTeX table')).toString()).toContain('\\begin{tabular}')
    })
    expect(tables).toBeGreaterThan(0)
    await exportButtons(page).first().click()
    const latex = (await saved(page, 'LaTeX')).toString()
    expect(() => katex.renderToString(latex, { displayMode: true, maxExpand: Infinity })).not.toThrow()
    expect((await saved(page, 'NumPy')).toString()).toContain('import numpy as np')
    await expectQuiet(page)
  })
})

test('the menu is reached, used and left by keys', async () => {
  const page = await openPage('#v=1&panel=two-key-average')
  const button = exportButtons(page).first()
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save SVG' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Save SVG')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Save SVG' }).waitFor({ state: 'hidden' })
  await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true)
})

test('what cannot be copied is shown, to be copied by hand', async () => {
  const page = await openPage('#v=1&panel=two-key-average')
  await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'))
  await exportButtons(page).first().click()
  await page.getByRole('button', { name: 'Copy CSV' }).click()
  await expect.poll(() => page.getByLabel('Text to copy').inputValue()).toContain(',')
  await page.getByRole('button', { name: 'Copy PNG' }).click()
  await page.getByText('This browser copies no pictures here: save it instead.').waitFor()
  await expectQuiet(page)
})

test('a file that is no figure of the explorer changes nothing, and is named', async () => {
  const page = await openPage('#v=1&panel=two-key-average&scale=5')
  await exportButtons(page).first().waitFor()
  await dropFile(page, 'other.svg', '<svg xmlns="http://www.w3.org/2000/svg"><metadata>{}</metadata></svg>')
  await page.getByText('it is no figure that the explorer has exported').waitFor()
  expect(page.url()).toContain('scale=5')
  await expectQuiet(page)
})

test.each([
  ['a small laptop', { width: 1366, height: 768 }],
  ['a phone', PHONE],
])('on %s the headings of figures stay on one line', async (_, screen) => {
  for (const construction of constructions) {
    const page = await openRoom(construction, screen)
    const heights = await page
      .locator('figcaption')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)))
    expect(Math.max(...heights), construction.id).toBeLessThan(36)
    await page.context().close()
  }
})
