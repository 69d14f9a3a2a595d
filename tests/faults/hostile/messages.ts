/** Hostile frames, links, settings and searches: whatever reaches the program as text from outside. */
import fc from 'fast-check'
import { byteRange } from '../../../src-main/byte-range.ts'
import { commands, type CommandName, type EngineApi } from '../../../src-main/contract/commands.ts'
import { Request } from '../../../src-main/contract/messages.ts'
import { Settings } from '../../../src-main/contract/settings.ts'
import { traceOf } from '../../../src-main/engine/runtime/trace-of.ts'
import { chosenSettings } from '../../../src-main/engine/settings-commands.ts'
import { parseTemplate } from '../../../src-main/engine/summary/template.ts'
import { parseArguments } from '../../../src-main/shell/routes/parse-arguments.ts'
import { parseLink } from '../../../src-main/shell/routes/parse-link.ts'
import { memoryChannel } from '../../../src-main/wire/memory-channel.ts'
import { serve } from '../../../src-main/wire/serve.ts'
import type { Row, Trial } from '../fault.ts'
import { hostileText, hostileValue } from './arbitraries.ts'
import { fuzz } from './fuzz.ts'

const commandNames = Object.keys(commands) as CommandName[]

export async function hostileMessages(trial: Trial): Promise<Row[]> {
  return [
    await fuzz({ title: 'hostile frames at the door', cases: 30_000, ...frames() }, trial),
    await fuzz(
      {
        title: 'hostile settings',
        cases: 10_000,
        of: hostileValue,
        meet: (kept) => void Settings.parse(chosenSettings({ read: () => kept })),
      },
      trial,
    ),
    await fuzz(
      {
        title: 'hostile templates',
        cases: 5_000,
        of: fc
          .array(hostileText, { maxLength: 8 })
          .map((lines) => `# A\n## B\n${lines.join('\n')}`),
        meet: (text) => void parseTemplate('a.md', text),
      },
      trial,
    ),
    await fuzz(
      {
        title: 'hostile links, arguments and ranges',
        cases: 15_000,
        of: hostileText,
        meet: meetLink,
      },
      trial,
    ),
  ]
}

/** What gets through to a command must be what its schema says; what does not is answered once, in words. */
function frames() {
  const [face, engine] = memoryChannel()
  let answered: ((failure: boolean) => void) | null = null
  let bug: unknown = null
  let wrong: string | null = null
  const api = Object.fromEntries(
    commandNames.map((name) => [
      name,
      async (input: unknown) => {
        if (!commands[name].input.safeParse(input).success)
          wrong = `${name} was given what it refuses`
        return null
      },
    ]),
  ) as unknown as EngineApi
  serve({ api, subscribe: () => () => {} }, engine, (error) => (bug = error))
  face.onMessage(() => answered?.(true))
  const name = fc.oneof(fc.constantFrom(...commandNames), hostileText)
  const request = fc.record({
    kind: fc.constant('request'),
    id: fc.integer(),
    name,
    input: hostileValue,
  })
  return {
    of: fc.oneof({ weight: 4, arbitrary: request }, { weight: 1, arbitrary: hostileValue }),
    async meet(frame: unknown): Promise<string | void> {
      const answer = new Promise<boolean>((resolve) => {
        answered = resolve
      })
      face.send(frame)
      if (isRequest(frame)) await answer
      else await Promise.resolve()
      if (bug !== null) return `a frame reached a bug: ${traceOf(bug)}`
      if (wrong !== null) return wrong
    },
  }
}

/** Only what has this shape is answered; anything else is passed over in silence. */
function isRequest(frame: unknown): boolean {
  return Request.safeParse(JSON.parse(JSON.stringify(frame))).success
}

function meetLink(text: string): string | void {
  const asked = parseLink(`rtstt://${text}`)
  if (
    asked?.kind === 'go' &&
    asked.place.kind === 'meeting' &&
    !/^[\da-f-]{36}$/.test(asked.place.meetingId)
  )
    return 'a link leads to a meeting that is none'
  const { link, files } = parseArguments([text, `rtstt:${text}`, '--hidden'], '/home/someone')
  if (link === null && files.length > 0) return 'a link brought files along'
  const range = byteRange(`bytes=${text}`, 1_000)
  if (
    range !== null &&
    range !== 'unsatisfiable' &&
    !(range.from >= 0 && range.to <= 1_000 && range.from < range.to)
  )
    return 'a range outside of the file'
}
