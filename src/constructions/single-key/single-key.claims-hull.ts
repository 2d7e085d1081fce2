import { dot, norm, subtract } from '../../core/linear/linalg'
import { key, query, weight } from '../../tex/symbols'
import type { Claim, Finding } from '../construction'
import { quote, quoteVector, type Said, said } from '../said'
import { partnersByHull, partnersOf } from './single-key.hull'
import type { Selection, SelectionModel } from './single-key.model'

export type SelectionClaim = Claim<Selection, SelectionModel>

/** Rounding of a difference of numbers up to `size`, allowed where two computations of one number are compared. */
export const rounding = (size: number) => 16 * Number.EPSILON * (1 + size)

const corners: SelectionClaim = {
  id: 'corners',
  name: 'only corners win',
  kind: 'unsaid',
  prose: `Not every key can be selected: $${weight('j')}$ can come near $1$ exactly when $${key('j')}$ is a corner of the hull of the keys and no other key is the same point`,
  check(params, model) {
    return model.places[model.target].kind === 'corner'
      ? selected(params, model)
      : neverSelected(params, model)
  },
}

/** A query in the best direction, just long enough, reaches the margin that is always enough. */
function selected({ keys, epsilon }: Selection, { places, target, sufficient }: SelectionModel): Finding {
  const { direction, attainable } = places[target]
  const length = sufficient / attainable
  const differences = keys.flatMap((other, i) => (i === target ? [] : [subtract(keys[target], other)]))
  const reached = Math.min(...differences.map((difference) => length * dot(difference, direction)))
  return {
    error: sufficient - reached,
    bound: rounding(length * Math.max(...differences.map(norm))),
    ...said`Key ${quote('target', target + 1)} is a corner: a query of length ${quote('length', length, undefined, 3)} in its best direction is enough for $\\varepsilon = ${quote('epsilon', epsilon)}$.`,
  }
}

/** The others' mixture that equals the wanted key: some other score is at least as large, so α_j ≤ ½. */
function neverSelected(
  { keys }: Selection,
  { places, target, weights, logWeights }: SelectionModel,
): Finding {
  const { combination } = places[target]
  const mixture = [0, 1].map((axis) => keys.reduce((sum, k, i) => sum + combination[i] * k[axis], 0))
  const off = norm(subtract(mixture, keys[target]))
  return {
    error: Math.max(off, weights[target] - 0.5),
    bound: 1e-11,
    ...said`Key ${quote('target', target + 1)} is a mixture of other keys, so its score is the same mixture of theirs: one of them is at least as large, and $\\alpha_j\\le\\tfrac12$ for every $q$. Here $\\alpha_j = ${quote('weight', weights[target], logWeights[target])}$.`,
  }
}

const bestDirection: SelectionClaim = {
  id: 'best-direction',
  name: 'the best direction',
  kind: 'unsaid',
  prose: `Where to point $${query()}$? Along the shortest vector from the hull of the other keys to $${key('j')}$; no $${query()}$ has a margin above $\\lVert ${query()}\\rVert$ times its length`,
  check(_, { places, target, query: q, margin, scores }) {
    const { kind, attainable } = places[target]
    const most = norm(q) * attainable
    return {
      error: margin,
      bound: most + rounding(Math.max(...scores.map(Math.abs))) + 2e-12 * norm(q),
      ...(kind === 'corner'
        ? directionSaid(margin, most)
        : said`For key ${quote('target', target + 1)} that length is 0: no query puts it ahead. Now $\\Delta = ${quote('margin', margin)}$.`),
    }
  },
}

function directionSaid(margin: number, most: number): Said {
  const share = margin / most
  if (most === 0) return said`A query of length 0 has no direction: all weights are equal.`
  const now = said`Now $\\Delta = ${quote('margin', margin)}$ of at most $${quote('most', most)}$`
  return share > 1 - 1e-9 ? said`${now}: this is the best direction.` : said`${now} at this length.`
}

const pairs: SelectionClaim = {
  id: 'pairs',
  name: 'which pairs average',
  kind: 'unsaid',
  prose: `Not every pair can be averaged: some $${query()}$ brings $${weight('j')}$ and $${weight('i')}$ both near $\\tfrac12$ exactly when the segment $${key('j')}${key('i')}$ is an edge of the hull of the keys with no other key on it`,
  check({ keys }, model) {
    const { target } = model
    const partners = partnersOf(keys, target)
    const byHull = partnersByHull(keys, model, target)
    return {
      error: keys.filter((_, i) => partners.includes(i) !== byHull.includes(i)).length,
      bound: 0,
      ...pairsSaid(target, partners, model),
    }
  },
}

function pairsSaid(target: number, partners: readonly number[], { places }: SelectionModel): Said {
  const me = said`Key ${quote('target', target + 1)}`
  const numbers = partners.map((i) => i + 1)
  const others = said`$${quoteVector('partners', numbers, numbers.join(',\\,'))}$`
  if (partners.length === 0)
    return said`The two must score alike and all others less, so these lie strictly on one side of the line through the two. ${me} has no such partner.`
  if (places[target].kind === 'twin')
    return said`${me} is the same point as key ${others}: the two weigh alike under every query.`
  return said`The two must score alike and all others less: $q$ points straight out across the edge. ${me} can share with ${partners.length === 1 ? 'key' : 'keys'} ${others}; in the plane those directions are the borders of its region.`
}

/** What the notes leave out about the place of the wanted key among the others. */
export const hullClaims: readonly SelectionClaim[] = [corners, bestDirection, pairs]
