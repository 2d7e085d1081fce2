import type { Construction } from '../../src/constructions/construction'
import type { ParamSpec } from '../../src/constructions/params'
import { functions } from './functions'
import { counted } from './request-error'

/** The values that a param takes, in words: `a whole number from 2 to 1000000`. */
export function rangeOf(spec: ParamSpec): string {
  if (spec.kind === 'choice') return `one of ${spec.options.map(({ value }) => value).join(', ')}`
  const range = `from ${spec.min} to ${spec.max}`
  if (spec.kind === 'number') return `a ${spec.integer ? 'whole number' : 'number'} ${range}`
  return `${span(spec.rows, 'row')} of ${span(spec.columns, 'number')} ${range}`
}

/** A construction and its params, to be read by a person. */
export function constructionText({ id, title, source, params }: Construction): string {
  const rows = Object.entries(params).map(([name, spec]) => [
    name,
    spec.label,
    `${rangeOf(spec)}, initially ${JSON.stringify(spec.initial)}`,
  ])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)))
  const lines = rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
  return [`${id}: ${title}, ${source}`, ...lines.map((line) => `  ${line}`)].join('\n')
}

/** A construction and its params, to be read by a program. */
export function constructionRecord({ id, title, source, params }: Construction): object {
  return { id, title, source, params }
}

/** Names and parameters of the core functions, one a line. */
export function signatures(): string {
  return Object.entries(functions)
    .map(([name, { parameters }]) => {
      const list = parameters.map((p) => `${p.name}${p.shape.isOptional ? '?' : ''}: ${p.shape.name}`)
      return `  ${name}(${list.join(', ')})`
    })
    .join('\n')
}

function span([least, most]: readonly [number, number], noun: string): string {
  return least === most ? counted(least, noun) : `${least} to ${counted(most, noun)}`
}
