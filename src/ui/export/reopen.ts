import { type FigureOrigin, originInSvg } from '../../export/figure-metadata'
import { originInPng } from '../../export/png-chunks'
import { type DecodedLink, decodeLink } from '../../state/permalink'
import type { Session } from '../../state/session'

/** Larger than any figure of the explorer. */
const MOST_BYTES = 20_000_000

/** What the state is that an exported figure shows, or why none can be opened. Never throws. */
export async function sessionOfFigure(file: File, base: Session): Promise<DecodedLink> {
  const origin = file.size > MOST_BYTES ? undefined : await originOf(file).catch(() => undefined)
  if (!origin) return refused('it is no figure that the explorer has exported')
  return decodeLink(origin.link.slice(origin.link.indexOf('#')), base)
}

async function originOf(file: File): Promise<FigureOrigin | undefined> {
  if (/\.png$/i.test(file.name)) return originInPng(new Uint8Array(await file.arrayBuffer()))
  return originInSvg(await file.text())
}

const refused = (why: string): DecodedLink => ({
  ok: false,
  code: 'E_VERSION',
  message: `This file could not be opened: ${why}. Nothing was changed.`,
})
