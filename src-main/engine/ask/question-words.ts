/** What words of a question ask for, in English and Italian, by their stems: who, when, how much, and of what kind. */
import type { RuleLanguage } from '../language/rule-language.ts'

/** Talk about talking: every meeting is full of it, so it bears out nothing. */
export const aboutTalk: Record<RuleLanguage, readonly string[]> = {
  en: words(`say said says tell told tells mention mentioned talk talked talking discuss discussed speak spoke spoken
    happen happened meeting meetings anyone anybody somebody someone everyone people thing things please know
    when where what which who whom whose how why many much long made make about`),
  it: words(`dire dice disse detto dicono parlare parla parlato parlano menzionato discusso discutere successo riunione
    riunioni qualcuno persone cosa cose sai sapere incontro quando dove quale quali chi come perché quanto quanti quanta quante`),
}

/** What was undertaken, or settled: found as such, or said in words such as these. */
export const kindWords: Record<RuleLanguage, Record<'action' | 'decision', readonly string[]>> = {
  en: {
    action: words(
      `promise promised promises commit committed task tasks action actions todo assigned`,
    ),
    decision: words(
      `decide decided decides decision decisions agree agreed agreement conclude concluded`,
    ),
  },
  it: {
    action: words(
      `promesso promette promettere impegnato impegni compito compiti azioni incarico incarichi`,
    ),
    decision: words(`deciso decide decidere decisione decisioni concordato accordo stabilito`),
  },
}

/** How people undertake and settle something. */
export const kindMarks: Record<'action' | 'decision', RegExp> = {
  action:
    /\b(i'll|i will|we'll|we will|will|going to|i can|let me|promise[sd]?|mi occupo|ci penso|lo faccio|farò|manderò|invierò|preparerò|scriverò|\p{L}+(?:erò|irò|arò|eremo|iremo|erà|irà))(?!\p{L})/iu,
  decision:
    /\b(decided?|decision|agreed?|let's|we'll|we will|go with|settled|deciso|decisione|d'accordo|concordato|stabilito|scegliamo|andiamo con)(?!\p{L})/iu,
}

export type Wanted = 'person' | 'date' | 'number'

export const wantedMarks: ReadonlyArray<readonly [Wanted, RegExp]> = [
  [
    'number',
    /\b(how (?:much|many|long|often|big)|what (?:number|price|cost|percentage)|quant[oiae]|che (?:prezzo|cifra|percentuale))\b/iu,
  ],
  [
    'date',
    /\b(when|what (?:day|date|time)|which (?:day|date)|by when|quando|che (?:giorno|data|ora)|entro quando|quale (?:giorno|data))\b/iu,
  ],
  ['person', /\b(who|whom|whose|chi)\b/iu],
]

function words(text: string): readonly string[] {
  return text.split(/\s+/u)
}
