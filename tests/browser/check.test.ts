import { text as textOf } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { exercises } from '../../src/constructions/exercise-registry'
import { encodeLink } from '../../src/state/permalink'
import { initialSession } from '../../src/state/session'
import { axe, axeOfColours } from './axe'
import { openPage, screenshot } from './page'
import { setTheme } from './room'
import { expectQuiet } from './watch'

/** A link to a question with an answer in place. */
const asking = (part: string, texts: Record<string, string> = {}) =>
  encodeLink({ ...initialSession(), page: 'check', part, drafts: { [part]: texts } })

const answer = (page: Page, field: string) => page.getByRole('textbox', { name: `Your answer for ${field}` })
const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' })
const echoed = (page: Page) => page.locator('[id^="echo-"]')
const check = (page: Page) => page.getByRole('button', { name: 'Check', exact: true }).click()

const standing = (page: Page) => page.getByRole('button', { name: /\(b\)/ }).first().innerText()

/** The file that the button called `name` saves. */
async function exported(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  const stream = await (await download).createReadStream()
  return await textOf(stream)
}

describe('before an answer', () => {
  test('the goal, what counts and what will be tried are where weights, verdict and tree will be', async () => {
    const page = await openPage(asking('b'))
    await page.getByRole('figure', { name: /The goal/ }).waitFor()
    const goal = page.getByRole('img', { name: /Weights to be reached/ })
    await expect.poll(() => goal.getAttribute('aria-label')).toMatch(/key a 0.5, key b 0.5, key 3 0$/)
    await page.getByRole('list', { name: 'What will be tried' }).waitFor()
    await page.getByRole('region', { name: 'What counts as right' }).waitFor()
    await expectQuiet(page)
  })

  test('a goal that would be the answer is not drawn', async () => {
    const page = await openPage(asking('e1'))
    await page.getByRole('heading', { name: 'The test' }).waitFor()
    expect(await page.getByRole('heading', { name: 'The goal' }).count()).toBe(0)
  })
})

test('what was said of an answer is there again after the way back and after a reload, at no attempt', async () => {
  const page = await openPage(asking('b', { q: '\\frac12(k_a + k_b)' }))
  await check(page)
  await expect.poll(() => verdict(page).innerText()).toMatch(/wrong/)
  await page.getByRole('link', { name: 'Open this case in its room' }).click()
  await page.getByRole('heading', { level: 1, name: 'Averaging two keys' }).waitFor()
  await page.goBack()
  await expect.poll(() => verdict(page).innerText()).toMatch(/wrong[\s\S]*n = 3/)
  await page.reload()
  await expect.poll(() => verdict(page).innerText()).toMatch(/wrong[\s\S]*n = 3/)
  await page.getByRole('heading', { name: /smallest failing instance/ }).waitFor()
  await page.getByText('Attempts at 1(b)').click()
  await expect
    .poll(() => page.locator('details', { hasText: 'Attempts at 1(b)' }).getByRole('time').count())
    .toBe(1)
})

describe('a whole journey', () => {
  test('wrong, counterexample, room, back, corrected, solutions, exported, imported', async () => {
    const page = await openPage()
    await page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Check my answer' })
      .click()
    await page.getByRole('button', { name: /\(b\)/ }).first().click()
    await answer(page, 'q').fill('\\frac12(k_a + k_b)')
    await expect.poll(() => echoed(page).innerText()).toContain('a column')
    expect(await page.getByRole('button', { name: 'Reveal solutions' }).count()).toBe(0)
    await check(page)
    await expect.poll(() => verdict(page).innerText()).toMatch(/wrong[\s\S]*n = 3/)
    await page.getByRole('link', { name: 'Open this case in its room' }).click()
    await page.getByRole('heading', { level: 1, name: 'Averaging two keys' }).waitFor()
    await expect.poll(() => page.url()).toMatch(/two-key-average.*n=3/)
    await page.getByText('Your answer to 1(b) on n = 3').waitFor()
    await page.getByRole('link', { name: 'Back to my answer' }).click()
    await expect.poll(() => answer(page, 'q').inputValue()).toBe('\\frac12(k_a + k_b)')
    await expect.poll(() => verdict(page).innerText()).toMatch(/wrong[\s\S]*n = 3/)
    await answer(page, 'q').fill('Q(k_a + k_b)')
    await answer(page, 'q').press('Enter')
    await expect.poll(() => verdict(page).innerText()).toMatch(/right/)
    await page.getByRole('button', { name: 'Reveal solutions' }).click()
    await page.getByRole('button', { name: 'Use away from the others' }).click()
    await expect.poll(() => answer(page, 'q').inputValue()).toBe('-Q*k_rest')
    const proof = JSON.parse(await exported(page, 'Export proof file'))
    expect(proof.entries).toEqual([expect.objectContaining({ part: 'b', answer: { q: 'Q(k_a + k_b)' } })])
    // What was exported is read back where nothing is known yet.
    const copy = await exported(page, 'Save a copy')
    await page.getByRole('button', { name: 'Clear …' }).click()
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect.poll(() => standing(page)).toContain('○')
    const own = page.getByRole('region', { name: 'My progress' }).locator('input[type="file"]')
    await own.setInputFiles({
      name: 'progress.json',
      mimeType: 'application/json',
      buffer: Buffer.from(copy),
    })
    await expect.poll(() => standing(page)).toContain('✓')
    await expectQuiet(page)
  })
})

describe('reading before judging', () => {
  test('what stands beside the formula is set aside in sight, and judged without', async () => {
    const page = await openPage(asking('b'))
    await answer(page, 'q').fill('$q = C(k_a + k_b)$ where $C$ is a large number')
    await expect.poll(() => echoed(page).innerText()).toMatch(/Set aside:.*where \$C\$ is a large number/)
    await check(page)
    await expect.poll(() => verdict(page).innerText()).toMatch(/right/)
    await expectQuiet(page)
  })

  test('∞ is read as a letter, and a button writes one', async () => {
    const page = await openPage(asking('b'))
    await answer(page, 'q').fill('\\infty(k_a+k_b)')
    await page.getByRole('button', { name: 'Write Q', exact: true }).click()
    await expect.poll(() => answer(page, 'q').inputValue()).toBe('Q (k_a+k_b)')
    await expect.poll(() => echoed(page).innerText()).not.toMatch(/∞/)
    await check(page)
    await expect.poll(() => verdict(page).innerText()).toMatch(/right/)
  })

  test('a small letter makes an answer right, and the verdict says so', async () => {
    const page = await openPage(asking('b', { q: '(k_a + k_b)/epsilon' }))
    await check(page)
    await expect
      .poll(() =>
        verdict(page)
          .locator('[data-tex]')
          .evaluateAll((formulas) => formulas.map((formula) => formula.getAttribute('data-tex'))),
      )
      .toContain('\\epsilon\\to0^+')
  })

  test('one line fills both blanks of two heads', async () => {
    const page = await openPage(asking('d'))
    await answer(page, 'q1').fill('q_1 = Q\\mu_a, q_2 = Q\\mu_b')
    await expect.poll(() => page.locator('#echo-q2').innerText()).toMatch(/Read in the line of q1/)
    await check(page)
    await expect.poll(() => verdict(page).innerText()).toMatch(/right/)
  })

  test('a number in place of a scale meets a case with enough keys, in its room', async () => {
    const page = await openPage(asking('b', { q: '10(k_a + k_b)' }))
    await check(page)
    await expect.poll(() => verdict(page).innerText()).toMatch(/number stands where the scale should/)
    await page.getByRole('link', { name: 'Open this case in its room' }).click()
    await expect.poll(() => page.url()).toMatch(/n=44055/)
  })

  test.each([
    ['b', 'q', 'k_a k_b', /column times a column/],
    ['b', 'q', 'Q*(v_a+v_b)', /value/],
    ['c', 'q', 'Q*(k_a+k_b)', /sampl|drawn/],
    ['b', 'q', 'Q*(k_a+k_z)', /k_z/],
    ['b', 'q', 'Q*(k_a+', /./],
    ['e', 'K', 'u_b u_c', /did you mean/],
  ])('of %s: %s = %s is explained in words', async (part, field, text, words) => {
    const page = await openPage(asking(part))
    await answer(page, field).fill(text)
    await expect.poll(() => page.locator(`#echo-${field}`).innerText()).toMatch(words)
    await expectQuiet(page)
  })

  test.each([
    ['b', { q: 'Q(k_a+k_z)' }, /not read yet[\s\S]*message below/],
    ['d', { q1: 'Q*mu_a', q2: '' }, /not read yet[\s\S]*Still empty/],
    ['c', { q: 'Q*(k_a+k_b)' }, /wrong[\s\S]*This is a key/],
  ])('what cannot be read of %s costs no attempt: %o', async (part, texts, words) => {
    const page = await openPage(asking(part, texts))
    await check(page)
    await expect.poll(() => verdict(page).innerText()).toMatch(words)
    await expect.poll(() => verdict(page).innerText()).toMatch(/No attempt counted/)
    expect(await page.locator('main').innerText()).not.toMatch(/float64/)
    expect(await page.getByRole('button', { name: 'Reveal solutions' }).count()).toBe(0)
  })

  test('the palette writes at the caret, and the place of a problem is shown', async () => {
    const page = await openPage(asking('b', { q: 'Q*(k_a+oops)' }))
    await page.getByRole('button', { name: /Show “oops”/ }).click()
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: /^k_b:/ }).click()
    await expect.poll(() => answer(page, 'q').inputValue()).toBe('Q*(k_a+k_b)')
    await expect.poll(() => echoed(page).innerText()).toContain('a column')
  })
})

test.each(exercises)('part $part: a right and a wrong answer, with figures, accessible', async (exercise) => {
  const { part, solutions, mistakes } = exercise
  const wrong = mistakes.find(({ diagnosis }) => !/value|sampl|made/.test(diagnosis))!
  const page = await openPage(asking(part, wrong.answer))
  await check(page)
  await expect.poll(() => verdict(page).innerText()).toMatch(/wrong/)
  await page.locator('figure').first().waitFor()
  await screenshot(page, `check-${part}-wrong`)
  await axe(page)
  for (const [field, text] of Object.entries(solutions[0].answer)) await answer(page, field).fill(text)
  await check(page)
  await expect.poll(() => verdict(page).innerText()).toMatch(/✓ right/)
  await setTheme(page, 'projector')
  await axeOfColours(page)
  await screenshot(page, `check-${part}-right`)
  expect(await page.locator('body').innerText()).not.toMatch(/NaN|undefined|Infinity|\[object/)
  await expectQuiet(page)
})

test('what was tried and measured is said in sentences', async () => {
  const page = await openPage(asking('b', { q: 'k_a + k_b' }))
  await check(page)
  const tree = page.getByRole('list', { name: 'Properties of your answer' })
  await expect.poll(() => tree.innerText()).toMatch(/Difference of the scores of [\s\S]*: at most/)
  await expect
    .poll(() => page.locator('main').innerText())
    .toMatch(/first 24 of 200 random cases, one failure settles/)
})

/** Whether the dashed curve runs through the text of the red one. */
function isCrossed(): boolean {
  const curve = document.querySelector<SVGPathElement>('path.dashed')!
  const texts = [...document.querySelectorAll<SVGTextElement>('svg text')]
  const { x, y, width, height } = texts.find((text) => text.textContent.startsWith('yours'))!.getBBox()
  return Array.from({ length: 500 }, (_, i) =>
    curve.getPointAtLength((i / 500) * curve.getTotalLength()),
  ).some((point) => point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height)
}

test.each([1440, 360])('on %i pixels no curve runs through the name of the other', async (width) => {
  const page = await openPage(asking('b', { q: '1000000*(k_a+k_b)' }), { width })
  await check(page)
  await page.getByText(/^yours, below: 1\.65e−434295 at the largest scale$/).waitFor()
  expect(await page.evaluate(isCrossed)).toBe(false)
})

test('bars carry the wanted weights, and tall ones their own number', async () => {
  const page = await openPage(asking('d', { q1: 'Q*mu_a', q2: 'Q*mu_a' }))
  await check(page)
  const mean = page.getByRole('figure').filter({ hasText: 'means of the weights above' })
  await mean.waitFor()
  await expect.poll(() => page.locator('line.goal').count()).toBe(2)
  await expect.poll(() => mean.locator('line.goal').count()).toBe(2)
  const [number, bar] = await Promise.all(
    [mean.locator('text.inside'), mean.locator('rect').first()].map((part) => part.boundingBox()),
  )
  expect(number!.y).toBeGreaterThanOrEqual(bar!.y)
  expect(number!.y + number!.height).toBeLessThan(bar!.y + bar!.height)
  expect(number!.x).toBeGreaterThanOrEqual(bar!.x)
  expect(number!.x + number!.width).toBeLessThanOrEqual(bar!.x + bar!.width)
})

test('a key changes its line and the echo of it, and nothing else of the page', async () => {
  const page = await openPage(asking('b', { q: 'Q*(k_a' }))
  await expect.poll(() => echoed(page).innerText()).toMatch(/never closed/)
  await page.getByRole('heading', { name: 'The test' }).waitFor()
  // The links in the head of the page follow once the text rests.
  await page.waitForTimeout(600)
  await page.evaluate(() => {
    const changed: string[] = []
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement
        if (!element?.closest('form')) changed.push(element?.outerHTML.slice(0, 80) ?? '')
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    const echo = document.querySelector('[id^="echo-"]')!
    const first = new Promise<string[]>((resolve) => {
      new MutationObserver(() => resolve([...changed])).observe(echo, { subtree: true, childList: true })
    })
    Object.assign(window, { first })
  })
  await answer(page, 'q').press('End')
  await page.keyboard.press(')')
  expect(await page.evaluate(() => (window as unknown as { first: Promise<string[]> }).first)).toEqual([])
  await expect.poll(() => echoed(page).innerText()).toContain('a column')
  const link = page.getByRole('link', { name: 'Check my answer' })
  await expect.poll(() => link.getAttribute('href')).toContain('k_a%29')
})

test('what is typed in the very moment of checking, of another page or of leaving is not lost', async () => {
  const page = await openPage(asking('b', { q: 'Q*(k_a + k_b' }))
  await expect.poll(() => echoed(page).innerText()).toMatch(/never closed/)
  const type = async (text: string, then: string) => {
    await answer(page, 'q').press('Control+End')
    // In one task: nothing of the page has been drawn in between.
    await page.evaluate(`document.execCommand('insertText', false, ${JSON.stringify(text)}); ${then}`)
  }
  const key = (init: string) =>
    `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ${init} }))`
  await type(')', key(`key: 'Enter'`))
  await expect.poll(() => verdict(page).innerText()).toMatch(/✓ right/)
  await type(' + k_a', key(`key: '1', code: 'Digit1', altKey: true`))
  await page.getByRole('main').getByRole('figure').first().waitFor()
  await page.goBack()
  await expect.poll(() => answer(page, 'q').inputValue()).toBe('Q*(k_a + k_b) + k_a')
  const site = page.url().replace(/#.*/, '')
  await type(' + k_b', `location.assign('about:blank')`)
  await page.waitForURL('about:blank')
  await page.goto(site)
  await page.getByRole('link', { name: /Go on where you were/ }).click()
  await expect.poll(() => answer(page, 'q').inputValue()).toBe('Q*(k_a + k_b) + k_a + k_b')
  await expectQuiet(page)
})

test('the grids of the room are an answer', async () => {
  const page = await openPage(asking('e'))
  await page.getByRole('button', { name: /Take the grids/ }).click()
  await check(page)
  await expect.poll(() => verdict(page).innerText()).toMatch(/✓ right/)
})

test('without a worker the page itself reads and judges', async () => {
  const page = await openPage(encodeLink({ ...initialSession(), page: constructions[0].id }))
  await page.evaluate(() => Object.assign(globalThis, { Worker: undefined }) && undefined)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Check my answer' }).click()
  await answer(page, 'q').fill('Q*k_j')
  await check(page)
  await expect.poll(() => verdict(page).innerText()).toMatch(/✓ right/)
  await expectQuiet(page)
})

test('what was written comes back with the next visit', async () => {
  const page = await openPage(asking('d', { q1: 'Q*mu_a', q2: 'Q*mu_b' }))
  await check(page)
  await expect.poll(() => verdict(page).innerText()).toMatch(/✓ right/)
  await page.getByLabel('Note on 1(d)i').fill('each head its own key')
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join()))
    .toContain('each head its own key')
  await page.goto(page.url().replace(/#.*/, '#'))
  await page.reload()
  await page.getByRole('link', { name: /Go on where you were Check my answer, part 1\(d\)/ }).click()
  await expect.poll(() => answer(page, 'q1').inputValue()).toBe('Q*mu_a')
  await expect.poll(() => page.getByLabel('Note on 1(d)i').inputValue()).toBe('each head its own key')
  await expect.poll(() => page.getByRole('button', { name: /\(d\)/ }).first().innerText()).toContain('✓')
})

test('a written question: predict, show, write, tick', async () => {
  const page = await openPage(asking('c'))
  await page
    .getByText(/1\(c\)ii/)
    .first()
    .click()
  await page.getByRole('slider').first().press('ArrowUp')
  await page.getByRole('button', { name: /^Show/ }).first().click()
  await expect.poll(() => page.locator('body').innerText()).toMatch(/[Tt]otal variation/)
  await expectQuiet(page)
})

test.each([
  ['phone', 360, 740],
  ['lecture', 1920, 1080],
])('on a %s nothing sticks out sideways', async (name, width, height) => {
  const page = await openPage(asking('e', exercises.at(-1)!.mistakes[0].answer), { width, height })
  await check(page)
  await page.locator('figure').first().waitFor()
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await screenshot(page, `check-${name}`)
})
