/**
 * What models write of silence and noise because so many films end with it. Only ever a reason to doubt: people say
 * some of these too, so sound without voice must stand beside it.
 */
const phrases = new Set(
  [
    'thank you for watching',
    'thanks for watching',
    'thank you so much for watching',
    'thanks for watching and see you next time',
    'please subscribe',
    'please subscribe to my channel',
    'like and subscribe',
    "don't forget to subscribe",
    'see you in the next video',
    'see you next time',
    'subtitles by the amara.org community',
    'subtitles by',
    'transcription by castingwords',
    'captions by',
    'thank you',
    'thanks',
    'you',
    'bye',
    'bye bye',
    'the end',
    'sottotitoli creati dalla comunità amara.org',
    'sottotitoli e revisione a cura di qtss',
    'sottotitoli a cura di qtss',
    'grazie per aver guardato il video',
    'grazie a tutti',
    'grazie',
    'iscrivetevi al canale',
    'al prossimo video',
    'untertitel der amara.org-community',
    'untertitelung des zdf',
    'vielen dank',
    'sous-titres réalisés par la communauté d’amara.org',
    "sous-titres réalisés par la communauté d'amara.org",
    'merci d’avoir regardé cette vidéo',
    'subtítulos realizados por la comunidad de amara.org',
    'gracias por ver el video',
  ].map(plain),
)

export function isMediaPhrase(text: string): boolean {
  return phrases.has(plain(text))
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’.\s-]/gu, '')
    .replace(/[.\s]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
}
