import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type PointerEvent,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { announceMark } from '../linkedMarks'
import { useAdjust } from './adjust'
import { useExplain } from './Explanation'
import styles from './Formula.module.css'
import { Tex } from './Tex'

const SYMBOLS = '.katex-html :is([data-mark], [data-quantity], [data-param])'

/**
 * A formula whose symbols light their marks, whose numbers explain themselves and whose parameters can be
 * dragged. One tab stop: left and right go from symbol to symbol, Enter explains, up and down step a parameter.
 */
export const Formula = memo(function Formula({ tex, label }: { tex: string; label: string }) {
  const element = useRef<HTMLDivElement>(null)
  const [position, setPosition] = useState(-1)
  const [spoken, setSpoken] = useState('')
  const explain = useExplain()
  const adjust = useAdjust()
  const live = () => [...(element.current?.querySelectorAll<HTMLElement>(SYMBOLS) ?? [])]
  const current = () => live()[position]

  // Typesetting draws every symbol again, so the current one is marked again after it.
  const mark = useCallback(() => {
    const symbols = element.current?.querySelectorAll(SYMBOLS) ?? []
    for (const [i, symbol] of symbols.entries()) symbol.toggleAttribute('data-current', i === position)
  }, [position])
  useLayoutEffect(mark, [mark])
  const go = (by: number) => {
    const symbols = live()
    const next =
      position < 0 && by < 0 ? symbols.length - 1 : (position + by + symbols.length) % symbols.length
    setPosition(next)
    if (symbols[next]) announceMark(symbols[next])
    setSpoken(symbols[next]?.textContent ?? '')
  }
  const open = (target: Element | undefined) => {
    const anchor = target?.closest<HTMLElement>('[data-quantity]')
    const id = anchor?.dataset['quantity']
    if (id) explain(id, anchor)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const param = current()?.closest<HTMLElement>('[data-param]')?.dataset['param']
    const act = {
      ArrowRight: () => go(1),
      ArrowLeft: () => go(-1),
      Enter: () => open(current()),
      ArrowUp: param && (() => adjust.step(param, event.shiftKey ? 10 : 1)),
      ArrowDown: param && (() => adjust.step(param, event.shiftKey ? -10 : -1)),
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const param = (event.target as Element).closest<HTMLElement>('[data-param]')?.dataset['param']
    if (param) adjust.drag(param, event)
  }
  return (
    // biome-ignore format: one group, one tab stop
    <div
      ref={element}
      className={styles['formula']}
      role="group"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys walk through its symbols
      tabIndex={0}
      aria-label={`${label}. Left and right arrows go through its symbols.`}
      onKeyDown={onKeyDown}
      onBlur={() => setPosition(-1)}
      onKeyUp={adjust.settle}
      onClick={(event: MouseEvent) => open(event.target as Element)}
      onPointerDown={onPointerDown}
    >
      <Tex display onTypeset={mark}>
        {tex}
      </Tex>
      <span className="visually-hidden" role="status">{spoken}</span>
    </div>
  )
})
