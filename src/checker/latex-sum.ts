/** What follows `\sum`: its range, from which index to which, the letter of what is summed and its index. */
const SUM =
  /^\s*(?:_\s*(?:\{([^{}]*(?:\\?\{[^{}]*\})?[^{}]*)\}|(\w)))?\s*(?:\^\s*(?:\{\w*\}|\w))?\s*(?:\\(?:mathbf|boldsymbol|bm|vec)\s*\{?\s*)?(\\?[a-zA-Z]+?)\s*\}?\s*_\s*(?:\{\s*(\w)\s*\}|(\w)(?!\w))/

/**
 * What is written after `\sum`, as plain text: ` \sum_{i \ne a,b} k_i ` is `sum_except(k,a,b)`; undefined where it is a
 * sum of another form. `length` is how many characters were understood.
 */
export function readSum(rest: string): {
  readonly length: number
  readonly plain: string | undefined
  /** Whether it runs over a list of keys: `i \in \{a,b\}`. */
  readonly isList?: boolean
} {
  const written = SUM.exec(rest)
  if (written === null) return { length: 0, plain: undefined }
  const [{ length }, group, letter, name, indexGroup, index] = written
  const range = rangeOf(group ?? letter ?? '')
  if (range === undefined || range.index !== (indexGroup ?? index))
    return { length, plain: undefined, isList: /\\in\b/.test(group ?? '') }
  return { length, plain: `sum_except(${[name.replace('\\', ''), ...range.except].join(',')})` }
}

/** What a sum runs over: `i \ne a,b`, `i \notin \{a,b\}`, `i`. Undefined if it is written in another way. */
function rangeOf(range: string): { index: string; except: string[] } | undefined {
  const parts =
    /^\s*(\w)\s*(?:=\s*1\s*|(?:\\neq?|\\not\s*=|\\notin|\\not\\in|!=)\s*\\?\{?([\s\w,]*?)\\?\}?\s*)?$/.exec(
      range,
    )
  if (!parts) return undefined
  return {
    index: parts[1],
    except: (parts[2] ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  }
}
