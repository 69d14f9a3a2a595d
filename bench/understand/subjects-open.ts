import { subjectsOf } from './bank.ts'

/** A product team and those around it. */
export const subjectsOpenEn = subjectsOf(`
  the login page; the session timeout; the password reset; the sign-in flow
  fix the redirect after login; test the password reset on Android; check the session timeout with security; write a migration for the old accounts; review the sign-in copy
  single sign-on; the magic link; the old login form
  Most of the complaints are about the redirect on older phones.
  The session expires after fifteen minutes and people lose what they typed.
  Roughly a third of our users still sign in with a password.
  The magic link was slower than we expected in the test group.

  the pricing page; the annual plan; the discount; the free tier
  update the pricing table; send the new price list to sales; compare our plans with the two competitors; draft an email about the discount; run the numbers for the annual plan
  three tiers; a flat price; the monthly plan
  The free tier brings in a lot of people but very few of them pay.
  The annual plan is about twenty percent cheaper over the year.
  Sales told us the discount confuses people more than it helps.
  Two of the competitors raised their prices in spring.

  the database migration; the staging server; the backup; the read replica
  restore the backup on staging; measure the query times; upgrade the staging server; document the rollback steps; clean up the unused tables
  Postgres; the managed cluster; the old server
  The nightly backup takes almost three hours now.
  The slow queries all hit the same table, the one with the events.
  The replica was behind by several minutes during the whole incident.
  Storage has doubled since the beginning of the year.

  the hiring plan; the second interview; the job ad; the offer letter
  send the offer letter to the designer; call the two references; post the job ad on the website; prepare the questions for the second interview; book a room for the interviews
  the senior candidate; two juniors; an agency
  The backend position has been open for four months.
  We had eleven applications and maybe three of them look interesting.
  The candidate from Turin has a lot of experience with payments.
  The agency charges twenty percent of the first salary.

  the customer survey; the feedback form; the support queue; the satisfaction score
  analyse the survey answers; translate the feedback form; call the five unhappy customers; publish the survey results; sort the support tickets by topic
  the short survey; phone interviews; the in-app form
  The response rate was better than last year, around eighteen percent.
  Many people wrote that they like the search but not the filters.
  The support queue is always longest after the holidays.
  Half of the negative comments mention the mobile app.

  the mobile release; the crash report; the app store listing; the beta group
  submit the build to the store; look into the crash on startup; invite twenty testers to the beta; update the screenshots; write the release notes
  a staged rollout; the hotfix branch; the full release
  The crash only happens on the oldest devices.
  The store review took four days the last time.
  The beta group is quite active, they found two real bugs.
  The download size went up because of the new fonts.

  the marketing budget; the trade fair; the newsletter; the landing page
  book the stand for the trade fair; order new brochures; send the newsletter to the partners; redesign the landing page; collect quotes from two printers
  the smaller stand; online ads; the spring campaign
  The fair cost us a lot and brought four serious leads.
  The newsletter has a decent opening rate but nobody clicks.
  The landing page loads slowly because of the video.
  Print is getting more expensive every quarter.

  the security audit; the access list; the encryption key; the audit report
  rotate the encryption keys; remove the old accounts from the access list; send the audit report to the board; set up alerts for failed logins; answer the auditor's questions
  hardware keys; the external auditor; a yearly audit
  The auditor found nothing serious, mostly paperwork.
  Some people who left last year still had access.
  The report is forty pages and the summary is on page two.
  The keys were created before most of us joined.
`)

export const subjectsOpenIt = subjectsOf(`
  la pagina di accesso; il recupero della password; la sessione; il modulo di registrazione
  sistemare il reindirizzamento; testare il recupero della password; controllare la scadenza della sessione; scrivere la guida per i vecchi account; aggiornare i testi del modulo
  il link via email; il vecchio modulo; l'accesso unico
  Quasi tutte le lamentele riguardano i telefoni più vecchi.
  La sessione scade dopo un quarto d'ora e la gente perde quello che ha scritto.
  Circa un terzo degli utenti usa ancora la password.
  Il link via email nei test era più lento del previsto.

  il listino; il piano annuale; lo sconto; la versione gratuita
  aggiornare la tabella dei prezzi; mandare il nuovo listino ai commerciali; confrontare i piani con i concorrenti; preparare una mail sullo sconto; calcolare il costo del piano annuale
  i tre livelli; il prezzo unico; il piano mensile
  La versione gratuita porta tanta gente ma pochi pagano.
  Il piano annuale costa circa il venti per cento in meno.
  Secondo i commerciali lo sconto confonde più di quanto aiuti.
  Due concorrenti hanno alzato i prezzi in primavera.

  la migrazione del database; il server di prova; il backup; la replica
  ripristinare il backup sul server di prova; misurare i tempi delle query; aggiornare il server di prova; scrivere la procedura di ritorno; cancellare le tabelle inutilizzate
  il cluster gestito; Postgres; il vecchio server
  Il backup notturno ormai dura quasi tre ore.
  Le query lente toccano tutte la stessa tabella.
  La replica era indietro di parecchi minuti durante il guasto.
  Lo spazio occupato è raddoppiato dall'inizio dell'anno.

  il piano delle assunzioni; il secondo colloquio; l'annuncio; la lettera di offerta
  mandare la lettera di offerta alla grafica; chiamare le due referenze; pubblicare l'annuncio sul sito; preparare le domande per il secondo colloquio; prenotare una sala per i colloqui
  la candidata più esperta; due figure junior; l'agenzia
  La posizione è aperta da quattro mesi.
  Sono arrivate undici candidature e forse tre sono interessanti.
  Il candidato di Torino ha lavorato molto sui pagamenti.
  L'agenzia chiede il venti per cento del primo stipendio.

  il questionario; il modulo dei commenti; la coda di assistenza; l'indice di soddisfazione
  analizzare le risposte del questionario; tradurre il modulo dei commenti; chiamare i cinque clienti scontenti; pubblicare i risultati; ordinare le richieste per argomento
  il questionario breve; le interviste telefoniche; il modulo nell'app
  Il tasso di risposta era meglio dell'anno scorso, circa il diciotto per cento.
  Molti scrivono che la ricerca piace ma i filtri no.
  La coda di assistenza è sempre più lunga dopo le ferie.
  Metà dei commenti negativi parla dell'app.

  il rilascio dell'app; il rapporto sui crash; la scheda nello store; il gruppo di prova
  caricare la versione sullo store; verificare il crash all'avvio; invitare venti persone al gruppo di prova; aggiornare le schermate; scrivere le note di rilascio
  il rilascio graduale; la correzione urgente; il rilascio completo
  Il crash succede solo sui dispositivi più vecchi.
  L'ultima volta la revisione dello store è durata quattro giorni.
  Il gruppo di prova è molto attivo e ha trovato due errori veri.
  L'app pesa di più per colpa dei caratteri nuovi.

  il budget per il marketing; la fiera; la newsletter; la pagina di lancio
  prenotare lo stand alla fiera; ordinare i nuovi opuscoli; mandare la newsletter ai partner; rifare la pagina di lancio; chiedere un preventivo a due tipografie
  lo stand piccolo; la pubblicità online; la campagna di primavera
  La fiera è costata molto e ha portato quattro contatti seri.
  La newsletter viene aperta abbastanza ma nessuno clicca.
  La pagina di lancio è lenta per via del video.
  La stampa costa di più ogni trimestre.

  la verifica di sicurezza; la lista degli accessi; la chiave di cifratura; il rapporto finale
  cambiare le chiavi di cifratura; togliere i vecchi account dalla lista; mandare il rapporto al consiglio; preparare gli avvisi per gli accessi falliti; scrivere le risposte per il revisore
  le chiavi fisiche; il revisore esterno; la verifica annuale
  Il revisore non ha trovato niente di grave, più che altro carte.
  Alcune persone uscite l'anno scorso avevano ancora l'accesso.
  Il rapporto è di quaranta pagine e il riassunto sta a pagina due.
  Le chiavi sono state create prima che arrivassimo noi.
`)
