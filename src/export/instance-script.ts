import { type NumpyInstance, pythonOf } from '../constructions/numpy-instance'

/** Where an exported file comes from. */
export interface Source {
  readonly title: string
  /** Address of the page that shows the same. */
  readonly link: string
  readonly version: string
}

/**
 * Python with NumPy that works out what a room shows from what is given, prints it beside the explorer's own numbers, and
 * fails where one differs by more than 1e−12 of its size, or of 1 where it is smaller.
 */
export function instanceScript({ lines, numbers }: NumpyInstance, { title, link, version }: Source): string {
  return `${[
    `# ${oneLine(title)}, as the Attention Explorer ${version} shows it at`,
    `# ${oneLine(link)}`,
    ...PREAMBLE,
    ...lines,
    '',
    '# What the explorer shows.',
    'explorer = {',
    ...Object.entries(numbers).map(([name, value]) => `    "${name}": ${pythonOf(value)},`),
    '}',
    ...COMPARISON,
  ].join('\n')}\n`
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')

const PREAMBLE = [
  'import numpy as np',
  '',
  '',
  'def softmax(s):',
  '    e = np.exp(s - s.max())',
  '    return e / e.sum()',
  '',
  '',
  'def logsumexp(s):',
  '    return s.max() + np.log(np.exp(s - s.max()).sum()) if s.size else -np.inf',
  '',
  '',
]

const COMPARISON = [
  'computed = {name: np.asarray(globals()[name], dtype=float) for name in explorer}',
  'for name, shown in explorer.items():',
  '    same = computed[name] == shown  # infinities differ by no number',
  '    with np.errstate(invalid="ignore"):',
  '        difference = np.where(same, 0.0, np.abs(computed[name] - shown) / np.maximum(1, np.abs(shown)))',
  '    print(f"{name} = {computed[name]}, which differs from the explorer by at most {difference.max(initial=0):.1e}")',
  '    assert np.shape(computed[name]) == np.shape(shown) and np.all(difference <= 1e-12), name',
]
