import { trustedScript } from '../../../src/ui/trusted'
import address from './gaussian.worker?worker&url'

const worker = new Worker(trustedScript(address), { type: 'module' })
worker.addEventListener('message', ({ data }: MessageEvent<string[]>) => say(data.join('\n')))
worker.addEventListener('error', ({ message }) => say(`failed: ${message}`))

function say(text: string): void {
  const output = document.createElement('output')
  output.textContent = text
  document.body.append(output)
}
