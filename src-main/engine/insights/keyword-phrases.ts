/** Runs of words that may be keywords: what stands between stop words and marks (Rose et al. 2010, RAKE). */
import type { RuleLanguage } from '#engine/language/rule-language.ts'
import { isStopWord } from '#engine/language/stop-words.ts'
import { stemOf } from '#engine/language/stems.ts'
import type { WordAt } from '#engine/language/words.ts'

export interface Phrase {
  /** The stems of its words, with a space between. */
  readonly key: string
  readonly text: string
  readonly words: number
}

const longest = 3
/** Of every talk: words that are no subject of it. */
const idle = {
  en: new Set(
    `yeah okay ok yep yup nope hey hello hi bye thanks thank please sorry welcome right good great nice fine sure true maybe
    perhaps actually basically literally honestly obviously probably definitely absolutely exactly totally really pretty
    thing things stuff something anything everything nothing someone somebody anyone anybody everyone everybody people guys
    lot lots bit kind sort way ways time times day days week weeks month months year years today tomorrow yesterday morning
    afternoon evening monday tuesday wednesday thursday friday saturday sunday hour hours minute minutes second moment
    go going goes gone went come comes coming get gets getting got give gives giving gave given know knows known think
    thinks thinking thought see sees seeing seen saw look looks looking looked say says saying tell tells telling told talk
    talking talked want wants wanted need needs needed use uses used using let lets try tries trying tried keep keeps kept
    put puts start started starting stop stopped work works working worked happen happened happens feel feels felt find
    found seem seems mean means meant guess hope believe remember forget wait hear heard ask asked asking show shows
    showed shown share sharing send sent sending bring take taking taken took done make made making call called
    first last next new old other another same different big small little long short better best bad worse worst hard easy
    important interesting possible whole sudden able whether although though however anyway besides instead already yet
    never always often sometimes usually soon later ago early late back away around together enough else far ahead
    one two three four five six seven eight nine ten hundred thousand percent number point part side end beginning
    question answer idea reason problem example case fact matter topic course sense word words story everybody nobody
    uh um er hmm mm mhm huh wow oh ah alright bye-bye decided decide agreed agree impression view hand`.split(
      /\s+/,
    ),
  ),
  it: new Set(
    `sì si no ok okay ecco cioè allora insomma diciamo tipo praticamente comunque magari appunto infatti bene male certo giusto vero
    esatto perfetto benissimo davvero proprio sicuramente probabilmente sinceramente veramente ovviamente grazie prego scusa
    scusate ciao buongiorno buonasera salve cosa cose roba qualcosa qualcuno tutti tutto nessuno niente gente persona persone
    modo volta volte tempo giorno giorni settimana settimane mese mesi anno anni oggi domani ieri mattina stamattina
    pomeriggio sera lunedì martedì mercoledì giovedì venerdì sabato domenica ora ore minuto minuti secondo attimo momento
    va vai vado andare andato andiamo vanno viene vieni vengo venire so sa sai sapere sappiamo penso pensi pensa pensare
    credo vedo vedi vede vedere visto vediamo guardo guarda guardare guardato dico dici dice dire dicono parlo parla parlare
    parlato voglio vuole vorrei volevo bisogna serve servono usare uso usato usiamo prova provare provato tengo tiene
    mettere messo metto mette inizio iniziare iniziato finire finito fine lavoro lavora lavorare lavorato succede successo
    sembra sembrava trovo trova trovare trovato spero ricordo aspetta sentire sentito sento chiedo chiedere chiesto
    mostrato mandare mandato portare prendere preso faccio fatto chiamare chiamato
    primo prima ultimo ultima prossimo prossima nuovo nuova nuovi nuove vecchio vecchia grande grandi piccolo piccola lungo
    lunga breve meglio migliore peggio difficile facile importante interessante possibile intero vari vario diverso diversi
    uno due tre quattro cinque sei sette otto nove dieci venti trenta cento mille mila numero punto parte lato dopo
    domanda risposta idea motivo problema esempio caso fatto questione argomento senso parola storia gruppo punti
    eh ehm uhm mah boh beh ah oh dai ragazzi deciso decidere d'accordo accordo impressione quasi circa spesso subito presto
    tardi insieme abbastanza davanti dietro dentro fuori lontano vicino via altrimenti invece inoltre forse purtroppo
    secondo nemmeno neanche anzi pure adesso finora ormai appena`.split(/\s+/),
  ),
} as const
const edge = /[,;:.!?()–—…"“”]|\s-+\s/u

/** In either language; the word is in lower case. */
export function isOfEveryTalk(word: string): boolean {
  return idle.en.has(word) || idle.it.has(word)
}

export function phrasesOf(
  words: readonly WordAt[],
  source: string,
  language: RuleLanguage,
): Phrase[] {
  const phrases: Phrase[] = []
  let run: WordAt[] = []
  function close(): void {
    for (let size = 1; size <= Math.min(longest, run.length); size++)
      for (let from = 0; from + size <= run.length; from++)
        phrases.push(phraseOf(run.slice(from, from + size), source, language))
    run = []
  }
  for (const word of words) {
    const before = run.at(-1)
    if (before && edge.test(source.slice(before.end, word.start))) close()
    if (isSubject(word.plain, language)) run.push(word)
    else close()
  }
  close()
  return phrases
}

function isSubject(word: string, language: RuleLanguage): boolean {
  return (
    word.length > 2 &&
    !/^[\d.,:%-]+$/u.test(word) &&
    !isStopWord(word, language) &&
    !idle[language].has(word)
  )
}

function phraseOf(words: readonly WordAt[], source: string, language: RuleLanguage): Phrase {
  return {
    key: words.map(({ plain }) => stemOf(plain, language)).join(' '),
    text: source.slice(words[0]?.start, words.at(-1)?.end),
    words: words.length,
  }
}
