import { lines, type Phrases } from './bank.ts'
import { verbsOpenIt } from './verbs-open.ts'

export const phrasesOpenIt: Phrases = {
  people: lines(`
    Giulia
    Marco
    Chiara
    Luca
    Francesca
    Paolo
    Sara
    Andrea
    Elisa
    Davide
  `),
  verbs: verbsOpenIt,
  dues: lines(`
    entro {day} = weekday
    entro {day} = weekday
    entro domani = +1
    domani = +1
    entro fine settimana = week-end
    entro fine mese = month-end
    prima di {day} = weekday
    {day} = weekday
    tra due settimane = +14
    entro il {ordinal} = ordinal
    entro il {ordinal} {month} = month-day
    oggi pomeriggio = today
    la settimana prossima = next-week
  `),
  actions: lines(`
    self:: {farò} {due}.
    self:: Io {faccio} {due}.
    self:: Ci penso io a {fare} {due}.
    self:: Devo {fare} {due}.
    self:: Mi occupo io di {fare} {due}.
    self:: Va bene, {faccio} {due} e poi ne riparliamo.
    self:: Allora io {farò} {due}.
    self:: Posso {fare} io {due}.
    self:: Mi impegno a {fare} {due}.
    self:: Mi segno di {fare} {due}.
    named:: {owner} {farà} {due}.
    named:: {owner} deve {fare} {due}.
    named:: {owner} si occupa di {fare} {due}.
    named:: Allora {owner} {fa} {due}.
    named:: Ci pensa {owner} a {fare} {due}.
    named:: Da fare per {owner}: {fare} {due}.
    named:: Tocca a {owner} {fare} {due}.
    named +d:: Siamo d'accordo che {owner} {fa} {due}.
    named:: {owner} ha detto che {fa} {due}.
    other:: {owner}, puoi {fare} {due}? / Sì, certo.
    other:: {owner}, potresti {fare} {due}? / Va bene, lo faccio.
    other:: Puoi {fare} {due}, {owner}? / Sì, nessun problema.
    other:: {owner}, mi {fai} {due}? / Sì, ci penso io.
    other:: {owner}, per favore {fai} {due}. / Ok.
    other:: {owner}, dovresti {fare} {due}. / D'accordo.
    other:: Chi può {fare} {due}? / Lo faccio io.
    nobody:: Bisogna {fare} {due}.
    nobody:: Qualcuno deve {fare} {due}.
    nobody:: Dobbiamo {fare} {due}.
    nobody:: C'è da {fare} {due}.
  `),
  decisions: lines(`
    Abbiamo deciso di usare {choice}.
    Allora è deciso, prendiamo {choice}.
    Ok, andiamo con {choice}.
    Abbiamo scelto {choice} al posto dell'alternativa.
    La decisione è {choice}.
    Teniamo {choice} e lasciamo perdere {other}.
    Decisione presa: {choice}.
    Siamo d'accordo, si va con {choice}.
    Si è deciso di tenere {choice}.
    D'ora in poi usiamo {choice}.
    Quindi confermiamo {choice}.
    Va bene, allora facciamo con {choice}.
    Alla fine scegliamo {choice}, non {other}.
    Abbiamo concordato di abbandonare {other}.
    Non facciamo più {other}, è deciso.
    Abbiamo stabilito che restiamo con {choice}.
    Il gruppo ha deciso per {choice}.
    +q:: Andiamo con {choice}? / Sì, facciamo così.
    +q:: Siete tutti d'accordo per {choice}? / Sì, d'accordo.
    Propongo di usare {choice}. / D'accordo. / Bene, allora facciamo così.
    Quindi la scelta finale è {choice}.
    Approvato, si procede con {choice}.
    Resta deciso che {choice} è la strada giusta.
    Abbiamo deciso di non fare {other}.
    Allora rimaniamo su questa linea, {choice} e basta.
  `),
  questions: lines(`
    Quando sarà pronto tutto per {noun}? => Il mese prossimo, penso.
    Chi lavora adesso su questa cosa, cioè {noun}? => Ci lavora {name} con un collega.
    A che punto siamo con {noun}? => Siamo a circa l'ottanta per cento.
    Quanto è costato tutto il lavoro per {noun}? => Circa {number} mila euro.
    Perché ci vuole così tanto per {noun}? => Perché i requisiti sono cambiati due volte.
    Dove teniamo i documenti per {noun}? => Sono nella cartella condivisa.
    Abbiamo dei numeri per {noun}? => Sì, erano nell'ultimo rapporto.
    Il contratto comprende anche {noun}? => No, è a parte.
    Qualcuno ha parlato con il cliente per {noun}? => Sì, {name} ci ha parlato {day}.
    Quante persone hanno visto {noun} finora? => Più o meno {number}.
    Quale versione usano per {noun}? => Quella della primavera scorsa.
    Abbiamo provato {noun} con utenti veri? => Non ancora, solo tra di noi.
    Che succede con {noun} se tagliano i fondi? => Rimane, ma più in piccolo.
    Quanto dura di solito il lavoro per {noun}? => Due o tre giorni.
    Ci sono dei rischi con {noun}? => Il rischio principale sono i tempi.
    Chi ha approvato {noun}? => Credo {name}.
    Cosa dicono i clienti quando vedono {noun}? => In generale sono contenti.
    C'è un motivo per cui {noun} non è mai finito in produzione? => Erano finiti i soldi.
    Sai se {noun} è ancora nel piano? => Sì, per l'autunno.
    Quando abbiamo guardato {noun} l'ultima volta? => A marzo, mi pare.
    {name}, cosa ne pensi per {noun}? => A me sembra una buona cosa.
    Come funziona {noun} senza internet? => Solo in parte.
    Quanti giorni servono per {noun}? => Almeno {number}.
    Gli altri gruppi usano {noun}? => Poco, più che altro l'assistenza.
    Avete già visto {noun}? => Sì, {day}.
  `),
  unknowns: lines(`
    Non lo so.
    Bella domanda, non ne ho idea.
    Sarebbe da capire.
    Non lo sa ancora nessuno.
    Non sono sicuro, sinceramente.
  `),
  nearMisses: lines(`
    Io non {faccio}, adesso non ha senso.
    Non {farò} un'altra volta.
    L'ho mandato ieri.
    Ho già {fatto} la settimana scorsa.
    {name} ha già {fatto}.
    Non abbiamo ancora deciso per {noun}.
    Oggi non possiamo decidere.
    Non è ancora deciso niente.
    q:: Dovremmo {fare}?
    q:: Vogliamo {fare}?
    q:: Hai {fatto}?
    Vedremo.
    Vediamo cosa succede con {noun}.
    Mi sentite?
    Vedete il mio schermo?
    +q:: Ci siamo tutti?
    Capisci cosa intendo?
    Chi lo sa, no?
    Bello, vero?
    +q:: Come stai oggi?
    Ma chi è che non vorrebbe {noun}, dai.
    Io mi chiedo perché {noun} sia fatto così.
    Non mi sognerei mai di {fare} senza chiedere.
    Se avessi più tempo mi metterei a {fare}.
    Forse un giorno qualcuno si metterà a {fare}.
    Volevo {fare}, ma poi non serviva.
    Sarò sincera, {noun} mi ha sorpreso.
    Ve lo dico di nuovo, {noun} non è una cosa semplice.
    Fammi pensare.
    Aspetta che condivido lo schermo.
    Mettiamo che {noun} costi il doppio.
    Hanno deciso di andarsene prima che arrivassi io.
    Non riesco a decidere cosa mangiare a pranzo.
    Sono d'accordo con te su tutto.
    {day} piove, dicono.
    L'anno prossimo {noun} costerà di più.
    La gente si lamenterà comunque per {noun}.
    Bisogna dire che {noun} è una cosa vecchia.
    Devi capire che {noun} esiste da tanto.
    Secondo me non serve {fare}.
    Nessuno deve {fare}, era un malinteso.
    Potrei {fare}, ma non so se vale la pena.
    La domanda è come si trova la gente con {noun}.
    Torno subito.
    Adesso sto zitto.
    Devo dire che {noun} mi piace.
  `),
  talk: lines(`
    Ho guardato di nuovo {noun} {day} e andava bene.
    Dal mio punto di vista {noun} è messo bene.
    C'è stata una lunga discussione per {noun} nell'altro gruppo.
    Secondo me {noun} è la parte più importante.
    I numeri per {noun} sono un po' più bassi dell'altra volta.
    {name} mi ha mostrato {noun} {day} e mi ha colpito.
    Sinceramente {noun} era più difficile di quanto sembri.
    Se ricordo bene {noun} esiste da circa due anni.
    Abbiamo avuto qualche problema con {noun} ma ormai è passato.
    Ci abbiamo messo {number} ore per capire {noun}.
    Da una parte {noun} è utile, dall'altra costa parecchio.
    La cosa interessante è che con {noun} nessuno si è lamentato.
    Quando parlo con la gente tutti nominano {noun}.
    Rispetto all'anno scorso {noun} va molto meglio.
    Quello che mi piace è che {noun} è una cosa semplice.
    Ci sono circa {number} punti aperti per {noun}.
    Ho passato quasi tutto {day} con {noun}.
    È un po' la stessa storia che con {noun}.
    Nella vecchia azienda avevamo qualcosa di simile.
    Ho l'impressione che {noun} riceva poca attenzione.
  `),
  chat: lines(`
    La macchinetta del caffè al nostro piano è rotta di nuovo.
    Sono stata in montagna nel fine settimana ed è stato bellissimo.
    Il treno stamattina era in ritardo, come sempre.
    Mio figlio ha iniziato la scuola e a casa c'è un po' di confusione.
    Fa caldissimo in questa stanza.
    Scusate, avevo il microfono spento.
    La tua immagine si era bloccata un attimo.
    C'è un po' di rumore di fondo, scusate.
    Ho mangiato un panino alla scrivania.
    Le sedie nuove sono comode, non me l'aspettavo.
  `),
  nods: lines(`
    Sì.
    Ok.
    Eh già.
    Giusto.
    Esatto.
    È vero.
    Capito.
    Ha senso.
    Interessante.
    Bene.
    Sì sì, certo.
    Ah, davvero.
    Ci sta.
  `),
  openings: {
    'stand-up':
      'Buongiorno a tutti, questa è la riunione del mattino, quindi solo la versione breve.',
    review: "Benvenuti alla revisione, ripercorriamo quello che è successo dall'ultima volta.",
    'sales call':
      'Grazie per il tempo che ci dedicate, siamo contenti di raccontarvi cosa facciamo.',
    interview: 'Grazie di essere venuta, è una chiacchierata per conoscerci.',
    planning: 'Ciao a tutti, oggi parliamo delle prossime settimane.',
    retrospective:
      'Ciao a tutti, oggi guardiamo indietro alle ultime settimane, nel bene e nel male.',
    lecture: 'Buon pomeriggio, questa lezione racconta come vanno in pratica questi progetti.',
  },
  turnings: lines(`
    Ok, prossimo punto: {noun}.
    Passiamo a un altro tema, {noun}.
    L'argomento successivo è {noun}.
    Adesso {noun}.
    E con questo abbiamo finito, ora {noun}.
  `),
  closings: lines(`
    Benissimo, da parte mia è tutto.
    Grazie a tutti e buona giornata.
    Ciao ciao, a presto.
  `),
  hesitations: lines(`
    ehm
    eh
    cioè
    diciamo
    insomma
    tipo
  `),
  misheard: lines(`
    listino = il vestino
    backup = becca
    budget = bagget
    questionario = questo nario
    crash = cresce
    newsletter = niusletter
    sessione = stazione
    rilascio = il laccio
    replica = repubblica
    sconto = scontro
    modulo = nodulo
    fiera = fiero
  `),
}
