import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { usualOptions } from '#contract/export.ts'
import { ExportId } from '#contract/ids.ts'
import { realEngine, sample } from './real-engine.ts'
import { rtstt } from './run-rtstt.ts'
import { wholeExport } from './whole-export.ts'

describe('rtstt export', () => {
  it('writes a player that verifies, and tells when it was changed', async () => {
    await using program = await rtstt()
    await program.run('transcribe', sample('decision.wav'), '--title', 'Pilot')
    const made = await program.run('export', 'last', '--format', 'html', '--output', program.data)
    expect(made).toMatchObject({ code: 0, err: '' })
    const path = made.out.trim()
    expect(path).toMatch(/ Pilot\.html$/)
    const intact = await program.run('verify', path)
    expect(intact.code).toBe(0)
    expect(intact.out).toMatch(/^text +intact .*\nsound +intact /)
    const file = await readFile(path, 'latin1')
    await writeFile(path, file.replace('pilot', 'pilOt'), 'latin1')
    const changed = await program.run('verify', path)
    expect(changed.code).toBe(1)
    expect(changed.out).toMatch(/^text +changed /)
  })

  it('writes the sound of a meeting, whole and bit by bit, to a WAV file', async () => {
    await using program = await rtstt()
    await program.run('transcribe', sample('meeting-60s.wav'))
    const path = join(program.data, 'out.wav')
    const made = await program.run('sound', 'last', '--output', path)
    expect(made).toMatchObject({ code: 0, out: `${path}\n`, err: '' })
    const [given, found] = await Promise.all([readFile(sample('meeting-60s.wav')), readFile(path)])
    expect(found.subarray(44).equals(given.subarray(44))).toBe(true)
    expect(found.readUInt32LE(40)).toBe(found.length - 44)
    expect(found.readUInt32LE(4)).toBe(found.length - 8)
    const again = await program.run('sound', 'last', '--output', path)
    expect(again.err).toContain('is there already')
    const none = await program.run('sound', 'last', '--track', 'left')
    expect(none.err).toContain('A track is me, them or mix.')
  })

  it('replaces nothing unless it is told to, and leaves out what is not wanted', async () => {
    await using program = await rtstt()
    await program.run('transcribe', sample('decision.wav'))
    const path = join(program.data, 'a.md')
    const without = ['--no-times', '--no-summary', '--no-insights']
    const wish = ['export', 'last', '--output', path, ...without]
    expect(await program.run(...wish)).toMatchObject({ code: 0 })
    expect(await readFile(path, 'utf8')).not.toMatch(/`00:|##/)
    const again = await program.run(...wish)
    expect(again.code).toBe(2)
    expect(again.err).toContain('is there already')
    expect(await program.run(...wish, '--force')).toMatchObject({ code: 0 })
  })

  it('prints no pages, and says how to get them', async () => {
    await using program = await rtstt()
    const { code, err } = await program.run('show', 'last', '--format', 'pdf')
    expect({ code, err }).toEqual({
      code: 2,
      err: 'pdf cannot be printed. Write it to a file: rtstt export last --format pdf\n',
    })
  })
})

it('packs many meetings into one archive, without two of one name', async () => {
  await using engine = await realEngine()
  const meetingIds = await Promise.all([keep(), keep()])
  async function keep() {
    const path = sample('decision.wav')
    const usual = { model: null, language: 'en', channels: 'mix', vocabulary: [] } as const
    const wish = { ...usual, path, title: 'Pilot', keep: true }
    return (await engine.api['meeting.transcribe'](wish)).id
  }
  const exportId = ExportId.parse(crypto.randomUUID())
  const options = usualOptions('txt')
  const file = await engine.api['meetings.export']({ exportId, meetingIds, format: 'txt', options })
  expect(file).toMatchObject({ fileName: 'RTSTT txt.zip', encoding: 'base64' })
  const names = Object.keys(unzipSync(Buffer.from(file.content, 'base64')))
  expect(names.map((name) => name.slice(11))).toEqual(['Pilot.txt', 'Pilot (2).txt'])

  const [meetingId] = meetingIds
  if (!meetingId) throw new Error('Nothing was kept.')
  const wish = wholeExport(meetingId, 'html')
  const making = engine.api['meeting.export'](wish)
  await engine.api['export.cancel'](wish)
  await expect(making).rejects.toMatchObject({ code: 'cancelled' })

  // Without its recording the player has the text alone.
  await rm(join(engine.data, 'recordings', meetingId), { recursive: true, force: true })
  const silent = await engine.api['meeting.export'](wholeExport(meetingId, 'html'))
  expect(silent.content).toContain('"sound":null')
})
