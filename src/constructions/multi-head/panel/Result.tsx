import type { Design } from '../../../core/heads/head-designs'
import { Value } from '../../../ui/kit/Explanation'
import { NAMED } from '../multi-head.designs'
import type { SampledHeads } from '../multi-head.jobs'
import { GainAt } from './DesignTable'

/** Success and error of the design that is shown, beside those of one head. */
export function Result({ design, sampled }: { design: Design; sampled: SampledHeads | undefined }) {
  return (
    <>
      <b>{NAMED[design].name}</b>
      <span>
        success <Value of={`success-${design}`} />
      </span>
      <span>
        error <Value of={`error-${design}`} />
      </span>
      {design !== 'one' && (
        <>
          <span>
            one head: <Value of="success-one" />, <Value of="error-one" />
          </span>
          <span>
            {sampled && sampled.summary.count > 0 && (
              <>
                gain <GainAt design={design} sampled={sampled} />
              </>
            )}
          </span>
        </>
      )}
    </>
  )
}
