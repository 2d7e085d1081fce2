import { Value } from '../../../ui/kit/Explanation'
import { MixtureBar, type Share } from '../../../ui/kit/MixtureBar'
import { Tex } from '../../../ui/kit/Tex'
import type { UnaidedModel } from '../identity-self-attention.model'
import { ids } from '../identity-self-attention.quantities'

/** What the second output is made of, and how much of it lies along u_b. */
export function Result({ model }: { model: UnaidedModel }) {
  const shares = model.weights[1].map(
    (share, j): Share => ({
      id: `x${j + 1}`,
      share,
      role: j === 1 ? 'plain' : 'value',
      tex: `x_${j + 1}`,
      mark: `weight-2${j + 1}`,
      quantity: ids.weight(1, j),
    }),
  )
  return (
    <>
      <b data-mark="output-2">
        Output <Tex>{'\\htmlClass{role-value}{c_2}'}</Tex>
      </b>
      <MixtureBar label="What output 2 is made of" shares={shares} />
      <span>
        <Value of="leak" /> of it along <Tex>{'u_b'}</Tex>
      </span>
    </>
  )
}
