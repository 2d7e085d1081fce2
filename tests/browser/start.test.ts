import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { openPage, stage } from './page'
import { serve } from './server'
import { expectQuiet } from './watch'

test('the built page runs in any folder of a site, with all that it fetches later', async () => {
  const { origin, close } = await serve(stage().folder, '/courses/2021/attention/')
  onTestFinished(close)
  const site = `${origin}/courses/2021/attention/`
  const page = await openPage('', {}, site)
  for (const { id, title } of constructions) {
    await page.goto(`${site}#v=1&panel=${id}`)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.locator('figure').first().waitFor()
    await page.locator('.katex-html').first().waitFor()
  }
  await page.goto(`${site}#v=1&panel=gaussian-keys`)
  await expect.poll(() => page.workers().length).toBeGreaterThan(0)
  await page.goto(`${site}#v=1&panel=check&part=b&answer.q=Q*k_a`)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const verdict = page.getByRole('region', { name: 'Verdict' })
  await expect.poll(() => verdict.innerText()).toContain('✗ wrong')
  await expectQuiet(page)
})

test('opened as a file, the page says what to do instead', async () => {
  const page = await openPage('', {}, pathToFileURL(`${stage().folder}/index.html`).href)
  await page.getByText(/opened as a file.*python3 -m http\.server/s).waitFor()
  expect(await page.getByText(/^Loading/).isVisible()).toBe(false)
})

test.each([
  ['cannot be fetched', '', /could not be fetched/],
  ['breaks', 'throw new Error("no such thing here")', /could not start.*newer browser/s],
  ['is not understood', 'const = 1', /could not start.*newer browser/s],
])('where its program %s, the page says what to do instead', async (_, program, words) => {
  const page = await openPage('', {}, 'about:blank')
  await page.route(/\/assets\/index-.*\.js$/, (route) =>
    program ? route.fulfill({ contentType: 'text/javascript', body: program }) : route.abort(),
  )
  await page.goto(`${stage().origin}/`)
  await page.getByText(words).waitFor()
  expect(await page.getByText(/^Loading/).isVisible()).toBe(false)
})
