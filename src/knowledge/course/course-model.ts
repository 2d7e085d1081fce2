import { CheckpointError } from '../checkpoint/checkpoint'
import { fitted } from '../checkpoint/fit'
import { configOf, readCheckpoint } from '../checkpoint/read'
import { characterTokenizer, type Tokenizer } from '../corpus/tokens'
import type { Engine } from '../engine/kernels'
import { longest, type ModelConfig } from '../model/config'
import { setValues } from '../model/parameters'
import { createTransformer, type Transformer } from '../model/transformer'
import { withPlainEnds } from './questions'

/** Questions that are asked at once. */
const ROWS = 8

/**
 * A model of the assignment from a file of weights, `.safetensors` or of `torch.save`.
 *
 * @throws {CheckpointError} with a sentence for the person who chose the file
 */
export function courseModel(engine: Engine, bytes: Uint8Array): Transformer {
  const { tensors } = readCheckpoint(bytes)
  const config = configOf(tensors)
  const values = fitted(config, tensors)
  const model = roomFor(engine, config)
  setValues(model.parameters, values)
  return model
}

function roomFor(engine: Engine, config: ModelConfig): Transformer {
  try {
    return createTransformer(engine, config, ROWS, longest(config))
  } catch (error) {
    throw new CheckpointError(error instanceof Error ? error.message : 'The model does not fit.', {
      cause: error,
    })
  }
}

/**
 * The characters of `wiki.txt`, sorted, as the assignment numbers them, for a model with `vocabulary` tokens.
 *
 * @throws {CheckpointError} if there are more or fewer of them
 */
export function courseTokenizer(vocabulary: number, wiki: string): Tokenizer {
  const tokenizer = characterTokenizer(withPlainEnds(wiki))
  const count = tokenizer.vocabulary.length
  if (count !== vocabulary)
    throw new CheckpointError(
      `The text has ${count - 2} characters, with □ and ⁇ ${count} tokens; tok_emb.weight of the model has ${vocabulary}. It is not the text that this model was trained with.`,
    )
  return tokenizer
}
