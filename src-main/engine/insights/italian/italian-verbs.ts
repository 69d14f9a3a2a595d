/** Italian verbs of things to do, in the forms in which people speak of them. */

const regular = `
  sistemare testare controllare aggiornare mandare confrontare preparare calcolare misurare cancellare chiamare pubblicare
  prenotare analizzare ordinare caricare verificare invitare cambiare inviare comprare contattare correggere organizzare
  creare modificare completare terminare finire consegnare firmare stampare fissare programmare pianificare
  documentare registrare segnalare comunicare informare avvisare sollecitare spostare rimandare aggiungere rimuovere
  eliminare installare configurare migrare revisionare rivedere rileggere leggere scrivere riscrivere chiedere richiedere
  rispondere chiudere aprire convocare incontrare parlare presentare illustrare raccogliere scegliere
  valutare stimare ridurre tradurre produrre progettare disegnare implementare sviluppare integrare collegare
  lanciare avviare attivare disattivare ritirare spedire pagare fatturare rimborsare archiviare copiare
  salvare esportare importare scaricare condividere girare inoltrare allegare impostare definire chiarire pulire
  costruire inserire gestire fornire seguire coordinare approfondire studiare esaminare indagare cercare trovare
  recuperare ripristinare sostituire riparare riprovare ricontrollare risolvere ristrutturare semplificare ottimizzare
  automatizzare monitorare tracciare elencare raggruppare classificare riassumere sintetizzare redigere compilare
  consultare negoziare concordare assumere formare intervistare selezionare distribuire assegnare delegare
  portare prendere mettere togliere staccare montare smontare riordinare rinnovare prolungare disdire annullare
  confermare proporre comporre esporre rifare preventivare quotare bloccare sbloccare aumentare abbassare
  alzare tagliare unire dividere separare estrarre filtrare convertire adattare personalizzare stilare
  abbozzare limare rifinire discutere allineare sincronizzare notificare ricordare scansionare fotografare filmare telefonare traslocare trasferire candidare iscrivere versare accreditare saldare riaprire richiamare ricontattare rispedire ristampare rimborsare contare pesare lavare verniciare arredare progettare cablare allestire smaltire raccomandare riscuotere incassare protocollare quietanzare digitare digitalizzare pulire riscrivere ribadire strutturare delineare ridisegnare reimpostare riavviare spegnere accendere collaudare tarare calibrare mappare censire intervenire riunire
  montare pubblicizzare promuovere tenere ottenere sentire provare simulare validare certificare depositare
  trascrivere dettare appuntare annotare etichettare imballare ritoccare rilasciare distribuire noleggiare affittare`
  .trim()
  .split(/\s+/)

/** First, second and third person, first of the plural, and what stands before the endings of the future. */
const irregular: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  fare: ['faccio', 'fai', 'fa', 'facciamo', 'far'],
  rifare: ['rifaccio', 'rifai', 'rifà', 'rifacciamo', 'rifar'],
  dare: ['do', 'dai', 'dà', 'diamo', 'dar'],
  tenere: ['tengo', 'tieni', 'tiene', 'teniamo', 'terr'],
  ottenere: ['ottengo', 'ottieni', 'ottiene', 'otteniamo', 'otterr'],
  togliere: ['tolgo', 'togli', 'toglie', 'togliamo', 'toglier'],
  raccogliere: ['raccolgo', 'raccogli', 'raccoglie', 'raccogliamo', 'raccoglier'],
  scegliere: ['scelgo', 'scegli', 'sceglie', 'scegliamo', 'sceglier'],
  rivedere: ['rivedo', 'rivedi', 'rivede', 'rivediamo', 'rivedr'],
  disdire: ['disdico', 'disdici', 'disdice', 'disdiciamo', 'disdir'],
}
/** Verbs in -ire that take no `isc`. */
const plainIre = new Set(['aprire', 'seguire', 'sentire', 'convertire'])

interface Forms {
  readonly first: ReadonlySet<string>
  readonly second: ReadonlySet<string>
  readonly third: ReadonlySet<string>
  /** As one is told to do it. */
  readonly imperative: ReadonlySet<string>
  readonly ours: ReadonlySet<string>
  readonly infinitive: ReadonlySet<string>
  readonly willDo: ReadonlySet<string>
  /** As one wishes that it is done: `che qualcuno mandi`. */
  readonly wished: ReadonlySet<string>
}

export const italianVerbs: Forms = formsOf([...regular, 'fare', 'dare'])

/** They are said of talk and of heads as often as of things to do. */
export const weakVerbs: ReadonlySet<string> = new Set(
  `parlare ricordare trovare sentire provare seguire cercare tenere portare leggere prendere mettere dare alzare gestire girare
  condividere chiudere aprire confermare rispondere finire aggiungere segnalare contare terminare proporre suggerire premere seguire esporre illustrare concordare discutere incontrare togliere cambiare studiare lanciare filmare presentare fare`
    .split(/\s+/)
    .flatMap((verb) => conjugate(verb).flat()),
)

/** A form as it is said: `mandalo` and `mandami` are `manda`, `mandarlo` is `mandare`. */
export function isForm(forms: ReadonlySet<string>, word: string): boolean {
  if (forms.has(word)) return true
  const bare = word.replace(
    /(?:glie(?:lo|la|li|le|ne)|[mtcv]e(?:lo|la|li|le|ne)|lo|la|li|le|ne|mi|ti|ci|vi|gli|si)$/u,
    '',
  )
  return bare !== word && (forms.has(bare) || forms.has(`${bare}e`) || forms.has(`${bare}re`))
}

function formsOf(infinitives: readonly string[]): Forms {
  const all = infinitives.map(conjugate)
  const each = (at: number): ReadonlySet<string> => new Set(all.flatMap((forms) => forms[at] ?? []))
  return {
    first: each(0),
    second: each(1),
    third: each(2),
    ours: each(3),
    willDo: each(4),
    imperative: each(5),
    infinitive: new Set(infinitives),
    wished: new Set(infinitives.flatMap(wishedOf)),
  }
}

function conjugate(infinitive: string): readonly (readonly string[])[] {
  const own = irregular[infinitive]
  if (own) {
    const [first, second, third, ours, future] = own
    return [
      [first],
      [second],
      [third],
      [ours],
      futures(future),
      [second, third.replace('à', "a'"), 'fai', "fa'"],
    ]
  }
  const stem = infinitive.slice(0, -3)
  if (infinitive.endsWith('rre')) {
    // Tradurre was traducere, proporre was proponere.
    const old = infinitive.endsWith('urre') ? `${stem.slice(0, -1)}uc` : `${stem.slice(0, -1)}on`
    const first = infinitive.endsWith('urre') ? `${old}o` : `${old}go`
    return [
      [first],
      [`${old}i`],
      [`${old}e`],
      [`${old}iamo`],
      futures(infinitive.slice(0, -1)),
      [`${old}i`],
    ]
  }
  if (infinitive.endsWith('are')) {
    const hard = /[cg]$/u.test(stem) ? `${stem}h` : stem
    const soft = stem.endsWith('i') ? stem.slice(0, -1) : stem
    const future = /[cg]i$/u.test(stem) ? `${soft}er` : `${hard}er`
    const second = stem.endsWith('i') ? stem : `${hard}i`
    const ours = stem.endsWith('i') ? `${stem}amo` : `${hard}iamo`
    return [
      [`${stem}o`],
      [second, `${stem}i`],
      [`${stem}a`],
      [ours],
      futures(future),
      [`${stem}a`, `${stem}ate`],
    ]
  }
  const longer = infinitive.endsWith('ire') && !plainIre.has(infinitive) ? `${stem}isc` : stem
  return [
    [`${longer}o`],
    [`${longer}i`],
    [`${longer}e`],
    [`${stem}iamo`],
    futures(infinitive.slice(0, -1)),
    [`${longer}i`],
  ]
}

function wishedOf(infinitive: string): readonly string[] {
  const [first = [], second = []] = conjugate(infinitive)
  return infinitive.endsWith('are') && irregular[infinitive] === undefined
    ? second
    : first.map((form) => form.replace(/o$/u, 'a'))
}

function futures(stem: string): string[] {
  return [`${stem}ò`, `${stem}à`, `${stem}emo`]
}
