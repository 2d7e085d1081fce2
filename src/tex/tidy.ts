/** A token of TeX — a character or a command — or what is between two braces. */
export type Node = string | readonly Node[]

/** Scripts and commands that formulas follow as arguments, and how many. */
const ARGUMENTS = new Map(
  Object.entries({
    '^': 1,
    _: 1,
    frac: 2,
    tfrac: 2,
    dfrac: 2,
    binom: 2,
    sqrt: 1,
    bar: 1,
    hat: 1,
    phantom: 1,
  }),
)

/** Commands that names or words follow, which are left as they are. */
const NAMED = new Set('begin end text operatorname mathrm mathbf mathbb mathcal'.split(' '))

/** Commands that change what comes after them, to the end of the group. */
const SWITCHES = new Set(['textstyle', 'displaystyle'])

/** Commands that nothing follows. */
const SYMBOLS = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi
  varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega approx sim le leq ge geq ne neq in notin to
  iff propto perp cdot times div pm max min sum int lim ln log exp cos sin Pr quad qquad top infty lVert rVert Vert
  langle rangle dots ldots bigl bigr Bigl Bigr circ`.split(/\s+/),
)

/**
 * The same formula without the braces that group nothing, as colours and links leave them behind when they are taken
 * out: `{{q}} = {8}` is `q = 8`. Braces stay around arguments, around what has a script, and wherever it is not certain
 * that they do nothing.
 *
 * @param tex - TeX with balanced braces
 */
export function tidyTex(tex: string): string {
  return printed(texNodes(tex))
}

/** The tokens of `tex`, grouped by its braces. */
export function texNodes(tex: string): readonly Node[] {
  const tokens = tex.match(/\\[a-zA-Z]+|\\[^]|[^]/g) ?? []
  return nodesOf(tokens[Symbol.iterator]())
}

/** The nodes up to the brace that closes the open group, or to the end. */
function nodesOf(tokens: Iterator<string, unknown>): Node[] {
  const nodes: Node[] = []
  for (let next = tokens.next(); !next.done && next.value !== '}'; next = tokens.next())
    nodes.push(next.value === '{' ? nodesOf(tokens) : next.value)
  return nodes
}

function printed(nodes: readonly Node[]): string {
  let out = ''
  // How many arguments are still to come, and whether they are formulas.
  let wanted = 0
  let areFormulas = true
  for (const [i, node] of nodes.entries()) {
    if (isSpace(node)) out += node
    else if (typeof node === 'string') {
      out = joined(out, node)
      wanted = Math.max(0, wanted - 1) + argumentsOf(node)
      areFormulas = ARGUMENTS.has(nameOf(node)) || wanted === 0
    } else {
      const inner = areFormulas ? printed(node) : verbatim(node)
      out = wanted > 0 || isNeeded(node, nextOf(nodes, i)) ? `${out}{${inner}}` : joined(out, inner)
      wanted = Math.max(0, wanted - 1)
      areFormulas ||= wanted === 0
    }
  }
  return out
}

/** Of a command that is not known, everything that follows may be one. */
function argumentsOf(token: string): number {
  const name = nameOf(token)
  if (NAMED.has(name)) return 1
  const isKnown = SYMBOLS.has(name) || SWITCHES.has(name) || !/^\\[a-zA-Z]/.test(token)
  return ARGUMENTS.get(name) ?? (isKnown ? 0 : Infinity)
}

/** Whether a group that is no argument says something: for the script after it, or because it holds more than a formula. */
function isNeeded(group: readonly Node[], next: Node | undefined): boolean {
  const nodes = group.filter((node) => !isSpace(node))
  const [base, ...scripts] = nodes
  if (base === undefined || nodes.some((node) => typeof node === 'string' && !isPlain(node))) return true
  if (next !== '^' && next !== '_' && next !== "'") return false
  if (typeof base !== 'string') return scripts.length > 0 || isNeeded(base, next)
  const isAtom = argumentsOf(base) === 0 && scripts.every((_, k) => k % 2 === 1 || isScript(scripts[k]))
  return !isAtom || scripts.includes(next === "'" ? '^' : next)
}

/** Whether braces around a token do nothing: it neither separates, as & does, nor changes what comes after it. */
const isPlain = (token: string) =>
  token !== '&' && token !== '\\\\' && !SWITCHES.has(nameOf(token)) && argumentsOf(token) < Infinity

const isScript = (node: Node | undefined) => node === '^' || node === '_'

const nextOf = (nodes: readonly Node[], i: number) => nodes.slice(i + 1).find((node) => !isSpace(node))

const isSpace = (node: Node): node is string => typeof node === 'string' && node.trim() === ''

const nameOf = (token: string) => token.replace(/^\\/, '')

const verbatim = (nodes: readonly Node[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : `{${verbatim(node)}}`)).join('')

/** A name must not run into the letters after it. */
const joined = (before: string, after: string) =>
  /\\[a-zA-Z]+$/.test(before) && /^[a-zA-Z]/.test(after) ? `${before} ${after}` : before + after
