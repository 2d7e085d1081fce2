import { setTimeout as rest } from 'node:timers/promises'
import type { Site } from '../../tests/browser/server'
import type { Note } from './compare'
import type { Engine } from './engine'
import type { Sought } from './page/probe'

/** Longer than any wait of a page on a busy machine. */
const PATIENCE_MS = 90_000

/** How long nothing may move in a page that has come to rest: claims follow eight times a second. */
const REST_MS = 500

/** One way through the page in one engine, at a site of its own, so that nothing is known of earlier ones. */
export class Visit {
  readonly notes: Note[] = []
  readonly #engine: Engine
  readonly #site: Site
  readonly #heard: string[] = []
  #isOpen = false

  constructor(engine: Engine, site: Site) {
    this.#engine = engine
    this.#site = site
  }

  /** Reloads the page at `hash`, which is empty for the bare address. */
  async open(hash: string): Promise<void> {
    await this.#listen()
    await this.#engine.open(`${this.#site.origin}/${hash}`)
    await this.#until('a page', () =>
      this.#engine.evaluate<true | undefined>(`'probe' in window || undefined`),
    )
    this.#isOpen = true
  }

  async click(sought: Sought): Promise<void> {
    const place = () => this.#ask<{ x: number; y: number } | null>('place', sought)
    // Twice at the same place: what moves would be missed.
    await this.#until(`a place to click on ${named(sought)}`, async () => {
      const [before, now] = [await place(), await place()]
      if (!now || now.x !== before?.x || now.y !== before.y) return undefined
      await this.#engine.click(now)
      return (await this.#ask<boolean>('isClicked')) || undefined
    })
  }

  async press(sought: Sought, key: string, times = 1): Promise<void> {
    for (let count = 0; count < times; count += 1) {
      await this.#focus(sought)
      await this.#engine.press(key)
    }
  }

  /** Types `text` in the place of what a field holds. */
  async write(sought: Sought, text: string): Promise<void> {
    await this.#focus(sought)
    for (const character of text) await this.#engine.press(character)
  }

  /** The text of `sought`, once it matches. */
  read(sought: Sought, pattern = /./): Promise<string> {
    return this.#matching(`the text of ${named(sought)}`, pattern, () => this.#ask('text', sought))
  }

  /** What is written in the field `sought`, once it matches. */
  value(sought: Sought, pattern = /./): Promise<string> {
    return this.#matching(`the value of ${named(sought)}`, pattern, () => this.#ask('value', sought))
  }

  /** The fragment of the address, once it matches. */
  hash(pattern: RegExp): Promise<string> {
    return this.#matching('the address', pattern, () => this.#engine.evaluate('location.hash'))
  }

  /** For each of `parts` the texts of all that it selects, once formulas and fonts are there and none of it moves. */
  async texts(...parts: readonly string[]): Promise<readonly (readonly string[])[]> {
    let before: string | undefined
    return await this.#until(`${parts.join()} at rest`, async () => {
      const texts = await this.#ask<readonly (readonly string[])[]>('texts', parts)
      const isDrawn = texts.every(({ length }) => length > 0) && (await this.#ask<boolean>('isDrawn'))
      if (isDrawn && before === String(texts)) return texts
      before = String(texts)
      await rest(REST_MS)
      return undefined
    })
  }

  /** Keeps `text`, which must be the same in every engine. */
  note(state: string, text: string): void {
    this.notes.push({ state, text })
  }

  /** What was done that a quiet page never does: errors, warnings, actions that a policy blocks. */
  async noise(): Promise<readonly string[]> {
    await this.#listen()
    // Reports of blocked actions come from another process of the browser.
    await rest(REST_MS)
    return [...this.#heard, ...this.#site.blocked]
  }

  /** Keeps what the open page noted, which is lost when another is loaded. */
  async #listen(): Promise<void> {
    if (this.#isOpen) this.#heard.push(...(await this.#engine.evaluate<string[]>('probe.noise')))
  }

  #ask<T>(question: string, ...given: readonly unknown[]): Promise<T> {
    return this.#engine.evaluate(`probe.${question}(${given.map((one) => JSON.stringify(one)).join()})`)
  }

  async #focus(sought: Sought): Promise<void> {
    await this.#until(named(sought), async () => (await this.#ask<boolean>('focus', sought)) || undefined)
  }

  async #matching(what: string, pattern: RegExp, look: () => Promise<string | null>): Promise<string> {
    return await this.#until(`${what} to match ${pattern}`, async (say) => {
      const text = await look()
      say(String(text))
      return text !== null && pattern.test(text) ? text : undefined
    })
  }

  /** What `look` finds, as soon as it finds something. */
  async #until<T>(what: string, look: (say: (seen: string) => void) => Promise<T | undefined>): Promise<T> {
    let seen = 'none'
    const limit = performance.now() + PATIENCE_MS
    while (performance.now() < limit) {
      const found = await look((now) => {
        seen = now
      })
      if (found !== undefined) return found
      await rest(50)
    }
    throw new Error(`expected ${what}, got ${seen}`)
  }
}

const named = ({ css, name }: Sought) => (name === undefined ? css : `${css} “${name}”`)
