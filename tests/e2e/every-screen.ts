/** Every screen with something believable on it, for pictures and for rules that hold everywhere. */
import type { ComputerMeasure, PerformanceSample } from '#contract/performance.ts'
import { aHearing, aMeeting, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { summarised, understoodMeeting } from './understood-meeting.ts'

export interface Place {
  readonly name: 'welcome' | 'live' | 'library' | 'meeting' | 'settings' | 'performance'
  readonly hash: string
}

const hour = 3_600_000
const titles = ['Budget review', 'Sprint review', 'Interview for the new post', 'Workshop room']

/** Fills the engine, and answers where its screens are; `live`: a meeting is under way. */
export function everyScreen(engine: ScriptedEngine, live = false): readonly Place[] {
  const understood = understoodMeeting(engine, { title: 'Server and budget' })
  summarised(engine, understood)
  for (const [index, title] of titles.entries()) {
    const startedAt = new Date(Date.now() - (index + 1) * 20 * hour).toISOString()
    engine.keep(aMeeting({ title, startedAt, durationMs: (index + 2) * 700_000 }), [
      aSegment('them', 3_000, 'Good morning. Shall we begin?'),
    ])
  }
  Object.assign(engine.script, {
    'computer.read': async () => measured,
    'performance.read': async () => samples(),
  })
  if (live) beLive(engine)
  return [
    { name: 'welcome', hash: '#/welcome' },
    ...(live ? [{ name: 'live', hash: '#/live' } as const] : []),
    { name: 'library', hash: '#/' },
    { name: 'meeting', hash: `#/meeting/${understood.meeting.id}` },
    { name: 'settings', hash: '#/settings/appearance' },
    { name: 'performance', hash: '#/performance' },
  ]
}

function beLive(engine: ScriptedEngine): void {
  const startedAt = new Date(Date.now() - 125_000).toISOString()
  const said = [
    ['them', 'Shall we begin with the budget for the second quarter?'],
    ['me', 'Yes. We are over by four percent, mostly because of the move.'],
    ['them', 'Then somebody writes the new plan until Friday.'],
    ['me', 'I take that, and send it round before lunch.'],
  ] as const
  const live = engine.keep(
    aMeeting({ title: 'Weekly planning', state: 'live', durationMs: 0, startedAt }),
    said.map(([track, text], index) => aSegment(track, 4_000 + index * 22_000, text)),
  )
  engine.hear(aHearing(live.id))
}

const measured: ComputerMeasure = {
  measuredAt: '2026-03-05T10:00:00.000Z',
  processor: 'A processor with eight cores',
  cores: 8,
  memoryBytes: 16 * 2 ** 30,
  clipMs: 10_000,
  models: [
    {
      modelId: 'test-speech-en',
      backend: 'cpu',
      backendName: 'Processor',
      speed: 42,
      lookMs: { median: 60, longest: 110 },
      wordErrors: 0,
      memoryBytes: 180 * 2 ** 20,
      problem: null,
    },
  ],
  foreseen: [{ modelId: 'base-q5_1', backend: 'cpu', speed: 9 }],
  recommended: 'base-q5_1',
}

function samples(): PerformanceSample[] {
  return Array.from({ length: 60 }, (_, index) => ({
    at: new Date(Date.now() - (60 - index) * 10_000).toISOString(),
    spanMs: 10_000,
    meetingId: null,
    lagMs: 700 + 200 * Math.sin(index / 4),
    lookMs: { median: 120 + 10 * Math.sin(index), longest: 240 + 30 * Math.cos(index) },
    decoding: 0.4 + 0.1 * Math.sin(index / 3),
    processes: [
      { name: 'engine', cpu: 0.08, memoryBytes: 120_000_000 },
      { name: 'recognition', cpu: 1.2 + 0.3 * Math.sin(index / 5), memoryBytes: 420_000_000 },
    ],
    gpu: null,
    tokensPerSecond: null,
  }))
}
