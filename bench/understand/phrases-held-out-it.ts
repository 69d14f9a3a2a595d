import { lines, type Phrases } from './bank.ts'
import { verbsHeldOutIt } from './verbs-held-out.ts'

export const phrasesHeldOutIt: Phrases = {
  people: lines(`
    Matteo
    Valentina
    Stefano
    Martina
    Roberto
    Alessia
    Giorgio
    Silvia
    Lorenzo
    Marta
  `),
  verbs: verbsHeldOutIt,
  dues: lines(`
    entro {day} = weekday
    per {day} = weekday
    {day} mattina = weekday
    entro e non oltre {day} = weekday
    al massimo {day} = weekday
    domani mattina = +1
    dopodomani = +2
    in giornata = today
    stasera = today
    entro dieci giorni = +10
    tra una settimana = +7
    prima del fine settimana = week-end
    non più tardi del {ordinal} = ordinal
    il {ordinal} {month} = month-day
    nel corso della settimana prossima = next-week
    il prima possibile = none
  `),
  actions: lines(`
    self:: Allora questo lo prendo io, {faccio} {due}.
    self:: Lasciate fare a me, {faccio} {due}.
    self:: Ok, vado io a {fare} {due}.
    self:: Mi prendo l'impegno di {fare} {due}.
    self:: Ti prometto che {faccio} {due}.
    self:: Guarda, {farò} io {due}, così siamo tranquilli.
    self:: Quello spetta a me, devo {fare} {due}.
    self:: Mi metto subito a {fare} {due}.
    self:: Provvedo io a {fare} {due}.
    self:: Appena finiamo qui {faccio} {due}.
    self:: Mi offro io per {fare} {due}.
    self:: Mi tocca {fare} {due}, lo so.
    named:: Di questo se ne occupa {owner}, che {farà} {due}.
    named:: {owner} mi ha promesso che {fa} {due}.
    named:: {owner} dovrà {fare} {due}.
    named:: Ho chiesto a {owner} di {fare} {due}.
    named:: Per {owner}, segnatevelo: {fare} {due}.
    named:: {owner} si è offerto di {fare} {due}.
    named:: A {owner} il compito di {fare} {due}.
    named +d:: Come dicevamo, sarà {owner} a {fare} {due}.
    named:: {owner} dovrebbe {fare} {due}, prendete nota.
    other:: {owner}, te la senti di {fare} {due}? / Ma certo, ci penso io.
    other:: {owner}, riesci a {fare} {due}? / Sì, ce la faccio.
    other:: {owner}, ti chiederei di {fare} {due}. / Volentieri.
    other:: {owner}, ti va di {fare} {due}? / Come no.
    other:: {owner}, ricordati di {fare} {due}. / Sì sì, me lo sono segnato.
    other:: C'è qualcuno che può {fare} {due}? / Io, ci penso io.
    other:: {owner}, {fai} tu {due}? / Sì, faccio io.
    nobody:: Uno di noi deve {fare} {due}.
    nobody:: Occorre {fare} {due}.
    nobody:: Ci tocca {fare} {due}, ragazzi.
    nobody:: Andrebbe fatta una cosa, {fare} {due}, prendete nota.
  `),
  decisions: lines(`
    Bene, allora si fa {choice}, punto.
    Ci siamo decisi per {choice}.
    Alla fine abbiamo optato per {choice}.
    Abbiamo preso una decisione, cioè {choice}.
    E va bene, scegliamo {choice} e non se ne parla più.
    Il consiglio ha deliberato per {choice}.
    Il direttivo ha votato a favore, quindi {choice}.
    Direi che siamo tutti d'accordo, {choice}. / Sì, tutti.
    Per adesso restiamo con {choice}, deciso.
    Si parte con {choice}, ormai è ufficiale.
    Stamattina abbiamo concordato di passare a {choice}.
    {choice} ha avuto il via libera.
    Eliminiamo {other}, siamo tutti convinti.
    Scartiamo {other} e teniamo {choice}, d'accordo tutti.
    +q:: Allora è {choice}? / Sì, andata. / Perfetto, deciso.
    +q:: Vi va bene {choice}? / A me sì. / Anche a me, allora è fatta.
    Io direi di prendere {choice}. / Per me va bene. / Ok, allora è deciso.
    Siamo arrivati alla conclusione che conviene {choice}, e quindi si fa così.
    D'accordo, allora lasciamo stare {other}.
    Dalla prossima stagione si usa {choice}, questo è stabilito.
    Facciamo {choice}, dai, è deciso.
    Ormai abbiamo scelto, sarà {choice}.
    Come deciso insieme, {choice} sostituisce il resto.
    La scelta è caduta su questo, {choice}.
    Confermato, {choice} si fa.
    Basta, abbiamo deciso, si cambia e si mette {choice}.
  `),
  questions: lines(`
    Quanto manca per finire con {noun}? => Direi ancora un terzo.
    Più o meno di che cifra parliamo per {noun}? => Intorno a {number} cento euro.
    Chi è che segue {noun} di questi tempi? => Soprattutto {name}.
    Da quando va avanti così con {noun}? => Dall'estate, più o meno.
    Cos'è andato storto con {noun}? => Si sono perse le carte, in pratica.
    La gente è contenta di come va, con {noun}? => Pare di sì.
    Si sa qualcosa per {noun}? => Sì, hanno scritto {day}, tutto bene.
    L'assicurazione ha detto qualcosa riguardo {noun}? => Dicono che è coperto.
    Siamo ancora in tempo per cambiare {noun}? => Un pochino, fino a fine stagione.
    Come mai costa così tanto {noun}? => Sono i materiali, sono aumentati.
    Che cosa intendi di preciso con {noun}? => Intendo tutto quanto, dall'inizio alla fine.
    Di chi è stata l'idea per {noun}? => Mi pare di {name}.
    Quante ore a settimana porta via {noun}? => {number}, ora più ora meno.
    Quest'anno controllano anche {noun}? => Sì, in autunno.
    Qual è la cosa che ti preoccupa di più con {noun}? => L'ultimissima parte.
    {name}, com'è andata con {noun}? => Meglio del previsto, a dire il vero.
    Ci sono state proteste per {noun}? => Due, ma della stessa persona.
    Hai una foto che fa vedere {noun}? => Sì, ce l'ho sul telefono.
    Cosa servirebbe per migliorare {noun}? => Soprattutto più braccia.
    C'entra qualcun altro con {noun}? => Solo il comune.
    Qual è l'ultima data utile per {noun}? => Il quindici, credo.
    Se piove cambia qualcosa per {noun}? => Non proprio.
    Negli altri posti come gestiscono {noun}? => Quasi come noi.
    E se salta {noun}, qual è il piano? => C'è una versione più piccola.
    Si può spostare {noun}? => Sì, entro certi limiti.
    Perché l'anno scorso {noun} non c'era? => Non c'erano abbastanza soldi.
    Dov'è finito quel documento che spiega {noun}? => È nell'armadio di sotto.
  `),
  unknowns: lines(`
    Non saprei dirti.
    Eh, questo non lo so.
    Boh, mi spiace.
    Purtroppo a me non l'ha detto nessuno.
    E chi può dirlo.
  `),
  nearMisses: lines(`
    Io non starei a {fare} proprio adesso.
    Figurati se mi metto a {fare} con tutto quello che c'è.
    Avrò già {fatto} due volte.
    Per fortuna avevamo già {fatto} in primavera.
    Lei non voleva nemmeno {fare}.
    L'inverno scorso ho dovuto {fare} ed è stata una fatica.
    Ho pensato se {fare} o no, ma non ne vale la pena.
    Per {noun} siamo ancora in alto mare.
    Non è stato deciso e secondo me non lo sarà tanto presto.
    Preferisco non decidere niente senza gli altri.
    Su quello non ci siamo messi d'accordo.
    q:: Sarà il caso di {fare}?
    q:: Avrebbe senso {fare}?
    q:: Qualcuno ha già {fatto}?
    Staremo a vedere.
    Ci penseremo quando sarà il momento.
    Il tempo dirà.
    Funziona il microfono?
    Si vedono le slide?
    +q:: Chi è appena entrato?
    Sto ancora condividendo?
    Che ci vuoi fare?
    Non è strano come passa il tempo?
    Ma quanto è bello?
    +q:: Avete passato un buon fine settimana?
    Chi l'avrebbe detto che {noun} attirava tanta attenzione?
    Come facevamo a vivere senza {noun}, mi domando a volte.
    In teoria uno potrebbe anche {fare}.
    Se dipendesse da me andrei a {fare}, ma non dipende da me.
    Una volta toccava {fare} ogni mese.
    Magari la prossima volta uno prova a {fare}, chissà.
    Non dico che {noun} sia divertente.
    Lo ammetto, {noun} mi ha fatto venire il mal di testa.
    Non capirò mai {noun}.
    Mettiamola così, {noun} non è una passeggiata.
    Aspettate che trovo gli occhiali.
    Siamo onesti, {noun} non è colpa di nessuno.
    Diciamocelo, {noun} è un bel pasticcio.
    Mia sorella ha deciso di trasferirsi a Trento.
    Era difficile decidere quale torta prendere.
    +d:: Siamo tutti d'accordo che {noun} è una bella cosa.
    Le previsioni danno sole per {day}.
    Con la neve {noun} sarà uno spettacolo.
    Sarà sempre questo il guaio con {noun}.
    Ci vogliono nervi saldi per {noun}.
    Ogni tanto bisogna riderci sopra.
    Mi hanno detto che non è necessario {fare}.
    Nessuno mi ha chiesto di {fare}, tra parentesi.
    Non dobbiamo {fare}, è già a posto.
    +q:: Mi domando se {noun} sia mai stato diverso.
    Il grosso punto interrogativo è {noun}.
    Prendo un po' d'acqua, andate avanti.
    Adesso me ne sto buono.
  `),
  talk: lines(`
    Sono passato a vedere {noun} {day} e mi è parso a posto.
    A mio parere {noun} ha fatto tanta strada.
    Ultimamente c'è stato qualche brontolio per {noun}.
    Ognuno ha la sua opinione quando c'è di mezzo {noun}.
    I dati per {noun} sono saliti un pochino, di {number} o giù di lì.
    {name} mi ha spiegato {noun} {day}, molto utile.
    Mi ha sorpreso la velocità con cui è nato {noun}.
    Ai miei tempi {noun} non esisteva nemmeno.
    Con {noun} è la solita storia, due passi avanti e uno indietro.
    Ci abbiamo perso una vita, tipo {number} serate.
    Ci sono i pro e i contro, come in tutte le cose.
    Alla festa nessuno ha nominato {noun}.
    Sento sempre parlare bene quando si tratta di questo.
    Tutto sommato {noun} è stato una bella sorpresa.
    Il bello è che {noun} va avanti quasi da solo.
    La mia sensazione è che {noun} valga più di quanto si pensi.
    Il mio {day} se n'è andato quasi tutto con {noun}.
    Un mio amico racconta la stessa identica storia.
    L'altra volta {noun} ha fatto un po' di scalpore.
    Sono venute circa {number} persone per {noun}.
    Nel verbale c'è scritto che {noun} è piaciuto ai visitatori.
    Erano sempre le piccole cose a mancare.
  `),
  chat: lines(`
    Il cane mi ha tenuto sveglio mezza notte, portate pazienza.
    Abbiamo provato quel forno nuovo all'angolo, buonissimo.
    Stamattina c'era una coda fino al ponte.
    Oggi la mia linea va e viene.
    Scusate, il campanello, era il postino.
    Qui dentro si gela, ho due maglioni.
    Avrei proprio bisogno di una vacanza.
    Alla piccola è caduto il primo dentino, grande festa.
    Ho finito finalmente quel libro che mi avevi prestato.
    La macchina è di nuovo dal meccanico.
    Quella finestra non chiude mai bene.
  `),
  nods: lines(`
    Certo.
    Mh.
    Eh sì.
    Come no.
    Assolutamente.
    Ho capito.
    Ah, bello.
    Ottimo.
    Lo so.
    Ah, ecco.
    Infatti.
    Eh, appunto.
    Perfetto.
  `),
  openings: {
    'stand-up': 'Buongiorno, facciamo il solito giro veloce e poi si torna al lavoro.',
    review: 'Che bello vedervi tutti, ne è passata di acqua sotto i ponti.',
    'sales call': 'Piacere di conoscervi finalmente, abbiamo sentito tanto del vostro posto.',
    interview: 'Si accomodi pure, è una cosa molto informale.',
    planning: 'Allora, ragazzi, è quel periodo in cui il calendario si riempie.',
    retrospective: 'Dunque, anche questa è passata, ed è un buon momento per ripensarci.',
    lecture: 'Bentornati, oggi si parla di come si fanno queste cose nel mondo vero.',
  },
  turnings: lines(`
    Andando avanti, {noun}.
    E così arriviamo a questo, {noun}.
    Due parole riguardo {noun}.
    Cambiamo discorso, {noun}.
    Veniamo ora ad altro, {noun}.
  `),
  closings: lines(`
    Mi sa che abbiamo detto tutto.
    Grazie mille, è stato un piacere.
    State bene, alla prossima.
  `),
  hesitations: lines(`
    uhm
    beh
    ecco
    mah
    dunque
    praticamente
  `),
  misheard: lines(`
    ponteggio = pomeriggio
    mostra = mostro
    catalogo = cataloga
    reparto = riparto
    rimorchio = rimorso
    programma = pro grammi
    terrazza = terra zia
    lotteria = latteria
    bando = banda
    turno = torno
    coro = cuoro
    deposito = disposto
  `),
}
