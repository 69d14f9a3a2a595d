import { subjectsOf } from './bank.ts'

/** A hospital, a building site, a museum, a carrier, a school: other people than those of the open bank. */
export const subjectsHeldOutEn = subjectsOf(`
  the night shift; the rota; the ward; the handover sheet
  email the new rota to the nurses; print the handover sheets; phone the agency about weekend cover; order two more monitors; show the trainees around the ward
  the twelve hour shift; the paper chart; the tablet system
  Two of the nurses have been off sick since last Monday.
  The ward was full for nine days out of ten.
  Families keep asking at the desk because the signs are so confusing.
  The handover used to take ten minutes and now it's more like twenty-five.

  the roof; the scaffolding; the delivery of the bricks; the drainage plan
  ring the surveyor about the roof; measure the back wall again; pay the scaffolding invoice; get a permit for the crane; repair the fence on the north side
  slate; clay tiles; the steel frame
  We lost four days to the rain and the ground is still soft.
  The neighbours have been pretty patient with the noise.
  The bricks that came on Tuesday were half a shade too dark.
  The crane driver can only come when the road is closed.

  the exhibition; the catalogue; the ticket desk; the loan from Madrid
  finalise the captions; chase the insurance for the loan; pick up the frames from the workshop; sign the loan agreement; hang the posters at the station
  timed tickets; the east gallery; the audio guide
  Attendance on Sundays has been way above what we imagined.
  The loan papers from Madrid are written in very formal Spanish.
  School groups tend to arrive all at once around ten.
  The lighting in the small room makes everything look yellow.

  the depot; the Lyon route; the fuel card; the new trailer
  schedule the trailer for inspection; forward the fuel bills to accounting; cancel the old fuel cards; train the two new drivers; swap the tyres on the van
  the rail option; the electric van; the overnight run
  Fuel is eating up most of what we earn on that route.
  The Lyon run has been late eleven times since September.
  One driver told me the trailer pulls to the left.
  The depot floods a little whenever there's a storm.

  the timetable; the exam room; the maths syllabus; the parents' evening
  mark the mock exams; share the timetable with the parents; reserve the big hall; hand in the grades; talk to the caretaker about the heating
  mixed groups; the shorter lesson; the online textbook
  Half of year nine forgot their calculators, unbelievable.
  The heating in the exam room rattles the whole time.
  Parents were friendlier than I'd feared.
  The syllabus changed for the third time in five years.

  the menu; the terrace; the supplier from Parma; the reservation book
  taste the three new starters; count the wine in the cellar; find a replacement for the dishwasher; negotiate with the fish supplier; paint the terrace tables
  the tasting menu; the lunch buffet; the card-only till
  Saturday was packed and we turned away twenty people.
  The dishwasher makes a grinding noise on the second rinse.
  Someone left us a lovely review about the gnocchi.
  Cheese prices went through the roof this autumn.

  the grant; the field trip; the lab; the paper with Oslo
  upload the grant application; calibrate the sensors; reply to the reviewers; book the ferry for the field trip; tidy up the sample freezer
  the open-access journal; the larger sample; the older method
  The reviewers were kind, apart from number two.
  Our sensors drift a bit when it's humid.
  The group in Oslo has twice as many samples as we do.
  Last year's trip was basically three days of fog.

  the choir concert; the church hall; the raffle; the programme
  ask the mayor for a few words; bake something for the interval; borrow the piano from the school; design the programme; bring the spare music stands
  the afternoon slot; the bigger hall; the Fauré piece
  Rehearsals have been a bit thin because of the flu.
  The hall echoes terribly when it's empty.
  Last year's raffle paid for the new lights.
  Our tenors are few but brave.
`)

export const subjectsHeldOutIt = subjectsOf(`
  il turno di notte; il reparto; il foglio delle consegne; la sala d'attesa
  spedire i turni alle infermiere; stampare il foglio delle consegne; sentire l'agenzia per i fine settimana; comprare due monitor; accompagnare i tirocinanti in reparto
  il turno da dodici ore; la cartella di carta; il tablet
  Due infermiere sono in malattia da lunedì.
  Il reparto è stato pieno nove giorni su dieci.
  I parenti chiedono sempre allo sportello perché i cartelli confondono.
  Le consegne prima duravano dieci minuti, adesso quasi mezz'ora.

  il tetto; il ponteggio; la consegna dei mattoni; il progetto degli scarichi
  richiamare il geometra; rimisurare il muro di dietro; saldare la fattura del ponteggio; ottenere il permesso per la gru; riparare il recinto a nord
  l'ardesia; il cotto; la struttura in acciaio
  Con la pioggia se ne sono andati quattro giorni e il terreno è ancora molle.
  I vicini hanno avuto tanta pazienza con il rumore.
  I mattoni arrivati l'altro giorno erano un filo troppo scuri.
  Il gruista può venire solo a strada chiusa.

  la mostra; il catalogo; la biglietteria; il prestito da Madrid
  completare le didascalie; sollecitare l'assicurazione per il prestito; ritirare le cornici in laboratorio; firmare il contratto di prestito; appendere le locandine in stazione
  il biglietto a orario; la galleria est; l'audioguida
  La domenica viene molta più gente di quanta ne immaginavamo.
  Le carte da Madrid sono in uno spagnolo molto formale.
  Le scolaresche arrivano tutte insieme verso le dieci.
  Con quelle luci nella sala piccola sembra tutto giallo.

  il deposito; la tratta per Lione; la carta carburante; il rimorchio nuovo
  fissare il collaudo del rimorchio; girare le bollette del gasolio alla contabilità; disdire le vecchie carte; formare i due nuovi autisti; montare le gomme sul furgone
  il treno merci; il furgone elettrico; la corsa notturna
  Il gasolio si mangia quasi tutto quello che guadagniamo lì.
  La corsa per Lione è arrivata tardi undici volte da settembre.
  Un autista dice che il rimorchio tira a sinistra.
  Quando c'è un temporale il deposito si allaga un pochino.

  l'orario; l'aula degli esami; il programma di matematica; la serata con i genitori
  correggere le simulazioni; condividere l'orario con le famiglie; riservare l'aula magna; consegnare i voti; parlare con il bidello del riscaldamento
  i gruppi misti; la lezione breve; il libro digitale
  Mezza terza ha dimenticato la calcolatrice, incredibile.
  Il riscaldamento in quell'aula fa rumore tutto il tempo.
  I genitori sono stati più gentili di quanto temessi.
  Il programma è cambiato tre volte in cinque anni.

  il menù; la terrazza; il fornitore di Parma; il quaderno delle prenotazioni
  assaggiare i tre antipasti nuovi; contare il vino in cantina; trovare una lavastoviglie nuova; trattare con il fornitore del pesce; verniciare i tavoli della terrazza
  il menù degustazione; il buffet di mezzogiorno; la cassa senza contanti
  Sabato era pieno e ne sono rimaste fuori venti persone.
  La lavastoviglie fa un rumore brutto al secondo risciacquo.
  Ci hanno lasciato una recensione bellissima sugli gnocchi.
  Il formaggio quest'autunno è andato alle stelle.

  il bando; l'uscita sul campo; il laboratorio; l'articolo con Oslo
  depositare la domanda per il bando; tarare i sensori; rispondere ai revisori; bloccare il traghetto per l'uscita; riordinare il congelatore dei campioni
  la rivista ad accesso aperto; il campione più grande; il metodo vecchio
  I revisori sono stati gentili, a parte il secondo.
  I sensori con l'umidità sballano un po'.
  A Oslo hanno il doppio dei nostri campioni.
  L'anno passato in pratica sono stati tre giorni di nebbia.

  il concerto del coro; la sala parrocchiale; la lotteria; il programma di sala
  invitare il sindaco per due parole; cucinare qualcosa per l'intervallo; recuperare il pianoforte dalla scuola; impaginare il programma di sala; portare i leggii di riserva
  il pomeriggio; la sala grande; il brano di Fauré
  Alle prove eravamo pochi per via dell'influenza.
  Quella sala rimbomba tantissimo quando è vuota.
  La lotteria dell'altra volta ha pagato le luci.
  I tenori sono pochi ma coraggiosi.
`)
