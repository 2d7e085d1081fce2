import { expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { PLACES } from '../../src/state/page'
import { pageEntry } from '../../src/state/pages'
import { drawingOf } from '../../src/ui/pages'
import { panelOf } from '../../src/ui/panels'

test('every page has a name and is drawn by a chunk', () => {
  for (const page of [...PLACES, ...constructions.map(({ id }) => id)]) {
    expect(pageEntry(page).title).not.toBe('')
    expect(drawingOf(page).chunk.fetch).toBeInstanceOf(Function)
  }
})

test('every room has figures of its own', () => {
  const panels = constructions.map(({ id }) => panelOf(id))
  expect(panels).not.toContain(undefined)
  expect(new Set(panels).size).toBe(constructions.length)
})
