import { useEffect, useMemo, useState } from 'react'
import type { Person } from '../../../knowledge/corpus/people'
import { type AttentionMap, attentionMaps, weightMoved } from '../../../knowledge/inside/attention-map'
import styles from '../lab.module.css'
import type { OpenModel } from '../models'
import inside from './inside.module.css'
import { MapGrid } from './MapGrid'
import { type HeadPlace, MapSettings } from './MapSettings'
import { type Prompt, paragraphPrompt, questionPrompt } from './prompt'
import { RowBars } from './RowBars'
import { TokenRow } from './TokenRow'

interface Props {
  readonly open: readonly OpenModel[]
  readonly person: Person
}

/** Attention maps of one head of each model for one prompt, before and after an edit of one token. */
export function Maps({ open, person }: Props) {
  const [{ corpus }] = open
  const [wording, setWording] = useState(0)
  const [kind, setKind] = useState<Prompt['kind']>('paragraph')
  const [place, setPlace] = useState<HeadPlace>({ layer: 0, head: 0, view: 'side by side' })
  const prompt = useMemo(
    () => (kind === 'question' ? questionPrompt(corpus, person) : paragraphPrompt(corpus, person, wording)),
    [corpus, person, kind, wording],
  )
  const [edit, setEdit] = useState<{ readonly at: number; readonly token: number; readonly of: Prompt }>()
  const current = edit?.of === prompt ? edit : undefined
  const tokens = prompt.tokens.map((token, i) => (current?.at === i ? current.token : token))
  const [locked, setLocked] = useState<number>()
  const [preview, setPreview] = useState<number>()
  useFreedByEscape(() => setLocked(undefined))
  const row = Math.min(tokens.length - 1, preview ?? locked ?? tokens.length - 1)
  const words = tokens.map((token) => corpus.tokenizer.shown(token))
  const inks = words.map((_, i) =>
    prompt.own.includes(i) ? ('key' as const) : prompt.friends.includes(i) ? ('unsaid' as const) : undefined,
  )
  const usable = open.filter(({ model }) => tokens.length <= model.roomFor.length)
  const before = useMaps(usable, prompt.tokens, place)
  const now = useMaps(usable, tokens, place)
  const wanted = prompt.own.filter((j) => j <= row)
  const layers = Math.max(...open.map(({ model }) => model.config.layers))
  const heads = Math.max(...open.map(({ model }) => model.config.heads))
  const grid = { tokens: words, inks, row, edited: current?.at, onPreview: setPreview, onLock: setLocked }
  return (
    <>
      <section className={styles['card']} aria-label="Attention maps">
        <TokenRow
          corpus={corpus}
          tokens={tokens}
          original={prompt.tokens}
          onEdit={(at, token) => setEdit({ at, token, of: prompt })}
          onUndo={() => setEdit(undefined)}
        />
        <MapSettings
          {...{ layers, heads, place, kind }}
          hasTwo={usable.length > 1}
          onPlace={setPlace}
          onKind={setKind}
          onNext={() => setWording(wording + 1)}
        />
        <p className={inside['locked']}>
          {`Row ${row + 1}, “${words[row]}”, ${locked === undefined || preview !== undefined ? 'shown; a click keeps it' : 'kept; Esc frees it'}.`}
        </p>
        <div className={inside['maps']}>
          {place.view === 'difference' && now.length > 1 ? (
            <figure>
              <figcaption>{`${usable[0].run.label} minus ${usable[1].run.label}; orange: less`}</figcaption>
              <MapGrid {...grid} label="Difference of the maps" values={difference(now[0], now[1])} />
            </figure>
          ) : (
            usable.map(({ run }, i) => (
              <figure key={run.id}>
                <figcaption>
                  <strong>{run.label}</strong> <span>{captionOf(run.setting.model.attention)}</span>
                </figcaption>
                <MapGrid {...grid} label={`Attention of ${run.label}`} values={now[i].weights} />
                {current && (
                  <Moved
                    run={run.label}
                    {...{ row, place, at: current.at }}
                    moved={weightMoved(before[i].weights[row], now[i].weights[row])}
                  />
                )}
              </figure>
            ))
          )}
        </div>
      </section>
      <section className={styles['card']} aria-label="The same row as in part 1(a)">
        <h2>The same row as in 1(a): does the head select the name it must bind to?</h2>
        <div className={inside['pair']}>
          {usable.map(({ run }, i) => (
            <RowBars
              key={run.id}
              title={run.label}
              tokens={words}
              scores={now[i].scores[row]}
              weights={now[i].weights[row]}
              wanted={wanted}
            />
          ))}
        </div>
      </section>
    </>
  )
}

/** The map of the chosen head of each model; computed again only for other tokens or models. */
function useMaps(open: readonly OpenModel[], tokens: readonly number[], place: HeadPlace): AttentionMap[] {
  const [known] = useState(
    () => new Map<OpenModel, { readonly key: string; readonly maps: AttentionMap[][] }>(),
  )
  const key = tokens.join()
  return open.map((each) => {
    const before = known.get(each)
    const maps = before?.key === key ? before.maps : attentionMaps(each.model, tokens)
    known.set(each, { key, maps })
    const heads = maps[Math.min(place.layer, maps.length - 1)]
    return heads[Math.min(place.head, heads.length - 1)]
  })
}

const difference = (a: AttentionMap, b: AttentionMap) =>
  a.weights.map((row, i) => row.map((weight, j) => weight - b.weights[i][j]))

const captionOf = (attention: OpenModel['run']['setting']['model']['attention']) =>
  attention === 'vanilla'
    ? 'rows ask (query), columns are asked (key)'
    : attention === 'synthesizer'
      ? 'a row is computed from its own token and place'
      : ''

interface MovedProps {
  readonly run: string
  readonly moved: number
  readonly row: number
  readonly at: number
  readonly place: HeadPlace
}

/** How much of a row's weight an edit has moved, and why; exactly 0 where the row never looks at other tokens. */
function Moved({ moved, row, at, place }: MovedProps) {
  const own = row === at
  return (
    <p className={inside['moved']} data-moved={moved > 0}>
      <strong>{moved > 0 ? 'changes' : 'unchanged'}</strong>{' '}
      <span>
        {row < at
          ? `Row ${row + 1} comes before the edited token and cannot see it.`
          : own
            ? `Row ${row + 1} is the edited token itself: ${moved.toFixed(3)} of its weight moves.`
            : moved > 0
              ? `Row ${row + 1} moves by ${moved.toPrecision(3)}: half the sum of the absolute differences of its weights.`
              : `Row ${row + 1} moves by 0, to the last bit: in layer ${place.layer + 1} its scores do not look at other tokens.`}
      </span>
    </p>
  )
}

function useFreedByEscape(free: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') free()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}
