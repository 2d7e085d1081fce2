import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'

/** What finding a browser asks of the machine, so that a test can hand in an invented one. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly arch: string
  readonly home: string
  readonly env: NodeJS.ProcessEnv
  readonly isRoot: boolean
  readonly isDebian: boolean
  readonly exists: (path: string) => boolean
  /** Paths below `folder`, relative to it, at any depth; none where there is no such folder. */
  readonly pathsBelow: (folder: string) => readonly string[]
  readonly run: (command: string, args: readonly string[], limits: Limits) => string | undefined
}

export interface Limits {
  readonly seconds: number
  /** Variables on top of the machine's own. */
  readonly env?: NodeJS.ProcessEnv
}

export const thisMachine: Machine = {
  platform: process.platform,
  arch: process.arch,
  home: homedir(),
  env: process.env,
  isRoot: process.getuid?.() === 0,
  isDebian: existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')),
  exists: existsSync,
  pathsBelow: (folder) =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [],
  run: outputOf,
}

/** What `command` prints, or undefined where it is missing, fails or takes longer than allowed. */
export function outputOf(command: string, args: readonly string[], limits: Limits): string | undefined {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...limits.env },
    timeout: limits.seconds * 1000,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: Number.POSITIVE_INFINITY,
  })
  return status === 0 ? stdout : undefined
}
