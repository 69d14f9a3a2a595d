import type { PlayerManifest } from './player/content.ts'
import { asciiJson, framed, type Parts, sha256, textIn } from './player-frame.ts'
import type { PlayerPage } from './player-page.ts'
import { playerContent } from './player-content.ts'
import type { PlayerSound } from './player-sound.ts'
import type { ToExport } from './to-export.ts'
import { wordsIn } from './words.ts'

/** One file that holds a meeting, what shows it, and hashes of both; it needs no network and no other file. */
export function playerFile(wish: ToExport, page: PlayerPage, sound: PlayerSound | null): string {
  const about = sound && { mediaType: sound.mediaType, leadMs: sound.leadMs }
  const content = playerContent(wish, about)
  const text = asciiJson(content)
  const { language } = wish.options
  const parts: Parts = {
    title: content.title,
    language,
    plea: wordsIn[language].plea,
    text,
    sound: sound?.pieces ?? [],
    ...page,
  }
  const manifest: PlayerManifest = {
    format: 'rtstt-player',
    version: 1,
    parts: {
      text: sha256(text),
      sound: sound?.sha256 ?? sha256(''),
      script: sha256(page.script),
      style: sha256(page.style),
      frame: sha256(textIn(framed(parts, ''), null)),
    },
  }
  return framed(parts, asciiJson(manifest))
    .map((piece) => piece.text)
    .join('')
}
