// Running other programs: compilers, git, npm.
import { spawn } from 'node:child_process'

/** Resolves with the program's output; rejects with its last lines if it fails, or says that it is not there. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (errors += chunk))
    child.on('error', (error) =>
      reject(new Error(`${program} cannot be started: ${error.message}`)),
    )
    child.on('close', (code) => {
      if (code === 0) return resolve(output)
      const tail = (errors || output).trim().split('\n').slice(-12).join('\n')
      reject(new Error(`${program} failed (${code}): ${tail}`))
    })
  })
}

/** True if the program answers to --version. */
export async function isThere(program) {
  return run(program, ['--version']).then(
    () => true,
    () => false,
  )
}

/** Runs jobs `width` at a time, in order; the first failure stops the rest. */
export async function runSome(jobs, width) {
  const waiting = [...jobs]
  const worker = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      try {
        await job()
      } catch (error) {
        waiting.length = 0
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
}

/** Compiles and links as a recipe says: its commands `width` at a time, then the last one. */
export async function followRecipe(compiler, recipe, width) {
  const jobs = recipe.compile.map(
    ({ args }) =>
      () =>
        run(compiler, args),
  )
  await runSome(jobs, width)
  await run(compiler, recipe.link)
}
