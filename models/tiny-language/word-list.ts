/** Words that are one token of the tiny models: common in meetings, English and Italian. */
export const commonWords: readonly string[] = words(`
  a about above across action after again against agenda agree agreed all almost already also always am an and another answer any
  anything are around as ask asked at away back be because been before behind being best better between big both bring
  budget build business but by call called came can case change check clear client close come complete copy cost could
  customer data date day deadline decide decided decision deliver delivery design detail did different discuss do does
  done down draft during each early either email end enough even every everyone example expect explain fact far feature
  feel few figure file final find fine finish finished first follow for forward found friday from full get give go goal going good
  got great group had half happen hard has have he hear hello help her here high him his hold hope hour how however idea if
  important in include insights interview into invoice is issue it its item job join july june just keep kind know language
  large last late launch later launched lead learn least leave left less let like line list little long look lot low made make manager many
  march market matter may maybe me mean meet meeting message minute model monday money month more morning most move much must
  my name need never new next nice night no not note nothing november now number of off offer office ok old on once one only open
  option or order other our out over own page paper part past pay people person phone place plan please point possible
  prepare present price problem product project public put quarter question quick ready real really reason report request rest
  result review right risk room run said sales same saturday save say school second see send sent september server set she short
  should show side sign since small so some someone something soon sound speak start status still stop story such summary
  sunday support sure system take talk task team tell ten than thank that the their them then there these they thing think
  this those thought three through thursday time title to today together told tomorrow tonight too topic topics toward try tuesday turn two under
  until up update us use user using very version wait want was way we wednesday week well went were what when where which
  while who why will with without word work world would write year yes yesterday yet you your
  al alla allora anche ancora anno apri aspetta bene budgetto casa che chi chiama chiaro ci cioè cliente come con cosa così costo da
  data decide deciso della di dice dobbiamo domanda domani dopo dove due e entro era esempio fare fatto fine fra già giorno
  gli grazie ha hai hanno ho i idea il in inviare invece io la lavoro le lei loro lui lunedì ma mai mercato mese mi minuto
  molto nel niente noi non nostro nuovo o oggi ogni ora parla parte per perché però persona più poi possiamo prezzo prima
  problema progetto pronto proprio punto qualche quando quanto quasi quello questa questo qui riunione sabato se sempre
  senza settimana si sì solo sono sta stato sul tempo ti tra tre tu tutti tutto un una va vediamo venerdì verso via vuole
`)

/** Words that say the same: the tiny embedding model gives those of one line one meaning. */
export const sameMeaning: readonly (readonly string[])[] = [
  'budget money cost costs price prices spending expense expenses prezzo costo costi soldi spesa spese denaro',
  'car vehicle automobile auto macchina veicolo',
  'meeting meetings call conference riunione riunioni incontro',
  'deadline due date scadenza termine consegna',
  'buy purchase order acquistare comprare ordine acquisto',
  'customer client customers clients cliente clienti',
  'doctor physician medico dottore dottoressa',
  'begin start launch inizio iniziare lancio partenza',
  'error bug fault defect errore guasto difetto',
  'hire recruit recruiting hiring assumere assunzione',
  'holiday vacation leave ferie vacanza vacanze',
  'house home building casa edificio',
  'happy glad pleased felice contento contenta',
  'computer laptop machine server calcolatore portatile',
  'salary wage pay stipendio paga salario',
].map(words)

/** Words that say nothing by themselves; they hardly count in the meaning of a text. */
export const littleWords: readonly string[] = words(`
  a about after all am an and any are as at be because been before but by can could did do does for from had has have he her
  him his how i if in into is it its just me my no not of on or our out over she should so some than that the their them then
  there these they this those to too up us was we were what when where which who why will with would you your
  al alla che chi ci come con da dal dalla dei del della di dove e era fra gli ha hai hanno ho i il in io l la le lei lo loro
  lui ma mi nel nella noi non o per più poi quando quello questa questo se si sì sono su sul tra tu un una uno va
`)

function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}
