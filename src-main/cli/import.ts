import { AppError } from '#contract/errors.ts'
import type { Import } from '#contract/import.ts'
import { type Context, type Engine, inputFor } from './context.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import { bar, clockTime } from './progress.ts'

/** Another program may read some of the files: what it does is not told here, so it is asked for. */
const lookEveryMs = 1_000

/** Lets files become meetings, one after the other; what is left after Ctrl+C goes on with the next start. */
export async function importFiles(files: readonly string[], context: Context): Promise<number> {
  const { terminal, json, interrupted } = context
  await using engine = await context.openEngine('write')
  const input = inputFor('import.add', { paths: [...files] })
  const stopShowing = engine.subscribe((event) => {
    if (event.type === 'import.changed')
      for (const file of event.imports) showProgress(file, context)
  })
  const added = await engine.api['import.add'](input)
  const mine = new Set(added.map(({ id }) => id))
  const isMine = ({ id }: Import): boolean => mine.has(id)
  await allOver(engine, isMine, interrupted)
  stopShowing()
  terminal.status(null)
  const list = (await engine.api['import.list']({})).filter(isMine)
  if (json) terminal.result(JSON.stringify(list, null, 2))
  else for (const file of list) showEnd(file, context)
  if (interrupted.aborted) {
    const left = list.filter(isUnderWay).length
    if (left > 0) terminal.say(`${left} files are left. They go on when RTSTT is started again.`)
    return exitCodes.interrupted
  }
  return Math.max(
    ...list.map(({ failure }) => (failure ? exitCodeOf(failure.code) : exitCodes.done)),
  )
}

function isUnderWay({ state }: Import): boolean {
  return state === 'waiting' || state === 'reading'
}

function allOver(
  engine: Engine,
  isMine: (file: Import) => boolean,
  interrupted: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      engine.api['import.list']({}).then((list) => {
        if (!list.filter(isMine).some(isUnderWay)) end()
      }, fail)
    }
    const timer = setInterval(look, lookEveryMs)
    const stop = engine.subscribe(({ type }) => {
      if (type === 'import.changed') look()
    })
    const end = (): void => {
      clearInterval(timer)
      stop()
      resolve()
    }
    function fail(error: unknown): void {
      end()
      reject(error instanceof Error ? error : new AppError('internal', 'The queue is gone.'))
    }
    interrupted.addEventListener('abort', end, { once: true })
    if (interrupted.aborted) end()
    else look()
  })
}

/** The file that was last said to be read. */
const said = new Set<string>()

function showProgress(file: Import, { terminal, json }: Context): void {
  const { id, state, fileName, readMs, totalMs, leftMs } = file
  if (state !== 'reading') return
  if (!json && !said.has(id)) {
    said.add(id)
    terminal.say(`${fileName}: reading`)
  }
  if (totalMs === null) return
  const left = leftMs === null ? '' : `, ${clockTime(leftMs)} left`
  terminal.status(
    `${fileName}  ${bar(readMs, totalMs, 24)}  ${clockTime(readMs)} of ${clockTime(totalMs)}${left}`,
  )
}

function showEnd({ fileName, state, meetingId, failure }: Import, { terminal }: Context): void {
  if (state === 'done') terminal.result(`${meetingId}  ${fileName}`)
  else if (failure) terminal.say(`${fileName}: ${failure.message}`)
}
