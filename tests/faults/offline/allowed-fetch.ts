import { once } from 'node:events'
import { namesAsked, questionsIn, sentBeyond } from '../system-calls.ts'
import { product } from './product.ts'
import type { Tried } from './trials.ts'

const host = 'huggingface.co'

/** A fetch that a person asked for is let through, to that host alone, and the report says what the wire saw. */
export async function allowedFetch(): Promise<Tried> {
  using rtstt = product()
  const fetching = rtstt.start(['models', 'pull', 'whisper-tiny'])
  const ended = once(fetching, 'close')
  const [trace = ''] = rtstt.traces()
  const broken: string[] = []
  for (let tries = 0; tries < 100 && questionsOf(trace) === 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  fetching.kill('SIGINT')
  await ended
  const beyond = sentBeyond(trace)
  if (beyond.length === 0) broken.push('a fetch that is allowed did not reach out')
  if (beyond.some(({ isQuestion }) => !isQuestion)) broken.push('more than a name was asked for')
  if (namesAsked(trace, [host]).length === 0) broken.push('another name was asked for')
  const { attempts } = await rtstt.report()
  const told = new Set(attempts.filter(({ what }) => what !== 'program').map((one) => one.host))
  if ([...told].join() !== host) broken.push(`the report names ${[...told].join(', ')}`)
  if (attempts.some(({ allowed }) => !allowed)) broken.push('the report tells of a refusal')
  return { fault: 'a fetch that is asked for is reported as it leaves', tried: 1, broken }
}

function questionsOf(trace: string): number {
  try {
    return questionsIn(trace)
  } catch {
    return 0 // it has not begun
  }
}
