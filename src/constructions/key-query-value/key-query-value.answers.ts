import type { Diagnosis, Mistake, Solution } from '../exercises/exercise'

const K = "beta^(-2)*(u_c*u_a' + u_a*u_d' + u_b*u_c')"
const Q = "beta^(-2)*(u_a*u_a' + u_b*u_d' + u_c*u_c')"
const V = "beta^(-2)*(u_b*u_b' - u_c*u_c')"

/** Right answers, the notes' first. */
export const solutions: readonly Solution[] = [
  { label: 'the notes’ K, Q, V', answer: { K, Q, V }, isFromNotes: true },
  {
    label: 'K = I, rank 2',
    answer: { K: 'I', Q: "beta^(-2)*(u_d*u_a' + u_c*u_d')", V },
    isFromNotes: false,
  },
  {
    label: 'K = I, rank 1',
    answer: { K: 'I', Q: "beta^(-2)*(u_c - u_d)*(u_d - u_a)'", V },
    isFromNotes: false,
  },
  {
    label: 'K = Q = I, another V',
    answer: { K: 'I', Q: 'I', V: "beta^(-2)*(u_b*u_a' + (u_b - u_c)*u_d')" },
    isFromNotes: false,
  },
]

/** Wrong answers as people write them. */
export const mistakes: readonly Mistake[] = [
  { answer: { K: Q, Q: K, V }, diagnosis: 'keys-queries-swapped' },
  { answer: { K: 'I', Q: "beta^(-2)*(u_d*u_a' - u_c*u_d')", V }, diagnosis: 'sign' },
  { answer: { K, Q, V: "beta^(-2)*u_b*u_b'" }, diagnosis: 'one-value-missing' },
  { answer: { K, Q, V: "beta^(-2)*(u_b*u_b' + u_c*u_c')" }, diagnosis: 'sign' },
  { answer: { K, Q, V: "beta^(-2)*(u_b*u_b' - 2*u_c*u_c')" }, diagnosis: 'factor-wrong' },
  { answer: { K, Q, V: "u_b*u_b' - u_c*u_c'" }, diagnosis: 'scale-wrong' },
  {
    answer: { K, Q: "beta^(-2)*(u_a*u_a' + u_d*u_b' + u_c*u_c')", V },
    diagnosis: 'transposed',
  },
  { answer: { K: 'I', Q: "beta^(-2)*(u_a*u_d' + u_d*u_c')", V }, diagnosis: 'transposed' },
  { answer: { K: 'I', Q: "beta^(-2)*(u_c*u_a' + u_d*u_d')", V }, diagnosis: 'swapped' },
  { answer: { K: 'I', Q: 'I', V }, diagnosis: 'both-missed' },
  { answer: { K: 'I', Q: 'I', V: 'I' }, diagnosis: 'both-missed' },
]

/** What goes wrong in 1(e)ii. */
export const diagnoses: readonly Diagnosis[] = [
  {
    id: 'keys-queries-swapped',
    prose: 'With $K$ and $Q$ exchanged this would be right.',
    next: 'Row $i$ of the scores belongs to query $i$: which of the two matrices has made that query?',
  },
  {
    id: 'scale-wrong',
    prose: 'The structure is right, but a matrix is off by a power of $\\beta$.',
    next: 'What is $u_b^{\\top}u_b$? How long is $V x_1$ then?',
  },
  {
    id: 'swapped',
    prose: 'The two outputs have changed places.',
    next: 'To which token does $x_1$ attend, and to which $x_2$?',
  },
  {
    id: 'transposed',
    prose: 'An outer product is transposed.',
    next: 'What does $u_r u_s^{\\top}$ do to $u_s$, and what to $u_r$?',
  },
  {
    id: 'sign',
    prose: 'One sign is turned.',
    next: 'What are the nine scores, one by one?',
  },
  {
    id: 'one-value-missing',
    prose: 'One term of $V$ is missing.',
    next: 'What are $v_1$, $v_2$ and $v_3$? Does every wanted output occur among them?',
  },
  {
    id: 'factor-wrong',
    prose: 'The terms of $V$ are right, and the factor of one of them is not.',
    next: 'What are $v_1$, $v_2$ and $v_3$? How much of $u_b$ and of $u_c$ is in them, and how much is wanted?',
  },
  {
    id: 'first-missed',
    prose: '$c_2$ is right, and $c_1$ is not.',
    next: 'To which token should $x_1$ attend, and what is its value?',
  },
  {
    id: 'second-missed',
    prose: '$c_1$ is right, and $c_2$ is not.',
    next: 'To which token should $x_2$ attend, and what is its value?',
  },
  {
    id: 'both-missed',
    prose: 'Neither output is reached.',
    next: 'Choose a token for each query to attend to first. Which values must those tokens then have?',
  },
  {
    id: 'made-by-the-answer',
    prose: 'Keys, queries and values are made by the matrices.',
    next: 'Which known columns can the matrices be built from?',
  },
]
