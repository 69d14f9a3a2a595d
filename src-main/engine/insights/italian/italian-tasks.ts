/** Who will do what, in Italian. */
import type { Task } from '../act.ts'
import { anyOf, taskIn, type TaskRules } from '../task-ways.ts'
import { isForm, italianVerbs, weakVerbs } from './italian-verbs.ts'
import { italianWays } from './italian-ways.ts'

/** What talk itself does, and what happens in heads: the beginnings of verbs. */
const noTask =
  /^(?:dir(?!ig|ett)|dic(?!hiar)|ridir|ammett|confess|ripet|sottoline|premett|ved(?:er|rò|rà|iamo|ete)|vedr|sar[òà]|esser|aver|avr|star|capir|capisc|saper|sapr|pens(?!ion)|creder|crederò|immagin|chieder(?:mi|si|ci)|domand|suppor|sper(?!iment)|desider|and(?:are|rò|rà|arsene|arci|arcene)|venir|verr|tornar|torner|arriver|arrivare|partir|uscir|entrar|restar|rimaner|rimarr|smett|cominc|iniziare$|inizier|continu|aspett|attend|ascolt|tacer|zitt|mangi|dorm|bere|berr|viv|mor(?:ire|irò)|piov|nevic|cost(?:are|erà|erò)|durer|durare|crescer|scender|salir|peggior|miglior(?:erà)|diminuir|lament|arrabb|divert|piac|manch|bast(?:are|erà)|succed|accad|toccher|dipender|funzion|sembr|parer|parr|valer|varr|perder|dimentic|abitu|accontent|scus|ringrazi|salut|permett|augur|potr|poter|dovr|dover|vorr|voler|riusc|decider|decid|spieg|raccont|mostr|scapp|parl(?:arne|arò breve)|esager|sbagli|scherz|ragion|riflett|concentr|preoccup|rimpiang|ammir|apprezz|pretend|osserv|not(?:are|erò|erà)$|avvert|anticip|accenn|concl|interromp|disturb|rub(?:are|erò)|correr|camminar|soffr|morir|vincer|cap(?:ire|irò|irà)|prefer|ador|odi(?:are|erò)|amare|serv(?:ire|irà)|stacc(?:are|herò)|lasciar(?:vi|ti)|salutar|assent|scolleg|disconnett|allontan|avvicin|collegarmi|consider|riconosc|accett|distingu|evit(?:are|erò)|impar|propongo$|proponiamo$|suggerisc|consiglio$|aiut(?:erà)|aument(?:erà)|cambier(?:à)|far(?:si|cela|ne|ci)$|fars|rend|diventer|diventar|nascer)/u
/** With what follows them they are no task, whatever they are otherwise. */
const idleTask = new RegExp(
  `^(?:fa|fac|prend|apr|chiud|mett|tir|bev|d[oaà]|dar|pass|lasci|spegn|spegner|accend|gir|alz|vad|torn|pon|tien|ten|terr|port|salt|parl|condivid|legg|trov|ricord|sent|us|lavor|studi|seguo|segue)\\S* (?:(?:un|uno|una|un'|due|il|lo|la|l'|i|gli|le|mio|mia|del|sul|al|alla|a|da|di|in|subito|solo|anche|adesso|ora|qui|io|prima|un' altra|ancora|piccol[oa]|breve|po'|mia?) )*(?:${[
    'conti con|frase|esempi\\S*|premess\\S|parentesi|passo|passi|pausa|caffè|domanda|domande|muto|microfono|audio|video|telecamera|webcam|porta|finestra|finestre|schermo|giro|punto|parola|attimo|secondo|minuto|fiato|acqua|sedia|posto|scusa|permesso|voce|conto|atto|presente|nota|piede|piedi|mano|testa|occhi|occhio|gente|bene|male|sempre|spesso|troppo|molto|meglio|peggio|piano|forte|finta|fatica|modo|paura|bella|figura|brutta|cosa|tempo|ragione|torto|luce|treno|autobus|metro|macchina|ascensore|giacca|borsa|cuffie|cane|figlio|figlia|bambin\\S|vacanza|ferie|pranzo|cena|letto|casa|tema|discorso|capitolo|libro|riassunto veloce|osservazione|precisazione|considerazione|digressione|battuta|complimenti|auguri|vedere|notare|presente|capire|meno|prima|tutto il possibile|del mio meglio|che|qua|lì|là',
  ].join('|')}) `,
  'u',
)
/** Asking oneself, or to be excused. */
const wonders = /^chied\S+ (?:perché|se|come|cosa|scusa|venia|permesso|a me) /u
/** What is so every day is nobody's task. */
const habit =
  / (?:di solito|di norma|normalmente|generalmente|sempre|spesso|ogni (?:giorno|mese|settimana|anno|volta|tanto|lunedì|martedì|mercoledì|giovedì|venerdì|mattina)|tutti i giorni|tutte le (?:settimane|mattine)|da (?:\S+ )?(?:anni|mesi|tempo|sempre)|una volta al) /u

/** What stands before a task and makes it none. */
const undone = new RegExp(
  ` (?:${[
    `(?:se|qualora|caso mai|casomai|nel caso|a meno che|purché|finché|prima che|come se|magari)(?: [^,]*)?`,
    `(?:non|mai|nessuno|nemmeno|neanche|senza|né|più) ?(?:\\p{L}{2,3} )?`,
    `(?:perché|quando|dove|come|cosa|chi|quanto|mentre|siccome|visto che)(?: [^,]*)?`,
    `(?:non) (?:\\p{L}+ ){0,4}(?:credo|penso|serve|sembra|detto|che)(?: [^,]*)?`,
    `(?:ha|hanno|ho|aveva|avevano|abbiamo) (?:già |sempre |solo )?(?:chiesto|pensato|sentito|letto|immaginato|sperato|paura)(?: [^,]*)?`,
    `(?:hanno|avevano|aveva|dicono|diceva|dice|dicevano|mi ha|ci hanno|ci ha|si dice) (?:detto |scritto |promesso )?(?:che )?(?:[^,]*)?`,
    `(?:volevo|dovevo|potevo|stavo|avrei|vorrei|dovevamo|volevamo|forse|un giorno|spero|dubito|temo)(?: [^,]*)?`,
    `(?:quello|quella|colui|la persona|il tipo) che`,
    `secondo me non(?: [^,]*)?`,
  ].join('|')}) ?$`,
  'u',
)
const nothing =
  / (?:nessuno|non) (?:deve|dobbiamo|bisogna|serve|occorre|c' è da|posso|può|puoi|devi|devo) /u
const notAfterAll = / ,? ?(?:ma (?:non|poi non|forse|chissà)|anzi no|però non) /u
const taken =
  / ?,? ?(?:nessun problema|ok|va bene|d' ?accordo|per favore|per piacere|grazie|certo|promesso|dai|volentieri|giusto|no|senz' altro|,? ?@\S+|e poi ne riparliamo) (?=$)/u
const turn =
  / ,? ?(?:ma|perché|altrimenti|sennò|anche se|visto che|dato che|così (?:poi|che)|e poi (?:ne|ci|vi|vediamo)) .*$/u

/** Said of what nobody really means to do. */
const someday =
  / (?:prima o poi|un giorno o l' altro|in teoria|chissà quando|in un mondo ideale|sarebbe bello|mi piacerebbe|avrei (?:voluto|dovuto|potuto)|avremmo (?:voluto|dovuto|potuto)|invece di|al posto di (?:\S+are|\S+ere|\S+ire)|inutile|non ha senso|non serve|figurati|per carità|ci mancherebbe) /u
const rules: TaskRules = {
  ways: italianWays,
  any: anyOf(italianWays),
  never: [notAfterAll, nothing, someday],
  undone,
  tagged: / (?:ok|okay|va bene|d' accordo) $/u,
  trailing: [turn, taken],
  pronoun:
    /^(?:(?:te|ve|ce|me|glie)? ?(?:lo|la|li|le|ne|l'|gliel[oaie]) |(?:\S+ ){0,4}?\S+r(?:lo|la|li|le|ne|glielo|gliela) )/u,
  isDone(word, rest, { verbs, who }, { marked, timed }) {
    if (verbs === 'free') return true
    if (noTask.test(word) || idleTask.test(rest) || wonders.test(rest)) return false
    if (word.endsWith('rmi') && who !== 'listener' && who !== 'named') return false
    if (
      /^\S+ (?:\S+ ){0,2}(?:microfono|muto|telecamera|webcam|schermo|voce|volume|cuffie|attenzione|pazienza|conti con|loro parte|nostra parte|propria parte) /u.test(
        rest,
      )
    )
      return false
    if (verbs === 'passive')
      return !/^(?:detto|visto|capito|tenuto|considerato|ricordato|notato|bene|fatto|stato)$/u.test(
        word,
      )
    // "You can find it there" tells, "can you find it?" asks.
    if (verbs === 'any' && who === 'listener' && !marked)
      return isForm(italianVerbs.infinitive, word) && !/^(?:trov|prem|port|legg|prend)/u.test(word)
    if (verbs === 'any') return !/^parlare $/u.test(rest)
    if (verbs === 'sure') return isForm(italianVerbs.infinitive, word)
    const forms = verbs === 'told' ? told : [italianVerbs[formsOf(verbs)]]
    if (!forms.some((each) => isForm(each, word)) || habit.test(rest)) return false
    if (verbs === 'ours' && weakVerbs.has(word)) return false
    if (
      !verbs.endsWith('Of') &&
      weakVerbs.has(word) &&
      !timed &&
      !/^\S+ io (?!sempre)/u.test(rest) &&
      verbs !== 'told' &&
      verbs !== 'imperative' &&
      verbs !== 'second'
    )
      return false
    if (verbs.endsWith('Of')) return true
    return /^\S+ (?!(?:io|lui|lei|anch' io) $)\S+/u.test(rest)
  },
}
/** As one asks it of somebody, politely too. */
const told = [italianVerbs.imperative, italianVerbs.second, italianVerbs.third, italianVerbs.wished]
type Form = 'first' | 'second' | 'third' | 'imperative' | 'ours'
function formsOf(verbs: string): Form {
  switch (verbs) {
    case 'firstOf':
      return 'first'
    case 'thirdOf':
      return 'third'
    case 'first':
    case 'second':
    case 'third':
    case 'imperative':
    case 'ours':
      return verbs
    default:
      throw new Error(`No verbs are called ${verbs} here.`)
  }
}

export function italianTask(text: string, marked: boolean, timed: boolean): Task | null {
  if (habit.test(text)) return null
  return taskIn(text, { marked, timed }, rules)
}
