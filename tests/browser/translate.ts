import type { Page } from 'playwright-core'

/**
 * Does to `page` what a browser's translation does, into a language of the same words: puts each text that may be
 * translated, now and later, into two nested `font` elements, a new text in the place of the old one.
 */
export async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isTranslatable = (text: Text) =>
      text.data.trim() !== '' &&
      !text.parentElement?.closest('[translate="no"], font, script, style, textarea, svg title')
    const translateAll = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) texts.push(walker.currentNode as Text)
      for (const text of texts.filter(isTranslatable)) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')]
        inner.textContent = text.data
        outer.append(inner)
        text.replaceWith(outer)
      }
    }
    translateAll()
    new MutationObserver(translateAll).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
}
