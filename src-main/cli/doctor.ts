import type { Damage } from '#contract/backup.ts'
import { roomInWords, usualBytesPerMs } from '#contract/disk-room.ts'
import type { SystemReport } from '#contract/system.ts'
import type { Context } from './context.ts'
import { damageLines } from './damage-lines.ts'
import { exitCodes } from './exit-codes.ts'
import { byteSize } from './progress.ts'
import { protectionLines } from './protection.ts'

export interface DoctorOptions {
  readonly probe?: boolean
}

/** Says what works here, having tried it. */
export async function doctor({ probe }: DoctorOptions, context: Context): Promise<number> {
  await using engine = await context.openEngine(probe ? 'write' : 'read')
  if (probe) {
    context.terminal.status('Trying where models can run …')
    await engine.api['backend.probe']({ again: true })
    context.terminal.status(null)
  }
  context.terminal.status('Trying what works here …')
  const report = await engine.api['system.describe']({})
  const keys = await engine.api['keys.describe']({})
  const damage = await engine.api['damage.read']({})
  context.terminal.status(null)
  if (context.json) context.terminal.result(JSON.stringify({ ...report, keys, damage }, null, 2))
  else {
    for (const [name, value] of [...linesOf(report), ...databaseLines(damage)])
      context.terminal.result(`${name.padEnd(14)}${value}`)
    for (const line of protectionLines(keys)) context.terminal.result(line)
  }
  if (!context.json && damage.repair) await engine.api['damage.dismiss']({})
  return report.recognition.available ? exitCodes.done : exitCodes.failed
}

function linesOf(report: SystemReport): ReadonlyArray<readonly [string, string]> {
  const { versions, recognition, language, audio, models, data } = report
  const { whisper, ggml, sqlite } = versions
  const gpus = recognition.devices.filter(({ type }) => type !== 'cpu')
  return [
    ['RTSTT', `${versions.rtstt} on Node ${versions.node}, ${versions.platform}`],
    ['Libraries', `whisper.cpp ${whisper ?? '-'}, ggml ${ggml ?? '-'}, SQLite ${sqlite}`],
    ['Recognition', recognition.problem ?? 'works'],
    ['CPU level', recognition.cpuLevel ?? '-'],
    ['GPU', gpus.map(({ description }) => description).join(', ') || 'none found'],
    ...recognition.backends.map((backend) => ['Back end', backendLine(backend)] as const),
    ['In use', recognition.backendInUse ?? '-'],
    ['Model', models.chosen ?? 'none'],
    ['Language', language.problem ?? `works, with ${language.library ?? '-'}`],
    ...(language.model ? [['Writes', loadedLine(language.model)] as const] : []),
    ...(language.embedding ? [['Finds meaning', loadedLine(language.embedding)] as const] : []),
    ['Models here', models.present.join(', ') || 'none'],
    ['Sound', audio.problem ?? audio.backend ?? '-'],
    [
      'Data',
      `${data.path} (${data.writable ? 'writable' : 'read-only'}, ${data.meetings} meetings)`,
    ],
    ['Free space', freeLine(data.freeBytes)],
  ]
}

function freeLine(freeBytes: number | null): string {
  if (freeBytes === null) return 'not told by this disk'
  return `${byteSize(freeBytes)}, room for ${roomInWords(freeBytes / usualBytesPerMs)} of meetings`
}

function databaseLines(damage: Damage): ReadonlyArray<readonly [string, string]> {
  const lines = damageLines(damage)
  return lines.length === 0
    ? [['Database', 'whole']]
    : lines.map((line, index) => [index === 0 ? 'Database' : '', line])
}

type Loaded = NonNullable<SystemReport['language']['model']>

function loadedLine(model: Loaded): string {
  const { id, backend, gpuLayers, layers, contextTokens } = model
  const speeds = [
    model.promptTokensPerSecond && `reads ${Math.round(model.promptTokensPerSecond)}`,
    model.tokensPerSecond && `writes ${Number(model.tokensPerSecond.toPrecision(2))}`,
  ].filter((speed) => speed !== null && speed !== 0)
  const speed = speeds.length === 0 ? '' : `, ${speeds.join(', ')} tokens a second`
  return `${id} on ${backend}, ${gpuLayers} of ${layers} layers on the graphics card, context of ${contextTokens} tokens${speed}`
}

type Backend = SystemReport['recognition']['backends'][number]

function backendLine({ id, name, state, reason, speed, inUse }: Backend): string {
  const measured =
    speed === null || id === 'cpu'
      ? ''
      : `, ${Number(speed.toPrecision(2))} times as fast as the processor`
  const verdict = {
    usable: `usable${measured}`,
    disabled: 'disabled',
    unprobed: 'not tried yet: rtstt doctor --probe',
  }[state]
  return `${name} [${id}]: ${verdict}${reason === null ? '' : `. ${reason}`}${inUse ? ' (in use)' : ''}`
}
