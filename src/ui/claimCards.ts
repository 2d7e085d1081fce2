/** Id of the element that holds a claim in full. */
export const cardId = (claim: string) => `claim-${claim}`

/** Brings the card of a claim into sight and puts the focus on it. */
export function showClaim(claim: string): void {
  const card = document.getElementById(cardId(claim))
  if (!card) return
  // What is folded away is opened by whoever listens.
  card.dispatchEvent(new CustomEvent('show', { bubbles: true }))
  card.scrollIntoView({ block: 'center', behavior: 'smooth' })
  card.focus({ preventScroll: true })
}
