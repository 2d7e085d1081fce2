import { readFileSync } from 'node:fs'
import type { Tokens } from './standalone'

const theme = readFileSync(new URL('../../../src/ui/theme.css', import.meta.url), 'utf8')

/** The tokens of the light theme, as the style sheet writes them. */
export const LIGHT: Tokens = Object.fromEntries(
  [...theme.slice(0, theme.indexOf('font-size')).matchAll(/--([\w-]+):\s*([^;]+);/g)].map(
    ([, name, value]) => [name, /^light-dark\(([^,]+),/.exec(value)?.[1] ?? value],
  ),
)
