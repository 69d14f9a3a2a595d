/** Makes the file of one meeting in any format. */
import type { ExportedFile, ExportFormat, ExportOptions } from '#contract/export.ts'
import type { Transcript } from '#contract/meeting.ts'
import type { RecordedSound } from '../audio/recording.ts'
import { documentInThread, type Watching } from './document-thread.ts'
import { fileName } from './file-name.ts'
import { playerFile } from './player-file.ts'
import { playerPage } from './player-page.ts'
import { longest, playerSound, type SoundCoder, wavCoder } from './player-sound.ts'
import { toExport, type ToExport } from './to-export.ts'
import type { Understood } from './understood.ts'
import { isText, writeText } from './write-text.ts'

const mediaTypes: { readonly [F in ExportFormat]: string } = {
  txt: 'text/plain',
  md: 'text/markdown',
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html',
}

export interface Around extends Watching {
  /** The recording, where there is one to be read. */
  openSound(): Promise<RecordedSound | null>
}

export interface Wish {
  readonly transcript: Transcript
  readonly format: ExportFormat
  readonly options: ExportOptions
  /** Everything that is known besides; null for a text that is not kept. */
  readonly understood: Understood | null
}

/** Hands a meeting on in a format that other programs read. */
export async function writeExport(
  { transcript, format, options, understood }: Wish,
  around: Around,
): Promise<ExportedFile> {
  const { title, startedAt } = transcript
  const name = { fileName: fileName(title, startedAt, format), mediaType: mediaTypes[format] }
  if (isText(format)) {
    const content = writeText(transcript, format, options, understood)
    return { ...name, encoding: 'text', content }
  }
  const wished = toExport(transcript, options, understood)
  if (format === 'html') return { ...name, encoding: 'text', content: await player(wished, around) }
  const bytes = await documentInThread(format, wished, around)
  return { ...name, encoding: 'base64', content: Buffer.from(bytes.buffer).toString('base64') }
}

async function player(wish: ToExport, around: Around): Promise<string> {
  const page = await playerPage()
  if (!wish.options.sound) return playerFile(wish, page, null)
  await using sound = await around.openSound()
  if (!sound || longest(sound) === 0) return playerFile(wish, page, null)
  using coder = (await mp3()) ?? wavCoder(longest(sound))
  return playerFile(wish, page, await playerSound(sound, coder, around))
}

/** Null where the library is not here or cannot; then the sound is written as it is. */
async function mp3(): Promise<SoundCoder | null> {
  const library = await import('../audio/mp3-encoder.native.ts').catch(() => null)
  return library?.mp3Encoder() ?? null
}
