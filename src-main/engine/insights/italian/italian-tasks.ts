/** Who will do what, in Italian. Patterns over classes of words: persons, what obliges, what is done. */
import { oneOf, type Doer, type Task } from '../act.ts'
import { isForm, italianVerbs } from './italian-verbs.ts'

/** What talk itself does, and what happens in heads; by the beginning of the verb. */
const noTask = new RegExp(
  `^(?:${[
    'dir|dic|ridir|ammett|confess|ripet|sottoline|premett|ricord(?:ar)?(?:vi|ti|lo)?$',
    'veder?(?:e|ò|à|lo|la)?$|vedr|sar[òà]|essere|esser|aver|avr|st(?:ar|arò|are)$|star',
    'cap(?:ire|irò|irà)|saper|sapr|pens|creder|crederò|immagin|chieder(?:mi|si|ci)$|domand|suppor|sper|desider',
    'and(?:are|rò|rà|arsene)|venir|verr|torn|arriver|partir|uscir|entrar|restar|rimaner|rimarr',
    'smett|comincer|cominciare|iniziare$|inizier|continu|aspett|attend|ascolt|stare|tacer|zitt',
    'mangi|dorm|bere|berr|viv|mor|piov|nevic|cost(?:are|erà|erò)|durer|durare|crescer|scender|salir|peggior|migliorer|diminuir|lament|arrabb|divert|piac|manch|servir|bast|succed|accad|toccher|dipender|funzion|sembr|parer|parr|valer|varr',
    'condivider(?:e|ò|lo)? lo schermo',
    'perder|dimentic|abitu|accontent|scusar|ringrazi|salut|permett|augur',
    'far(?:ò|à|e) (?:finta|in modo|fatica|vedere|a meno|il possibile|del mio meglio|tesoro|una domanda|una premessa|un passo|un esempio)',
    'potere|poter|potr|dover|dovr|voler|vorr|riuscir|cercherà|tratt',
    "tener(?:e)? (?:presente|conto|d'|a mente)|prendere (?:in giro|atto)|mettersi|decider|decid",
  ].join('|')})`,
  'u',
)
const inf = `(?<verb>\\p{L}+(?:are|ere|ire|rre|[aei]r(?:lo|la|li|le|ne|mi|ti|ci|vi|gli|si|glie\\p{L}+|[mtcv]e(?:lo|la|li|le|ne))))(?= )`
const verb = `(?<verb>\\p{L}+)(?= )`
const will = `(?<verb>\\p{L}{2,}[aeirdvt]rò|rifarò|farò|darò)(?= )`
const theyWill = `(?<verb>\\p{L}{2,}[aeirdvt]rà|rifarà|farà|darà)(?= )`
const name = '@\\S+(?: @\\S+)?'
const named = `(?<name>${name})`
const small = `(?:,? ?${oneOf('io anche poi allora quindi subito pure intanto magari_già senz_altro sicuramente volentieri personalmente oggi domani già_domani direttamente per_favore per_piacere gentilmente poi_anche tu lui lei un_attimo cortesemente adesso ora eventualmente')},? )*`
const clitic = `(?:(?:te|ve|ce|me|glie)? ?(?:lo|la|li|le|ne|l'|gliel?[oaie]?|vi|ti|gli|ci|mi) )?`
const ways = {
  mine: oneOf(
    `ci_penso_io_a ci_penso_a mi_occupo_io_di mi_occupo_di me_ne_occupo_io_di mi_impegno_a mi_segno_di mi_annoto_di mi_appunto_di mi_incarico_di
    mi_incarico_io_di mi_prendo_l'_impegno_di mi_prendo_l'_incarico_di mi_prendo_io_l'_impegno_di mi_prendo_il_compito_di mi_prendo_carico_di mi_offro_di mi_offro_per mi_offro_io_per
    mi_offro_io_di tocca_a_me spetta_a_me prometto_di vi_prometto_di ti_prometto_di prometto_io_di provo_a provo_io_a cerco_di vedo_di vedo_io_di devo devo_ancora dovrò dovrò_ancora
    io_devo ho_intenzione_di conto_di penso_io_a provvedo_a provvedo_io_a mi_metto_a mi_metto_io_a mi_tocca sarò_io_a ho_da ho_ancora_da il_mio_compito_è
    il_mio_compito_è_di il_mio_prossimo_passo_è la_mia_azione_è posso_io posso_occuparmi_di posso_occuparmi_io_di mi_occuperò_di mi_occuperò_io_di ci_penserò_io_a ci_penserò_a lascia_a_me lasciate_a_me
    fate_conto_che garantisco_di assicuro_di mi_ripropongo_di mi_sono_impegnato_a mi_sono_impegnata_a sto_per vado_a vado_io_a passo_a passo_io_a resto_io_a mi_carico_di prendo_io_il_compito_di`,
  ),
  theirs: oneOf(
    `deve dovrà deve_ancora si_occupa_di si_occupa_lui_di si_occupa_lei_di si_occuperà_di si_incarica_di si_impegna_a si_è_impegnato_a si_è_impegnata_a
    pensa_a penserà_a ci_pensa_a provvede_a provvederà_a ha_il_compito_di è_incaricato_di è_incaricata_di è_responsabile_di si_è_offerto_di si_è_offerta_di si_è_offerto_per
    si_prende_l'_impegno_di si_prende_l'_incarico_di si_prende_carico_di si_prende_il_compito_di si_offre_di si_offre_per ha_promesso_di ha_detto_di_poter si_segna_di
    ha_da sta_per cerca_di prova_a va_a si_mette_a vede_di ha_accettato_di accetta_di promette_di si_è_preso_l'_impegno_di si_è_presa_l'_impegno_di è_quello_che_deve ha_in_carico_di`,
  ),
  yours: oneOf(
    `puoi potresti riesci_a riusciresti_a potete potreste riuscite_a riuscireste_a ti_dispiace ti_dispiacerebbe ti_chiedo_di ti_chiederei_di vi_chiedo_di vi_chiederei_di ti_va_di te_la_senti_di ti_occupi_tu_di ti_occupi_di
    ci_pensi_tu_a ci_pensi_a pensi_tu_a ricordati_di ricordatevi_di non_dimenticare_di non_dimenticarti_di assicurati_di vedi_di mi_raccomando_di cerca_di prova_a devi dovresti dovete dovreste dovrai dovrete ti_tocca tocca_a_te
    ho_bisogno_che_tu_possa ti_posso_chiedere_di posso_chiederti_di posso_chiedervi_di vorrei_chiederti_di ti_pregherei_di ti_prego_di ti_spiace ti_andrebbe_di saresti_disponibile_a puoi_anche puoi_mica mi_puoi mi_potresti ci_puoi ci_potresti
    ti_prendi_l'_incarico_di ti_prendi_tu_l'_incarico_di te_ne_occupi_tu_di faresti_in_tempo_a hai_tempo_di avresti_tempo_di`,
  ),
  ours: oneOf(
    `bisogna bisognerà bisognerebbe occorre occorrerà è_necessario è_importante è_urgente serve si_deve si_dovrà qualcuno_deve qualcuno_dovrà qualcuno_dovrebbe uno_di_noi_deve dobbiamo dovremo
    dobbiamo_ancora c'_è_da ci_sono_da ci_sarà_da resta_da rimane_da restano_da rimangono_da ci_resta_da ci_tocca abbiamo_da abbiamo_ancora_da manca_da prossimo_passo_è il_prossimo_passo_è
    dobbiamo_assolutamente dobbiamo_anche bisogna_anche bisogna_ancora toccherà ci_toccherà è_da sarebbe_da è_il_caso_di bisognerà_anche conviene`,
  ),
}
const polite = '(?:per favore|per piacere|per cortesia|gentilmente|cortesemente|mi raccomando)'
const beginning = `(?<=^ |, |(?:^| )(?:e|allora|poi|quindi|bene|sì|ok|okay|certo|così|intanto|ma|però|dai|perfetto|benissimo|va bene|d' ?accordo|intanto io|che) )`

type Verbs = 'any' | 'first' | 'second' | 'third' | 'imperative' | 'ours' | 'sure'
interface Way {
  readonly pattern: RegExp
  readonly who: Doer['who']
  /** Any form that the pattern lets pass, or one of a thing that is surely to be done. */
  readonly verbs: Verbs
  readonly request: boolean
  readonly timed: boolean
}
function way(who: Doer['who'], how: string, pattern: string): Way {
  const [verbs = 'any'] = how.split(' ')
  return {
    who,
    pattern: new RegExp(`(?<= )${pattern}`, 'gu'),
    verbs: verbs as Verbs,
    request: how.includes('request'),
    timed: how.includes('timed'),
  }
}
const list: readonly Way[] = [
  way(
    'named',
    'any',
    `(?:da fare|compito|compiti|azione|attività|prossimo passo) (?:,? ?)?(?:per|di|a) ${named} ,? ?(?:è |sarà )?(?:di )?${inf}`,
  ),
  way(
    'named',
    'third',
    `(?:da fare|compito|compiti|azione|attività) (?:,? ?)?(?:per|di|a) ${named} ,? ?(?:è |sarà )?(?:di )?${verb}`,
  ),
  way(
    'named',
    'any',
    `(?:ci pensa|ci penserà|se ne occupa|se ne occuperà|provvede|tocca a|spetta a|toccherà a|sta a|sarà|affidiamo a|lo affidiamo a|assegniamo a|chiediamo a|chiedo io a|chiedo a|l'_impegno è di) ${named} (?:, )?(?:(?:a|di|il compito di|l' incarico di) )?${small}${inf}`,
  ),
  way('named', 'any request', `${named} ,? ?(?:${polite} ,? ?)?${ways.yours} ${small}${inf}`),
  way(
    'named',
    'second request',
    `${named} ,? ?(?:${polite} ,? ?)?(?:me |ce |ci |mi )(?:lo |la |li |le )?${verb}`,
  ),
  way('named', 'imperative request', `${named} ,? ?(?:${polite} ,? ?)${verb}`),
  way('named', 'imperative request', `${named} , ${small}${verb}`),
  way(
    'named',
    'any request',
    `${ways.yours} ${small}${inf}[^,]*,? ?${named} (?=(?:, )?${polite}? ?$)`,
  ),
  way(
    'named',
    'any',
    `${named} (?:e (?:io|${name}) )?(?:ha (?:detto|confermato|promesso) che )?${small}${clitic}${theyWill}`,
  ),
  way('named', 'any', `${named} (?:e (?:io|${name}) )?${small}${ways.theirs} ${small}${inf}`),
  way(
    'named',
    'sure',
    `${named} (?:e (?:io|${name}) )?${small}(?:può|potrebbe|dovrebbe|potrà) ${small}${inf}`,
  ),
  way(
    'named',
    'third',
    `${named} (?:ha (?:detto|confermato|promesso) che )?${small}${clitic}${verb}`,
  ),
  way(
    'volunteer',
    'any request',
    `chi (?:mi |ci )?(?:può|potrebbe|riesce a|vuole|si occupa di|si offre per|si offre di|ha tempo di|se la sente di|si prende l' incarico di|ci pensa a|avrebbe tempo di|pensa a|deve|è disponibile a|va a|prova a|si prende la briga di|potrà) ${small}${inf}`,
  ),
  way(
    'volunteer',
    'any request',
    `(?:qualcuno|uno di voi|qualcuno di voi) (?:mi |ci )?(?:può|potrebbe|riesce a|vuole|ha tempo di|se la sente di|si offre per|si occupa di) ${small}${inf}`,
  ),
  way('speaker', 'any', `${ways.mine} ${small}${inf}`),
  way('speaker', 'sure', `(?:io )?(?:posso|voglio|potrei) ${small}${inf}`),
  way('speaker', 'any', `${clitic}${will}`),
  way('speaker', 'first', `io ${small}${clitic}${verb}`),
  way('speaker', 'first', `${clitic}${verb} (?=(?:subito |poi |pure |anche )?io )`),
  way('speaker', 'first', `${beginning}${small}${clitic}${verb}`),
  way(
    'nobody',
    'any',
    `(?:da fare|compito|azione|prossimo passo|prossimi passi) ,? ?(?:è |sarà )?(?:di )?${inf}`,
  ),
  way('nobody', 'any', `${ways.ours} ${small}${inf}`),
  way('nobody', 'sure', `(?:dovremmo|possiamo|potremmo) ${small}${inf}`),
  way(
    'nobody',
    'any',
    `(?:va|vanno|andrà|andrebbe|deve essere|devono essere|dev' essere) (?:assolutamente |anche |ancora |subito )?(?<verb>\\p{L}+(?:ato|ata|ati|ate|ito|ita|iti|ite|uto|uta|uti|ute|tto|tta|tti|tte|sto|sta|sti|ste|so|sa|si|se))(?= )`,
  ),
  way('nobody', 'ours timed', `${beginning}${clitic}${verb}`),
  way('listener', 'any request', `${ways.yours} ${small}${inf}`),
  way('listener', 'second request', `${beginning}(?:me |ce |mi |ci )(?:lo |la |li |le )?${verb}`),
  way('listener', 'imperative request', `${polite} ,? ?${verb}`),
]
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

export function italianTask(text: string, marked: boolean, timed: boolean): Task | null {
  if (notAfterAll.test(text) || nothing.test(text)) return null
  const tagged = / (?:ok|va bene|d' ?accordo) $/u.test(text)
  for (const { pattern, who, verbs, request, timed: needsTime } of list) {
    if ((marked && !request && !tagged) || (needsTime && !timed)) continue
    for (const match of text.matchAll(pattern)) {
      const word = match.groups?.['verb'] ?? ''
      const from =
        text.indexOf(` ${word} `, match.index + Math.max(-1, match[0].indexOf(` ${word}`) - 1)) + 1
      if (!isDone(word, text.slice(from), verbs) || undone.test(text.slice(0, match.index)))
        continue
      if (/ non (?:\S+ )?$/u.test(text.slice(0, from))) continue
      const name = match.groups?.['name']
      const doer: Doer =
        who === 'named' ? { who, at: match.index + match[0].indexOf(name ?? '@') } : { who }
      return { doer, from, to: endOf(text, from) }
    }
  }
  return null
}

function isDone(word: string, rest: string, verbs: Verbs): boolean {
  if (noTask.test(rest)) return false
  if (verbs === 'sure' && !isForm(italianVerbs.infinitive, word)) return false
  if (verbs !== 'any' && verbs !== 'sure' && !isForm(italianVerbs[verbs], word)) return false
  return (
    /^\S+ (?!(?:io |lui |lei |anch' io )$)\S+/u.test(rest) || isForm(italianVerbs.infinitive, word)
  )
}

function endOf(text: string, from: number): number {
  let task = text.slice(from).replace(turn, ' ')
  for (let cut = task.replace(taken, ' '); cut !== task; cut = task.replace(taken, ' ')) task = cut
  return from + task.length
}
