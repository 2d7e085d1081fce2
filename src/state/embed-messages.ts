import * as v from 'valibot'

/** Version of the interface between a room within another page and that page. */
export const EMBED_VERSION = 1

/** More than any link of the explorer has. */
const MOST_CHARACTERS = 8192

const frame = {
  explorer: v.literal(EMBED_VERSION),
  /** Chosen by the other page; the answer has it too. */
  id: v.union([v.pipe(v.string(), v.maxLength(100)), v.pipe(v.number(), v.safeInteger())]),
}

const Request = v.variant('type', [
  v.strictObject({ ...frame, type: v.literal('get') }),
  v.strictObject({
    ...frame,
    type: v.literal('set'),
    /** The fragment of a link. */
    state: v.pipe(v.string(), v.startsWith('#'), v.maxLength(MOST_CHARACTERS)),
  }),
])

/** What the other page asks. */
export type EmbedRequest = v.InferOutput<typeof Request>

/** What the room tells the other page. */
export type EmbedMessage =
  | { readonly type: 'ready'; readonly state: string }
  | { readonly type: 'change'; readonly cause: Cause; readonly state: string }
  | { readonly type: 'settled'; readonly state: string }
  | { readonly type: 'height'; readonly height: number }
  | {
      readonly type: 'answer'
      readonly id: EmbedRequest['id']
      readonly state: string
      readonly refused: readonly string[]
    }
  | { readonly type: 'error'; readonly id: EmbedRequest['id'] | null; readonly message: string }

/** Whose doing a change is. */
export type Cause = 'person' | 'host'

/** A message as it is sent. */
export const encodeEmbed = (message: EmbedMessage) => ({ explorer: EMBED_VERSION, ...message })

/** A request that was read, what to answer where it is none, or nothing where the message is not for the explorer. */
export type ReadRequest =
  | { readonly ok: true; readonly request: EmbedRequest }
  | { readonly ok: false; readonly error: Extract<EmbedMessage, { type: 'error' }> }
  | undefined

/** Reads what another page sent. Never throws. */
export function decodeRequest(data: unknown): ReadRequest {
  const addressed = v.safeParse(v.looseObject({ explorer: v.number() }), data)
  if (!addressed.success) return undefined
  const id = v.safeParse(v.object({ id: frame.id }), data)
  const error = (message: string): ReadRequest => ({
    ok: false,
    error: { type: 'error', id: id.success ? id.output.id : null, message },
  })
  if (addressed.output.explorer !== EMBED_VERSION)
    return error(`this explorer speaks version ${EMBED_VERSION} of the interface`)
  const read = v.safeParse(Request, data)
  if (read.success) return { ok: true, request: read.output }
  const [{ path, message }] = read.issues
  return error(`${path?.map(({ key }) => String(key)).join('.') || 'message'}: ${message}`)
}
