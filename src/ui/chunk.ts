/** What is thrown where a part of the program cannot be fetched. */
export class ChunkError extends Error {}

/** A part of the program in a file of its own, fetched when it is needed or when there is nothing else to do. */
export interface Chunk<T> {
  /** What is in it, once it has come. */
  readonly content: T | undefined
  /**
   * Fetches it, unless that is done or under way; where it failed, only after {@link forget} or once the browser is
   * online again.
   *
   * @throws {ChunkError} if it cannot be had
   */
  fetch(): Promise<T>
  /** Lets it be fetched again after a failure. */
  forget(): void
}

/** Milliseconds after which what could not be fetched is tried once more. */
const PAUSE_MS = 1000

const chunks: Chunk<unknown>[] = []

/** The chunk that `load` imports. */
export function chunk<T>(load: () => Promise<T>): Chunk<T> {
  let content: T | undefined
  let coming: Promise<T> | undefined
  let hasFailed = false
  const forget = () => {
    if (hasFailed) coming = undefined
    hasFailed = false
  }
  const keep = (loaded: T) => (content = loaded)
  /** React reads `status` and `value` of a promise: what has come is drawn at once, without a frame of waiting. */
  const marked = (promise: Promise<T>) => {
    promise.then(
      (value) => Object.assign(promise, { status: 'fulfilled', value }),
      () => {},
    )
    return promise
  }
  const fail = (cause: unknown) => {
    hasFailed = true
    addEventListener('online', forget, { once: true })
    throw new ChunkError('a part of the program could not be fetched', { cause })
  }
  const own = {
    get content() {
      return content
    },
    fetch: () =>
      (coming ??= marked(
        load()
          .catch(() => pause(PAUSE_MS).then(load))
          .then(keep, fail),
      )),
    forget,
  }
  chunks.push(own)
  return own
}

/** Fetches all chunks, one by one and when there is time: then the page can go offline. What fails comes next time. */
export function fetchWhenIdle(): void {
  const fetchAll = async () => {
    for (const one of chunks) {
      await idle()
      await one.fetch().catch(() => undefined)
    }
  }
  addEventListener('load', () => void fetchAll(), { once: true })
  addEventListener('online', () => void fetchAll())
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const idle = () =>
  new Promise<unknown>((resolve) =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(resolve) : setTimeout(resolve, PAUSE_MS),
  )
