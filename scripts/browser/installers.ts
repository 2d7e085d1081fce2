import { unpackedFolder } from './candidates'
import type { Machine } from './machine'

/** One way to bring a browser onto the machine. It reports nothing: whether a browser answers is looked up after. */
export interface Installer {
  readonly name: string
  readonly fits: (machine: Machine) => boolean
  readonly install: (machine: Machine) => void
}

const playwright: Installer = {
  name: 'playwright-core',
  fits: () => true,
  install(machine) {
    const program = 'node_modules/playwright-core/cli.js'
    // Without the variable a network that swallows packets costs two and a half minutes.
    const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
    machine.run(process.execPath, [program, 'install', '--only-shell', 'chromium'], { seconds: 300, env })
  },
}

const apt: Installer = {
  name: 'apt-get',
  fits: ({ isRoot, isDebian }) => isRoot && isDebian,
  install(machine) {
    const limits = { seconds: 300, env: { DEBIAN_FRONTEND: 'noninteractive' } }
    const packages = ['chromium', 'fonts-liberation']
    machine.run('apt-get', ['update'], limits)
    machine.run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], limits)
  },
}

/** Needs neither root nor system libraries: the npm package carries both the browser and what it links to. */
const unpackedChromium: Installer = {
  name: '@sparticuz/chromium',
  fits: ({ platform, arch }) => platform === 'linux' && arch === 'x64',
  install(machine) {
    machine.run('sh', ['-euc', unpack], { seconds: 300, env: { FOLDER: unpackedFolder } })
  },
}

/** The package unpacks its libraries too only where it takes the machine for a cloud function, so the variable is set. */
const unpack = `
rm -rf "$FOLDER"
npm install --no-save --fetch-retry-mintimeout 1000 --fetch-retry-maxtimeout 5000 \\
  --prefix "$FOLDER" @sparticuz/chromium@153.0.0
export TMPDIR="$FOLDER" AWS_LAMBDA_JS_RUNTIME=nodejs22.x
node -e 'import(process.argv[1]).then((module) => module.default.executablePath())' \\
  "$FOLDER/node_modules/@sparticuz/chromium/build/index.js"
cat >"$FOLDER/run" <<'END'
#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="$here/al2023/lib" exec "$here/chromium" "$@"
END
chmod +x "$FOLDER/run"
`

/** The ways to install a browser, in the order to try. */
export const installers: readonly Installer[] = [playwright, apt, unpackedChromium]
