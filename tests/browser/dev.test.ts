import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { openPage, screenshot } from './page'
import { expectQuiet } from './watch'

let server: ChildProcess
let site = ''

beforeAll(async () => {
  // In a process of its own, as `npm run dev` starts it: here NODE_ENV is `test`.
  server = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', '5610'],
    {
      env: { ...process.env, NODE_ENV: 'development', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  site = await new Promise<string>((resolve, reject) => {
    let printed = ''
    server.stdout?.on('data', (piece: Buffer) => {
      printed += piece.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0]
      if (address) resolve(address)
    })
    server.once('exit', (code) => reject(new Error(`vite ended with ${code}: ${printed}`)))
  })
}, 60_000)

afterAll(() => void server.kill())

test('the development server shows the page as it is built: styled, in every room, quiet', async () => {
  // The first visit of a fresh machine waits for the server to bundle what the page depends on.
  const page = await openPage('', {}, site)
  for (const { id, title } of constructions) {
    await page.goto(`${site}#v=1&panel=${id}`)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.locator('figure').first().waitFor()
    await page.locator('.katex-html').first().waitFor()
    const isStyled = () => page.locator('main').evaluate((main) => getComputedStyle(main).display === 'grid')
    await expect.poll(isStyled).toBe(true)
  }
  await expectQuiet(page)
})

test('the development server reads and judges an answer', async () => {
  const page = await openPage('#v=1&panel=check&part=b', {}, site)
  await page.getByRole('textbox', { name: 'Your answer for q' }).fill('Q*(k_a + k_b)')
  await expect.poll(() => page.locator('#echo-q').innerText()).toContain('a column')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const verdict = page.getByRole('region', { name: 'Verdict' })
  await expect.poll(() => verdict.innerText()).toContain('✓ right')
  await expectQuiet(page)
})

test('the development server, which has no file to save a lesson in, says so', async () => {
  const page = await openPage('#v=1&panel=lessons', {}, site)
  await page.getByRole('button', { name: 'Save as one HTML file' }).click()
  await page.getByText('The development server has no such file').waitFor()
  await expectQuiet(page)
})

test('the gallery shows every mark and component, in every theme', async () => {
  const page = await openPage('', { width: 1600, height: 1000 }, `${site}gallery.html`)
  await page.getByRole('article', { name: 'Figure', exact: true }).waitFor()
  const specimens = page.getByRole('article')
  for (const theme of ['light', 'dark', 'projector']) {
    await page.getByRole('button', { name: theme, exact: true }).click()
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme)
    for (const specimen of await specimens.all())
      expect(
        (await specimen.boundingBox())!.height,
        (await specimen.getAttribute('aria-label'))!,
      ).toBeGreaterThan(45)
    await screenshot(page, `gallery-${theme}`)
  }
  expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|Infinity|\[object/)
  await expectQuiet(page)
})
