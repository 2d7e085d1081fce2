import * as expSum from '../../src/core/attention/exp-sum'
import * as flatSoftmax from '../../src/core/attention/flat-softmax'
import * as gaussian from '../../src/core/gaussian/gaussian'
import * as gaussianSetting from '../../src/core/gaussian/gaussian-setting'
import * as scaleIntegral from '../../src/core/gaussian/scale-integral'
import * as shareTally from '../../src/core/gaussian/share-tally'
import * as headDesigns from '../../src/core/heads/head-designs'
import * as headTally from '../../src/core/heads/head-tally'
import * as logMixture from '../../src/core/laws/log-mixture'
import * as lognormalTransform from '../../src/core/laws/lognormal-transform'
import * as quadrature from '../../src/core/laws/quadrature'
import * as affine from '../../src/core/linear/affine'
import * as orthonormal from '../../src/core/linear/orthonormal'
import * as rationalMatrix from '../../src/core/linear/rational-matrix'
import * as strictInequalities from '../../src/core/linear/strict-inequalities'
import * as characters from '../../src/core/numbers/characters'
import * as grouped from '../../src/core/numbers/grouped'
import * as numberText from '../../src/core/numbers/number-text'
import * as portable from '../../src/core/numbers/portable'
import * as rational from '../../src/core/numbers/rational'
import * as random from '../../src/core/random/random'
import * as ziggurat from '../../src/core/random/ziggurat'

const RANDOM = 'needs a source of random numbers, which JSON cannot hold'
const FUNCTION = 'takes a function, which JSON cannot hold'
const FRACTIONS = 'works on exact fractions, for which JSON has no numbers'
const TEXT = 'reads or writes text, not numbers'
const PART = 'is a part of others that trusts its arguments; call those instead'

/** Why a script cannot call the core's other functions, by name. */
export const withheld: Readonly<Record<string, string>> = {
  ...because(RANDOM, random, gaussian, orthonormal),
  ...because(FUNCTION, quadrature, scaleIntegral, { kolmogorovDistance: true }),
  ...because(FRACTIONS, rational, rationalMatrix, strictInequalities),
  ...because(TEXT, characters, grouped, numberText),
  ...because(PART, affine, expSum, flatSoftmax, gaussianSetting, headDesigns, headTally),
  ...because(PART, logMixture, lognormalTransform, portable, shareTally, ziggurat),
  ...because(PART, { binade: true, logOdds: true, endlessErrors: true }),
}

/** Every name that the modules export, with the reason. */
function because(reason: string, ...modules: readonly object[]): Record<string, string> {
  return Object.fromEntries(modules.flatMap((module) => Object.keys(module).map((name) => [name, reason])))
}
