import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import type { MatrixSpec, Role } from '../../constructions/params'
import type { Matrix } from '../../core/linear/linalg'
import { keyboardText } from '../../core/numbers/characters'
import { rationalOf } from '../../core/numbers/rational'
import { type Read, readCoefficient, readTable } from '../../tex/coefficients'
import { rationalText } from '../../tex/compositions'
import { useAdjust } from './adjust'
import styles from './CoefficientGrid.module.css'
import { GridCell } from './GridCell'
import { ARROWS, inside, type Place } from './gridPlaces'
import { ColumnHeads, Heading, type LineName } from './Heading'
import { isComposing } from './keys'
import { withCell } from './MatrixField'
import { useAhead } from './useAhead'

interface Props {
  readonly spec: Pick<MatrixSpec, 'label' | 'min' | 'max'>
  readonly tint: Role
  readonly value: Matrix
  /** The table in the state pinned as A. */
  readonly pinned?: Matrix | undefined
  readonly rows: readonly LineName[]
  readonly columns: readonly LineName[]
  /** Name of the mark of a cell. */
  markOf?(row: number, column: number): string
  /** Reads a pasted expression that stands for the whole table. */
  readExpression?(text: string): Read<Matrix>
  onChange(value: Matrix): void
}

/** What is being typed into the current cell. */
interface Draft {
  readonly text: string
  /** The cell's value when it began. */
  readonly before: number
}

/** Why something was not taken, and at which cell. */
interface Refusal extends Place {
  readonly message: string
}

/**
 * A table of coefficients. A click or Space takes a cell from 0 to 1 to −1; typing writes any number or fraction into
 * it, Escape gives it up; arrows go from cell to cell, the table is one tab stop; an expression can be pasted into the
 * whole. What cannot be read leaves the value from before and says so until the next edit.
 */
export function CoefficientGrid({
  spec,
  tint,
  value,
  pinned,
  rows,
  columns,
  markOf,
  readExpression,
  onChange,
}: Props) {
  const adjust = useAdjust()
  const [current, setCurrent] = useState<Place>({ row: 0, column: 0 })
  const [draft, setDraft] = useState<Draft>()
  const [refusal, setRefusal] = useState<Refusal>()
  const { shown, edit, later } = useAhead(value, onChange)
  const table = useRef<HTMLTableElement>(null)
  const problemId = useId()
  const { row, column } = inside(current, rows.length, columns.length)
  const read = draft && readCoefficient(draft.text, spec.min, spec.max)
  const problem: Refusal | undefined = read && !read.ok ? { row, column, message: read.message } : refusal

  const put = (at: Place, x: number) => edit(withCell(shown, at.row, at.column, x))
  const settle = () => later(adjust.settle)
  const type = (text: string) => {
    const before = draft?.before ?? shown[row][column]
    setDraft({ text, before })
    setRefusal(undefined)
    const typed = readCoefficient(text, spec.min, spec.max)
    // Of a number that cannot be read nothing counts, not even its beginning.
    const next = typed.ok ? typed.value : before
    if (next !== shown[row][column]) put({ row, column }, next)
  }
  const leave = (isGivenUp = false) => {
    if (draft && isGivenUp) put({ row, column }, draft.before)
    if (draft && !isGivenUp && read && !read.ok)
      setRefusal({ row, column, message: `“${draft.text}” was not taken. ${read.message}` })
    setDraft(undefined)
    settle()
  }
  const go = (to: Place, isGivenUp = false) => {
    const place = inside(to, rows.length, columns.length)
    leave(isGivenUp)
    setCurrent(place)
    table.current?.querySelector<HTMLElement>(`[data-cell="${place.row} ${place.column}"]`)?.focus()
  }
  const cycle = (at: Place) => {
    setRefusal(undefined)
    put(at, cycled(shown[at.row][at.column]))
    settle()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const editing = draft !== undefined
    if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return
    const [down, right] = ARROWS[event.key] ?? [0, 0]
    const moves = down !== 0 || (right !== 0 && !editing)
    const act = moves
      ? () => go({ row: row + down, column: column + right })
      : keyAction(event.key, editing, {
          home: () => go({ row, column: 0 }),
          end: () => go({ row, column: columns.length - 1 }),
          cycle: () => cycle({ row, column }),
          edit: () =>
            setDraft({ text: rationalText(rationalOf(shown[row][column])), before: shown[row][column] }),
          clear: () => type(''),
          leave: () => go({ row, column }),
          giveUp: () => go({ row, column }, true),
          type,
        })
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain').trim()
    const single = readCoefficient(text, spec.min, spec.max)
    if (draft !== undefined && text.length < 40 && !/[a-zA-Zβ\\]/.test(text)) return
    event.preventDefault()
    setDraft(undefined)
    if (single.ok) put({ row, column }, single.value)
    else pasteWhole(text)
    settle()
  }
  const pasteWhole = (text: string) => {
    const whole: Read<Matrix> | undefined =
      readTable(text, [rows.length, columns.length], spec.min, spec.max) ?? readExpression?.(text)
    if (whole?.ok) edit(whole.value)
    const message = `Not pasted. ${whole?.ok === false ? whole.message : 'It is no number and no table of this size.'}`
    setRefusal(whole?.ok ? undefined : { row, column, message })
  }
  return (
    <div className={`${styles['grid']} tint-${tint}`}>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- its cells are edited
        role="grid"
        aria-label={spec.label}
        aria-describedby={problem ? problemId : undefined}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <ColumnHeads label={spec.label} columns={columns} />
        <tbody>
          {shown.map((cells, r) => (
            <tr key={rows[r].words}>
              <th scope="row" data-mark={rows[r].mark}>
                <Heading name={rows[r]} />
              </th>
              {cells.map((x, c) => {
                const isCurrent = r === row && c === column
                return (
                  <GridCell
                    key={columns[c].words}
                    name={`${rows[r].words}, ${columns[c].words}`}
                    place={`${r} ${c}`}
                    value={x}
                    pinned={pinned?.[r]?.[c]}
                    mark={markOf?.(r, c)}
                    isCurrent={isCurrent}
                    draft={isCurrent ? draft?.text : undefined}
                    isWrong={problem?.row === r && problem.column === c}
                    onFocus={() => setCurrent({ row: r, column: c })}
                    onCycle={() => cycle({ row: r, column: c })}
                    onType={type}
                    onLeave={() => leave()}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {problem && (
        <p className={styles['problem']} id={problemId} role="alert">
          {rows[problem.row]?.words}, {columns[problem.column]?.words}: {problem.message}
        </p>
      )}
    </div>
  )
}

/** 0, 1, −1 and round again; anything else starts over. */
const cycled = (x: number) => (x === 0 ? 1 : x === 1 ? -1 : 0)

interface Acts {
  home(): void
  end(): void
  cycle(): void
  edit(): void
  clear(): void
  leave(): void
  giveUp(): void
  type(text: string): void
}

/** What a key does in a cell that is looked at, or in one that is written into. */
function keyAction(key: string, editing: boolean, acts: Acts): (() => void) | undefined {
  if (editing) return { Enter: acts.leave, Escape: acts.giveUp }[key]
  if (/^[0-9.,+/½-]$/.test(keyboardText(key))) return () => acts.type(key)
  return {
    Home: acts.home,
    End: acts.end,
    ' ': acts.cycle,
    Enter: acts.edit,
    F2: acts.edit,
    Backspace: acts.clear,
    Delete: acts.clear,
  }[key]
}
