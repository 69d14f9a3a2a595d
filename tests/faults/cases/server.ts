/** Tries to get into the server that the page comes from, to wear it down, and to make it let anybody else in. */
import { setTimeout as wait } from 'node:timers/promises'
import type { EngineEvent } from '#contract/events.ts'
import { sample } from '../../../src-main/testing/real-engine.ts'
import type { Fault, Row, Trial } from '../fault.ts'
import { place } from '../place.ts'
import { rtstt } from '../program.ts'
import { askAndRead, bear, floods, oversize, slowClients } from '../server/burdens.ts'
import { answersOwner, malformedFrames, malformedRequests } from '../server/malformed.ts'
import { anotherUser } from '../server/other-user.ts'
import { type ServedProgram, serveProgram, timeToEnter } from '../server/served-program.ts'
import { fromElsewhere, withoutEntering } from '../server/strangers.ts'

export const fault: Fault = { title: 'Getting into the server', run }

async function run(trial: Trial): Promise<readonly Row[]> {
  await using where = await place()
  const rows: Row[] = []
  const add = (row: Row): void => {
    trial.say(`${row.fault}: ${row.broken[0] ?? 'held'}`)
    rows.push(row)
  }
  // What is refused and what is only slow waits most of the time: side by side it waits once.
  const far = Promise.all([inTheOpen(), refused()])
  {
    await using program = await serveProgram(where)
    const call = await liveCall(program)
    add(await anotherUser(program, trial.say))
    await askAndRead(program)
    add(await bear(slowClients, program))
    add(await bear(floods(trial.long ? 20_000 : 1_000), program))
    add(await bear(oversize, program))
    add(await call.over())
    add(await malformed(program, trial))
  }
  for (const row of (await far).flat()) add(row)
  return rows
}

async function refused(): Promise<readonly Row[]> {
  await using where = await place()
  await using program = await serveProgram(where)
  return [await withoutEntering(program), await fromElsewhere(program)]
}

/** A meeting goes on while all of it is tried, and a page shows its text. */
async function liveCall(program: ServedProgram) {
  const client = await program.client()
  const told = new Map<string, string>()
  client.onEvent((event: EngineEvent) => {
    if (event.type === 'segment.committed') told.set(event.segment.id, event.segment.text)
    if (event.type !== 'segments.revised') return
    for (const id of event.removed) told.delete(id)
    for (const { id, text } of event.segments) told.set(id, text)
  })
  const { id: meetingId } = await client.call('meeting.start', {
    source: { kind: 'file', path: sample('meeting-60s.wav'), pace: 'real', channels: 'mix' },
    title: 'While somebody tries to get in',
    model: 'test-speech-en',
    language: 'en',
    stopAfterSilenceMs: null,
    vocabulary: [],
    finalPass: 'off',
  })
  return {
    async over(): Promise<Row> {
      const stopped = new Promise<void>((resolve) =>
        client.onEvent((event) => event.type === 'meeting.stopped' && resolve()),
      )
      // It may have come to its end by itself.
      await client.call('meeting.stop', { meetingId }).catch(() => {})
      await Promise.race([stopped, wait(20_000)])
      const { segments, tracks } = await client.call('meeting.read', { meetingId })
      client.close()
      const untold = segments.filter(({ id, text }) => told.get(id) !== text)
      const missingMs = tracks
        .flatMap(({ account }) => account?.gaps ?? [])
        .reduce((sum, { lengthMs }) => sum + lengthMs, 0)
      const broken = segments.length === 0 ? ['the meeting has no text'] : []
      if (missingMs > 0) broken.push(`${missingMs} ms of the meeting were not heard`)
      return {
        fault: 'all of this during a meeting: its text on the page',
        tried: segments.length,
        recoveredMs: null,
        lost: { value: untold.length, atMost: 0, unit: 'segments' },
        broken,
      }
    },
  }
}

async function malformed(program: ServedProgram, { long, seed }: Trial): Promise<Row> {
  const before = program.memoryBytes()
  const count = long ? 50_000 : 5_000
  const requests = await malformedRequests(program, count, seed)
  // A socket with some twenty of them is listened to for 60 ms, one after the other.
  const frames = await malformedFrames(program, long ? count : 2_000, seed + 1)
  const broken = [...requests.broken, ...frames.broken]
  if (program.ended()) broken.push(`the program ${program.ended()}`)
  else {
    const grown = Math.round((program.memoryBytes() - before) / 1024 ** 2)
    if (grown > 96) broken.push(`the program grew by ${grown} MB`)
    if (!(await answersOwner(program))) broken.push('the owner is not answered any more')
  }
  if (/\n\s+at /.test(program.said())) broken.push('the program printed a stack')
  if (program.said().includes(program.token)) broken.push('the program printed its token')
  const recovered = program.ended() ? null : await timeToEnter(program)
  return {
    fault: 'malformed requests and frames',
    tried: requests.tried + frames.tried,
    recoveredMs: recovered === null ? null : { value: Math.round(recovered), atMost: 3_000 },
    lost: null,
    broken,
  }
}

/** Asked to serve other computers without encryption, which it must not begin to do. */
async function inTheOpen(): Promise<Row> {
  const hosts = ['0.0.0.0', '::', '192.168.1.10', 'example.org', '127.0.0.1.nip.io']
  const broken: string[] = []
  await using where = await place()
  await Promise.all(
    hosts.map(async (host) => {
      const { code, out, err } = await rtstt(where, 'serve', '--port', '0', '--host', host).ended
      if (code !== 2 || out !== '' || !err.includes('--tls-cert'))
        broken.push(`on ${host} it ended with ${code}: ${err.slice(0, 100)}`)
    }),
  )
  return {
    fault: 'serving other computers in the open',
    tried: hosts.length,
    recoveredMs: null,
    lost: null,
    broken,
  }
}
