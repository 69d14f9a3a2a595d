/** What is asked and answered, in Italian. */
import type { Asks, EndMark } from '../act.ts'

const opening = `(?:(?:e|ma|allora|quindi|scusa|scusate|senti|sentite|ok|okay|bene|però|poi|domanda|una domanda|aspetta|dimmi|ditemi|no|sì|ecco|dunque|@\\S+|ragazzi|tra l' altro|invece) ,? ?)*`
const finite = `(?:paga|pagano|è|sono|sei|era|erano|sarà|saranno|sarebbe|siamo|siete|c' è|ci sono|ci|ha|hai|ho|hanno|abbiamo|avete|avevamo|avevano|avrà|avremo|può|puoi|posso|possiamo|potete|possono|potrebbe|potremmo|deve|devi|devo|dobbiamo|dovete|devono|dovremmo|dovrebbe|vuole|vuoi|vogliamo|volete|vogliono|vorreste|vorresti|fa|fai|facciamo|fate|fanno|va|vanno|andrà|viene|vengono|verrà|sta|stanno|stiamo|dice|dicono|succede|serve|servono|costano|costerà|costa|costava|\\p{L}+(?:ato|uto|ito|ata|uta|ita)|dura|durano|manca|mancano|pensi|pensate|ne|si|mi|vi|ti|lo|la|li|le|non|lavora|usa|usano|usiamo|teniamo|tiene|funziona|funzionano|funzionerà|significa|vuol|riguarda|cambia|cambierà|parte|inizia|finisce|arriva|arrivano|[\\p{L}]+(?:rà|remo|rete|ranno|rai))`
const byWord = new RegExp(
  `^ ${opening}(?:(?:per |a |da |di |con |in |su |entro |fino a |verso )?(?:chi|quando|dove|cosa|che cosa|che|come|quanto|perché|quale|quali|qual)|(?:per |a |da |di |con |in |su |entro )?(?:quanti|quante|quanta|quanto|quale|quali|in che|a che|per che)(?: \\p{L}+){1,2}|com'|dov'|cos'|quant'|a che punto|come mai) ${finite}(?= )`,
  'u',
)
const wantsToKnow =
  / (?:sai|sapete|qualcuno sa|avete idea|hai idea|mi sai dire|sapete dirmi|mi puoi dire|puoi dirmi|potete dirmi|ricordi|ricordate) (?:se|quando|chi|come|dove|quanto|quanti|quante|cosa|perché|quale|di quanto) /u
const kinds: readonly (readonly [Asks, string])[] = [
  [
    'how-many',
    `quanto|quanti|quante|quanta|quant'|di quanto|per quanto|in quanti|che (?:percentuale|prezzo|costo|cifra)`,
  ],
  [
    'when',
    `quando|a che ora|che giorno|entro quando|da quando|fino a quando|in che (?:data|giorno|mese)|per quando`,
  ],
  ['who', `chi|di chi|a chi|con chi|da chi|chi di (?:voi|noi)`],
  ['where', `dove|dov'|da dove`],
  ['why', `perché|come mai|per quale motivo|c' è un motivo|qual è il motivo`],
  ['what', `cosa|cos'|che|che cosa|come|com'|quale|quali|qual|a che punto|di cosa`],
]
const kindOf = kinds.map(
  ([asks, words]) =>
    [
      asks,
      new RegExp(
        `^ ${opening}(?:(?:sai|sapete|sai dirmi|mi sai dire|sapete dirmi|puoi dirmi|ricordi) )?(?:${words}) `,
        'u',
      ),
    ] as const,
)
const idle = new RegExp(
  [
    ` (?:mi|ci) (?:sentite|senti|vedete|vedi|sente|vede)(?: bene| tutti| adesso| ora| qualcosa| ancora)? $| (?:vedete|vedi|si vede|riuscite a vedere) (?:tutti )?(?:il mio|lo|la mia|lo mio|bene|le|la) ?(?:schermo|slide|presentazione|condivisione)?`,
    ` si (?:sente|vede)(?: bene| qualcosa)? $| si sente | sentite (?:bene|tutti)?|è (?:acceso|attivo|spento) il microfono`,
    ` (?:ci siamo|ci siete|siamo|siete|siete tutti|siamo tutti) (?:tutti|pronti|qui|presenti|collegati|connessi|al completo)?(?: pronti)? $`,
    ` (?:come (?:stai|state|va|sta|andiamo|è andata|è andato)|come va|tutto bene|tutto a posto|che tempo fa|com' è andat[oaie](?: (?:il (?:weekend|fine settimana|viaggio|ponte)|la (?:vacanza|giornata|serata)|le (?:vacanze|ferie)))? $)`,
    ` (?:capisci|capite|sai|sapete|hai presente|avete presente|capito) (?:cosa|quello che|che cosa) (?:intendo|voglio|dico)| (?:mi spiego|mi sono spiegat[oa]|mi segui|mi seguite|hai capito|avete capito|ha senso|è chiaro|chiaro) $`,
    ` (?:chi|e chi) (?:lo sa|è che non|non|se ne|mai|può saperlo|l' avrebbe|avrebbe mai|se lo)| chissà| ma chi `,
    ` (?:che ne so|che ci vuoi|che vuoi|cosa vuoi|cosa devo dire|che dire|come dire|come si dice|come posso dire|e chi|ma dai|ma scherzi|perché no $|e allora|che ti devo|a chi non)`,
    ` (?:sei|siete|è|c' è) (?:ancora )?(?:lì|là|qui|qua|tutti|qualcuno|in linea|collegat[oaie])(?: tutti)? | ma ti pare| non è (?:fantastic|bell|meravigli|incredibil|strano|assurd)\\S+ $| posso (?:condividere|dire|aggiungere|fare|chiedere|interrompere|rubare|parlare)| (?:posso|possiamo|potrei) (?:andare|iniziare|cominciare|continuare|partire|proseguire)| (?:avete|hai) (?:mangiato|dormito|passato (?:un )?(?:buon|bel))| (?:piove|nevica|fa (?:caldo|freddo))| (?:buon|bel) (?:weekend|fine settimana)| (?:sei|siete) (?:in|sul) (?:muto|treno)| (?:vi|ti) (?:sento|vedo)| chi (?:sta parlando|parla|c' è|manca|comincia|inizia|parte|va per primo) $| stai scherzando| sul serio| chi se ne| che (?:altro|senso ha)| (?:a|per) che serve lamentarsi| come (?:si fa a non|faccio a non|potrei)| cosa (?:vuoi|vuole|volete) (?:che|farci)| quando mai| da quando in qua| dove (?:andremo|siamo finiti)`,
    ` (?:mi|ci) (?:sentite|senti|vedete|vedi|ricevete)(?: bene| tutti| adesso| ora| meglio| ancora| chiaramente| forte)+ $`,
    ` (?:rend(?:i|ete) conto|a chi (?:importa|interessa)|chi si ricorda più|come si fa a non|cosa ci vuole a|che senso (?:ha|avrebbe)|(?:ti|vi) sembra (?:normale|possibile|giusto)|è mai possibile|possibile che|sapete che vi|lo sapevate|lo sapevi|ci (?:capiamo|intendiamo)|chi può dire di|chi (?:mai|diavolo|cavolo)|quando mai|cosa mai|non è (?:un|una) |non è incredibile|che ne sappiamo|che si dice|come procede|che ore sono|chi manca|manca qualcuno|aspettiamo (?:ancora )?qualcuno|vuoi un caffè|qualcuno vuole un|hai (?:già )?pranzato|avete (?:già )?pranzato|il mio (?:microfono|audio|video|schermo)|la mia (?:voce|immagine|webcam|connessione)|(?:tuo|vostro) (?:microfono|audio|video)|sono (?:in|sul) muto|funziona (?:il microfono|l' audio)|parte l' audio|mi permettete|rendo l' idea|c' è (?:ancora )?qualcuno|siamo tutti|siete tutti|ci siete|è arrivat[oa] anche|da voi|(?:vostre|tue) (?:vacanze|ferie)|(?:le|in) (?:vacanze|ferie) |fine settimana $|weekend $|a casa $|che traffico|che tempo) ?`,
    ` (?:ho reso l' idea|mi avete pers[oa]|mi sono pers[oa]|come (?:hai detto|dici|dite|avete detto|dargli|darle|darti)|perché (?:mai|me la)|sapete cosa|sai (?:che|cosa) (?:c'|ti)|posso un attimo|passato (?:bene|un)|chi vuole (?:iniziare|cominciare|partire|parlare)|ti dispiace se|vi dispiace se|non è (?:divertente|quello che|così|vero)|va bene per tutti|aspetta , cosa) ?`,
    ` (?:mi chiedo|mi domando|ci si chiede|mi sono chiest[oa]) `,
    ` (?:domande|altre domande|qualche domanda|altro|iniziamo|cominciamo|andiamo avanti|possiamo (?:iniziare|cominciare|partire|andare avanti|proseguire|continuare|passare)|posso (?:continuare|dire|chiedere|aggiungere|condividere|andare avanti|interrompere|fare una domanda)|puoi (?:ripetere|parlare)|potete (?:ripetere|parlare)|potresti (?:ripetere|parlare)|dove (?:ero|eravamo) rimast[oaie]|cosa stavo dicendo|di cosa stavo parlando|pronto|ti dispiace|c' è qualcuno|è (?:tutto|così) (?:chiaro|ok)|va bene) (?:\\S+ )?$`,
    ` (?:non trovi|non trovate|non credi|non vi pare|non ti pare|non ti sembra|che ve ne pare) $`,
    ` (?:ha senso|si capisce|tutto chiaro|ci sei|va bene così|ok per tutti|sbaglio o|ci credi|ci credete|ti immagini|vi immaginate|ti rendi conto|vi rendete conto|pronti|state bene|posso) $| (?:chi (?:ce|me|te) lo fa fare|chi lo nega|come si fa $|ti (?:pare|sembra) (?:possibile|normale)|vi (?:pare|sembra) (?:possibile|normale)|andiamo avanti|passiamo oltre|facciamo (?:una )?pausa|chi vuole (?:un )?caffè|(?:avete|hai) (?:freddo|caldo|fame|visto la partita)|si sta registrando|stiamo registrando|com' è il tempo|(?:ti|vi) ricord(?:i|ate) quando|a che serve|quante volte|cosa posso dire|quanto (?:è )?bello)`,
    `^ (?:davvero|sul serio|ah sì|veramente|come|cosa|scusa|prego) $`,
  ].join('|'),
  'u',
)
const tag =
  /(?<=\S) (?:, )?(?:no|vero|giusto|eh|ok|va bene|d' ?accordo|sì|non è vero|o no|o sbaglio|capito|dico bene|esatto|nevvero|non è così|sai) $/u

export function italianAsks(text: string, mark: EndMark): Asks | null {
  if (mark === 'statement' || idle.test(text)) return null
  const marked = mark === 'question'
  const byOrder = byWord.test(text) || wantsToKnow.test(text)
  if (!byOrder && (!marked || tag.test(text))) return null
  if (byOrder && tag.test(text) && / ,? ?(?:no|vero|eh) $/u.test(text)) return null
  // "Quando parlo", "perché i requisiti": without a mark they begin what is no question.
  if (
    !marked &&
    /^ (?:perché|come|che|quando) (?:non|lo|la|li|le|si|mi|vi|ti|ci|sempre) /u.test(text) &&
    !/^ (?:perché ci|che si|come mai) /u.test(text)
  )
    return null
  if (text.trim().split(' ').length < (byOrder && marked ? 2 : 3)) return null
  return kindOf.find(([, pattern]) => pattern.test(text))?.[0] ?? 'yes-no'
}

const affirms =
  /^ (?:(?:ah|oh|e|allora|ma|per me|direi|penso di|credo di|secondo me) ,? ?)*(?:sì|si|certo|certamente|d' ?accordo|ok|okay|va bene|va benissimo|perfetto|nessun problema|volentieri|assolutamente|esatto|facciamo così|bene|benissimo|ottimo|concordo|sono d' ?accordo|ci sto|affare fatto|come no|senz' altro|sicuro|andata|approvato|giusto|lo faccio|ci penso|buona idea|mi sembra (?:giusto|buono|una buona)|con piacere|agli ordini|fatto) /u
export function italianAgrees(text: string): boolean {
  return affirms.test(text) && !/ (?:ma|però|non) /u.test(text)
}

const takes =
  / (?:(?:lo|la|li|le|me ne|ci|me la|me lo) (?:faccio|farò|posso fare|occupo|occuperò|penso|penserò|prendo|prenderò|vedo|guardo|sistemo|mando|preparo|segno|cavo|lavoro) ?(?:io)?|ci penso|me ne occupo|faccio io|posso io|posso farlo|provvedo|vado io|eccomi|mi offro|tocca a me|lascia fare a me|ci sono io|mi ci metto|se vuoi lo|sarà fatto) |^ (?:sì |certo |ok |va bene )?,? ?(?:io|io sì|anch' io|volentieri) $/u
export function italianVolunteers(text: string): boolean {
  return takes.test(text) && !/ non /u.test(text)
}

const unknowing =
  / (?:(?:è|troppo) (?:ancora )?presto per|(?:ah|eh) ,? ?saperlo|me lo sono (?:dimenticat|scordat)[oa]|mi (?:sfugge|cogli)|te lo (?:dico|so dire|faccio sapere)|ve lo (?:dico|faccio sapere)|(?:devo|dobbiamo|bisogna) (?:ancora )?(?:capirlo|informarmi|verificarlo|controllarlo|chiederlo|scoprirlo)|non me l' ha|non ce l' ha|tutto da (?:vedere|capire)|ne riparliamo|passo|mi informerò|non te lo|non ve lo|è (?:un mistero|poco chiaro|tutto aperto)|non (?:lo|la|li|ne|saprei|so|ricordo|ho idea|mi ricordo|sono (?:sicur[oa]|cert[oa])|si sa|sappiamo|abbiamo idea|c' è ancora|me lo|è (?:ancora )?(?:chiaro|deciso|noto))(?: so| sa| sappiamo| ho idea| sapre)?|bella domanda|buona domanda|non ne ho|nessuna idea|chissà|chi lo sa|(?:sarebbe|è|resta|rimane|bisogna|bisognerebbe|dovrei|dovremmo|devo|dobbiamo|si deve|andrebbe|tutto|c' è) (?:da |tutto da |ancora da )?(?:capire|vedere|chiedere|verificare|controllare|informarmi|sentire|chiarire|chiederlo|chiedere a|capito|definire|decidere)|vediamo|vedremo|dipende|fammi (?:controllare|vedere|chiedere|verificare)|ti faccio sapere|vi faccio sapere|mi informo|lo chiedo|chiederò|verifico|controllo|nessuno (?:lo sa|sa|ha)|difficile (?:dirlo|da dire)|mi cogli|lo scopriremo|poi vediamo|boh|mah|stavo per chiederlo|vorrei saperlo) /u
export function italianIgnorant(text: string): boolean {
  return unknowing.test(text)
}

const number = `(?:\\d[\\d.,]*%?|un|uno|una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|quindici|venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta|cento|mille|mila|milion[ei]|decina|dozzina|centinaio|metà|un paio|paio|pochi|poche|poco|molti|molte|molto|tanti|tante|tanto|troppo|nessuno|nessuna|tutti|tutte|niente|parecchio|parecchi|per cento)`
const time = `(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|primavera|estate|autunno|inverno|oggi|domani|ieri|dopodomani|stasera|mattina|pomeriggio|sera|settimana|settimane|mese|mesi|anno|anni|giorno|giorni|ora|ore|trimestre|presto|dopo|prima|già|mai|subito|adesso|entro|fine|inizio|metà|prossim[oaie]|scors[oaie]|fa|natale|pasqua|poi|quando|appena)`
const answered: Readonly<Record<Asks, RegExp>> = {
  'yes-no':
    /^ (?:(?:ah|oh|eh|be'|beh|allora|credo|penso|direi|mi sa|secondo me|che io sappia|purtroppo|sinceramente|mi pare|@\S+|per ora|guarda) ,? ?(?:di |che )?)*(?:sì|si|no|certo|certamente|non (?:ancora|tutti|proprio|del|sempre|più|molto|tanto|in|per|è|ci|abbiamo|ne|l'|mi|si|quest')|esatto|assolutamente|solo|in parte|poco|pochi|abbastanza|molto|forse|probabilmente|mai|sempre|quasi|già|purtroppo|alcuni|qualcuno|tutti|nessuno|parecchio|un po'|più o meno|dipende|giusto|ovviamente|di solito|sicuramente|infatti|magari|anche|neanche|il|la|lo|l'|i|gli|le|un|una|è|sono|c'|ci|abbiamo|hanno|ha|erano|era|per)(?: |$)/u,
  who: / (?:@\S+|io|me|noi|mio|nostro|nostra|nessuno|tutti|lui|lei|loro|qualcuno|il|la|l'|tu|voi|quelli|uno|ci) /u,
  when: new RegExp(` ${time} `, 'u'),
  where:
    / (?:in|nel|nella|nello|nei|nelle|nell'|a|al|alla|allo|all'|ai|alle|su|sul|sulla|sullo|sull'|da|dal|dalla|dentro|fuori|qui|lì|là|qua|sotto|sopra|presso|vicino|online|dietro) /u,
  why: / (?:perché|siccome|per|dato|visto|poiché|causa|colpa|motivo|erano|era|è|sono|mancava|mancavano|abbiamo|hanno|il|la|i|le|non) /u,
  'how-many': new RegExp(` (?:l' )?${number} `, 'u'),
  what: /^ \S+ \S+/u,
}
export function italianAnswers(asks: Asks, text: string): boolean {
  return answered[asks].test(text)
}
