import { benchGaussian } from '../gaussian'

postMessage(benchGaussian(() => performance.now()))
