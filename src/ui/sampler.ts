import samplingWorker from '../workers/sampling.worker?worker&url'
import { type SamplingClient, samplingClient } from '../workers/sampling-client'
import { trustedScript } from './trusted'

/** A client of a sampling worker of this page; `onFallback` is told if the page itself has to do the work. */
export function pageSampler(onFallback: () => void): SamplingClient {
  // The page's types want a string; browsers with Trusted Types want the object that the policy made.
  const address = () => trustedScript(samplingWorker) as string
  return samplingClient(() => new Worker(address(), { type: 'module' }), onFallback)
}
