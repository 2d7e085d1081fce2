import { createCorpus } from '../../../knowledge/corpus/corpus'
import { ignorance, londonAccuracy } from '../../../knowledge/corpus/ignorance'
import { parameterCounts } from '../../../knowledge/model/shapes'
import { assignmentModel } from '../../../knowledge/training/presets'
import { baseSetting } from '../../../knowledge/training/setting'
import { texNumber } from '../../../tex/format'
import type { LabTab } from '../../lab-settings'
import { initialSession } from '../../session'
import { type Lesson, type LessonStep, stepAt } from '../lesson'
import { pageLink } from '../page-state'

type Words = Pick<LessonStep, 'sentence' | 'notes' | 'minutes'>

/** A step that shows a part of the lab with the settings of the notes' four rows. */
function labStep(tab: LabTab, { sentence, ...rest }: Words): LessonStep {
  const session = initialSession()
  return stepAt(pageLink({ ...session, page: 'lab', lab: { ...session.lab, tab } }), sentence, rest)
}

/** Numbers that follow from the corpus and from shapes; what was trained is read off the page. */
function numbers() {
  const { people } = createCorpus(baseSetting.corpus)
  const { places, placesGivenRegion } = ignorance(baseSetting.corpus)
  const vanilla = parameterCounts(assignmentModel)
  const synthesizer = parameterCounts({ ...assignmentModel, attention: 'synthesizer' })
  return {
    people: people.length,
    asked: people.filter(({ half }) => half === 'dev').length,
    places: texNumber(places, undefined, 3),
    region: texNumber(placesGivenRegion, undefined, 3),
    london: texNumber(100 * londonAccuracy(people), undefined, 2),
    layers: [vanilla, synthesizer].map(({ perLayer }) => grouped(perLayer)),
    fewer: texNumber(100 * (1 - synthesizer.total / vanilla.total), undefined, 2),
  }
}

/** `263\,168`. */
const grouped = (count: number) => count.toLocaleString('en').replaceAll(',', String.raw`\,`)

/** Parts 2 and 3, in about ten minutes. */
export function pretrainingLesson(): Lesson {
  const { people, asked, places, region, london, layers, fewer } = numbers()
  return {
    id: 'pretraining',
    title: 'What pretraining stores',
    steps: [
      labStep('train', {
        sentence: `Texts about $${people}$ invented people are read; no question in training is about $${asked}$ of them. Who can answer about those?`,
        minutes: 1.5,
        notes:
          'Each paragraph names four friends and one birthplace, so that the place has to be bound to the right name. Ask for a guess before you scroll to the finished runs.',
      }),
      labStep('train', {
        sentence: `Knowing nothing of anybody, a place costs $${places}$ nats; knowing the region of the name, $${region}$.`,
        minutes: 1.5,
        notes:
          'The figure at the right: the two level lines are worked out from the corpus, without any model. Ask which curve has to cross which line, and what it means that it does.',
      }),
      labStep('train', {
        sentence: `Whoever always says London is right in $${london}\\,\\%$ of the questions. What must a model reach to have learnt anything?`,
        minutes: 1,
        notes: 'Look at the error bars: with so few questions one standard error is several points.',
      }),
      labStep('train', {
        sentence: 'The finished runs: is their order that of the notes, in the mean and on every seed?',
        minutes: 2,
        notes:
          'Read the sentences beside the table: they are made from its numbers. Let somebody say what each seed alone would have suggested.',
      }),
      labStep('inside', {
        sentence: 'The place is cut out of a paragraph. Where does a head look that has to fill it in?',
        minutes: 1.5,
        notes:
          'Click the last row, then edit a token of the name: in the first layer the row of the Synthesizer stays where it is, to the last bit.',
      }),
      labStep('cause', {
        sentence: `“Less parameters”: $${layers[0]}$ against $${layers[1]}$ in a layer of attention, and $${fewer}\\,\\%$ fewer in all. Is that the reason?`,
        minutes: 1.5,
        notes:
          'The count is true. The row with as many parameters under Train, and the transplant here, ask whether it is the reason. What is published and what is inferred are marked.',
      }),
      labStep('part3', {
        sentence: 'A name that nobody has gets an answer too. What in it says that the model does not know?',
        minutes: 1,
        notes:
          'Type a name from the hall. Then the plot: how sure the model is about known and unknown names.',
      }),
    ],
  }
}
