import * as affine from '../../src/core/affine'
import * as expSum from '../../src/core/exp-sum'
import * as flatSoftmax from '../../src/core/flat-softmax'
import * as gaussian from '../../src/core/gaussian'
import * as gaussianSetting from '../../src/core/gaussian-setting'
import * as headDesigns from '../../src/core/head-designs'
import * as headTally from '../../src/core/head-tally'
import * as logMixture from '../../src/core/log-mixture'
import * as lognormalTransform from '../../src/core/lognormal-transform'
import * as orthonormal from '../../src/core/orthonormal'
import * as portable from '../../src/core/portable'
import * as quadrature from '../../src/core/quadrature'
import * as random from '../../src/core/random'
import * as rational from '../../src/core/rational'
import * as rationalMatrix from '../../src/core/rational-matrix'
import * as scaleIntegral from '../../src/core/scale-integral'
import * as shareTally from '../../src/core/share-tally'
import * as strictInequalities from '../../src/core/strict-inequalities'
import * as ziggurat from '../../src/core/ziggurat'

const RANDOM = 'needs a source of random numbers, which JSON cannot hold'
const FUNCTION = 'takes a function, which JSON cannot hold'
const FRACTIONS = 'works on exact fractions, for which JSON has no numbers'
const PART = 'is a part of others that trusts its arguments; call those instead'

/** Why a script cannot call the core's other functions, by name. */
export const withheld: Readonly<Record<string, string>> = {
  ...because(RANDOM, random, gaussian, orthonormal),
  ...because(FUNCTION, quadrature, scaleIntegral, { kolmogorovDistance: true }),
  ...because(FRACTIONS, rational, rationalMatrix, strictInequalities),
  ...because(PART, affine, expSum, flatSoftmax, gaussianSetting, headDesigns, headTally),
  ...because(PART, logMixture, lognormalTransform, portable, shareTally, ziggurat),
  ...because(PART, { binade: true, logOdds: true, endlessErrors: true }),
}

/** Every name that the modules export, with the reason. */
function because(reason: string, ...modules: readonly object[]): Record<string, string> {
  return Object.fromEntries(modules.flatMap((module) => Object.keys(module).map((name) => [name, reason])))
}
