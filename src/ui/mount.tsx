import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { initialSession } from '../state/session'
import { App } from './App'
import { type Explorer, ExplorerProvider } from './explorer'

/** Milliseconds that a page has to stand after a failure, for the next failure to be another one. */
const STEADY_MS = 2000

/**
 * Draws the page. Where that fails — other programs change pages too — the page is not left empty but drawn afresh from
 * the session, which drawing does not touch; where it fails again at once, the page says so and offers another state.
 */
export function mount(explorer: Explorer, begun = -Infinity): void {
  const place = document.createElement('div')
  place.id = 'root'
  document.getElementById('root')?.replaceWith(place)
  const isSecond = performance.now() - begun < STEADY_MS
  let hasFailed = false
  const onUncaughtError = (error: unknown) => {
    reportError(error)
    if (hasFailed) return
    hasFailed = true
    const afresh = { ...explorer, notices: [] }
    setTimeout(() => (isSecond ? giveUp(place, afresh) : mount(afresh, performance.now())))
  }
  createRoot(place, { onUncaughtError }).render(
    <StrictMode>
      <ExplorerProvider {...explorer}>
        <App />
      </ExplorerProvider>
    </StrictMode>,
  )
}

/** Without React: it has just failed. */
function giveUp(place: Element, explorer: Explorer): void {
  const words = document.createElement('p')
  words.className = 'boot'
  words.setAttribute('role', 'alert')
  words.textContent =
    'This state of the page cannot be shown. What you set is kept in the address and on this device; so are your answers. '
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'pill'
  button.textContent = 'Go on from the initial state'
  button.addEventListener('click', () => {
    const session = { ...initialSession(), drafts: explorer.store.get().present.drafts }
    explorer.store.dispatch({ type: 'go', session })
    mount(explorer)
  })
  words.append(button)
  place.replaceChildren(words)
}
