import { Tex } from './Tex'

/** Text with TeX between dollar signs and emphasis between asterisks. */
export function Prose({ children }: { children: string }) {
  return children
    .split(/(\$[^$]*\$|\*[^*$]+\*)/)
    .map((part, i) => <Part key={`${i}${part.startsWith('$') ? '' : part}`} text={part} />)
}

function Part({ text }: { text: string }) {
  if (text.startsWith('$')) return <Tex>{text.slice(1, -1)}</Tex>
  if (text.startsWith('*') && text.length > 1) return <em>{text.slice(1, -1)}</em>
  return text
}
