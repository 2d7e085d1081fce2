import { memo } from 'react'
import { Value } from './Explanation'
import { Tex } from './Tex'

const PARTS = /(\$[^$]*\$|\*[^*$]+\*|\{[a-z][a-z0-9-]*\})/

/** Text with TeX between dollar signs, emphasis between asterisks, and `{id}` for a quantity that explains itself. */
export const Prose = memo(function Prose({ children }: { children: string }) {
  return children
    .split(PARTS)
    .map((part, i) => <Part key={`${i}${part.startsWith('$') ? '' : part}`} text={part} />)
})

function Part({ text }: { text: string }) {
  if (text.startsWith('$')) return <Tex>{text.slice(1, -1)}</Tex>
  if (text.startsWith('{')) return <Value of={text.slice(1, -1)} />
  if (text.startsWith('*') && text.length > 1) return <em>{text.slice(1, -1)}</em>
  return <>{text}</>
}
