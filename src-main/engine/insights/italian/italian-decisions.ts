/** What was settled, in Italian. */
import { oneOf } from '../act.ts'
import { anyPattern } from '../task-ways.ts'

const now = `(?:${oneOf('già quindi ormai alla_fine poi infine anche insieme tutti finalmente allora dunque')} )*`
const settles = oneOf(
  `usiamo prendiamo teniamo scegliamo restiamo rimaniamo confermiamo passiamo procediamo proseguiamo adottiamo abbandoniamo lasciamo
  lasciamo_perdere rinunciamo rimandiamo andiamo facciamo manteniamo cambiamo eliminiamo tagliamo useremo prenderemo terremo sceglieremo
  resteremo rimarremo confermeremo passeremo procederemo adotteremo abbandoneremo faremo andremo si_va si_procede si_fa si_usa si_prende si_tiene si_resta si_passa si_parte partiamo
  stabiliamo fissiamo concordiamo accettiamo approviamo bocciamo torniamo sostituiamo preferiamo mettiamo_da_parte diamo_il_via ci_buttiamo ci_fermiamo eliminiamo spostiamo cancelliamo annulliamo puntiamo optiamo scartiamo chiudiamo compriamo sospendiamo`,
)
const settled = [
  `(?:abbiamo|ho|il (?:gruppo|team|consiglio|comitato) ha|la (?:direzione|squadra|maggioranza) ha|si è|è stato|è stata|tutti hanno|avevamo) ${now}(?:deciso|scelto|concordato|stabilito|optato|approvato|convenuto|deliberato|confermato|preso la decisione|preso una decisione|raggiunto un accordo|trovato un accordo|scartato)`,
  `(?:è|resta|rimane|quindi è|sono) ${now}(?:deciso|decisa|stabilito|approvato|approvata|confermato|confermata|concordato)`,
  `(?:siamo|tutti|restiamo|rimaniamo) (?:tutti |quindi |allora )?d'? ?accordo (?:,|su|sul|sulla|per|che|di|nel|così|quindi)`,
  `(?:decisione|deciso|approvato|approvata|concordato|stabilito|confermato|aggiudicato) (?:presa|finale|definitiva|,)`,
  `(?:la|nostra|una) (?:decisione|scelta|conclusione|soluzione scelta)(?: (?:finale|definitiva|presa|nostra|condivisa))? (?:è|resta|rimane|sarà|,)`,
  `(?:ok|okay|allora|quindi|bene|va bene|alla fine|d'? ?ora in poi|da (?:oggi|ora|domani|adesso)(?: in poi)?|dunque|perfetto|e|sì|d'? ?accordo|per ora|in definitiva|in conclusione|a questo punto|insomma|benissimo|da adesso in poi) ,? ?(?:allora |quindi |noi |non )?${settles}(?= )`,
  `(?:andiamo|procediamo|proseguiamo|restiamo|rimaniamo|partiamo|si va|si procede|si resta|si parte|si prosegue|andiamo avanti|si va avanti|continuiamo) (?:avanti )?(?:con|su|sul|sulla|per) `,
  `(?:ci siamo accordati|siamo rimasti|rimaniamo|restiamo) (?:d' accordo |così )?(?:che|per|su|sul|sulla|a|con|di)(?= )`,
  `alla fine (?:abbiamo|si è) (?:preso|tenuto|presa|tenuta|messo|cambiato|comprato|assunto)(?= )`,
  `(?<=^ |, )(?:ok |allora |va bene |quindi |bene |perfetto )?,? ?(?:annulliamo|rimandiamo|cancelliamo|sospendiamo|spostiamo|eliminiamo|chiudiamo|compriamo|assumiamo|rinnoviamo|manteniamo|scartiamo|abbandoniamo)(?= )`,
  `non \\S+iamo .*(?:è definitivo|definitivamente|deciso|è deciso)`,
  `(?:d' ?ora in poi|da oggi(?: in poi)?|da domani(?: in poi)?|da adesso(?: in poi)?|a partire da \\S+) ,? ?(?:\\S+ ){0,3}\\S+iamo(?= )`,
  `(?:quindi|allora|dunque|ok|va bene) ,? ?(?:rimane|resta|vale|si parte|opzione|l' opzione|la opzione|piano|versione|variante|la prima|la seconda|il primo|il secondo)(?= )`,
  `(?:aggiudicat[oa]|confermat[oa]|affare fatto|andata)(?: ,| per)`,
  `(?:facciamo|si fa|faremo) (?:così|come (?:dice|dici|ha detto|proposto|propone|suggerisce)|in questo modo|a questo modo)(?= )`,
  `(?<=^ |, |(?:^| )(?:e|allora|quindi|ok|bene) )(?:usiamo|prendiamo|teniamo|scegliamo|confermiamo|adottiamo|abbandoniamo|scartiamo|manteniamo|lasciamo perdere|rinunciamo|optiamo per|puntiamo su|passiamo a|passiamo al|passiamo alla) `,
  `(?:si (?:prosegue|opta|sceglie|conferma|abbandona|rinuncia|conclude|rimanda|elimina|cambia|adotta))(?= )(?! (?:a|al) (?:parlare|prossim))`,
  `(?:via libera|semaforo verde) (?:a|al|alla|per|su|all')(?= )`,
  `(?:la (?:scelta|decisione) (?:cade|ricade|è caduta|va)) (?:su|sul|sulla|a|per)(?= )`,
  `(?:ci orientiamo|ci accordiamo|ci fermiamo|ci siamo orientati) (?:su|sul|sulla|per|verso)(?= )`,
  `(?:abbiamo un accordo|c' è accordo|l' accordo è|il verdetto è|la linea è|è ufficiale|all' unanimità|tutti favorevoli|tutti a favore|siamo tutti favorevoli)(?= )`,
  `(?:diciamo (?:di )?(?:no|sì) a|optiamo|concludiamo che|resta confermat[oa]|rimane confermat[oa]|resta fissat[oa]|bocciat[oa]|scartat[oa])(?= )`,
  `(?<=^ |, |allora |quindi |ok )(?:non )?(?:faremo|useremo|terremo|prenderemo|sceglieremo|rinnoveremo|cambieremo|parteciperemo|manterremo|compreremo|chiuderemo|apriremo|passeremo) (?!in tempo|mai|fatica|presto|meglio|il punto|sapere)`,
  `(?<=^ (?:(?:ok|allora|quindi|bene|perfetto) ,? ?)+)niente (?!di |da |male|paura|panico|problem)\\S+`,
  `niente (?!di |da |male|paura|panico|problem)(?:\\S+ ){1,4}quest' (?:anno|estate|inverno)`,
  `(?<=^ |, )(?:stabiliamo|fissiamo|concordiamo|accettiamo|approviamo|bocciamo|adottiamo|sostituiamo|diciamo addio|mandiamo in pensione|mettiamo da parte|diamo il via|ci buttiamo|rinunciamo|torniamo (?:a|al|alla)|passiamo (?:a|al|alla|all'))(?= )(?! (?:parlare|prossim|punto|tema|argoment|discorso|altro|slide|vedere|riunione|che|lavorare))`,
  `(?:la scelta è|scelta fatta|è fatta|affare fatto|detto fatto|la scelta è fatta|ho deciso|definito|votato|deciso|ci siamo decisi|decisione)(?= (?:,|per|il|la|l'|le|gli|che|di) )`,
  `(?:siamo arrivati alla conclusione|la conclusione è|siamo giunti alla conclusione|a maggioranza|per maggioranza)(?= )`,
  `(?:è passata|è passato|passa) (?:la|il) (?:proposta|linea|piano|idea|versione)(?= )`,
  `(?:e non se ne parla più|punto e basta|, punto|e chiuso|discorso chiuso|non se ne fa niente|non se ne fa nulla|una volta per tutte)(?= $| con| di| del)`,
  `(?:il|la|lo|l'|i|le|gli) (?:\\S+ ){1,5}(?:lo|la|li|le) (?:prendiamo|teniamo|usiamo|lasciamo|lasciamo perdere|eliminiamo|togliamo|scartiamo|abbandoniamo|confermiamo|adottiamo|rimandiamo|manteniamo|chiudiamo|cancelliamo|facciamo)(?= )`,
  `(?:sì|ok|via|avanti) (?:a|al|alla|all'|con|per) (?=(?:il|la|lo|l'|i|le|gli) )`,
  `(?:salta|è fuori|sono fuori|viene abbandonat[oa]|viene eliminat[oa]|viene sostituit[oa]|resta fuori|esce di scena|va in pensione)(?= (?:$|,))`,
  `vada per `,
  `ci siamo messi d' ?accordo`,
  `(?:da|dal|dalla) (?:lunedì|martedì|mercoledì|giovedì|venerdì|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|mese prossimo|prossimo mese|settimana prossima|prossima settimana|anno prossimo|prossimo anno) ,? ?(?:in poi ,? ?)?(?:\\S+ )?\\S+iamo(?= )`,
  `d' ?ora in avanti `,
  `(?:alla fine )?ha vinto (?=(?:il|la|lo|l'|i|le|gli) )`,
  `(?:allora|quindi|ok|bene) ,? ?(?:ok|è sì|è no|è un sì|è un no) (?:per|a|al|alla)(?= )`,
  `(?:quindi|allora|ok|bene) ,? ?si (?:chiude|resta|rimane|parte|va|fa|tiene|cambia|prende)(?= )`,
  `(?<=^ )si (?:resta|rimane) (?:a|con|su|in)(?= )`,
  `lasciamo (?:il|lo|la|l'|i|le|gli) (?:\\S+ ){1,3}(?:com'|così|come)(?= )`,
  `(?<=^ |, )cambiamo (?:fornitore|sede|data|orario|strumento|nome|piano|strategia|sistema|il|la|lo|l'|i|le)(?= )`,
  `(?:puntiamo|andiamo) (?:su|sul|sulla|sull'|sullo)(?= )`,
  `(?<=^ |, )ci teniamo `,
  `(?:è|è stata|è stato) (?:accettat|approvat|bocciat|confermat|respint)[oa](?= )`,
  `(?:vince|la spunta|passa) (?=(?:il|la|lo|l'|i|le|gli) )`,
  `(?:sarà|facciamo) (?:il|la|lo|l'|i|le|gli) (?:\\S+ ){1,5}(?:allora|quindi|è deciso|d' ?accordo)(?= )`,
  `(?<=^ (?:(?:ok|allora|quindi|bene|va bene) ,? ?)?)(?:niente|basta(?: con)?|stop a|stop al|addio a|addio al|addio alla) (?:\\S+ ){1,6}(?:,|quindi|allora|d' ?ora|è deciso|deciso)(?= )`,
  `non .* più .*(?:è|siamo) (?:deciso|d'? ?accordo)`,
].map((pattern) => new RegExp(`(?<= )${pattern}`, 'gu'))
const anySettled = anyPattern(settled)
const open =
  / (?:non|mai|se|quando|appena|finché|prima|chi|cosa|come|dove|perché|niente|nulla|nessuno|loro|hanno|avevano|voi|avete|forse|magari|propongo|direi|proporrei|potremmo|dovremmo|possiamo|dobbiamo|che (?:se|quando)) (?:ci |lo |la |si )?$/u
const openAnywhere =
  / (?:non (?:\S+ ){0,3}(?:decis|stabilit|concordat|scelt|d'? ?accordo)|(?:dobbiamo|bisogna|dovremmo|devono|devi|possiamo|riesco a|vogliamo|da|dovremo|resta da) (?:ancora |prima )?(?:decidere|scegliere|stabilire|concordare)|(?:hanno|ha|avete|hai|avevano|avrebbero) (?:già )?(?:decis|scelt)[oaie] (?:di|da sol)|(?:di solito|sempre|tutti i giorni|ogni)|^ (?:lo|la|li|le) (?:usiamo|prendiamo|teniamo)|(?:con|per) (?:ordine|calma|gradi)|usiamo (?:la lavagna|questa sala|ancora|già|il microfono|la chat)|lasciamo perdere (?:questo|il|sto) (?:discorso|tema)|chiudiamo (?:la porta|qui|la finestra|la riunione)|rimandiamo (?:la|questa) (?:discussione|questione)|d' ?accordo che (?:è|sia|non|sono)|cambiamo (?:argomento|discorso|tema)|ci teniamo (?:in contatto|molto|tanto|aggiornati)|d'? ?accordo con (?:te|voi|lui|lei|loro|@)|sono d'? ?accordo|se (?:usiamo|facciamo|andiamo|passiamo|teniamo|prendiamo|decid)|(?:passiamo|andiamo) (?:a un altro|al prossimo|oltre|alla prossima|al punto|avanti $|a pranzo|a casa|all' argomento|ad altro|a parlare)|(?:facciamo|prendiamo|prendiamoci|teniamo|faremo) (?:atto|finta|un (?:esempio|attimo|giro|passo|salto|minuto|caffè)|una (?:pausa|prova)|il punto|conto|presente|d' occhio|a meno|fatica|due|in tempo|ciò|il caso|tempo|in modo|che )|(?:lasciamo|mettiamo) (?:stare|che|il caso)|un domani)/u

export function italianDecides(text: string, marked: boolean): boolean {
  if (
    marked ||
    openAnywhere.test(
      text.replace(
        / (?:il|lo) (?:gruppo|team|consiglio|comitato) ha | la (?:direzione|squadra|maggioranza) ha | tutti hanno /u,
        ' abbiamo ',
      ),
    )
  )
    return false
  if (!anySettled.test(text)) return false
  return settled.some((pattern) =>
    Array.from(text.matchAll(pattern)).some(({ index }) => !open.test(text.slice(0, index))),
  )
}

const offered =
  / (?:propongo|proporrei|suggerisco|suggerirei|io direi|direi|voterei|la mia proposta è|consiglio|siete (?:tutti )?d'? ?accordo|siamo (?:tutti )?d'? ?accordo|vi va (?:bene|di)|va bene (?:per tutti|a tutti)|(?:andiamo|facciamo|usiamo|prendiamo|teniamo|scegliamo|restiamo|passiamo|procediamo|confermiamo|rimaniamo|adottiamo|partiamo) (?:con|su|per|così|il|la|lo|l'|i|gli|le|un|una|a|al|alla)|che ne (?:dite|pensate|dici) (?:di|se)|e se (?:usassimo|andassimo|facessimo|prendessimo)) /u
export function italianProposes(text: string): boolean {
  return (
    offered.test(text) &&
    !openAnywhere.test(text.replace(/sono d'? ?accordo|siete d'? ?accordo/u, ' '))
  )
}
