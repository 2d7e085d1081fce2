import styles from '../lab.module.css'

interface Source {
  readonly says: string
  readonly source: string
  /** How far it carries. */
  readonly limit: string
}

/** Published results that bear on the question, with what they do not show. */
const SOURCES: readonly Source[] = [
  {
    says: 'Translation, English to German, BLEU: Transformer 27.67, dense Synthesizer 27.43, random 27.27, fixed random 23.89, random with vanilla 28.47.',
    source: 'Tay and others, Synthesizer, arXiv 2005.00743, table 2',
    limit: 'A dense Synthesizer is 0.24 behind there: no general weakness.',
  },
  {
    says: 'Recall of what stands earlier in the text explains 82 % of the gap in perplexity between gated convolutions and attention.',
    source: 'Arora and others, Zoology, arXiv 2312.04927',
    limit: 'About convolutions: for a Synthesizer it is an analogy.',
  },
  {
    says: 'Of people with one biography each, 9.7 % of the facts can be asked for; with five permuted paraphrases about 96 %.',
    source: 'Allen-Zhu and Li, arXiv 2309.14316',
    limit: 'About the text, not about the kind of attention.',
  },
  {
    says: 'Training stays on a plateau at the loss of knowing nothing about individuals; after it, answers about unseen names get worse.',
    source: 'Zucchet and others, arXiv 2503.21676',
    limit: 'About other models; under Train see the dotted line of names never seen.',
  },
  {
    says: 'Models store about 2 bits of knowledge a parameter after 1 000 exposures, about 1 after 100.',
    source: 'Allen-Zhu and Li, arXiv 2404.05405',
    limit: 'Measured on other models and texts.',
  },
]

/** What is published, each with its source. */
export function Literature() {
  return (
    <section className={styles['card']} aria-label="Literature">
      <h2>What is published</h2>
      <ul className={styles['literature']}>
        {SOURCES.map(({ says, source, limit }) => (
          <li key={source}>
            <strong className={styles['badge']}>literature</strong> <span>{says}</span> <cite>{source}</cite>.{' '}
            <span className={styles['limit']}>{limit}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is concluded here, and marked as a conclusion. */
export function Inference() {
  return (
    <section className={styles['card']} aria-label="Our inference">
      <h2>What follows, as far as it does</h2>
      <p className={styles['literature']}>
        <strong className={styles['badge']}>our inference</strong>{' '}
        <span>
          That the order comes from binding, a head that finds the name which the place belongs to, is
          concluded, not shown. For it speak the place loss under Train, the transplant above once it is run,
          and that a Synthesizer’s scores never look at another token’s content. Nothing here excludes other
          reasons, and recall is not counted as one for it where it does not separate the kinds of attention.
        </span>
      </p>
    </section>
  )
}
