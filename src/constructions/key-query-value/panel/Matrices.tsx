import { memo, useId, useState } from 'react'
import type { Matrix } from '../../../core/linear/linalg'
import { numericMatrix, rationalMatrix } from '../../../core/linear/rational-matrix'
import type { Read } from '../../../tex/coefficients'
import { cellMark, outerTex } from '../../../tex/compositions'
import { parseOuter } from '../../../tex/outer-parse'
import { plainTex } from '../../../tex/symbols'
import { tidyTex } from '../../../tex/tidy'
import { useAdjust } from '../../../ui/kit/adjust'
import { CoefficientGrid } from '../../../ui/kit/CoefficientGrid'
import { CopyButton } from '../../../ui/kit/CopyButton'
import { Figure } from '../../../ui/kit/Figure'
import { Formula } from '../../../ui/kit/Formula'
import { Tex } from '../../../ui/kit/Tex'
import { type PanelProps, useChange } from '../../../ui/panel'
import { keyQueryValue } from '../key-query-value'
import { directionNames } from './Heatmaps'
import styles from './key-query-value.module.css'

type Props = Pick<PanelProps<typeof keyQueryValue>, 'params' | 'pinned'>

const MAPS = [
  { name: 'keyMatrix', letter: 'K' },
  { name: 'queryMatrix', letter: 'Q' },
  { name: 'valueMatrix', letter: 'V' },
] as const

/** The three coefficient tables. */
export function Matrices({ params, pinned }: Props) {
  return (
    <Figure
      title="The three matrices"
      about="coefficients of $\beta^{-2}u_r u_s^\top$; click a cell for 0, 1, −1, or type any fraction"
      tableName="Expressions"
      table={<Expressions params={params} />}
    >
      <div className={styles['matrices']}>
        {MAPS.map(({ name, letter }) => (
          <MatrixEditor
            key={name}
            letter={letter}
            name={name}
            value={params[name]}
            pinned={pinned?.params[name]}
          />
        ))}
      </div>
    </Figure>
  )
}

/** The same as sums of outer products, to be read, typed and pasted. */
function Expressions({ params }: Pick<Props, 'params'>) {
  const change = useChange(keyQueryValue)
  return MAPS.map(({ name, letter }) => (
    <Expression
      key={name}
      letter={letter}
      value={params[name]}
      max={keyQueryValue.params[name].max}
      onChange={(changed) => change({ [name]: changed }, name)}
    />
  ))
}

const roleOf = (letter: 'K' | 'Q' | 'V') => (letter === 'K' ? 'key' : letter === 'Q' ? 'query' : 'value')

interface EditorProps {
  readonly letter: 'K' | 'Q' | 'V'
  readonly name: (typeof MAPS)[number]['name']
  readonly value: Matrix
  readonly pinned: Matrix | undefined
}

/** Drawn again only when its own matrix changes: an edit concerns one of three. */
const MatrixEditor = memo(function MatrixEditor({ letter, name, value, pinned }: EditorProps) {
  const spec = keyQueryValue.params[name]
  const d = value.length
  const names = directionNames(d)
  const change = useChange(keyQueryValue)
  const onChange = (changed: Matrix) => change({ [name]: changed }, name)
  return (
    <section className={styles['matrix']} aria-label={`${letter}, ${spec.label}`}>
      <p className={`${styles['letter']} role-${spec.role}`} aria-hidden="true">
        <Tex>{letter}</Tex>
      </p>
      <CoefficientGrid
        spec={{ ...spec, label: `${spec.label} ${letter}` }}
        tint={spec.role}
        value={value}
        pinned={pinned}
        rows={names.map(({ tex, words }) => ({ tex, words: `row ${words}` }))}
        columns={names.map(({ tex, words }) => ({ tex: `${tex}^{\\top}`, words: `column ${words}` }))}
        markOf={(row, column) => cellMark({ letter }, row, column)}
        readExpression={(text) => readMatrix(text, d, spec.max)}
        onChange={onChange}
      />
    </section>
  )
})

/** The coefficients that pasted text stands for, inside the bounds of a cell. */
function readMatrix(text: string, d: number, max: number): Read<Matrix> {
  const parsed = parseOuter(text, d)
  if (!parsed.ok) return { ok: false, message: `Character ${parsed.at + 1}: ${parsed.message}` }
  const value = numericMatrix(parsed.coefficients).map((row) => row.map((x) => x + 0))
  const beyond = value.flat().find((x) => !(Math.abs(x) <= max))
  return beyond === undefined
    ? { ok: true, value }
    : { ok: false, message: `A coefficient is beyond ±${max}.` }
}

/** The matrix as a sum of outer products: typeset, and as a field to type or paste another into. */
function Expression({
  letter,
  value,
  max,
  onChange,
}: Pick<EditorProps, 'letter' | 'value'> & { max: number; onChange(value: Matrix): void }) {
  const { settle } = useAdjust()
  const [draft, setDraft] = useState<string>()
  const problemId = useId()
  const tex = outerTex(rationalMatrix(value))
  const read = draft === undefined || draft.trim() === '' ? undefined : readMatrix(draft, value.length, max)
  const type = (text: string) => {
    setDraft(text)
    const typed = readMatrix(text, value.length, max)
    if (typed.ok) onChange(typed.value)
  }
  const leave = () => {
    setDraft(undefined)
    settle()
  }
  return (
    <div className={styles['expression']}>
      <Formula
        tex={`${letter} = ${outerTex(rationalMatrix(value), { letter, role: roleOf(letter) })}`}
        label={`${letter} as outer products`}
      />
      <input
        autoComplete="off"
        spellCheck={false}
        translate="no"
        aria-label={`${letter} as an expression`}
        aria-invalid={read?.ok === false}
        aria-describedby={read?.ok === false ? problemId : undefined}
        placeholder={plainTex(tex)}
        value={draft ?? ''}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
      />
      {read?.ok === false && (
        <p className={styles['problem']} id={problemId} role="alert">
          {read.message}
        </p>
      )}
      <CopyButton text={`${letter} = ${tidyTex(plainTex(tex))}`}>Copy LaTeX</CopyButton>
    </div>
  )
}
