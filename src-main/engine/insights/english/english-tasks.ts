/** Who will do what, in English. Patterns over classes of words: persons, what obliges, what is done. */
import { oneOf, type Doer, type Task } from '../act.ts'
import { idleTask, noTask } from './english-idle.ts'

const adverb = oneOf(
  `also just then definitely certainly personally happily gladly actually quickly probably surely really simply first finally
  still gonna now later_today of_course for_sure absolutely at_least maybe_just`,
)
const adverbs = `(?:,? ?${adverb},? )*`
/** Between who and what: `go ahead and`, `make sure to`, `try to`. */
const lightly = `(?:(?:go ahead and|make sure (?:to|that i|i|we)|try to|try and|be able to|be sure to|have to|need to|be the one to|be in charge of|be happy to|take that one and|take this one and|take it and|take that and|jump in and|be responsible for|sit down and|get together and|see if i can|see that i) ${adverbs})*`
const ways = {
  mine: oneOf(
    `i'll i_will i'm_going_to i_am_going_to i'm_gonna i_am_gonna i_need_to i_have_to i've_got_to i_have_got_to i_gotta i_must
    i'll_have_to i'll_need_to i_still_need_to i_still_have_to i'd_better i_promise_to i_plan_to i_intend_to
    i'm_planning_to i_am_planning_to i_promise_i'll i_promise_that_i'll i_commit_to i'm_supposed_to i'm_about_to
    i_volunteer_to i'm_happy_to i_am_happy_to i'd_be_happy_to i'd_be_glad_to i'm_on_the_hook_to i_agreed_to i_owe_it_to_you_to i_shall
    it's_on_me_to it_is_on_me_to it's_up_to_me_to it's_my_job_to my_action_item_is_to my_next_step_is_to my_task_is_to
    my_job_is_to my_to-do_is_to my_todo_is_to my_action_is_to my_plan_is_to leave_it_to_me_to leave_it_with_me_to count_on_me_to`,
  ),
  mineDoing: oneOf(
    `i'll_take_care_of i_will_take_care_of i'll_be i_will_be i'll_start i'll_handle i'm_taking_care_of i_take_care_of
    i'm_responsible_for i_am_responsible_for i'm_in_charge_of i'm_on i'll_look_after i'll_take_on i'll_own`,
  ),
  ours: oneOf(
    `we_need_to we_have_to we've_got_to we_gotta we_must we_still_need_to we_still_have_to
    we_ought_to we'll_have_to we'll_need_to we_will_need_to we_will_have_to
    somebody_has_to someone_has_to somebody_needs_to someone_needs_to somebody_should someone_should somebody_must someone_must
    somebody_will_have_to someone_will_have_to one_of_us_has_to one_of_us_needs_to one_of_us_should one_of_us_must
    somebody_ought_to someone_ought_to it's_important_to it_is_important_to it's_necessary_to
    the_next_step_is_to next_step_is_to next_steps_are_to action_item_is_to the_action_item_is_to the_action_is_to our_next_step_is_to
    there's_still_the_need_to what's_left_is_to what_remains_is_to the_team_has_to the_team_needs_to the_team_will`,
  ),
  yours: oneOf(
    `can_you could_you will_you would_you can_you_please could_you_please would_you_please will_you_please can_you_maybe
    could_you_maybe could_i_ask_you_to can_i_ask_you_to may_i_ask_you_to i_need_you_to i'd_like_you_to i_would_like_you_to i_want_you_to
    i'd_ask_you_to you_need_to you_have_to you_should you_must you'll_need_to you'll_have_to you_will_have_to you'll
    you_will you're_going_to please would_you_be_able_to would_you_be_so_kind_as_to could_you_possibly can_you_also could_you_also
    are_you_able_to make_sure_to make_sure_you don't_forget_to do_not_forget_to remember_to be_sure_to please_remember_to
    please_make_sure_to you_could you_can would_you_be_okay_to i'd_appreciate_it_if_you i'd_appreciate_if_you it_would_be_great_if_you_could
    it'd_be_great_if_you_could it_would_be_good_if_you_could if_you_could`,
  ),
  yoursDoing: oneOf(
    `would_you_mind do_you_mind how_about_you can_you_take_care_of could_you_take_care_of can_you_handle could_you_handle`,
  ),
  theirs: oneOf(
    `will is_going_to is_gonna needs_to has_to must is_supposed_to has_agreed_to agreed_to has_promised_to
    promised_to volunteered_to has_volunteered_to offered_to has_offered_to plans_to is_planning_to intends_to
    will_have_to will_need_to still_needs_to still_has_to has_got_to is_to is_about_to is_meant_to said_they_would said_they'd said_they_will said_they'll
    said_she_would said_she'd said_she_will said_she'll said_he_would said_he'd said_he_will said_he'll
    confirmed_they_will confirmed_they_would promised_they_would promised_that_they_would to ought_to`,
  ),
  theirsDoing: oneOf(
    `takes_care_of will_take_care_of is_taking_care_of is_responsible_for is_in_charge_of will_be_responsible_for
    will_be_in_charge_of is_on handles will_handle looks_after will_look_after takes_over is_taking_over will_start will_be owns`,
  ),
}
const name = '@\\S+(?: @\\S+)?'
const verb = `(?<verb>[\\p{L}'-]+)(?= )`
const ing = `(?<verb>[\\p{L}-]+ing)(?= )`
const named = `(?<name>${name})`
const ed = `(?<verb>[\\p{L}-]+(?:ed|en|nt|ne|t|de|wn|ut))(?= )`

/** Which of the verbs a way of saying it lets pass: any but idle ones, or only those that are surely something to do. */
interface Way {
  readonly pattern: RegExp
  readonly who: Doer['who']
  readonly verbs: 'any' | 'sure'
  /** It is put as a question, so a question mark says nothing against it. */
  readonly request: boolean
  /** Only where a time is said. */
  readonly timed: boolean
}

function way(who: Doer['who'], how: string, pattern: string): Way {
  return {
    who,
    pattern: new RegExp(`(?<= )${pattern}`, 'gu'),
    verbs: how.includes('sure') ? 'sure' : 'any',
    request: how.includes('request'),
    timed: how.includes('timed'),
  }
}

const comma = ' ?,? ?'
const list: readonly Way[] = [
  way(
    'named',
    'any',
    `(?:action(?: item| point)?|to-do|todo|task|next step|follow-up|homework)s? (?:is )?(?:for|on|goes to|with) ${named}${comma}(?:is |will be |would be )?(?:to )?${verb}`,
  ),
  way('named', 'any', `(?:it's|that's|it is|this is) (?:on|up to|for) ${named}${comma}to ${verb}`),
  way(
    'named',
    'any',
    `(?:i'd like|i would like|i want|i need|we need|we want|we'd like|let's get|let's ask|i'll ask|i will ask|we should ask|we'll ask|get|ask|tell|remind|i'll get) ${named} to ${verb}`,
  ),
  way('named', 'sure', `(?:let's have|i'll have|we'll have|have|let) ${named} ${verb}`),
  way(
    'named',
    'any request',
    `${named}${comma}(?:(?:please|okay|so|then|maybe) ,? ?)?${ways.yours} (?:please )?${adverbs}${lightly}${verb}`,
  ),
  way('named', 'any request', `${named}${comma}(?:please )?${ways.yoursDoing} ${ing}`),
  way('named', 'sure request', `${named} , (?:please )?${verb}`),
  way(
    'named',
    'any request',
    `${ways.yours} (?:please )?${adverbs}${lightly}${verb}[^,]*,? ?${named} (?=(?:, )?(?:please )?$)`,
  ),
  way(
    'named',
    'any request',
    `${ways.yoursDoing} ${ing}[^,]*,? ?${named} (?=(?:, )?(?:please )?$)`,
  ),
  way('named', 'any', `${named} (?:and (?:i|me|${name}) )?${adverbs}${ways.theirsDoing} ${ing}`),
  way(
    'named',
    'any',
    `${named} (?:and (?:i|${name}) )?${adverbs}${ways.theirs} ${adverbs}${lightly}${verb}`,
  ),
  way(
    'named',
    'sure',
    `${named} (?:and (?:i|${name}) )?(?:can|should|shall|could) ${adverbs}${lightly}${verb}`,
  ),
  way('named', 'any', `(?<name>@\\S+)'ll ${adverbs}${lightly}${verb}`),
  way('named', 'sure timed', `${named} is ${adverbs}${ing}`),
  way(
    'volunteer',
    'any request',
    `who (?:can|could|will|would|wants to|is going to|'s going to|would like to|has time to|volunteers to|is able to|is up for|takes care of) (?:please )?${lightly}${verb}`,
  ),
  way(
    'volunteer',
    'any request',
    `(?:can|could|would|will) (?:somebody|someone|anybody|anyone|one of you|one of us|any of you) (?:please )?${lightly}${verb}`,
  ),
  way('speaker', 'any', `${ways.mineDoing} ${lightly}${ing}`),
  way('speaker', 'any', `${ways.mine} ${adverbs}${lightly}${verb}`),
  way('speaker', 'sure', `(?:i can|i should|i want to|let me|i could) ${adverbs}${lightly}${verb}`),
  way('speaker', 'sure timed', `i'm ${adverbs}${ing}`),
  way(
    'nobody',
    'any',
    `(?:action(?: item| point)?|to-do|todo|next step|follow-up)s? ,? ?(?:is |will be )?(?:to )?${verb}`,
  ),
  way('nobody', 'any', `${ways.ours} ${adverbs}${lightly}${verb}`),
  way(
    'nobody',
    'sure',
    `(?:let's|we should|we will|we'll|we're going to|we are going to|we could) ${adverbs}${lightly}${verb}`,
  ),
  way('nobody', 'any', `(?:[\\p{L}'-]+ ){1,3}(?:needs|has|have|need) to be ${ed}`),
  way('listener', 'any request', `${ways.yoursDoing} ${ing}`),
  way('listener', 'sure request', `${ways.yours} (?:please )?${adverbs}${lightly}${verb}`),
]

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

/** The first thing to do that a line speaks of. `timed`: a time is said in it. */
export function englishTask(text: string, marked: boolean, timed: boolean): Task | null {
  if (notAfterAll.test(text)) return null
  const tagged = / (?:okay|ok|right|alright|yeah|good|fine) $/u.test(text)
  for (const { pattern, who, verbs, request, timed: needsTime } of list) {
    if ((marked && !request && !tagged) || (needsTime && !timed)) continue
    for (const match of text.matchAll(pattern)) {
      const word = match.groups?.['verb'] ?? ''
      const from = match.index + match[0].lastIndexOf(` ${word}`, verbAt(match[0], word)) + 1
      if (!isDone(word, text.slice(from), verbs) || undone.test(text.slice(0, match.index)))
        continue
      const name = match.groups?.['name']
      const doer: Doer =
        who === 'named' ? { who, at: match.index + match[0].indexOf(name ?? '@') } : { who }
      return { doer, from, to: endOf(text, from) }
    }
  }
  return null
}

/** The verb stands where the first one of its spelling can, behind who does it. */
function verbAt(matched: string, word: string): number {
  const parts = matched.split(` ${word} `)
  return parts.length > 1 ? (parts[0]?.length ?? 0) : matched.length
}

function isDone(word: string, rest: string, verbs: Way['verbs']): boolean {
  const base = word.endsWith('ing') ? baseOf(word) : [word]
  if (base.some((form) => noTask.has(form)) || word.startsWith('@')) return false
  if (verbs === 'sure' && !base.some((form) => surely.has(form))) return false
  const plain = rest.replace(/^\S+/u, base[0] ?? word)
  return (
    !idleTask.test(plain) &&
    /^\S+(?: (?!it $|that $|this $|so $)\S+)/u.test(plain) &&
    !/^do (?:it|that|this|so) /u.test(plain)
  )
}

/** What `preparing`, `running` and `sending` may come from. */
function baseOf(word: string): string[] {
  const stem = word.slice(0, -3)
  return [
    stem,
    `${stem}e`,
    /(.)\1$/u.test(stem) ? stem.slice(0, -1) : stem,
    stem.replace(/y$/u, 'ie'),
  ]
}

function endOf(text: string, from: number): number {
  let task = text.slice(from).replace(turn, ' ')
  for (let cut = task.replace(taken, ' '); cut !== task; cut = task.replace(taken, ' ')) task = cut
  return from + task.length
}

/** Verbs of things that are done, handed over and finished: where the frame alone is no proof. */
const surely = new Set(
  `send sends write draft prepare check fix test review update call email mail book schedule organise organize arrange create
  make build finish complete submit publish share_with order buy collect compare measure analyse analyze translate document
  clean sort set invite answer reply forward upload download deploy release install configure implement design redesign
  remove delete add move merge refactor investigate research contact ask tell remind ping follow get find gather confirm
  verify validate report present post print sign pay invoice deliver ship hire interview train migrate upgrade restore
  back archive rename replace rewrite reschedule cancel close open file register request propose prototype sketch record
  edit proofread format plan estimate calculate count evaluate assess negotiate renew extend draft outline summarise
  summarize circulate distribute transfer assign coordinate handle run monitor track log rotate tidy clarify discuss
  speak bring take look pick put set talk sync align chase escalate double-check recheck rework redo reach hand`.split(
    /\s+/,
  ),
)
