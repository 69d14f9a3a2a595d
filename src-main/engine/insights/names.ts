import { isStopWord } from '#engine/language/stop-words.ts'
import { isOfEveryTalk } from './keyword-phrases.ts'
import { italianVerbs } from './italian/italian-verbs.ts'
import type { NameTeller, Token } from './line.ts'

/** Given names that are common where English or Italian is spoken, for text that came without capitals. */
const given = new Set(
  `adam alan alex alice alison amanda amy andrea andrew andy angela anna anne annie anthony arthur barbara ben beth betty bill bob
  brian bruce carl carla carlo carlos carol caroline catherine charles charlie charlotte chiara chris christian christina
  christine christopher claire clara claudia claudio colin craig cristina dan daniel daniela daniele dave david davide
  deborah dennis diana diane diego donna dora douglas dylan ed eddie edward elena elena eleonora elisa elisabetta elizabeth
  ella ellen emily emma enrico eric erica erik eva evan fabio federica federico filippo fiona francesca francesco frank
  franco fred gabriele gary george giacomo gianni gianluca giorgia giorgio giovanna giovanni giulia giulio giuseppe grace
  graham greg hannah harry heather helen henry howard hugo ian ilaria irene isabel isabella ivan jack jacob jake james jane
  janet jason jean jeff jennifer jenny jeremy jerry jessica jim joan joe john jonathan jordan jose joseph josh julia julian
  julie karen kate katherine kathy katie keith kelly ken kenji kevin kim kyle laura lauren lea leo leonardo lewis liam lily
  linda lisa lorenzo louis louise luca lucas lucia lucy luigi luis luke lynn marco marcus margaret maria marie mario marion
  martin martina mary massimo matilde matt matteo matthew maurizio max megan mel melissa michael michela michele michelle mike
  mohamed monica nadia nancy nat nathan neil niccolò nick nicholas nicola nicole nina noah noemi nora oliver olivia oscar
  paola paolo patricia patrick paul paula pavel peter phil philip pietro priya rachel ralph raj ravi rebecca renata renato riccardo
  richard rick rita rob robert roberta roberto robin roger ron rosa rosie ross roy russell ruth ryan sabrina sally salvatore
  sam samantha samir samuel sandra sandro sara sarah sean sergio serena sharon silvia simon simona simone sofia sophia sophie stefania stefano
  stella stephanie stephen steve steven stuart sue susan tara ted teresa theo thomas tim tina tobias todd tom tommaso tommy
  tony valentina valeria valerio vanessa veronica vic victor victoria vincent vincenzo vittorio walter wei wendy william yuki yusuf zoe`.split(
    /\s+/,
  ),
)
/** They are written with a capital and name nobody. */
const capitalised = new Set(
  `i i'm i'll i've i'd monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december english italian italy europe america lunedì martedì mercoledì giovedì venerdì sabato
  domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre ok okay`.split(
    /\s+/,
  ),
)
/** Names that are words too count only where they are written with a capital. */
const wordsToo = new Set('may mark will bill rose grace art drew sue pat dan'.split(' '))

/** What follows a name at the beginning of a sentence: what somebody does, or a turn to them. */
const nameLeads =
  /^(?:will|is|has|needs|must|said|agreed|takes|promised|volunteered|offered|told|gets|owns|handles|deve|dovrà|dovrebbe|si|ci|mi|ha|può|potrebbe|farà|fa|sta|è|e|and|pensa|prende|segue|\p{L}{3,}rà)$/u
/** They begin sentences, are no stop words and name nobody. */
const begins = new Set(
  `okay ok well right great perfect sure anyway actually alright fine yes yeah no thanks sorry guys everyone team folks good nice cool
  exactly true really honestly please look listen wait nothing everything something somebody someone nobody people bene certo
  perfetto scusa scusate grazie ragazzi allora quindi ecco senti sentite guarda guardate aspetta ciao esatto giusto vero dai
  niente tutto qualcuno nessuno magari forse intanto insomma comunque infatti anzi domani oggi ieri stasera prima poi`.split(
    /\s+/,
  ),
)

/** Tells names of people from other words; `known` are names of the meeting, in lower case. */
export function nameTeller(known: ReadonlySet<string>): NameTeller {
  return (word, first, next) => {
    const capital = /^\p{Lu}\p{Ll}/u.test(word.text)
    const bare = withoutEnding(word.plain)
    if (wordsToo.has(bare)) return capital && !first
    if (given.has(bare) || known.has(bare)) return true
    if (!capital || capitalised.has(bare)) return false
    return !first || (isNobody(bare) ? false : bare.length > 2 && next !== null && leads(next))
  }
}

function leads({ plain, marked }: Token): boolean {
  return marked || nameLeads.test(plain) || italianVerbs.third.has(plain)
}

function isNobody(word: string): boolean {
  if (
    begins.has(word) ||
    /(?:s|ing|ed|ly|mente|[sz]ione|sion|iamo|at[aoei]|ut[aoei]|it[aoei]|es[aoei]|are|ere|ire)$/u.test(
      word,
    )
  )
    return true
  return isStopWord(word, 'en') || isStopWord(word, 'it') || isOfEveryTalk(word)
}

/** Words of a text that are written as names are, where no sentence begins. */
export function namesIn(text: string): string[] {
  return Array.from(text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}/gu), ([name]) =>
    name.toLowerCase(),
  ).filter((name) => !capitalised.has(name) && !wordsToo.has(name))
}

/** `Anna's` and `Anna'll` name Anna. */
export function withoutEnding(name: string): string {
  return name.replace(/['’](?:s|ll|d|ve)$/u, '')
}
