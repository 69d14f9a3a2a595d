/** Who will do what, in English. */
import type { Task } from '../act.ts'
import { anyOf, taskIn, type TaskRules } from '../task-ways.ts'
import { idleTask, noTask, realTask, surely } from './english-verbs.ts'
import { englishWays } from './english-ways.ts'

/** What stands before a task and makes it none: what is supposed, asked, denied or told of others. */
const undone = new RegExp(
  ` (?:${[
    `(?:if|unless|whether|wish|suppose|supposing|imagine|in case|as if|until|till|before|assuming)(?: [^,]*)?`,
    `(?:don't|doesn't|didn't|not|never|nobody|hardly) (?:[\\p{L}']+ ){0,2}(?:think|thinks|believe|believes|sure|say|said|know|see|mean|want|that)(?: [^,]*)?`,
    `(?:why|what|how|where|when|which|who)(?: [^,]*)?`,
    `(?:do|does|did|should|shall|would|will|could|can|may|might|must|is|are|was|were|have|has|had|don't|didn't|not|never|no)`,
    `(?:he|she|they|it|people|everybody|everyone|somebody|someone|[\\p{L}]+s) (?:said|say|says|told|tell|tells|claimed|claims|asked|asks|thought|think|thinks|wrote|writes|heard|believe|hoped|hope|mentioned|wants|wanted)(?: [^,]*)?`,
    `@\\S+ (?:thought|thinks|asked|asks|wondered|hoped|hopes|wishes|believes|feared|claims|claimed|told)(?: [^,]*)?`,
    `(?:i|we|i've|we've) (?:thought|asked|wondered|used to|was|were|wrote|heard|hoped|imagined|felt|feared)(?: [^,]*)?`,
    `(?:maybe|perhaps|possibly|someday) (?:someday )?`,
    `the (?:one|person|guy|people|team) (?:that|who)`,
    `without`,
  ].join('|')}) ?$`,
  'u',
)
const taken =
  /(?: ,)? (?:, no problem|no problem|okay|ok|right|alright|please|for sure|of course|i promise|if that's okay|if you don't mind|promised|i guess|i think|thanks|thank you|all right|then|and (?:then )?(?:we talk again|we'll see|we see)|@\S+ ,? ?please) (?=$)/u
const turn =
  / ,? ?(?:but|because|cause|otherwise|although|though|since|even though|and then (?:we|i)|so that's|so (?:we|you|i|it|that)) .*$/u
const notAfterAll =
  / ,? ?(?:but (?:not|i'm not|i am not|i don't|it was|it wasn't|we don't|we didn't|that's not|i can't|never|who|what|is it)|not (?:now|today|anymore|any more)|or (?:not|should)|if (?:i|we) (?:had|were|could)) /u

/** Said of what nobody really means to do. */
const someday =
  / (?:someday|some day|one day|eventually|sooner or later|at some point in life|in theory|ideally|in a perfect world|in another life|hopefully|would be nice|would have to be|would've|should have|could have|used to|i wish|if only|not really|no need to|no point in|instead of|rather than) /u
const rules: TaskRules = {
  ways: englishWays,
  any: anyOf(englishWays),
  never: [notAfterAll, someday],
  undone,
  tagged: / (?:okay|ok|right|alright|yeah|good|fine) $/u,
  trailing: [turn, taken],
  pronoun: /^(?:\S+ ){0,3}?(?:it|that|this|them|so) /u,
  isDone(word, rest, { verbs, who }, { marked }) {
    if (verbs === 'free') return !talked.has(word)
    if (verbs === 'passive') return !noTask.has(word) && !talked.has(word)
    if (realTask.test(rest) && (who !== 'listener' || marked || !rest.startsWith('get ')))
      return true
    const forms = word.endsWith('ing') ? basesOf(word) : [word]
    if (forms.some((form) => noTask.has(form)) || word.startsWith('@')) return false
    if (verbs === 'sure' && !forms.some((form) => surely.has(form))) return false
    const plain = rest.replace(/^\S+/u, forms[0] ?? word)
    if (idleTask.test(plain) || /^do (?:it|that|this|so) /u.test(plain)) return false
    return /^\S+ (?!(?:it|that|this|so) $)\S+/u.test(plain)
  },
}
/** "It needs to be said", "that has to be seen": nothing to do. */
const talked = new Set(
  'said seen understood told noted mentioned admitted remembered respected considered honest excited interested prepared tired allowed made different patient silent present done fine fun perfect recorded enough next'.split(
    ' ',
  ),
)

export function englishTask(text: string, marked: boolean, timed: boolean): Task | null {
  return taskIn(text, { marked, timed }, rules)
}

/** What `preparing`, `running` and `sending` may come from. */
function basesOf(word: string): string[] {
  const stem = word.slice(0, -3)
  return [
    stem,
    `${stem}e`,
    /(.)\1$/u.test(stem) ? stem.slice(0, -1) : stem,
    stem.replace(/y$/u, 'ie'),
  ]
}
