/** Words with which sentences about a meeting begin and that are nobody's name, in English and Italian. */
const english = `
  a about according action actions after again all also although an and another any anyone approval are as ask asked at
  attendees because before both budget but by call clarify client clients colleagues company concern concerns confirm
  consider continue customer customers deadline decide decided decision decisions deliver discussed discussion due each
  either everybody everyone except finally first focus follow following for from further given group he her here his how
  however i idea if in instead issue issues it its key last later launch let main management manager many maybe meeting
  meetings most move my need new next no nobody none not nothing now of on once one only open or other others our
  overall participants people plan planned plans please points possible prepare problem problems progress project
  proposal question questions ready regarding release review risks schedule second send several she should since so some
  somebody someone something speaker speakers status still suggested summary support sure task tasks team teams that the
  their then there therefore these they this those three to today together tomorrow topic topics two under until update
  updates users we well what when where whether which while who whoever why will with without work yes yesterday yet you
  your`
const italian = `
  a abbiamo agli ai al alcuni alcune alla alle allora altri anche ancora approvato attivita azione azioni azienda bisogna
  budget ce chi chiarire ci cio cliente clienti col come con confermare confermato consegna continuare cosa cosi da dai
  dal dalla decidere decisione decisioni deciso dei del della delle deve devono di discussione discusso domanda domande
  dopo dove due e ed era essere fare fino gli gruppo ha hanno i idea il importante in incontro infine inoltre invece io
  la le lei lo loro ma manca mentre nei nel nella nelle nessuno non nuova nuovo ogni oltre ora ordine partecipanti per
  perche pero persone piano piu poi possibile preparare prima problema problemi progetto prossima prossimo proposta
  punti quale quali quando quanto questa queste questi questo qui quindi resta restano revisione riguardo rimane riunione
  se secondo sempre si solo sono stato stata su sul sulla tema temi tra tre tutti tutto un una uno utenti va verra viene
  vengono verifica verificare vi`

const words: ReadonlySet<string> = new Set(`${english} ${italian}`.trim().split(/\s+/u))

export function isOrdinary(folded: string): boolean {
  return words.has(folded)
}
