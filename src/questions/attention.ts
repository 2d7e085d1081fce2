import { shareLaw } from '../core/gaussian/gaussian-laws'
import { oneHeadShareBins, twoHeadShareBins } from '../core/gaussian/share-bins'
import { endlessErrors } from '../core/heads/head-limit'
import { headFailureLimit, headSuccess } from '../core/heads/head-success'
import { logitNormalInterval } from '../core/laws/logit-normal'
import { texNumber } from '../tex/format'
import { symbol } from '../tex/symbols'
import type { WrittenTask } from './task'

/** Odd, so that ½, where everything happens, is the middle of a bin and not the border of two. */
const BINS = 11

const [n, scale, normVariance] = [10, 10, 0.5]
const law = shareLaw({ n, keyVariance: 1e-3, normVariance, queries: [{ wanted: [scale, scale], others: 0 }] })
const behind = percent(headFailureLimit(normVariance))
const endless = endlessErrors(n, 2, headFailureLimit(normVariance))

const [q1, q2] = ['q_1', 'q_2'].map((tex) => symbol('query', tex))
const [va, vb, c, c1, c2] = ['v_a', 'v_b', 'c', 'c_1', 'c_2'].map((tex) => symbol('value', tex))
const [ka, mua, mub] = ['k_a', '\\mu_a', '\\mu_b'].map((tex) => symbol('key', tex))
const [wa, wb] = ['\\alpha_a', '\\alpha_b'].map((tex) => symbol('weight', tex))

const covariances = `$\\Sigma_a=\\alpha I+\\tfrac12${mua}${mua}^{\\top}$ and $\\Sigma_i=\\alpha I$ for the others, $\\alpha$ vanishingly small`

/** 1(c)ii: one head, a key of uncertain length. */
export const oneHead: WrittenTask = {
  id: 'c2',
  source: '1(c)ii',
  title: 'One head and a key of uncertain length',
  question: `Now ${covariances}. The keys are sampled many times, and the query is the one of (c)i. What does $${c}$ look like from sample to sample, and why?`,
  prediction: {
    kind: 'histogram',
    ask: `In each sample a gets the share $${wa}/(${wa}+${wb})$ of what the wanted keys get. Draw how the shares of many samples are spread, for $Q=${scale}$.`,
    quantity: 'share of a',
    truth: oneHeadShareBins(law, BINS),
    source: `Exact for $\\alpha = 10^{-3}$: the share is $\\sigma(\\Delta)$ with $\\Delta=s_a-s_b\\sim\\mathcal N(0,\\,Q^2(4\\alpha+\\tfrac12))$.`,
    notice: `Most of it stands at the two ends: in a sample $${c}$ is near $${va}$ or near $${vb}$. Their mean, which the middle bin holds, is what one hardly ever sees.`,
  },
  points: [
    {
      id: 'gamma',
      prose: `For small $\\alpha$ all keys but $${ka}$ are close to their means, and $${ka}\\approx\\gamma${mua}$ with $\\gamma\\sim\\mathcal N(1,\\tfrac12)$. The $\\tfrac12$ is a variance: $\\gamma$ has standard deviation $${texNumber(Math.sqrt(normVariance), undefined, 4)}$.`,
    },
    {
      id: 'scores',
      prose: `The scores of a and b are about $Q\\gamma$ and $Q$, all others about $0$: a and b compete, and the random length decides between them.`,
    },
    {
      id: 'mixture',
      prose: `So $${c}\\approx p\\,${va}+(1-p)\\,${vb}$ with $p=\\sigma(Q(\\gamma-1))$.`,
    },
    {
      id: 'jumps',
      prose: `From sample to sample $${c}$ jumps between $${va}$ and $${vb}$ and is rarely a mixture: $P(\\tfrac14<p<\\tfrac34)\\approx ${percent(logitNormalInterval(0.25, 0.75, law.mean, law.sd))}$ at $Q=${scale}$.`,
    },
    {
      id: 'variance',
      prose: `The mean of $p$ is $\\tfrac12$ for every $Q$, and its variance grows with $Q$ up to $\\tfrac14$: a larger scale, the cure in (b), makes it worse.`,
    },
    {
      id: 'signed',
      prose: `What decides is the projection $\\gamma=${mua}^{\\top}${ka}$, with its sign, and not $\\lVert ${ka}\\rVert$: with probability $\\Phi(-\\sqrt2)=${behind}$ it is negative, and a long $${ka}$ then gets almost no weight.`,
    },
  ],
  room: {
    construction: 'gaussian-keys',
    params: { scale, keyVariance: 1e-3, normVariance, n },
    label: 'See it in the room of random keys',
  },
}

/** 1(d)ii: two heads over the same keys. */
export const averagedHeads: WrittenTask = {
  id: 'd2',
  source: '1(d)ii',
  title: 'Two heads and the same keys',
  question: `Again ${covariances}, and $${c}=\\tfrac12(${c1}+${c2})$ with the two different queries of (d)i. What does $${c}$ look like from sample to sample, and why? (Samples with $${ka}^{\\top}q_i<0$ may be left aside; say what happens in them all the same.)`,
  prediction: {
    kind: 'histogram',
    ask: `Of what the output gives to $${va}$ and $${vb}$ together, a has a share again. Draw how the shares of many samples are spread, for $Q=${scale}$ and $n=${n}$ keys.`,
    quantity: 'share of a',
    truth: twoHeadShareBins({ n, scale, normVariance }, BINS),
    source: `Exact as $\\alpha\\to0$ for heads with $${q1}=Q${mua}$ and $${q2}=Q${mub}$: the share rises with $\\gamma\\sim\\mathcal N(1,\\tfrac12)$, so every bin is an interval of $\\gamma$.`,
    notice: `One bin holds most of it, where the single head had its gap: $${c}\\approx\\tfrac12(${va}+${vb})$. The bar at 0 holds the samples in which $\\gamma$ is negative or nearly so, and the share never goes far above $\\tfrac12$.`,
  },
  points: [
    {
      id: 'values',
      prose: `The output is an average of *values*, $${c}\\approx\\tfrac12(${va}+${vb})$; it is not $\\tfrac12(${q1}+${q2})$.`,
    },
    {
      id: 'head-b',
      prose: `The head of b sees $${ka}$ only through $${mub}^{\\top}${ka}\\approx0$, whatever its length: it gives $${vb}$ in every sample.`,
    },
    {
      id: 'head-a',
      prose: `The head of a gives a the weight $\\sigma(Q\\gamma-\\ln(n-1))$: beyond $\\gamma=\\ln(n-1)/Q$ by a few times $1/Q$ it gives $${va}$, and how long $${ka}$ is no longer matters.`,
    },
    {
      id: 'steady',
      prose: `So $${c}$ varies far less than with one head: with orthonormal values the mean squared error tends, as $Q\\to\\infty$, to $${texNumber(endless.separate, undefined, 3)}$ at $n=${n}$, against $\\tfrac12$ for one head.`,
    },
    {
      id: 'not-always',
      prose: `It does not hold regardless of $${ka}$: the head of a gives it at least half of its weight with probability $${percent(headSuccess(n, scale, normVariance))}$ at $Q=${scale}$, $n=${n}$, and never more than $\\Phi(\\sqrt2)=${percent(headSuccess(n, Infinity, normVariance))}$.`,
    },
    {
      id: 'behind',
      prose: `For $\\gamma<0$, probability $${behind}$, and for $0<\\gamma\\lesssim\\ln(n-1)/Q$ that head spreads over the other keys: $${c}$ is then about $\\tfrac12${vb}$ plus half a mean of other values. (The assignment lets one ignore $\\gamma<0$; an answer says so.)`,
    },
    {
      id: 'different',
      prose: `Two heads with one query see the same sample and put out the same, $${c1}=${c2}$: they are worth no more than one head. With $Q(${mua}+${mub})$ in both, $${c}$ jumps as in (c)ii; different queries avoid that, and so does one that does not see $${ka}$’s stretch, as $-Q\\sum_{i\\ne a,b}\\mu_i$.`,
    },
  ],
  room: {
    construction: 'multi-head',
    params: { scale, keyVariance: 1e-4, normVariance, n, heads: 2, design: 'separate' },
    label: 'See it in the room of several heads',
  },
}

function percent(probability: number): string {
  return `${texNumber(100 * probability, undefined, 4)}\\,\\%`
}
