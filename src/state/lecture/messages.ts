import * as v from 'valibot'
import { decodePresence, encodePresence, type Presence } from '../presence'
import type { Command, Picture } from './lecture'
import { PictureSchema, stepFields } from './schemas'

/** What a window is for: the hall, or the picture of it in the console. */
export const ROLES = ['hall', 'picture'] as const
export type Role = (typeof ROLES)[number]

/** The count of a state: of the owner's lives, and of the states that it had in this one. */
export interface Mark {
  /** How often the owner has come back. */
  readonly life: number
  readonly number: number
}

/** Whether `a` is a later state than `b`. */
export const isAfter = (a: Mark, b: Mark): boolean =>
  a.life > b.life || (a.life === b.life && a.number > b.number)

/** What another window asks the owner to do. */
export type Wish =
  | { readonly type: 'command'; readonly command: Command }
  /** The state of the page, as a link, that somebody has brought the picture to. */
  | { readonly type: 'page'; readonly link: string }
  | { readonly type: 'draw'; readonly drawn: readonly number[] }
  /** Moves the slider that is chosen in the console. */
  | { readonly type: 'slide'; readonly steps: number }

/** From the one window that owns the state. */
export type FromOwner =
  | {
      readonly kind: 'snapshot'
      readonly to: Role
      readonly mark: Mark
      readonly picture: Picture
      readonly isBlank: boolean
      readonly hasLaser: boolean
    }
  /** Every second, and after each wish: the latest state of each role, and the wishes heard of each window. */
  | {
      readonly kind: 'beat'
      readonly marks: Readonly<Record<Role, Mark>>
      readonly heard: Readonly<Record<string, number>>
    }
  | { readonly kind: 'presence'; readonly mark: Mark; readonly presence: Presence }
  /** Asks the hall to go full screen, or to leave it; the press of a key in the console is passed on with it. */
  | { readonly kind: 'fullscreen' }
  | { readonly kind: 'end' }

/** From a window that follows. */
export type FromFollower =
  | { readonly kind: 'hello'; readonly role: Role; readonly source: string }
  /** What it shows, and how large it is, in pixels. */
  | {
      readonly kind: 'alive'
      readonly role: Role
      readonly source: string
      readonly mark: Mark
      readonly width: number
      readonly height: number
    }
  /** The wish number `count` of `source`, from 1. */
  | { readonly kind: 'wish'; readonly source: string; readonly count: number; readonly wish: Wish }
  | { readonly kind: 'point'; readonly presence: Presence }

/** A message between the windows of one lecture. */
export type Message = FromOwner | FromFollower

const NAME = 'attention-explorer/lecture/1'

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const MarkSchema = v.object({ life: Count, number: Count })
const RoleSchema = v.picklist(ROLES)
const Source = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/))
const Pixels = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000))

const PresenceSchema = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }): Presence => {
    const presence = decodePresence(dataset.value)
    if (presence) return presence
    addIssue({ message: 'is no presence' })
    return NEVER
  }),
)

const CommandSchema = v.pipe(
  v.string(),
  v.regex(/^(next|back|blank|freeze|laser|enter|timer|digit \d)$/),
  v.transform((command) => command as Command),
)

const WishSchema = v.variant('type', [
  v.object({ type: v.literal('command'), command: CommandSchema }),
  v.object({ type: v.literal('page'), link: stepFields.link }),
  v.object({ type: v.literal('draw'), drawn: PictureSchema.entries.question.wrapped.entries.drawn }),
  v.object({ type: v.literal('slide'), steps: v.picklist([1, -1]) }),
])

const MessageSchema = v.variant('kind', [
  v.object({
    kind: v.literal('snapshot'),
    to: RoleSchema,
    mark: MarkSchema,
    picture: PictureSchema,
    isBlank: v.boolean(),
    hasLaser: v.boolean(),
  }),
  v.object({
    kind: v.literal('beat'),
    marks: v.object({ hall: MarkSchema, picture: MarkSchema }),
    heard: v.record(Source, Count),
  }),
  v.object({ kind: v.literal('presence'), mark: MarkSchema, presence: PresenceSchema }),
  v.object({ kind: v.literal('fullscreen') }),
  v.object({ kind: v.literal('end') }),
  v.object({ kind: v.literal('hello'), role: RoleSchema, source: Source }),
  v.object({
    kind: v.literal('alive'),
    role: RoleSchema,
    source: Source,
    mark: MarkSchema,
    width: Pixels,
    height: Pixels,
  }),
  v.object({ kind: v.literal('wish'), source: Source, count: Count, wish: WishSchema }),
  v.object({ kind: v.literal('point'), presence: PresenceSchema }),
]) satisfies v.GenericSchema<unknown, Message>

const Envelope = v.object({ name: v.literal(NAME), lecture: v.string(), message: v.unknown() })

/** What is posted to the other windows of `lecture`. */
export function encodeMessage(lecture: string, message: Message): unknown {
  const presence = 'presence' in message ? { presence: encodePresence(message.presence) } : {}
  return { name: NAME, lecture, message: { ...message, ...presence } }
}

/** The message to `lecture` that `data` holds; undefined for anything else that windows say. Never throws. */
export function decodeMessage(lecture: string, data: unknown): Message | undefined {
  const envelope = v.safeParse(Envelope, data)
  if (!envelope.success || envelope.output.lecture !== lecture) return undefined
  const message = v.safeParse(MessageSchema, envelope.output.message)
  return message.success ? message.output : undefined
}
