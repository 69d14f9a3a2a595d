/** Meetings with planted items, the same in every run: what the rules are measured on. */
import { chance as chanceFrom } from '../sounds/random.ts'
import { type Bank, meetingKinds } from './bank.ts'
import { shuffled } from './deck.ts'
import type { Label, LabelledMeeting } from './labels.ts'
import { recognise, type Voice } from './recognise.ts'
import { type Noted, type ScriptLine, scriptWriter } from './write-script.ts'

/** Reported with the figures: another seed gives other meetings. */
export const meetingSeed = 20261128
const meetingsOfEachLanguage = 8
const dayMs = 86_400_000
const hourMs = 3_600_000
/** How far the clocks of these people are from UTC. */
const offsetMinutes = 60

/** Meetings in English and Italian, of 20 to 60 minutes and 2 to 6 people. */
export function generateMeetings(bank: Bank, seed = meetingSeed): LabelledMeeting[] {
  return (['en', 'it'] as const).flatMap((language) => {
    const chance = chanceFrom(seed + (bank.name === 'open' ? 0 : 1) + (language === 'en' ? 0 : 2))
    const write = scriptWriter(bank, language, chance)
    const { phrases, subjects } = bank.languages[language]
    return Array.from({ length: meetingsOfEachLanguage }, (_, at) => {
      const kind = meetingKinds[at % meetingKinds.length] ?? 'review'
      const minutes = kind === 'stand-up' ? 20 : Math.round(chance.between(22, 60))
      const count = kind === 'interview' ? 2 : Math.round(chance.between(2, 6))
      const people = shuffled(phrases.people, chance).slice(0, count)
      const today = Date.UTC(2026, 2, 2) + at * 8 * dayMs
      const weekday = new Date(today).getUTCDay()
      const day = weekday === 0 ? today + dayMs : weekday === 6 ? today + 2 * dayMs : today
      const talkedAbout = shuffled(subjects, chance).slice(0, Math.max(2, Math.round(minutes / 9)))
      const script = write({
        kind,
        language,
        people,
        subjects: talkedAbout,
        lengthMs: minutes * 60_000,
        today: day,
      })
      const voices = voicesOf(people, at)
      const heard = recognise(script, { voices, phrases, language, names: phrases.people, chance })
      const startedAtMs = day + 9 * hourMs
      return {
        name: `${bank.name} ${language} ${at + 1}`,
        bank: bank.name,
        language,
        kind,
        spoken: { segments: heard.segments, language, startedAtMs, offsetMinutes },
        labels: labelsOf(script, heard.placed, { people, voices }),
        turningsMs: script.flatMap(({ turning }, line) => {
          const [id] = heard.placed[line] ?? []
          const segment = heard.segments.find((each) => each.id === id)
          return turning && segment ? [segment.startMs] : []
        }),
        subjects: talkedAbout.map(({ nouns }) => nouns),
        durationMs: heard.segments.at(-1)?.endMs ?? 0,
      }
    })
  })
}

/** Two tracks or one, with voices told apart or not. The first person sits at this computer where there are two. */
function voicesOf(people: readonly string[], at: number): Voice[] {
  const apart = at % 2 === 0
  const twoTracks = at % 4 < 3
  return people.map((name, person) => {
    if (twoTracks && person === 0) return { track: 'me', speaker: null }
    return { track: twoTracks ? 'them' : 'mix', speaker: apart ? name : null }
  })
}

interface Company {
  readonly people: readonly string[]
  readonly voices: readonly Voice[]
}

function labelsOf(
  script: readonly ScriptLine[],
  placed: readonly (readonly Label['segmentIds'][number][])[],
  company: Company,
): Label[] {
  const found = new Map<Noted, { segmentIds: Label['segmentIds'][number][]; said: string[] }>()
  for (const [at, { noted, text }] of script.entries())
    for (const each of noted) {
      const label = found.get(each) ?? { segmentIds: [], said: [] }
      label.segmentIds.push(...(placed[at] ?? []))
      label.said.push(text)
      found.set(each, label)
    }
  return Array.from(found, ([{ kind, sure, owner, due, answered }, { segmentIds, said }]) => ({
    kind,
    sure,
    segmentIds,
    said: said.join(' / '),
    owners: ownersOf(owner, company),
    due,
    answered,
  }))
}

/** By which names an owner may go: as it was said, as the voice is marked, or `me`. */
function ownersOf(owner: Noted['owner'], { people, voices }: Company): (string | null)[] {
  if (!owner) return [null]
  const voice = voices[owner.person]
  const names = [
    ...(owner.named ? [people[owner.person]] : []),
    ...(voice?.speaker ? [voice.speaker] : []),
    ...(voice?.track === 'me' ? ['me'] : []),
  ].filter((name) => name !== undefined)
  return names.length > 0 ? [...new Set(names)] : [null]
}
