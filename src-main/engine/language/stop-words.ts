// oxlint-disable-next-line triple-slash-reference -- the package has no types, and whoever imports this needs them.
/// <reference path="./stopword.d.ts" />
/** Words that hold sentences together and say little by themselves. The only file that knows where the lists come from. */
import { eng, ita } from 'stopword'
import type { RuleLanguage } from './rule-language.ts'

/** What the lists lack: the forms of auxiliaries, pronouns and small words of talk. */
const more = {
  en: `im ive ill id youre youll youve hes shes theyre theyll weve were wont dont doesnt didnt isnt arent cant couldnt
    i'm i've i'll i'd you're you've you'll you'd he's he'll he'd she's she'll she'd it's it'll it'd we're we've we'll we'd
    they're they've they'll they'd that's that'll there's here's what's who's where's how's let's isn't aren't wasn't weren't
    don't doesn't didn't haven't hasn't hadn't won't wouldn't can't couldn't shouldn't mustn't ain't
    not no nor been being does doing done has having will shall may could should must ought us me mine yours ours theirs
    myself yourself himself herself itself ourselves themselves than then too so just very really quite rather again once
    here there why whom whose off above below during until while per via upon within without against between few own
    yes gonna wanna gotta kinda`,
  it: `po' poi già ora adesso allora quindi però ancora sempre mai qui qua lì là così molto molta molti molte poco pochi
    poca poche troppo tanto tanti tanta tante ogni qualche alcuni alcune altro altra altri altre stesso stessa stessi stesse
    nessuno nessuna niente nulla sia né o oppure mentre quando dopo prima durante senza sotto sopra verso fra oltre
    essere avere stato stata stati state fare fatto detto me te sé noi voi loro questa quest' quell' c'è ecco cosa cos'
    com' dov' l' un' d' dell' all' dall' nell' sull' c' s' n' m' t' v' glielo glieli gliela ce se
    puoi può possiamo potete possono posso deve devi devo dobbiamo dovete devono vuoi vuole vogliamo volete vogliono voglio
    sì`,
} as const

const stopWords = { en: listed(eng, more.en), it: listed(ita, more.it) } as const

/** Question words and negations are among them: mind that where they matter. The word is in lower case. */
export function isStopWord(word: string, language: RuleLanguage): boolean {
  return stopWords[language].has(word)
}

function listed(published: readonly string[], ours: string): ReadonlySet<string> {
  return new Set([...published.filter((word) => word !== 'may'), ...ours.split(/\s+/)])
}
