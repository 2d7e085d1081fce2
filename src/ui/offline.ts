import { useSyncExternalStore } from 'react'
import { IS_SINGLE } from './single'
import { trustedScript } from './trusted'

/** Said to a service worker that waits; written in it too. */
const USE = 'use this version'

let waiting: ServiceWorker | undefined
const listeners = new Set<() => void>()

/**
 * Lets the built page go on without a network: a service worker stores all of its files once the page has loaded. A
 * later version is stored beside them and waits for {@link useUpdate}. Where the browser refuses, nothing changes; one file
 * has nothing to store.
 */
export function startOffline(): void {
  if (!import.meta.env.PROD || IS_SINGLE || !('serviceWorker' in navigator)) return
  addEventListener('load', () => void register(), { once: true })
}

async function register(): Promise<void> {
  try {
    // The type of the page's library lacks trusted addresses; the browser asks for one.
    const address = trustedScript('./service-worker.js') as string
    const registration = await navigator.serviceWorker.register(address)
    offer(registration.waiting)
    registration.addEventListener('updatefound', () => follow(registration.installing))
  } catch {
    // Private windows and plain http have none: the page works as long as there is a network.
  }
}

function follow(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed') offer(worker)
  })
}

/** A worker that is installed while none is in use is this very version, not a later one. */
function offer(worker: ServiceWorker | null): void {
  if (!worker || !navigator.serviceWorker.controller) return
  waiting = worker
  for (const listener of listeners) listener()
}

/** What begins to use a later version that has been stored, by loading the page again; undefined where there is none. */
export function useUpdate(): (() => void) | undefined {
  const isReady = useSyncExternalStore(subscribe, () => waiting !== undefined)
  return isReady ? begin : undefined
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Loads the page again once the new worker has begun. If the old one is asked for a file meanwhile, Chromium waits until
 * it has been idle for 30 s.
 */
function begin(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage(USE, {})
}
