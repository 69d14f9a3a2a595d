/**
 * What a language model noted, held against the lines that it cites. An owner or a day that they do not bear out is taken
 * away; what they do not say at all is not shown.
 */
import { citationOf } from '../evidence/citation-of.ts'
import { z } from 'zod'
import type { Due } from '#contract/insight.ts'
import type { Segment } from '#contract/transcript.ts'
import { unsupported } from '../evidence/check-support.ts'
import type { Finding } from './finding.ts'
import type { PromptLine } from './insight-prompt.ts'
import { isStopWord } from '../language/stop-words.ts'
import { comparableWords, stem, stems } from './likeness.ts'

const text = z.string().trim().min(1).max(1000)
const lines = z.array(z.int())
const cited = { text, lines }
const named = z.string().trim().max(200).nullable()

/** A reply in the shape of `noteSchema`. */
export const Notes = z.object({
  actions: z.array(z.object({ ...cited, owner: named, due: named })),
  decisions: z.array(z.object(cited)),
  questions: z.array(z.object({ ...cited, answer: z.object(cited).nullable() })),
})
export type Notes = z.infer<typeof Notes>

export interface Checked {
  readonly findings: readonly Finding[]
  /** Items, owners, days and answers that the text does not bear out. */
  readonly dropped: number
}

/** The day that words such as "by Friday" mean, or null. */
export type ResolveDue = (words: string, saidIn: Segment) => Due['date']

export function checkNotes(
  notes: Notes,
  portion: readonly PromptLine[],
  resolve: ResolveDue,
): Checked {
  const byNumber = new Map(portion.map(({ number, segment }) => [number, segment]))
  let dropped = 0
  const drop = (): null => {
    dropped += 1
    return null
  }
  const ground = (claim: { readonly text: string; readonly lines: readonly number[] }) => {
    const found = new Set(claim.lines.flatMap((number) => byNumber.get(number) ?? []))
    const segments = [...found].toSorted((a, b) => a.startMs - b.startMs)
    return segments.length > 0 && bears(segments, claim.text) ? segments : drop()
  }
  const findings: Finding[] = []
  for (const { owner, due, ...claim } of notes.actions) {
    const segments = ground(claim)
    if (!segments) continue
    const who = owner ? (ownerIn(owner, segments) ?? drop()) : null
    const when = due ? (dueIn(due, segments, resolve) ?? drop()) : null
    const common = { text: claim.text, citations: segments.map(citationOf) }
    findings.push({ kind: 'action', ...common, owner: who, due: when, done: false })
  }
  for (const claim of notes.decisions) {
    const segments = ground(claim)
    if (!segments) continue
    const citations = segments.map(citationOf)
    findings.push({ kind: 'decision', text: claim.text, citations, changes: null })
  }
  for (const { answer, ...claim } of notes.questions) {
    const segments = ground(claim)
    if (!segments) continue
    const answered = answer && ground(answer)
    findings.push({
      kind: 'question',
      text: claim.text,
      citations: segments.map(citationOf),
      answer:
        answer && answered ? { text: answer.text, citations: answered.map(citationOf) } : null,
    })
  }
  return { findings, dropped }
}

/** The same for what was noted before, when its text was changed: null where it is not borne out any more. */
export function stillSupported(
  finding: Finding,
  segments: readonly Segment[],
): { readonly finding: Finding | null; readonly dropped: number } {
  if (!('text' in finding)) return { finding, dropped: 0 }
  if (segments.length === 0 || !bears(segments, finding.text)) return { finding: null, dropped: 1 }
  if (finding.kind !== 'action') return { finding, dropped: 0 }
  const owner = finding.owner && ownerIn(finding.owner, segments)
  const due = finding.due && says(segments, finding.due.text) ? finding.due : null
  const dropped = Number(owner !== finding.owner) + Number(due !== finding.due)
  return { finding: { ...finding, owner, due }, dropped }
}

/** Every name, number and day of the claim was said or said by, and it is about the same at all. */
function bears(segments: readonly Segment[], claim: string): boolean {
  const texts = segments.flatMap(({ text, speaker }) => (speaker ? [text, speaker] : [text]))
  if (unsupported(claim, texts).length > 0) return false
  const said = stems(texts.join(' '))
  return telling(claim).some((word) => said.has(stem(word)))
}

/** Its words that say something by themselves. */
function telling(claim: string): string[] {
  const words = claim.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !isStopWord(word, 'en') && !isStopWord(word, 'it'))
}

/** Who of the cited lines it is: a speaker, a name that was said, or `me`. */
function ownerIn(owner: string, segments: readonly Segment[]): string | null {
  const wanted = owner.toLowerCase()
  const speaker = segments.find((segment) => segment.speaker?.toLowerCase() === wanted)
  if (speaker) return speaker.speaker
  if (['me', 'i', 'io', 'myself'].includes(wanted))
    return segments.some(({ track }) => track === 'me') ? 'me' : null
  if (nobody.has(wanted)) return null
  return says(segments, owner) ? owner : null
}

/** Words that name nobody. */
const nobody = new Set(
  'them mix speaker we us you they he she it everyone everybody somebody someone nobody noi voi loro lui lei tu'.split(
    ' ',
  ),
)

function dueIn(due: string, segments: readonly Segment[], resolve: ResolveDue): Due | null {
  const segment = segments.find((one) => says([one], due))
  return segment ? { text: due, date: resolve(due, segment) } : null
}

/** Whether these very words were said one after the other. */
function says(segments: readonly Segment[], words: string): boolean {
  const wanted = wordsOf(words)
  return wanted !== '  ' && segments.some(({ text }) => wordsOf(text).includes(wanted))
}

function wordsOf(words: string): string {
  return ` ${comparableWords(words).join(' ')} `
}
