import { type AttentionKind, attentionOf } from './config'
import { tableScores } from './random-scores'
import type { LayerSetting, ScoreRule } from './score-rule'
import { synthesizerScores } from './synthesizer-scores'
import { vanillaScores } from './vanilla-scores'

/** The rule of layer `layer`. */
export function scoreRule(setting: LayerSetting): ScoreRule {
  return RULES[attentionOf(setting.config, setting.layer)](setting)
}

const RULES: Readonly<Record<AttentionKind, (setting: LayerSetting) => ScoreRule>> = {
  vanilla: vanillaScores,
  synthesizer: synthesizerScores,
  random: tableScores,
  fixed: tableScores,
  uniform: () => ({ forward: (_, scores) => void scores.fill(0), backward: () => undefined }),
  given: () => ({ forward: () => undefined, backward: () => undefined }),
}
