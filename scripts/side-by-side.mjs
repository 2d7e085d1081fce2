import { spawn } from 'node:child_process'

/** Runs the named npm scripts side by side, and prints what each says once it has ended; fails if one of them does. */
const names = process.argv.slice(2)

const ended = (name) =>
  new Promise((resolve) => {
    const said = []
    const child = spawn('npm', ['run', '--silent', name], { shell: process.platform === 'win32' })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece))
    child.on('error', (error) => resolve({ name, isGood: false, text: `${error}` }))
    child.on('close', (code) =>
      resolve({ name, isGood: code === 0, text: Buffer.concat(said).toString().trim() }),
    )
  })

const results = await Promise.all(
  names.map(async (name) => {
    const result = await ended(name)
    process.stdout.write(`${result.isGood ? '✓' : '✗'} ${name}\n${result.isGood ? '' : `${result.text}\n`}`)
    return result
  }),
)
process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1
