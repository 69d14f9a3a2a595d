import { lines } from './bank.ts'

/** The forms of each verb, in the order of the task slots. */
export const verbsHeldOutEn = lines(`
  email emailing emailed
  print printing printed
  phone phoning phoned
  order ordering ordered
  show showing shown
  ring ringing rung
  measure measuring measured
  pay paying paid
  get getting got
  repair repairing repaired
  finalise finalising finalised
  chase chasing chased
  pick picking picked
  sign signing signed
  hang hanging hung
  schedule scheduling scheduled
  forward forwarding forwarded
  cancel cancelling cancelled
  train training trained
  swap swapping swapped
  mark marking marked
  share sharing shared
  reserve reserving reserved
  hand handing handed
  talk talking talked
  taste tasting tasted
  count counting counted
  find finding found
  negotiate negotiating negotiated
  paint painting painted
  upload uploading uploaded
  calibrate calibrating calibrated
  reply replying replied
  book booking booked
  tidy tidying tidied
  ask asking asked
  bake baking baked
  borrow borrowing borrowed
  design designing designed
  bring bringing brought
`)

export const verbsHeldOutIt = lines(`
  spedire spedisco spedisci spedisce spediamo spedirò spedirà spedito
  stampare stampo stampi stampa stampiamo stamperò stamperà stampato
  sentire sento senti sente sentiamo sentirò sentirà sentito
  comprare compro compri compra compriamo comprerò comprerà comprato
  accompagnare accompagno accompagni accompagna accompagniamo accompagnerò accompagnerà accompagnato
  richiamare richiamo richiami richiama richiamiamo richiamerò richiamerà richiamato
  rimisurare rimisuro rimisuri rimisura rimisuriamo rimisurerò rimisurerà rimisurato
  saldare saldo saldi salda saldiamo salderò salderà saldato
  ottenere ottengo ottieni ottiene otteniamo otterrò otterrà ottenuto
  riparare riparo ripari ripara ripariamo riparerò riparerà riparato
  completare completo completi completa completiamo completerò completerà completato
  sollecitare sollecito solleciti sollecita sollecitiamo solleciterò solleciterà sollecitato
  ritirare ritiro ritiri ritira ritiriamo ritirerò ritirerà ritirato
  firmare firmo firmi firma firmiamo firmerò firmerà firmato
  appendere appendo appendi appende appendiamo appenderò appenderà appeso
  fissare fisso fissi fissa fissiamo fisserò fisserà fissato
  girare giro giri gira giriamo girerò girerà girato
  disdire disdico disdici disdice disdiciamo disdirò disdirà disdetto
  formare formo formi forma formiamo formerò formerà formato
  montare monto monti monta montiamo monterò monterà montato
  correggere correggo correggi corregge correggiamo correggerò correggerà corretto
  condividere condivido condividi condivide condividiamo condividerò condividerà condiviso
  riservare riservo riservi riserva riserviamo riserverò riserverà riservato
  consegnare consegno consegni consegna consegniamo consegnerò consegnerà consegnato
  parlare parlo parli parla parliamo parlerò parlerà parlato
  assaggiare assaggio assaggi assaggia assaggiamo assaggerò assaggerà assaggiato
  contare conto conti conta contiamo conterò conterà contato
  trovare trovo trovi trova troviamo troverò troverà trovato
  trattare tratto tratti tratta trattiamo tratterò tratterà trattato
  verniciare vernicio vernici vernicia verniciamo vernicerò vernicerà verniciato
  depositare deposito depositi deposita depositiamo depositerò depositerà depositato
  tarare taro tari tara tariamo tarerò tarerà tarato
  rispondere rispondo rispondi risponde rispondiamo risponderò risponderà risposto
  bloccare blocco blocchi blocca blocchiamo bloccherò bloccherà bloccato
  riordinare riordino riordini riordina riordiniamo riordinerò riordinerà riordinato
  invitare invito inviti invita invitiamo inviterò inviterà invitato
  cucinare cucino cucini cucina cuciniamo cucinerò cucinerà cucinato
  recuperare recupero recuperi recupera recuperiamo recupererò recupererà recuperato
  impaginare impagino impagini impagina impaginiamo impaginerò impaginerà impaginato
  portare porto porti porta portiamo porterò porterà portato
`)
