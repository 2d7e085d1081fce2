import { FORMULAS, LETTERS } from '../tex/signs'

/**
 * LaTeX that prints `text` as it is, in text mode: every character with a meaning of its own is escaped, symbols
 * become formulas, control characters vanish, line breaks stay. Needs {@link LATEX_PREAMBLE}.
 */
export function latexText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim().split('\n').map(escapedLine).join('\\newline{}\n'))
    .join('\n\n')
}

/** LaTeX of prose as the explorer writes it: formulas between dollar signs, emphasis between asterisks. */
export function latexProse(prose: string): string {
  return prose
    .split(/(\$[^$]*\$|\*[^*$]+\*)/)
    .map((part) => {
      if (part.startsWith('$')) return part
      if (part.startsWith('*') && part.length > 1) return `\\emph{${escapedLine(part.slice(1, -1))}}`
      return escapedLine(part)
    })
    .join('')
}

/** What documents with {@link latexText} begin with; pdfLaTeX, XeLaTeX and LuaLaTeX compile it. */
export const LATEX_PREAMBLE = [
  '\\documentclass{article}',
  '\\usepackage{amsmath,amssymb,iftex}',
  '\\ifPDFTeX',
  '  \\usepackage[T1]{fontenc}',
  '  \\usepackage[utf8]{inputenc}',
  '  \\usepackage{textcomp}',
  '\\else',
  '  \\usepackage{fontspec}',
  '\\fi',
  '% A character that pdfLaTeX has no font for is printed as its number.',
  '\\newcommand\\othercharacter[2]{\\ifPDFTeX[#2]\\else#1\\fi}',
] as const

function escapedLine(line: string): string {
  const characters = Array.from(line)
  return characters.map((character, i) => escaped(character, characters[i + 1])).join('')
}

function escaped(character: string, next: string | undefined): string {
  const known = SPECIAL[character] ?? formulaOf(character)
  if (known !== undefined) return known
  if (/\p{C}/u.test(character)) return character === '\t' ? ' ' : ''
  // Two hyphens would become a dash, two commas a quotation mark.
  if (character === next && '-,'.includes(character)) return `${character}{}`
  return isPrintable(character)
    ? character
    : `\\othercharacter{${character}}{U+${character.codePointAt(0)!.toString(16).toUpperCase()}}`
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  "'": '\\textquotesingle{}',
  '[': '{[}',
  ']': '{]}',
  '\u00a0': '~',
  '\u2009': '\\,',
  '–': '\\textendash{}',
  '—': '\\textemdash{}',
  '…': '\\ldots{}',
  '‘': '\\textquoteleft{}',
  '’': '\\textquoteright{}',
  '“': '\\textquotedblleft{}',
  '”': '\\textquotedblright{}',
  '⁇': '??',
}

function formulaOf(character: string): string | undefined {
  const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(character)
  const lowered = '₀₁₂₃₄₅₆₇₈₉'.indexOf(character)
  const digit = raised >= 0 ? `^{${raised}}` : `_{${lowered}}`
  const tex = raised >= 0 || lowered >= 0 ? digit : (FORMULAS[character] ?? LETTERS[character])
  return tex === undefined ? undefined : `\\ensuremath{${tex}}`
}

/** ASCII, and the letters with accents that pdfLaTeX's T1 fonts have. */
function isPrintable(character: string): boolean {
  return /[ -~À-ÖØ-öø-ÿĂ-ěĞğĹĺĽľŁ-ńŇňŐőŔŕŘ-śŞ-ťŮ-űŸ-ž]/.test(character)
}
