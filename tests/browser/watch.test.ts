import { expect, test } from 'vitest'
import { openPage } from './page'
import { expectQuiet, noise } from './watch'

test('a page that does nothing wrong is quiet', async () => {
  await expectQuiet(await openPage())
})

test.each([
  ["console.error('astray')", /^console error: astray/],
  ["console.warn('careful')", /^console warning: careful/],
  ["setTimeout(() => { throw new Error('lost') })", /^exception: lost/],
  ["void Promise.reject(new Error('refused'))", /^exception: refused/],
  ["fetch('missing.json').then(() => 0)", /^console error: .*404/],
  ["fetch('https://example.org/').catch(() => 0)", /^blocked by connect-src: https:\/\/example\.org/],
  ["new Image().src = 'https://example.org/'", /^request: https:\/\/example\.org/],
  ["document.body.setAttribute('style', 'color: red')", /^blocked by style-src-attr: inline/],
  ["try { document.write('astray') } catch {}", /^blocked by require-trusted-types-for/],
])('the watch notices %s', async (wrong, note) => {
  const page = await openPage()
  await page.evaluate(wrong)
  await expect.poll(() => noise(page)).toContainEqual(expect.stringMatching(note))
  await expect(expectQuiet(page)).rejects.toThrow('noise of')
})
