import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { ONE_FILE } from '../../src/export/one-file'
import { openPage, stage } from './page'
import { expectQuiet } from './watch'

test('as one file the explorer runs from a disk: every room, its workers, and the judge', async () => {
  const file = pathToFileURL(join(stage().folder, ONE_FILE)).href
  const page = await openPage('#v=1&panel=gaussian-keys', {}, file)
  const draws = page.getByRole('region', { name: 'Draws' }).getByRole('status')
  await expect.poll(() => draws.innerText(), { timeout: 20_000 }).toMatch(/^100.000 in/)
  for (const { menu, title } of constructions) {
    await page.getByRole('link', { name: menu }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.locator('figure').nth(2).waitFor()
  }
  await page.getByRole('link', { name: 'Check my answer' }).click()
  await page.getByRole('textbox', { name: 'Your answer for q' }).fill('Q*k_j')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const verdict = page.getByRole('region', { name: 'Verdict' })
  await expect.poll(() => verdict.innerText(), { timeout: 20_000 }).toMatch(/✓ right/)
  await page.getByRole('link', { name: 'Knowledge lab' }).click()
  await page.getByText(/^Finished runs do not come with this one file/).waitFor()
  await expectQuiet(page)
})
