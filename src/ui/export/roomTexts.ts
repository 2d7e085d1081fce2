import type { Registered } from '../../constructions'
import type { NumpyInstance } from '../../constructions/numpy-instance'
import { alignDocument } from '../../export/derivation-latex'
import { instanceScript, type Source } from '../../export/instance-script'
import type { Params } from '../../state/session'

type Numpy = (params: Params, model: unknown) => NumpyInstance

const scripts = import.meta.glob<Numpy>('../../constructions/*/*.numpy.ts', { import: 'numpy' })

/** The derivation of a room at its params as LaTeX. */
export function derivationLatex({ derivation, model }: Registered, params: Params, source: Source): string {
  const formulas = alignDocument(derivation(params, model(params)))
  return `% ${source.title}, Attention Explorer ${source.version}\n% ${source.link}\n${formulas}\n`
}

/** What a room shows at its params, as a script with NumPy. */
export async function numpyText({ id, model }: Registered, params: Params, source: Source): Promise<string> {
  const numpy = await scripts[`../../constructions/${id}/${id}.numpy.ts`]()
  return instanceScript(numpy(params, model(params)), source)
}
