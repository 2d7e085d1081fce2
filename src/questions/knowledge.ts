import type { WrittenTask } from './task'

/** Questions that the course's model is asked in the end, and how many of them have the answer London. */
const [DEV, LONDON] = [500, 25]

const PREDICTED_BIRTHPLACES =
  'In part 2 a small Transformer learns to answer “Where was NAME born?”. It is pretrained by span corruption on short texts about people, then finetuned on questions about some of them, and asked about others.'

/** Where counts come from that a reader of this page cannot repeat. */
const COUNTED =
  'Our count in the course’s own text files. They are not part of this page, so that it cannot be repeated here.'

/** 3(a): why pretraining helps. */
export const pretraining: WrittenTask = {
  id: '3a',
  source: '3(a)',
  title: 'What pretraining gives',
  question: `${PREDICTED_BIRTHPLACES} Without pretraining it answered 1.4 % of the ${DEV} questions right, with it 21.8 %. Why does pretraining help so much?`,
  prediction: {
    kind: 'count',
    ask: `For how many of the ${DEV} people that the model is asked about does the pretraining text name the right birthplace, in that person’s own line?`,
    quantity: `people of ${DEV} whose birthplace is in the pretraining text`,
    of: DEV,
    truth: 457,
    source: COUNTED,
    notice:
      'Nine answers in ten are in the text that the model is pretrained on. It is not asked to reason them out, but to have kept them.',
  },
  points: [
    {
      id: 'not-in-finetuning',
      prose: `Finetuning alone cannot teach the answers: its people are others (one name is common to both lists). Without pretraining the model can only guess, and 1.4 % is less than the ${(100 * LONDON) / DEV} % of always answering London.`,
    },
    {
      id: 'contains-answers',
      prose: `The pretraining text contains the answers: 457 of the ${DEV} birthplaces stand in that person’s own line.`,
    },
    {
      id: 'corruption',
      prose:
        'Span corruption makes the model fill in what is masked from what is left: where a birthplace is masked, it must be produced from the name. So names and places become associated in the parameters.',
    },
    {
      id: 'access',
      prose:
        'Finetuning then teaches the form of question and answer, and with it the access to what the parameters already hold.',
    },
    {
      id: 'not-just-more',
      prose:
        '“More data” alone is not the reason: the same amount of text about other things would teach the language, and none of the birthplaces.',
    },
  ],
}

/** 3(b): what is dangerous in such answers. */
export const namesakes: WrittenTask = {
  id: '3b',
  source: '3(b)',
  title: 'Answers that look alike',
  question:
    'The pretrained model answers some questions right and others wrong, and a user sees only the answer. Give two reasons why that is a concern for a system that people rely on.',
  prediction: {
    kind: 'count',
    ask: `At 21.8 %, how many of its ${DEV} answers are wrong?`,
    quantity: `wrong answers of ${DEV}`,
    of: DEV,
    truth: DEV - 109,
    source: 'From the accuracy in the notes: 109 of 500 are right.',
    notice: 'Nothing in the text of an answer tells these from the right ones.',
  },
  points: [
    {
      id: 'no-sign',
      prose:
        'A made-up answer comes in the same form and with no less assurance than one that the model has kept: the answer itself does not tell which it is.',
    },
    {
      id: 'never-seen',
      prose:
        'The model answers for people that it has never read about as well: it always produces a text, and has not been taught to say that it does not know.',
    },
    {
      id: 'relied-on',
      prose:
        'Who cannot check an answer acts on it or passes it on; and once a user has met wrong answers, the right ones lose their worth too.',
    },
    {
      id: 'namesakes',
      prose:
        'People who share a name share the question: the same text goes in, so greedy decoding gives the same place for both, and it is wrong for at least one of two who were born in different places.',
    },
  ],
}

/** 3(c): what the model does for a name it has never read. */
export const strangers: WrittenTask = {
  id: '3c',
  source: '3(c)',
  title: 'A name never read',
  question:
    'Think of a person who is in neither the pretraining nor the finetuning text. By what strategy might the model still predict a birthplace, and why is that a concern?',
  prediction: {
    kind: 'count',
    ask: `How many of the ${DEV} questions are answered right by saying London every time?`,
    quantity: `right answers of ${DEV}, always saying London`,
    of: DEV,
    truth: LONDON,
    source: COUNTED,
    notice:
      'A guess needs no knowledge of the person to be right sometimes; being right is then no sign of knowing.',
  },
  points: [
    {
      id: 'similar-names',
      prose:
        'It may go by the characters of the name: names that resemble this one, say German ones, stood with places of some region, and one of these is given.',
    },
    {
      id: 'frequent',
      prose: 'Or it gives what was frequent in training whatever the name: a large city such as London.',
    },
    {
      id: 'not-the-person',
      prose:
        'Either is a statement about names, not about the person: someone with a German name may have been born anywhere.',
    },
    {
      id: 'stereotype',
      prose:
        'It treats people by the origin that their name suggests. Such errors are not spread evenly: they fall on those who do not fit the pattern, migrants and their children among them.',
    },
  ],
}
