import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { type Focus, keyAction, type Press } from '../../src/state/lecture/keys'

const press = (key: string, changes: Partial<Press> = {}): Press => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  ...changes,
})

const anyFocus: readonly Focus[] = ['text', 'slider', 'drawing', 'other']
const next = { type: 'command', command: 'next' }
const back = { type: 'command', command: 'back' }

describe('stepping', () => {
  test.each(['PageDown', 'ArrowRight', 'ArrowDown', ' '])('%s goes on, also with a slider focused', (key) => {
    for (const focus of ['slider', 'other'] as const)
      expect(keyAction(press(key), focus, false)).toEqual(next)
  })

  test.each(['PageUp', 'ArrowLeft', 'ArrowUp'])('%s goes back, also with a slider focused', (key) => {
    for (const focus of ['slider', 'other'] as const)
      expect(keyAction(press(key), focus, false)).toEqual(back)
  })

  test('a held key is one press', () => {
    for (const key of ['PageDown', 'PageUp', 'ArrowRight', ' ', '3', 'b'])
      expect(keyAction(press(key, { repeat: true }), 'other', false)).toEqual({ type: 'nothing' })
  })

  test('in a text field only the page keys act', () => {
    expect(keyAction(press('PageDown'), 'text', true)).toEqual(next)
    expect(keyAction(press('PageUp'), 'text', true)).toEqual(back)
    for (const key of ['ArrowRight', 'ArrowUp', ' ', 'b', '.', 'z', 'l', 'f', 's', '3', 'Enter', '+', '-'])
      expect(keyAction(press(key), 'text', true)).toBeUndefined()
  })

  test('while a prediction is drawn the arrows and Enter belong to it, and the page keys step', () => {
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'Enter'])
      expect(keyAction(press(key), 'drawing', false)).toBeUndefined()
    expect(keyAction(press('PageDown'), 'drawing', false)).toEqual(next)
  })
})

test.each([
  ['b', 'blank'],
  ['B', 'blank'],
  ['.', 'blank'],
  ['z', 'freeze'],
  ['l', 'laser'],
  ['t', 'timer'],
])('%s: %s', (key, command) => {
  expect(keyAction(press(key), 'slider', false)).toEqual({ type: 'command', command })
})

test.each([
  ['f', 'fullscreen'],
  ['s', 'forward'],
])('%s: %s', (key, act) => {
  expect(keyAction(press(key), 'other', false)).toEqual({ type: 'window', act })
})

test('plus and minus move the chosen slider, Shift and an arrow the focused one; held keys repeat', () => {
  expect(keyAction(press('+'), 'other', false)).toEqual({ type: 'slide', steps: 1 })
  expect(keyAction(press('+', { shiftKey: true }), 'other', false)).toEqual({ type: 'slide', steps: 1 })
  expect(keyAction(press('-', { repeat: true }), 'slider', false)).toEqual({ type: 'slide', steps: -1 })
  expect(keyAction(press('ArrowRight', { shiftKey: true }), 'slider', false)).toBeUndefined()
})

test('digits are collected, and Enter goes there; alone it presses the focused button', () => {
  expect(keyAction(press('7'), 'slider', false)).toEqual({ type: 'command', command: 'digit 7' })
  expect(keyAction(press('Enter'), 'other', true)).toEqual({ type: 'command', command: 'enter' })
  expect(keyAction(press('Enter'), 'other', false)).toBeUndefined()
})

test('Esc means what it means everywhere: it never ends a lecture', () => {
  for (const focus of anyFocus) expect(keyAction(press('Escape'), focus, true)).toBeUndefined()
})

test.prop([
  fc.constantFrom('PageDown', 'ArrowRight', ' ', 'b', 'z', 'l', 'f', 's', 't', '3', '+', 'Tab', 'Enter'),
  fc.constantFrom(...anyFocus),
  fc.subarray(['altKey', 'ctrlKey', 'metaKey'] as const, { minLength: 1 }),
])('with Alt, Ctrl or the command key, a key belongs to browser and system: %s', (key, focus, modifiers) => {
  const held = Object.fromEntries(modifiers.map((name) => [name, true]))
  expect(keyAction(press(key, held), focus, true)).toBeUndefined()
})
