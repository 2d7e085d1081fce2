// The explorer without a network: every file of one version is stored when it is installed, and answered from the store.
// The build writes the two constants; see offline.ts. A later version waits until the page asks for it.
const VERSION = '__VERSION__'
const FILES = ['__FILES__']

const PREFIX = `attention-explorer ${registration.scope} `
const STORE = PREFIX + VERSION

addEventListener('install', (event) => event.waitUntil(store()))
addEventListener('activate', (event) => event.waitUntil(begin()))
addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method === 'GET' && url.startsWith(registration.scope)) event.respondWith(answer(event.request))
})
addEventListener('message', ({ data }) => {
  if (data === 'use this version') skipWaiting()
})

/** Past the browser's own cache, where a file without a hash in its name may be of an earlier version. */
async function store() {
  const cache = await caches.open(STORE)
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))
}

async function begin() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== STORE)
  await Promise.all(old.map((name) => caches.delete(name)))
  await clients.claim()
}

/** What is stored; what is not, such as a file of a version that is gone, from the network. */
async function answer(request) {
  const isPage =
    request.mode === 'navigate' &&
    new URL(request.url).pathname === new URL('./', registration.scope).pathname
  const cache = await caches.open(STORE)
  const stored = await cache.match(isPage ? 'index.html' : request, {
    ignoreSearch: isPage,
    ignoreVary: true,
  })
  return stored ?? fetch(request)
}
