/** How Italian says who will do something. */
import { oneOf } from '../act.ts'
import { waysOf } from '../task-ways.ts'

const small = oneOf(
  `io anche poi allora quindi subito pure intanto magari sicuramente volentieri personalmente oggi domani direttamente per_favore
  per_piacere gentilmente tu lui lei un_attimo cortesemente adesso ora eventualmente assolutamente ancora già prima anche_io sempre_entro
  urgentemente almeno al_più_presto quanto_prima velocemente domani_mattina stasera invece semplicemente di_sicuro senz'_altro`,
)
const slots = {
  the: `(?=(?:il|lo|la|l'|i|gli|le|un|una|questo|questa|quel|quello) )`,
  small: `(?:,? ?${small},? )*`,
  name: '@\\S+(?: @\\S+)?',
  named: '(?<name>@\\S+(?: @\\S+)?)',
  verb: '(?<verb>\\p{L}+)(?= )',
  inf: `(?<verb>\\p{L}+(?:are|ere|ire|rre|[aei]r(?:lo|la|li|le|ne|mi|ti|ci|vi|gli|si|glie\\p{L}+|[mtcv]e(?:lo|la|li|le|ne))))(?= )`,
  will: '(?<verb>\\p{L}{2,}[aeirdvt]rò|rifarò|farò|darò)(?= )',
  theyWill: '(?<verb>\\p{L}{2,}[aeirdvt]rà|rifarà|farà|darà)(?= )',
  clitic: `(?:(?:te|ve|ce|me|glie)? ?(?:lo|la|li|le|ne|l'|gliel?[oaie]?|vi|ti|gli|ci|mi) )?`,
  it: "(?:lo|la|li|le|l'|ne) ",
  of: `(?:di|del|dello|della|dei|degli|delle|dell') `,
  to: `(?:a|al|allo|alla|ai|agli|alle|all'|per) `,
  polite: '(?:per favore|per piacere|per cortesia|gentilmente|cortesemente|mi raccomando)',
  day: `(?:(?:già |entro )?(?:domani|oggi)(?: mattina| pomeriggio| sera)?|stasera|dopo|più tardi|in giornata|nel pomeriggio|la (?:settimana prossima|prossima settimana)|(?:entro |per |prima di )?(?:lunedì|martedì|mercoledì|giovedì|venerdì)(?: prossimo| mattina)?|entro \\S+|tra (?:poco|un'ora|due giorni)|intanto|nel frattempo|dopo la riunione|entro fine (?:mese|settimana))`,
  beginning: `(?<=^ |, |(?:^| )(?:e|allora|poi|quindi|bene|sì|ok|okay|certo|così|intanto|ma|però|dai|perfetto|benissimo|va bene|d' accordo|che) )(?:{day} ,? ?)?`,
  mine: oneOf(
    `ci_penso_io_a ci_penso_a mi_occupo_io_di mi_occupo_di me_ne_occupo_io_di mi_impegno_a mi_impegno_io_a mi_segno_di mi_annoto_di mi_appunto_di mi_incarico_di
    mi_incarico_io_di mi_prendo_l'_impegno_di mi_prendo_l'_incarico_di mi_prendo_io_l'_incarico_di mi_prendo_io_l'_impegno_di mi_prendo_il_compito_di mi_prendo_carico_di mi_offro_di mi_offro_per
    mi_offro_io_per mi_offro_io_di tocca_a_me spetta_a_me prometto_di vi_prometto_di ti_prometto_di prometto_io_di provo_a provo_io_a cerco_di cercherò_di vedo_di vedo_io_di vedrò_di
    devo devo_ancora dovrò dovrò_ancora io_devo ho_intenzione_di conto_di penso_io_a provvedo_a provvedo_io_a provvederò_a mi_metto_a mi_metto_io_a mi_metterò_a mi_tocca sarò_io_a
    ho_da ho_ancora_da il_mio_compito_è il_mio_compito_è_di il_mio_prossimo_passo_è la_mia_azione_è posso_occuparmi_di posso_occuparmi_io_di mi_occuperò_di mi_occuperò_io_di
    ci_penserò_io_a ci_penserò_a lascia_a_me lasciate_a_me garantisco_di assicuro_di mi_sono_impegnato_a mi_sono_impegnata_a passo_io_a resto_io_a mi_carico_di prendo_io_il_compito_di
    proverò_a vengo_io_a vado_io_a è_compito_mio sta_a_me compito_mio_è mi_ricordo_di mi_ricordo_io_di mi_devo_ricordare_di ho_promesso_di finisco_di finirò_di comincio_a comincerò_a inizio_a inizierò_a riesco_a
    posso_provare_a provo_subito_a ho_detto_che_avrei_dovuto mi_faccio_carico_di mi_assumo_il_compito_di mi_sono_offerto_di mi_sono_offerta_di`,
  ),
  theirs: oneOf(
    `deve dovrà deve_ancora si_occupa_di si_occupa_lui_di si_occupa_lei_di si_occuperà_di si_incarica_di si_impegna_a si_è_impegnato_a si_è_impegnata_a si_è_offerto_di si_è_offerta_di
    si_è_offerto_per si_è_offerta_per pensa_a penserà_a ci_pensa_a ci_penserà_a provvede_a provvederà_a ha_il_compito_di è_incaricato_di è_incaricata_di è_responsabile_di si_prende_l'_impegno_di
    si_prende_l'_incarico_di si_prende_carico_di si_prende_il_compito_di si_offre_di si_offre_per ha_promesso_di si_segna_di ha_da sta_per cerca_di cercherà_di prova_a proverà_a va_a si_mette_a
    si_metterà_a vede_di ha_accettato_di accetta_di promette_di si_è_preso_l'_impegno_di si_è_presa_l'_impegno_di si_è_preso_l'_incarico_di si_è_presa_l'_incarico_di ha_in_carico_di
    è_quello_che_deve è_quella_che_deve riesce_a ha_detto_che_può ha_detto_di_voler finirà_di finisce_di si_fa_carico_di ha_confermato_di`,
  ),
  yours: oneOf(
    `puoi potresti riesci_a riusciresti_a potete potreste riuscite_a riuscireste_a ti_dispiace ti_dispiacerebbe ti_chiedo_di ti_chiederei_di vi_chiedo_di vi_chiederei_di ti_va_di te_la_senti_di
    ti_occupi_tu_di ti_occupi_di ci_pensi_tu_a ci_pensi_a pensi_tu_a ricordati_di ricordatevi_di ricorda_di ricordate_di non_dimenticare_di non_dimenticarti_di non_dimenticate_di non_dimenticatevi_di
    assicurati_di assicuratevi_di vedi_di vedete_di cerca_di cercate_di prova_a provate_a devi dovresti dovete dovreste dovrai dovrete ti_tocca tocca_a_te posso_chiederti_di posso_chiedervi_di
    vorrei_chiederti_di ti_pregherei_di ti_prego_di vi_prego_di ti_spiace ti_andrebbe_di saresti_disponibile_a mi_puoi mi_potresti ci_puoi ci_potresti mi_potete ti_prendi_l'_incarico_di
    ti_prendi_tu_l'_incarico_di te_ne_occupi_tu_di faresti_in_tempo_a hai_tempo_di avresti_tempo_di hai_modo_di avresti_modo_di bisogna_che_tu_riesca_a il_tuo_compito_è`,
  ),
  ours: oneOf(
    `bisogna bisognerà occorre occorrerà è_necessario è_importante è_urgente serve si_deve si_dovrà qualcuno_deve qualcuno_dovrà qualcuno_dovrebbe uno_di_noi_deve dobbiamo
    dovremo dobbiamo_ancora c'_è_da ci_sono_da ci_sarà_da ci_sarebbe_da resta_da rimane_da restano_da rimangono_da ci_resta_da ci_tocca abbiamo_da abbiamo_ancora_da manca_da prossimo_passo_è
    il_prossimo_passo_è toccherà ci_toccherà è_da sarebbe_da è_il_caso_di conviene converrà sarà_da tutti_devono tutti_dovete c'_è_ancora_da mi_sa_che_dobbiamo mi_sa_che_bisogna avremmo_da
    si_tratta_di ci_vorrebbe_qualcuno_per ci_serve_qualcuno_per l'_idea_è_di il_piano_è_di l'_obiettivo_è_di`,
  ),
}
/** Forms of the verb, or of what talk calls it: see `italian-tasks.ts`. */
export const italianWays = waysOf(
  String.raw`
  named any :: (?:da fare|compito|compiti|azione|attività|prossimo passo) (?:,? ?)?(?:per|di|a) {named} ,? ?(?:è |sarà )?(?:di )?{inf}
  named third :: (?:da fare|compito|compiti|azione|attività) (?:,? ?)?(?:per|di|a) {named} ,? ?(?:è |sarà )?(?:di )?{verb}
  named any :: (?:ci pensa|ci penserà|se ne occupa|se ne occuperà|provvede|tocca a|spetta a|toccherà a|sta a|sarà|affidiamo a|assegniamo a|chiediamo a|chiedo io a|chiedo a) {named} (?:, )?(?:(?:a|di|il compito di|l' incarico di) )?{small}{inf}
  named free :: (?<verb>ci) (?:pensa|penserà) {named} (?:, )?{to}\S+
  named free :: (?<verb>se) ne (?:occupa|occuperà) {named} (?:, )?{of}\S+
  named free :: {named} (?:e (?:io|{name}) )?(?<verb>si (?:occupa|occuperà|incarica|prende cura)) (?:lui |lei )?{of}(?!andare |capire )\S+
  named free :: {named} (?<verb>ha in carico|prende in carico|si prende|pensa|penserà|ci pensa|provvede|è responsabile|segue|seguirà) (?:lui |lei )?(?:il|lo|la|l'|i|gli|le|al|alla|all'|ai|alle|agli|del|della|dell'|dei|delle) \S+
  named free :: (?<verb>affidiamo|assegniamo|diamo|lasciamo|passiamo) (?:a )?(?:\S+ ){0,4}?a? ?{named} (?:il|la|lo|l'|i|le|gli) \S+
  named any request :: {named} ,? ?(?:{polite} ,? ?)?{yours} {small}{inf}
  named free request :: {named} ,? ?(?<verb>ti occupi|te ne occupi|ci pensi|pensi|provvedi|ti prendi) (?:tu )?(?:di|del|dello|della|dei|degli|delle|dell'|a|al|allo|alla|ai|agli|alle|all'|il|la|le|i|l') \S+
  named second request :: {named} ,? ?(?:{polite} ,? ?)?(?:me |ce |ci |mi )(?:lo |la |li |le )?{verb}
  named told request :: {named} ,? ?(?:{polite} ,? ?)(?:mi |ci )?{verb}
  named told request :: {named} ,? ?(?:tu )(?:mi |ci )?{verb}
  named imperative request :: {named} , {small}{verb}
  named any request :: {yours} {small}{inf}[^,]*,? ?{named} (?=(?:, )?{polite}? ?$)
  named any :: {named} (?:e (?:io|{name}) )?(?:(?:ha|mi ha|ci ha) (?:detto|confermato|promesso|assicurato) che )?{small}{clitic}{theyWill}
  named any :: {named} (?:e (?:io|{name}) )?{small}{theirs} {small}{inf}
  named sure :: {named} (?:e (?:io|{name}) )?{small}(?:può|potrebbe|dovrebbe|potrà) {small}{inf}
  named third :: {named} (?:(?:ha|mi ha|ci ha) (?:detto|confermato|promesso|assicurato) che )?(?:{day} )?{small}{clitic}{verb}
  named thirdOf :: (?<from>(?:il|lo|la|l'|i|gli|le|quello|quella|questo|questa) (?:\S+ ){0,4}?{it}{verb}) {named}
  named free :: (?<verb>a|alla|al|della|del|di|dello|dei|delle|all'|dell') (?:\S+ ){1,3}(?:ci pensa|ci penserà|si occupa|se ne occupa|si occuperà) {named} 
  named free :: a {named} tocca(?:no)? (?<verb>il|lo|la|l'|i|gli|le|un|una) \S+
  named any :: (?:facciamo|faccio|farei|facciamolo|fate) {inf} (?:\S+ ){1,5}a {named} 
  named any timed :: {named} sta (?<verb>\p{L}+(?:ando|endo))(?= )
  named free request :: {named} ,? ?(?<verb>fammi|facci|fatemi|fateci) (?:avere|sapere|arrivare) 
  named any request :: {named} ,? ?(?:vedi tu di|vedi di|mi dai una mano a|mi aiuti a) {inf}
  named told request :: {named} ,? ?(?:quando puoi|appena puoi|se riesci|intanto|tu intanto|entro \S+|domani) ,? ?(?:mi |ci )?{verb}
  named any :: (?:chiederei|chiederò|ho chiesto|abbiamo chiesto|chiediamo|ho detto|diciamo|dico) a {named} di {inf}
  named any :: (?:assegnato|assegnata|assegnati|nota|promemoria|appunto) (?:a|per) {named} ,? ?(?:di )?{inf}
  named any :: (?:a|di) {inf}(?:\S+ ){0,6}(?:ci pensa|ci penserà|si occupa|se ne occupa|se ne occuperà|provvede) {named} 
  named third :: (?:è|sarà) {named} che {verb}
  named told :: (?:bisogna|occorre|vorrei|voglio|serve|è importante|chiedo|chiederei|è meglio|facciamo) che {named} (?:mi |ci )?{verb}
  named any request :: {named} ,? ?(?:{polite} ,? ?)?(?:ce la fai a|ce la faresti a|saresti così gentile da|avresti voglia di|hai voglia di|mi faresti il favore di|mi fai il favore di|mi fai il piacere di|hai tempo per|avresti tempo per|te la sentiresti di|tocca a te|spetta a te|ti affido il compito di|ti segno di|ti lascio|sei tu a|vai tu a|ti metti a|vuoi|vorresti|è compito tuo|provi a|provi tu a|cerchi di|puoi tu|ti posso chiedere di|ti chiedo il favore di|mi aiuti a) {small}{inf}
  named any request :: (?:ce la fai a|saresti così gentile da|hai voglia di|mi fai il favore di|hai tempo per|te la senti di|tocca a te|vuoi|provi a) {small}{inf}[^,]*,? ?{named} (?=(?:, )?{polite}? ?$)
  volunteer any request :: chi (?:mi |ci )?(?:può|potrebbe|riesce a|vuole|si occupa di|si offre per|si offre di|ha tempo di|se la sente di|si prende l' incarico di|ci pensa a|avrebbe tempo di|pensa a|deve|è disponibile a|va a|prova a|potrà|avrebbe voglia di|ha voglia di|riuscirebbe a) {small}{inf}
  volunteer any request :: (?:qualcuno|uno di voi|qualcuno di voi|c' è qualcuno che) (?:mi |ci )?(?:può|potrebbe|riesce a|vuole|ha tempo di|se la sente di|si offre per|si occupa di) {small}{inf}
  speaker any :: {mine} {small}{inf}
  speaker any :: (?:mi ci metto io a|mi prenoto per|mi prenoto io per|vado avanti io a|segnato|segno|mi segno|per me|nota per me|promemoria per me|promemoria|da fare per me|compito per me|a me tocca|io ho da|posso pensarci io a|sono io a|mi hanno chiesto di|mi è stato chiesto di|me lo segno|lo segno) ,? ?(?:di )?{inf}
  speaker any :: (?:a|di) {inf}(?:\S+ ){0,6}(?:ci penso|ci penserò|mi occupo|me ne occupo|me ne occuperò|provvedo) (?:io )?
  speaker first :: sono io che {verb}
  speaker free :: (?<verb>ci) (?:penso|penserò) io {to}\S+
  speaker free :: (?<verb>mi) (?:occupo|occuperò) (?:io )?{of}\S+
  speaker free :: (?<verb>me) ne (?:occupo|occuperò) io {of}\S+
  speaker free :: (?<verb>{of}(?:\S+ ){1,4}(?:mi occupo|me ne occupo|mi occuperò|me ne occuperò)) 
  speaker free :: (?<verb>{to}(?:\S+ ){1,4}ci (?:penso|penserò)) io 
  speaker sure :: (?:io )?(?:posso|voglio) {small}{inf}
  speaker any :: {clitic}{will}
  speaker first :: io {small}{clitic}{verb}
  speaker first :: {clitic}{verb} (?=(?:subito |poi |pure |anche )?io )
  speaker firstOf :: (?<from>(?:il|lo|la|l'|i|gli|le|quello|quella|questo|questa) (?:\S+ ){0,4}?{it}{verb} io) 
  speaker free :: (?<verb>butto) giù (?:io )?(?:il|lo|la|l'|una|un|due|le|i)
  speaker free :: (?<verb>(?:vi|ti|li|la|lo) (?:tengo|terrò) (?:informat|aggiornat)[oaie])
  speaker free :: (?<verb>apro|giro|invio|inoltro) (?:subito |io )?(?:il|lo|la|l'|un|una|i|le) (?:ticket|mail|email|segnalazione|richiesta|file|documento|contratto|fattura|pratica|preventivo|rapporto|verbale|link|messaggio)
  speaker any :: (?:sarà mia cura|sarà mio compito|ho io il compito di|ho il compito di|è mio compito) {inf}
  speaker free :: prendo in carico io {the}(?<verb>\S+)
  speaker first :: {beginning}{small}{clitic}{verb}
  nobody any :: (?:da fare|compito|azione|prossimo passo|prossimi passi) ,? ?(?:è |sarà )?(?:di )?{inf}
  nobody any :: {ours} {small}{inf}
  nobody any :: (?:non dimentichiamo di|non dimentichiamoci di|ricordiamoci di|ricordiamo di|urge|tocca|c' è bisogno di|abbiamo bisogno di|è ora di|facciamo in modo di|si dovrebbe|manca ancora da|ci vuole qualcuno che possa|tocca a noi|spetta a noi|non resta che|non rimane che|ci resta solo da|siamo d' accordo di|vediamo di|cerchiamo di|proviamo a) {small}{inf}
  nobody told :: (?:bisogna|occorre|serve|vorrei|è importante) che qualcuno (?:mi |ci )?{verb}
  nobody sure :: (?:dovremmo|possiamo) {small}{inf}
  nobody passive :: (?:va|vanno|andrà|andranno|andrebbe|deve essere|devono essere|dev' essere) (?:assolutamente |anche |ancora |subito |poi )?(?!molt|tant|tutt|sott|post|giust|prest|avant|bast|contr|abbast|quant|spess|ben|mal|megli|sempre|cos)(?<verb>\p{L}+(?:[aiu]t[oaie]|tt[oaie]|st[oaie]|[rs]s[oaie]|[aeiou]s[oaie]|nt[oaie]|rt[oaie]|[clos]+[olev]lt[oaie]))(?= )
  nobody ours timed :: {beginning}{clitic}{verb}
  listener any request :: {yours} {small}{inf}
  listener free request :: (?<verb>ti occupi tu|ci pensi tu|pensi tu|provvedi tu) (?:di|del|dello|della|dei|degli|delle|dell'|a|al|allo|alla|ai|agli|alle|all') \S+
  listener second request :: {beginning}(?:me |ce |mi |ci )(?:lo |la |li |le )?{verb}
  listener free request :: {beginning}(?<verb>fammi|facci|fatemi|fateci) (?:avere|arrivare|sapere (?:entro|per|domani|quando|se|il|la|chi)) ?
  listener imperative request :: {beginning}(?<verb>\p{L}+(?:ami|imi|emi|aci|atemi|etemi|itemi|ateci|etegli|ategli|atelo|atela|ateli|atele))(?= )
  listener imperative request :: (?<=^ (?:(?:e|poi|allora|ragazzi) ,? ?)?)(?<verb>\p{L}{3,}(?:ate|ete|ite))(?= (?:il|lo|la|l'|i|gli|le|un|una|tutti|tutte|i vostri) )
  listener any request :: {beginning}(?:mi|ci) (?<verb>\p{L}+resti)(?= )
  nobody told :: (?:serve|servirebbe|ci vuole|ci serve|occorre) qualcuno che {verb}
  nobody free timed :: (?<verb>mettiamo) (?:in calendario|in agenda|in lista) 
  listener told request :: {polite} ,? ?(?:mi |ci )?{verb}
  `
    .split('\n')
    .map((line) => line.replace(/^ +/u, ''))
    .filter((line) => line !== '')
    .join('\n'),
  slots,
)
