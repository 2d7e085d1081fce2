import { useEffect, useState } from 'react'

/** Milliseconds of rest after which a change is said. */
const REST = 700

/** `text` once it has stopped changing; empty until it first changes, since what a page opens with is not news. */
export function useSettled(text: string): string {
  const [first] = useState(text)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (text === first && said === '') return undefined
    const timer = setTimeout(() => setSaid(text), REST)
    return () => clearTimeout(timer)
  }, [text, first, said])
  return said
}
