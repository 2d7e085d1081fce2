import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => join('src', name))
const modules = files.filter((name) => name.endsWith('.module.css'))
const code = files.filter((name) => /\.tsx?$/.test(name))

/** Names of classes that a style sheet defines. */
function definedIn(sheet: string): ReadonlySet<string> {
  const rules = readFileSync(sheet, 'utf8')
    .replaceAll(/\/\*[^]*?\*\/|:global\((?:[^()]|\([^()]*\))*\)|"[^"]*"/g, '')
    .replaceAll(/\{[^{}]*\}/g, '{}')
  return new Set([...rules.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name))
}

const text = new Map(code.map((file) => [file, readFileSync(file, 'utf8')]))
const all = [...text.values()].join('\n')

/** What programs ask a style sheet for: names of classes, and whether some are worked out. */
function askedOf(sheet: string) {
  const uses = code.flatMap((file) =>
    [...text.get(file)!.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)]
      .filter(([, , path]) => resolve(dirname(file), path) === resolve(sheet))
      .flatMap(([, local]) => [...text.get(file)!.matchAll(new RegExp(`\\b${local}\\[('([\\w-]+)')?`, 'g'))]),
  )
  return {
    names: new Set(uses.flatMap(([, , name]) => name ?? [])),
    isWorkedOut: uses.some(([, quoted]) => quoted === undefined),
  }
}

/** Whether a name is written anywhere, as `fails-here` or `fails here`. */
const isWritten = (name: string) =>
  all.includes(`'${name}'`) || all.includes(`'${name.replaceAll('-', ' ')}'`)

test.each(modules)('%s: every class is asked for by a program, and every one asked for is there', (sheet) => {
  const defined = definedIn(sheet)
  const { names, isWorkedOut } = askedOf(sheet)
  expect([...names].filter((name) => !defined.has(name))).toEqual([])
  const idle = [...defined].filter((name) => !names.has(name))
  expect(idle.filter((name) => !(isWorkedOut && isWritten(name)))).toEqual([])
})
