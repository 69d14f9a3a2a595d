import { lines } from './bank.ts'

/** The forms of each verb, in the order of the task slots. */
export const verbsOpenEn = lines(`
  fix fixing fixed
  test testing tested
  check checking checked
  write writing written
  review reviewing reviewed
  update updating updated
  send sending sent
  compare comparing compared
  draft drafting drafted
  run running run
  restore restoring restored
  measure measuring measured
  upgrade upgrading upgraded
  document documenting documented
  clean cleaning cleaned
  call calling called
  post posting posted
  prepare preparing prepared
  book booking booked
  analyse analysing analysed
  translate translating translated
  publish publishing published
  sort sorting sorted
  submit submitting submitted
  look looking looked
  invite inviting invited
  order ordering ordered
  redesign redesigning redesigned
  collect collecting collected
  rotate rotating rotated
  remove removing removed
  set setting set
  answer answering answered
`)

export const verbsOpenIt = lines(`
  sistemare sistemo sistemi sistema sistemiamo sistemerò sistemerà sistemato
  testare testo testi testa testiamo testerò testerà testato
  controllare controllo controlli controlla controlliamo controllerò controllerà controllato
  scrivere scrivo scrivi scrive scriviamo scriverò scriverà scritto
  aggiornare aggiorno aggiorni aggiorna aggiorniamo aggiornerò aggiornerà aggiornato
  mandare mando mandi manda mandiamo manderò manderà mandato
  confrontare confronto confronti confronta confrontiamo confronterò confronterà confrontato
  preparare preparo prepari prepara prepariamo preparerò preparerà preparato
  calcolare calcolo calcoli calcola calcoliamo calcolerò calcolerà calcolato
  ripristinare ripristino ripristini ripristina ripristiniamo ripristinerò ripristinerà ripristinato
  misurare misuro misuri misura misuriamo misurerò misurerà misurato
  cancellare cancello cancelli cancella cancelliamo cancellerò cancellerà cancellato
  chiamare chiamo chiami chiama chiamiamo chiamerò chiamerà chiamato
  pubblicare pubblico pubblichi pubblica pubblichiamo pubblicherò pubblicherà pubblicato
  prenotare prenoto prenoti prenota prenotiamo prenoterò prenoterà prenotato
  analizzare analizzo analizzi analizza analizziamo analizzerò analizzerà analizzato
  tradurre traduco traduci traduce traduciamo tradurrò tradurrà tradotto
  ordinare ordino ordini ordina ordiniamo ordinerò ordinerà ordinato
  caricare carico carichi carica carichiamo caricherò caricherà caricato
  verificare verifico verifichi verifica verifichiamo verificherò verificherà verificato
  invitare invito inviti invita invitiamo inviterò inviterà invitato
  rifare rifaccio rifai rifà rifacciamo rifarò rifarà rifatto
  chiedere chiedo chiedi chiede chiediamo chiederò chiederà chiesto
  cambiare cambio cambi cambia cambiamo cambierò cambierà cambiato
  togliere tolgo togli toglie togliamo toglierò toglierà tolto
`)
