import { Value } from '../../../ui/kit/Explanation'
import { MixtureBar, type Share } from '../../../ui/kit/MixtureBar'
import { Tex } from '../../../ui/kit/Tex'
import { type Averaging, type AveragingModel, LETTERS } from '../two-key-average.model'

/** What the output is made of, and how much of the weight leaks. */
export function Result({ params, model }: { params: Averaging; model: AveragingModel }) {
  const wanted = LETTERS.slice(0, params.m).map(
    (letter, i): Share => ({
      id: letter,
      share: model.weights[i],
      role: 'value',
      tex: `v_${letter}`,
      mark: `value-${letter} value-wanted`,
      quantity: `weight-${letter}`,
    }),
  )
  const others: Share = {
    id: 'others',
    share: model.leak,
    role: 'plain',
    word: 'others',
    mark: 'value-other',
  }
  return (
    <>
      <b data-mark="output">
        Output <Tex>{'\\htmlClass{role-value}{c}'}</Tex>
      </b>
      <MixtureBar
        label="What the output is made of"
        shares={model.others === 0 ? wanted : [...wanted, others]}
      />
      <span>
        <Value of="leak" /> leaks
      </span>
    </>
  )
}
