import katex from 'katex'
import { quantitiesNamed } from '../../src/constructions/said'
import interfaceTex from '../../src/ui/kit/Tex.tsx?raw'

const CLASSES = namesIn('CLASSES')
const ATTRIBUTES = namesIn('ATTRIBUTES')

/** Texts that compiled, with their numbers made alike: other numbers without exponent in the same places compile too. */
const compiled = new Set<string>()

/** Why KaTeX would not typeset `tex` in the interface, or undefined when it would. */
export function texProblem(tex: string): string | undefined {
  const shape = tex.replaceAll(/-?\d+(\\,\d+)*(\.\d+)?/g, '1')
  if (compiled.has(shape)) return undefined
  try {
    katex.renderToString(tex, { displayMode: true, strict, maxExpand: 100, maxSize: 20, trust })
  } catch (error) {
    return `${tex}: ${error instanceof Error ? error.message : String(error)}`
  }
  compiled.add(shape)
  return undefined
}

/** Why `prose`, words with TeX between dollar signs, would not be typeset, or undefined when it would. */
export function proseProblem(prose: string): string | undefined {
  const parts = prose.split('$')
  if (parts.length % 2 === 0) return `${prose}: a $ without its other`
  return parts
    .filter((_, i) => i % 2 === 1)
    .map(texProblem)
    .find((problem) => problem !== undefined)
}

/** Ids of the quantities that `tex` links to. */
export const quantitiesIn = (tex: string) => linked(tex, 'quantity')

/** Ids of the quantities that `prose` names: linked in its TeX, and in braces between its words. */
export function quantitiesNamedIn(prose: string): string[] {
  return [...quantitiesIn(prose), ...quantitiesNamed(prose)]
}

/** Names of the params that can be dragged in `tex`. */
export const paramsIn = (tex: string) => linked(tex, 'param')

const linked = (tex: string, kind: string) =>
  matches(tex, new RegExp(`\\\\htmlData\\{${kind}=([^}]*)\\}`, 'g'))

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name)

/** What LaTeX would not compile is refused here, so that exported derivations compile; links are taken out before. */
const strict = (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error')

/** As in the interface, except that what it would not admit is an error here, and red text there. */
function trust(context: katex.TrustContext): boolean {
  const admitted =
    context.command === '\\htmlClass'
      ? CLASSES.includes(context.class)
      : context.command === '\\htmlData' &&
        Object.keys(context.attributes).every((name) => ATTRIBUTES.includes(name))
  if (!admitted) throw new Error(`${JSON.stringify(context)} is not trusted`)
  return true
}

/** The names that the interface itself admits. */
function namesIn(set: string): string[] {
  const list = new RegExp(`${set} = new Set\\(\\[([^\\]]*)\\]\\)`).exec(interfaceTex)?.[1]
  if (list === undefined) throw new Error(`Tex.tsx: expected a set ${set}`)
  return [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name)
}
