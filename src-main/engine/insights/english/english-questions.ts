/** What is asked and answered, in English. */
import type { Asks, EndMark } from '../act.ts'

const opening = `(?:(?:and|so|but|okay|ok|well|now|then|right|yeah|yes|no|sorry|hey|just|quick question|question|one more question|one question|wait|hold on|tell me|by the way|again|also|@\\S+|guys|everyone) ,? ?)*`
const helping = `(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must|am|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|can't|couldn't|won't|wouldn't|shouldn't)`
const somebody = `(?:i|you|he|she|it|we|they|there|this|that|these|those|the|a|an|any|anybody|anyone|anything|somebody|someone|everybody|everyone|all|our|my|your|their|his|her|its|@\\S+|some|both|either|people|customers|users)`
const askedByOrder = new RegExp(
  `^ ${opening}(?:which(?: \\S+){1,6}? (?:are|is|do|does|did|have|has|will|can|should) (?:we|they|you|i|he|she|it|the) |(?:when|where|why|how(?: (?:many|much|long|often|far|big|old|soon|exactly|come|well|bad|good|likely|expensive|fast|hard|high|large|serious))?|what|which(?: \\S+){0,2}|who(?: else)?|what else|whom|whose(?: \\S+)?|what (?:kind|sort|type|version|time|part|date) (?:of \\S+ )?(?:\\S+ )?|how (?:many|much|long|often|far|big|old|soon)(?: \\S+){0,3}|until when|since when|by when|what's|who's|where's|when's|how's|why's) (?:exactly )?(?:${helping}|happens|happened|makes|says|said|works|worked|owns|owned|signed|wrote|made|did|uses|used|knows|leads|pays|needs|wants|takes|decides|approved|built|got|gave|comes|came|goes|went|[\\p{L}]+ed) |(?:what's|who's|where's|when's|how's) |(?:how come|how about|what about) |${helping} ${somebody} )`,
  'u',
)
const wantsToKnow =
  / (?:(?:can|could|would|do) (?:you|anybody|anyone|somebody) (?:please )?(?:tell (?:me|us)|know|explain|say|remember|remind (?:me|us)|clarify)|i (?:was wondering|wonder) (?:if|whether|when|how|who)|any idea|i'd like to know|i'd be curious) /u
const kinds: readonly (readonly [Asks, string])[] = [
  [
    'how-many',
    `how (?:many|much|long|often|far|big|large|old|high|expensive)|what percentage|what's the (?:price|cost|budget|number)|what is the (?:price|cost|budget|number)`,
  ],
  ['when', `when|what time|what date|which day|how soon|by when|until when|since when`],
  ['who', `who|who's|whose|whom|which of (?:you|us)`],
  ['where', `where|where's`],
  ['why', `why|how come|for what reason|what's the reason|is there a reason`],
  ['what', `what|what's|which|how|how's`],
]
const kindOf = kinds.map(
  ([asks, words]) =>
    [
      asks,
      new RegExp(
        `^ ${opening}(?:(?:can|could|do|would) you (?:please )?(?:tell (?:me|us)|know|explain|say|remember) )?(?:in |at |for |on |from |with |to |about |by )?(?:${words}) `,
        'u',
      ),
    ] as const,
)

/** They look like questions, and nobody wants to know. */
const idle = new RegExp(
  [
    ` (?:can|could|do|did|are) (?:you|everyone|everybody|anyone|anybody|you guys|you all|we)(?: all| guys| still)? (?:hear|see|able to hear|able to see) (?:me|us|my|it|this|the (?:screen|slides?))`,
    ` (?:am i|is my|is the) (?:audible|muted|sound|mic|microphone|screen|on mute|camera|visible|coming through|still here)`,
    ` is (?:everybody|everyone|anybody|anyone) (?:here|there|ready|back|still)`,
    ` (?:are|is) (?:we|you|everyone|everybody)(?: all| guys)? (?:here|ready|there|good to go|set|back|all set|still there|with me|doing)`,
    ` how (?:are|'re|is|was) (?:you|your (?:weekend|day|morning|holiday|vacation|trip)|everyone|everybody|it going|things|life|the weather)`,
    ` how(?:'s| is) (?:it going|everyone|everybody|life|your)`,
    ` how do you do|what's up|how come not`,
    ` you know (?:what i mean|that|what|right|) ?$| know what i mean| see what i mean| you see (?:what i mean )?$| does (?:that|this|it) make sense| if you know what`,
    ` who (?:knows|cares|doesn't|wouldn't|would(?: have)? (?:want|think|thought|believe|guess)|isn't|else|in their right mind)`,
    ` who (?:could|can) (?:forget|blame|resist|say no)`,
    ` (?:^ why not $|what else $|what else is new|^ so what $|what's not to|guess what|what can (?:i|you|we) (?:say|do)|what do i know|isn't (?:it|that)|aren't they|what could (?:possibly )?go wrong|how hard can it be|what's the point|what were (?:they|we) thinking|are you (?:kidding|serious)|who needs)`,
    ` (?:any (?:other )?questions|anything else|shall we (?:start|begin|continue|go on|move on|get started)|should we (?:start|begin|move on|get started)|can (?:i|we) (?:start|begin|continue|go on|move on|interrupt|jump in|go (?:first|next))|can i (?:share|ask|just|say)|may i|could you (?:repeat|say) (?:that|it)|can you (?:repeat|say) (?:that|it)|who wants to (?:start|go first|begin)|sorry , what|pardon|do you mind|would you mind|where (?:was i|were we)|what (?:was i|were we) (?:saying|talking)|how (?:shall|should) i (?:put|say) (?:it|this)|what do you call|what's the word|remember (?:that|when)|is this (?:thing )?on|are you (?:there|still there)|is (?:that|this|it) (?:okay|ok|better|working|fine|alright|clear)|mind if i|do you want (?:some|a|me)|can we (?:take|have) a (?:break|minute))`,
    ` (?:my|your) (?:microphone|mic|audio|sound|video|camera|screen|connection|voice|picture|weekend|holiday|vacation|trip|kids|family|flight|morning|cat|dog)(?: \\S+)? $`,
    ` (?:who in (?:their|his|her) right|who really|who actually|who even|who on earth|what kind of person|how on earth|why on earth|what's the (?:point|use)|is there anything (?:worse|better|nicer)|have you ever (?:seen|heard|wondered|thought)|(?:would|can|could|do) you (?:believe|imagine)|where would we be|where do i (?:even )?(?:start|begin)|what would we do without|how many times (?:do|have|did)|is it (?:too|so) much to ask|when will (?:it|this) ever|does anybody (?:even|really) care|what are you (?:having|drinking|eating)|what time is it|is it (?:friday|monday|lunch)|anyone (?:else|want|for)|someone at the door|waiting for (?:anyone|anybody|someone)|missing (?:anyone|anybody|someone)|everyone (?:here|in|on|back|ready|with me|see)|can we all|who (?:is|are) we (?:waiting|missing)|is (?:there )?(?:an echo|somebody typing)|got a (?:minute|second)) ?`,
    `^ (?:shall we|you hear me|are you okay|wait , what|is it me|am i breaking up|next one) (?:or .*)?$| (?:did i (?:lose|miss|hear)|am i (?:breaking|frozen|back|on|still)|how was the (?:holiday|trip|weekend|vacation|flight|party|game|concert)|should we (?:wrap up|move on|start|begin|continue|call it|break)|get some sleep|who (?:would|could) (?:say|blame|argue|object|refuse)|who hasn't|what else can (?:you|i|we|one)|why am i|why do i (?:even|always)|do i look|when has (?:that|this|it) ever|can you blame|is it just)`,
    `^ (?:got it|okay|ready|hello|you there|hello , anybody there|you see|am i right|deal) $`,
    ` (?:am i right|are you with me|does that sound (?:right|good|okay)|can you believe|how many times|how cool is|what are the odds|where did the time|who wants (?:coffee|tea|lunch|some)|(?:did|have) you see[n]? the (?:game|match|news)|remember (?:when|how)|isn't that|is it okay if i|are we recording|how (?:great|funny|weird|strange|nice) is|what more|who in the|what's (?:the )?(?:weather|harm))`,
    ` (?:good|nice|great|relaxing|fun|lovely|restful) (?:weekend|holiday|holidays|vacation|trip|evening|break|lunch|flight|time|sleep|night) `,
    ` why (?:would|should|do|does) (?:anyone|anybody|somebody|someone|people|you even|we even|i even|i care)`,
    ` what was i (?:going|about|trying)| what am i (?:doing|saying)| where do i (?:begin|start)| how (?:can|could|should) (?:i|one|anyone) (?:not|say|forget|put|explain|ever)| who (?:am i|are we) to| since when (?:is|are|do)| is it just me| what's (?:new|wrong with)| what (?:on earth|the hell|is wrong)| (?:do|would|can) you (?:want|like) me to (?:share|repeat|start|go|continue|say)| (?:do|did|have) you (?:have|had|eaten|sleep|slept)(?: \\S+)? (?:lunch|breakfast|coffee|well|enough)| (?:is|was) it (?:raining|cold|hot|warm|sunny|snowing)| (?:are you|is he|is she) (?:feeling|sick|well|tired|on mute|muted|frozen|kidding|serious|sure|with us|back|in the car)| you(?:'re| are) on mute| can (?:someone|somebody|you) (?:please )?(?:mute|unmute|let|admit)| (?:do|can) (?:you|we) all (?:see|hear)| should i (?:share|repeat|start|go|continue|stop)| who(?:'s| is) (?:there|talking|speaking|that|this|sharing|first|next|still missing)| (?:are|is) (?:we|anyone|anybody|someone|somebody) (?:still )?(?:missing|waiting|recording)| is (?:this|that|it) (?:being )?recorded| what time is it| how late is it`,
    ` i (?:ask|asked|keep asking) (?:myself|me)`,
  ].join('|'),
  'u',
)
const tag =
  /(?<=\S+ (?:\S+ )+)(?:, )?(?:isn't (?:it|that|he|she)|aren't (?:they|we|you)|wasn't it|weren't they|don't (?:you|we|they)|doesn't it|didn't (?:it|we|you|they)|won't (?:it|we|you)|can't (?:we|you)|right|okay|ok|no|yeah|yes|huh|correct|you know|don't you think|wouldn't you say|is it|are we|do we|eh|alright) $/u

export function englishAsks(text: string, mark: EndMark): Asks | null {
  if (mark === 'statement' || idle.test(text)) return null
  const marked = mark === 'question'
  const byOrder = askedByOrder.test(text) || wantsToKnow.test(text)
  if (!byOrder && (!marked || tag.test(text))) return null
  // "When I looked at it …" has the order of no question.
  if (!marked && / (?:is|was) (?:why|what|how|when|because) /u.test(text)) return null
  if (text.trim().split(' ').length < 3) return null
  return kindOf.find(([, pattern]) => pattern.test(text))?.[0] ?? 'yes-no'
}

const affirms =
  /^ (?:(?:oh|okay|well|and|so|i think|i'd say|i believe|i guess|for me) ,? ?)*(?:yes|yeah|yep|yup|sure|okay|ok|agreed|absolutely|definitely|of course|certainly|exactly|fine|good|great|perfect|sounds good|all right|alright|no problem|no objections?|happy to|will do|deal|i agree|let's do (?:that|it|this)|let's go|done|consider it done|works for me|fine (?:by|with|for) me|not at all|makes sense|i'm in|gladly|i can|i will|i'll do|got it|right) /u
export function englishAgrees(text: string): boolean {
  return affirms.test(text) && !/ (?:but|not sure|however|don't|can't) /u.test(text)
}

const takes =
  / (?:i (?:can|could|will|would|should)|i'll|i'd|i am|i'm) (?:gladly |happily |just |probably |certainly )?(?:do (?:it|that|this|so)|take (?:it|that|this|care)|handle|happy to|on it|take it on|look into it|volunteer|try)|^ (?:yes |yeah |sure |okay |ok )?,? ?(?:will do|on it|i can|i will|i'll|me|i do|i would|i volunteer|consider it done|leave (?:it|that) (?:to|with) me|count on me|my pleasure|can do)(?: |$)/u
export function englishVolunteers(text: string): boolean {
  return takes.test(text) && !/ (?:can't|won't|not|don't) /u.test(text.replace(/not at all/u, ''))
}

const unknowing =
  / (?:(?:i|we) (?:really |honestly |still |just )?(?:don't|do not|didn't|wouldn't|couldn't|can't|cannot) (?:actually |really |yet )?(?:know|remember|recall|say|tell|have (?:an|the|any|that) (?:answer|idea|clue))|no (?:idea|clue)|not (?:sure|certain|a clue|that i know)|good question|too early to (?:say|tell)|(?:i|we)(?:'ve| have) no (?:idea|clue|way|information)|that's what i'd like|take (?:that|it|this) offline|that's unclear|can't say|i forgot|i forget|it escapes me|don't have (?:that|this|the|any) (?:information|info|number|numbers|answer|data|detail)|no one's told|not a clue|nobody's told|your guess|still (?:unclear|open|unknown|to be)|need to (?:check|ask|clarify|find)|would need to|depends who|i'd be guessing|i'd have to|we'd have to|anyone's guess|haven't a clue|unclear|nobody (?:knows|has|told)|no one (?:knows|has|told)|who knows|hard to (?:say|tell)|difficult to say|(?:i'd|i'll|we'd|we'll|i|we|i would|we would|let me|i will|we will) (?:have|need|ought|)? ?(?:to )?(?:find out|check|ask|look (?:it|that) up|get back|look into|see)|have to (?:find out|check|ask)|remains to be seen|beats me|couldn't tell|(?:depends|we'll see|i'd need to|that's (?:still )?(?:open|unclear|unknown)|it's (?:still )?(?:open|unclear|unknown|not clear)|that one i'd|off the top of my head|to be (?:decided|determined|seen|confirmed)|your guess|haven't (?:heard|looked|checked|decided|figured|thought)|i was (?:going|about) to ask|i wish i knew|i have to pass|ask me)) /u
export function englishIgnorant(text: string): boolean {
  return unknowing.test(text)
}

const number = `(?:\\d[\\d.,]*%?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozens?|half|couple|few|several|many|most|none|nothing|all|a lot|percent|daily|weekly|monthly|once|twice)`
const time = `(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|today|tomorrow|tonight|yesterday|morning|afternoon|evening|noon|week|weeks|month|months|year|years|day|days|hour|hours|quarter|soon|later|already|ago|now|once|after|before|until|next|last|end|\\d+(?:st|nd|rd|th|am|pm)?|never|christmas|easter|q[1-4])`
const answered: Readonly<Record<Asks, RegExp>> = {
  'yes-no':
    /^ (?:(?:oh|well|so|honestly|um|hm|i think|i believe|as far as i know|i'm afraid|to be honest|@\S+) ,? ?)*(?:yes|yeah|yep|yup|sure|no|nope|nah|not (?:yet|really|at all|quite|that|any|anymore|as|in|for|exactly|this|until)|of course|absolutely|definitely|certainly|only|partly|mostly|probably|maybe|it is|it isn't|it does|it doesn't|it was|it wasn't|it will|it won't|it can|it can't|it has|it hasn't|we do|we don't|we did|we didn't|we have|we haven't|we are|we will|we can|we can't|they do|they did|they are|they have|i do|i did|i have|i haven't|there is|there are|there isn't|a little|a few|some|none|never|always|almost|already|exactly|correct|right|sometimes|usually|i think so|i don't think|both|the|it|we|they|that|he|she)(?: |$)/u,
  who: / (?:@\S+|i|me|we|us|my|our|nobody|everybody|everyone|the \S+|he|she|they|somebody|someone|that's|it's|it was|you) /u,
  when: new RegExp(` ${time} `, 'u'),
  where:
    / (?:in|on|at|under|behind|near|next|inside|outside|from|to|by|here|there|over|upstairs|downstairs|online|with|within|somewhere) /u,
  why: / (?:because|since|due|as|so|to|cause|reason|it's|it was|they|we|the|that|there|mainly|mostly|for|from|ran) /u,
  'how-many': new RegExp(` (?:[\\p{L}]+[- ])?${number} `, 'u'),
  what: /^ \S+ \S+/u,
}
export function englishAnswers(asks: Asks, text: string): boolean {
  return answered[asks].test(text)
}
