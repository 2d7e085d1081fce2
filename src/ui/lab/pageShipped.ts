import { useEffect, useSyncExternalStore } from 'react'
import type { openRun } from '../../workers/lab-jobs'
import { IS_SINGLE } from '../single'
import { labClient } from './labClient'
import { createShipped, type Shipped, type ShippedStore } from './shipped'

let shared: ShippedStore | undefined

const pageShipped = () => (shared ??= createShipped({ obstacle: obstacle(), fetchBytes, open }))

/** One file has no others beside it, and from a disk browsers fetch none. */
function obstacle(): string | undefined {
  if (!IS_SINGLE && location.protocol !== 'file:') return undefined
  return 'Finished runs do not come with this one file of the explorer: they are beside the page on its server. Models can be trained here all the same.'
}

/** @throws {Error} where the file cannot be had */
async function fetchBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL(path, document.baseURI))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

async function open(bytes: Uint8Array<ArrayBuffer>) {
  const client = labClient()
  try {
    return await client.run<typeof openRun>('lab/open-run', bytes)
  } finally {
    client.close()
  }
}

/** The finished runs that ship; asked for as soon as something shows them. */
export function useShipped(): Shipped {
  useEffect(() => pageShipped().fetchResults(), [])
  return useShippedSoFar()
}

/** The same with their weights. */
export function useShippedModels(): Shipped {
  useEffect(() => pageShipped().fetchModels(), [])
  return useShippedSoFar()
}

function useShippedSoFar(): Shipped {
  return useSyncExternalStore(pageShipped().subscribe, pageShipped().get)
}
