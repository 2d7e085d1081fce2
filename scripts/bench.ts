import { benchAnswers } from './bench/answers'
import { benchAttention } from './bench/attention'
import { benchDrag } from './bench/drag'
import { benchEdits } from './bench/edits'
import { benchGaussian } from './bench/gaussian'
import { inWorker } from './bench/in-worker'
import { benchLab } from './bench/lab'
import { benchLoad } from './bench/load'
import { benchMachine } from './bench/machine'
import { processorTime } from './bench/measure'
import { benchTrainingPage } from './bench/training-page'
import { benchWindows } from './bench/windows'

/** What `npm run bench` measures, each part in one run, so that its ratios mean something on any machine. */
const parts: Readonly<Record<string, () => string[] | Promise<string[]>>> = {
  'What one core can do at most': benchMachine,
  'Gaussian keys, in Node': () => benchGaussian(processorTime),
  'Gaussian keys, in a worker of the browser': inWorker,
  'Frames: drag a slider': benchDrag,
  'First visits: load a page': benchLoad,
  'Two windows: slider of the console to frame of the hall': benchWindows,
  'Self-attention edits': benchEdits,
  'Attention of one query: core beside its peers': benchAttention,
  'Knowledge lab: one step of training': benchLab,
  'While models train: frames of the page, memory of workers': benchTrainingPage,
  'Answers: keystroke to echo, submit to verdict': benchAnswers,
}

/** Words of the titles to measure: `npm run bench -- edits`; all without one. */
const wanted = process.argv.slice(2)
const isWanted = (title: string) =>
  wanted.length === 0 || wanted.some((word) => title.toLowerCase().includes(word.toLowerCase()))

for (const [title, measure] of Object.entries(parts).filter(([name]) => isWanted(name)))
  process.stdout.write(`${[title, ...(await measure())].join('\n  ')}\n\n`)
