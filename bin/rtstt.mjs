#!/usr/bin/env node
// The way in from a terminal. Plain JavaScript that any Node from 18 on can read, because the
// machine's own Node may be older than the program needs: then the project's Node takes over.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The first Node that reads this program's TypeScript as it is. */
const needed = /** @type {const} */ ([22, 18])

if (isNewEnough(process.versions.node)) await run()
else handOver()

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > needed[0] || (major === needed[0] && minor >= needed[1])
}

async function run() {
  const { enableCompileCache } = await import('node:module')
  enableCompileCache()
  stopWithStarter()
  await import('../src-main/guard.ts')
  const { main } = await import('../src-main/cli/main.ts')
  const code = await main(process.argv.slice(2))
  if (typeof code === 'number') process.exitCode = code
}

/** A starter that was killed cannot pass that on; the closed channel tells of it. */
function stopWithStarter() {
  if (!process.channel) return
  process.once('disconnect', () => {
    if (!process.emit('SIGINT')) process.exit(130)
  })
  process.channel.unref()
}

function handOver() {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const node = fileURLToPath(new URL(`../node_modules/node/bin/${binary}`, import.meta.url))
  if (!existsSync(node)) {
    process.stderr.write(
      `RTSTT needs Node ${needed.join('.')} or newer; this is ${process.versions.node}. ` +
        'Run "npm ci" in its folder: that brings one along.\n',
    )
    process.exit(1)
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  passSignalsTo(child)
  child.on('exit', (code, signal) => {
    process.removeAllListeners()
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignalsTo(child) {
  // A terminal already tells both processes of Ctrl+C; a second one would mean "at once".
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT')
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(/** @type {NodeJS.Signals} */ (signal)))
  }
}
