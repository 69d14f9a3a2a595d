import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Transcript } from '#contract/meeting.ts'
import { UnderstoodTranscript } from '#contract/understood-transcript.ts'
import { sample } from './real-engine.ts'
import { rtstt } from './run-rtstt.ts'

describe('rtstt transcribe', () => {
  it('prints what was said and nothing else', async () => {
    await using program = await rtstt()
    const { code, out } = await program.run('transcribe', sample('decision.wav'), '--format', 'srt')
    expect(code).toBe(0)
    expect(out).toMatch(/^1\n00:00:0\d,\d{3} --> 00:00:0\d,\d{3}\n[\s\S]*pilot project/)
  })

  it('prints JSON in the shape of the contract, with exactly its keys', async () => {
    await using program = await rtstt()
    const { out } = await program.run(
      'transcribe',
      sample('question.wav'),
      '--json',
      '--title',
      'Q',
    )
    const meeting = JSON.parse(out) as Record<string, unknown>
    expect(Object.keys(meeting)).toEqual([
      'id',
      'title',
      'startedAt',
      'durationMs',
      'language',
      'model',
      'tracks',
      'segments',
    ])
    expect(Transcript.parse(meeting)).toMatchObject({ title: 'Q', tracks: [{ name: 'mix' }] })
    const shown = await program.run('show', 'last', '--format', 'json')
    const kept = UnderstoodTranscript.parse(JSON.parse(shown.out))
    expect(kept).toMatchObject(meeting)
    expect(kept.insights?.insights.map(({ kind }) => kind)).toContain('question')
  })

  it('writes one file per input and tells where', async () => {
    await using program = await rtstt()
    const folder = join(program.data, 'texts')
    const files = [sample('question.wav'), sample('decision.wav')]
    const { code, out } = await program.run(
      'transcribe',
      ...files,
      '--out',
      folder,
      '--format',
      'md',
    )
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toEqual([
      join(folder, 'question.md'),
      join(folder, 'decision.md'),
    ])
    expect(readFileSync(join(folder, 'decision.md'), 'utf8')).toContain('pilot project')
  })

  it('replaces a text only where it is told to', async () => {
    await using program = await rtstt()
    const path = join(program.data, 'question.txt')
    writeFileSync(path, 'mine')
    const asked = ['transcribe', sample('question.wav'), '--out', program.data] as const
    const { code, err } = await program.run(...asked)
    expect(code).toBe(2)
    expect(err).toContain('--force')
    expect(readFileSync(path, 'utf8')).toBe('mine')
    expect((await program.run('meetings', 'list')).out).toBe('')
    expect((await program.run(...asked, '--force')).code).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain('Did Omar help')
  })

  it.skipIf(process.platform !== 'linux')(
    'says so when its texts cannot be written, and keeps the meeting',
    async () => {
      await using program = await rtstt()
      const { code, err } = await program.run(
        ...['transcribe', sample('question.wav'), '--out', '/proc/nowhere'],
      )
      expect(code).toBe(1)
      expect(err).toContain('could not be written')
      expect((await program.run('show', 'last')).out).toContain('Did Omar help the supplier?')
    },
  )

  it('reads the other files when one cannot be read', async () => {
    await using program = await rtstt()
    const broken = join(program.data, 'notes.wav')
    writeFileSync(broken, 'these are only words')
    const { code, out, err } = await program.run('transcribe', broken, sample('question.wav'))
    expect(code).toBe(1)
    expect(err).toContain('notes.wav')
    expect(out).toContain('Did Omar help the supplier?')
  })

  it('keeps what it has read when it is interrupted, and finishes it later', async () => {
    await using program = await rtstt()
    const running = program.start('transcribe', sample('meeting-60s.wav'))
    await expect
      .poll(() => existsSync(join(program.data, 'recordings')), { interval: 10 })
      .toBe(true)
    running.process.kill('SIGINT')
    const { code } = await running.finished
    expect(code).toBe(130)
    const list = await program.run('meetings', 'list', '--json')
    expect(JSON.parse(list.out)).toMatchObject([{ state: 'interrupted' }])
    expect((await program.run('meetings', 'finish', 'last')).code).toBe(0)
    const { out } = await program.run('show', 'last', '--json')
    expect(UnderstoodTranscript.parse(JSON.parse(out)).segments).toHaveLength(20)
  })
})

describe('rtstt record', () => {
  it('prints every event as a line of JSON', async () => {
    await using program = await rtstt()
    const source = `file:${sample('four-sentences.wav')}`
    const { code, out } = await program.run(
      'record',
      '--source',
      source,
      '--pace',
      'fast',
      '--events',
    )
    const types = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type)
    expect(code).toBe(0)
    expect(types[0]).toBe('meeting.started')
    // What follows the end is what is made of the text, and what is measured.
    expect(types.findLast((type) => type.startsWith('meeting.'))).toBe('meeting.stopped')
    expect(out).toContain('"reason":"ended"')
    expect(types).toContain('refining.changed')
    expect(types).toContain('summary.changed')
    expect(types.filter((type) => type === 'segment.committed')).toHaveLength(4)
  })

  it('goes on recording when nobody reads its text any more', async () => {
    await using program = await rtstt()
    const source = `file:${sample('four-sentences.wav')}`
    const running = program.start('record', '--source', source, '--pace', 'fast')
    running.process.stdout?.destroy()
    expect((await running.finished).code).toBe(0)
    const { out } = await program.run('show', 'last', '--json')
    expect(UnderstoodTranscript.parse(JSON.parse(out)).segments).toHaveLength(4)
  })

  it('shows and keeps every meeting when the recording of one is gone', async () => {
    await using program = await rtstt()
    const running = program.start('record', '--source', `file:${sample('meeting-60s.wav')}`)
    await running.seen(/Good morning/)
    running.process.kill('SIGKILL')
    await running.finished
    rmSync(join(program.data, 'recordings'), { recursive: true })
    expect((await program.run('meetings', 'list')).out).toContain('(interrupted)')
    const { code, err } = await program.run('meetings', 'finish', 'last')
    expect(code).toBe(1)
    expect(err).toContain('is gone')
  })

  it('stops after the time it was given', async () => {
    await using program = await rtstt()
    const source = `file:${sample('meeting-60s.wav')}`
    const { code } = await program.run(
      'record',
      '--source',
      source,
      '--for',
      '3s',
      '--title',
      'Short',
    )
    expect(code).toBe(0)
    const { out } = await program.run('meetings', 'list', '--json')
    const [meeting] = JSON.parse(out) as Array<{ title: string; durationMs: number; state: string }>
    expect(meeting).toMatchObject({ title: 'Short', state: 'done' })
    // Of a minute; how late a busy machine stops is not the point.
    expect(meeting?.durationMs).toBeLessThan(40_000)
  })

  it('keeps what was heard when it is interrupted', async () => {
    await using program = await rtstt()
    const running = program.start('record', '--source', `file:${sample('meeting-60s.wav')}`)
    await running.seen(/Good morning everyone/)
    running.process.kill('SIGINT')
    expect((await running.finished).code).toBe(130)
    const { out } = await program.run('show', 'last')
    expect(out).toContain('Good morning everyone')
  })

  it('keeps all text up to a kill, once, and finishes the rest from the recording', async () => {
    await using program = await rtstt()
    const running = program.start('record', '--source', `file:${sample('meeting-60s.wav')}`)
    await running.seen(/We decided to start/)
    running.process.kill('SIGKILL')
    const { out: seen } = await running.finished
    const told = await program.run('meetings', 'finish', 'last')
    expect(told.err).toContain('was interrupted')
    expect(told.code).toBe(0)
    const { out } = await program.run('show', 'last', '--json')
    const text = UnderstoodTranscript.parse(JSON.parse(out)).segments.map((segment) => segment.text)
    for (const line of seen.trim().split('\n'))
      expect(text).toContain(line.replace(/^\[[\d:]+\] /, ''))
    expect(new Set(text).size).toBe(text.length)
  })

  it('says so when it cannot hear what it was asked to, and keeps nothing', async () => {
    await using program = await rtstt()
    // Whether this computer has no such microphone, or no sound at all.
    const { code, err } = await program.run('record', '--microphone', 'nobody’s')
    expect(code).toBe(1)
    expect(err.trim()).toMatch(/\.$|rtstt devices$/)
    expect((await program.run('meetings', 'list')).out).toBe('')
  })

  it('is done with a file that is cut short, and says so', async () => {
    await using program = await rtstt()
    const path = join(program.data, 'cut.wav')
    const whole = readFileSync(sample('four-sentences.wav'))
    writeFileSync(path, whole.subarray(0, whole.length * 0.7))
    const { code, err } = await program.run('record', '--source', `file:${path}`, '--pace', 'fast')
    expect(code).toBe(0)
    expect(err).toContain('Warning: The sound ended before it should have')
  })

  it('ends with what was captured', async () => {
    await using program = await rtstt()
    const source = `file:${sample('question.wav')}`
    const { code, err } = await program.run('record', '--source', source, '--pace', 'fast')
    expect(code).toBe(0)
    expect(err).toMatch(/Sound: captured 100 %\nKept as [-0-9a-f]+\./)
    const { out } = await program.run('show', 'last', '--json')
    expect(UnderstoodTranscript.parse(JSON.parse(out)).tracks[0]?.account?.captured).toBe(1)
  })
})
