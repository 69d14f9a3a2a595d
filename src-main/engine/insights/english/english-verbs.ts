/** What is something to do, and what only sounds so, in English. */

/** What talk itself does, what happens in heads, and what nobody writes down to do. */
export const noTask = new Set(
  `be been being is are was see say tell think know stop show share mute unmute admit have start begin leave stay wait
  explain repeat mention quote skip pass listen hear feel like love want need guess bet believe agree remember forget miss
  understand sound seem look_like mean hope wish wonder assume suppose imagine guess argue respect regret happen become
  remain die live sleep eat drink laugh cry care worry consider bear mind notice appreciate enjoy expect accept
  confess complain rain win lose fail break grow rise fall cost hurt suffer pause jump dive continue proceed rest
  sit stand shut speak talk sing not never probably always still only just maybe hardly no nothing it that this
  them him her you me us the a an and or but so to too ask_myself may might will can would could should must`.split(
    /\s+/,
  ),
)
/** With what follows them they are no task, whatever they are otherwise. */
export const idleTask = new RegExp(
  `^(?:${[
    'go (?:first|next|ahead|back|on|now|quickly|with|home|there|away|through (?:this|it|that|the slides?))',
    'come (?:back|in|to (?:that|this|it))',
    'get (?:it|there|used|going|started|worse|better|lost|to (?:that|this|it))',
    'give (?:you|him|her|them|it|everyone|everybody) (?:an? (?:example|idea|hint|moment|minute|second|sec|chance)|some (?:context|background|time)|that|credit|the floor)',
    'give (?:it )?(?:up|a (?:moment|minute|second))',
    'take (?:a (?:break|moment|minute|second|sip|step)|your word|that as|it as|it from|questions|five|notice)',
    'let (?!(?:me|us|you|him|her|them|everybody|everyone|people|the|@\\S+|my|our) .*know |@\\S+ know )',
    'keep (?:it|this|that|you|quiet|talking|going|in mind|mind|saying|the camera)',
    'try (?:my best|again|not|harder|hard)? ?$',
    'try (?:my best|not|and be|to be|to keep it|to explain|to stay|to remember|to understand)',
    'make (?:it short|it quick|a joke|mistakes|sense|fun|my point|one (?:point|remark))',
    'put (?:myself|you|it (?:this|that|another|differently|simply|like))',
    'turn (?:my|off|on|it over|over)',
    'read (?:it|this|that)? ?(?:out|aloud)',
    'do (?:my best|well|fine|that again|nothing|without|it again|so|more|better)',
    'add (?:one thing|something|that|to that|that i|just)',
    'start (?:by|with|off|from|over)',
    'move (?:on|forward|ahead|back|over|along|to (?:the next|slide|point|item|another|a))',
    'walk (?:you|away|home|around|out)',
    'give (?:it|that|this) a (?:think|thought|try|go|shot|rest)',
    'go (?:grab|get|fetch|have)',
    'catch up',
    'return to',
    'find out ?$',
    'get back to (?:the|that|this|it|work|our|my)',
    'get some ',
    'ask me ',
    'discuss (?:that|this|it) (?:later|another|next|in|offline)',
    'look at (?:the|these|those|some) (?:numbers|figures|slides?|chart|screen|agenda|example|picture|clock|bigger)',
    'hand over to @',
    'pass (?:the (?:word|mic|floor|ball)|it|this) (?:on )?(?:over )?to @',
    'fine ',
    'drop (?:off|in|out|by)',
    '(?:read|show|explain|play|walk|remind|ask|warn|assure|promise|spare|thank|wish|owe|quote) (?:you|everyone|everybody|it to you|that to you|this to you)',
    'write a (?:book|novel)',
    'open (?:a|the) (?:window|door|parenthesis|bracket)',
    '(?:grab|get|have|take|make|fetch|drink) (?:a|another|some|my|the|myself a) (?:coffee|tea|drink|water|snack|lunch|breath|seat|nap|day off|bite|glass|bus|train|taxi|cab|sandwich|bag|jacket|charger|headset)',
    'close (?:the|my) (?:door|window|eyes|laptop|tab)',
    'use (?:the|this) (?:time|opportunity|chance|rest|remaining)',
    'summarise (?:quickly|briefly)',
    'take (?:the|my) (?:train|bus|kids|dog|stairs|elevator|lift)',
    'pick up (?:my|the) (?:kid|kids|son|daughter|phone|dog)',
    'check (?:my|the) (?:mic|microphone|sound|audio|camera|time|clock|watch|connection)',
    'turn ',
    'put (?:on|my|the) (?:mute|camera|headset|headphones|glasses|phone)',
    'bring (?:it|this|that|us) (?:up|back|in|to the point)',
    'call (?:you|it|that|this) ',
    'answer (?:it|the door|the phone|your)',
    'close (?:with|here|by)',
    'look (?:at (?:this|that|it|you|me)|into my|back|around|stupid|silly)',
    'find (?:out soon|the right|my|myself|a way to|it)',
    'handle (?:it|that|this) $',
    'get (?:my|a feeling|the feeling|the point|the idea|that|this|it|along|by|up|out|in|to|old|tired|angry|sick|rid of it|home)',
    'open (?:up|it up) $',
    'fix (?:myself|my hair|my camera|my mic)',
    'set (?:my|the) (?:alarm|timer)',
    'record (?:this|the) (?:meeting|call|session)',
    'present (?:myself|now|this|first)',
    'report (?:back )?$',
    'hand (?:it )?(?:over|back|off)(?: to (?:you|@\\S+))?',
    'end (?:here|there|up|with)',
    'answer (?:that|this|your|honestly|in)',
    'ask (?:you|a|one|something|my|the question|if i|myself|ourselves)',
    'call (?:it|that|this)',
    'look (?:forward|good|great|like|bad|fine)',
    'work (?:fine|well|out|from home|less|hard|harder)',
    'be ',
    'join (?:late|you|in|later|again|back|from)',
    'pick up (?:the|where)',
    'switch (?:to|my|off|on)',
    'finish (?:here|my (?:point|sentence|thought)|with)',
    'run (?:out|late|away|into)',
    'set (?:aside|foot)',
    'pay attention',
    'focus ',
    'deal with it ?$',
    'find (?:it|that|this) (?:hard|difficult|funny|strange|interesting)',
    'help (?:it|but)',
    'lie ',
    'live ',
  ].join('|')})`,
  'u',
)

/** What begins like idle talk and is something to do. */
export const realTask =
  /^(?:tell (?:the|our|@\S+|my|everyone|everybody|them|him|her) (?!truth|difference|story|same)|get back to (?:@|you|him|her|them|the (?:client|customer|supplier|vendor|lawyer|team|bank))|give (?:the|@\S+|them|him|her|me|us) (?:\S+ )*?(?:call|numbers|figures|details|list|update|feedback|file|report|answer|shout|access|heads-up)|have (?:a (?:look|word|chat|call|go|talk|meeting|think about)|(?:\S+ ){1,5}(?:ready|done|finished|prepared|fixed|sent|sorted|for you|by |on |tomorrow|tonight|reviewed|checked|signed))|(?:talk|speak) (?:to|with) (?!you |the camera|myself)|get (?:in touch|hold of|(?:\S+ ){1,5}(?:ready|done|finished|fixed|sent|signed|sorted|to you|over to|approved|back to))|get (?:the|a|an|some|those|these|three|two|quotes?|feedback|approval|numbers) (?!feeling|point|idea|impression|sense|hang|coffee)|get that (?:done|fixed|sent|sorted)|call (?:you|them|her|him) (?:back|tomorrow|later|on|this|next|when|about)|(?:go|run) (?:over|through) (?:the|your|our|all|every|those|these|my) (?!slides?)|start (?:working|writing|looking|preparing|on|drafting|building|collecting|the)|think about (?:\S+ ){1,6}(?:and|by|until|over)|share (?:the|my|our|a|it|that|this|some) (?!screen|thought|story|feeling|impression|opinion|concern|view|experience|anecdote|desktop|window))/u

/** Verbs of things that are done, handed over and finished: where the frame alone is no proof. */
export const surely = new Set(
  `let get give tell bring activate add address adjust advertise aggregate alert align allocate analyse analyze announce answer appeal
    apply approve archive arrange ask assemble assess assign attach attend audit authorise authorize back benchmark
    bill block book brief bring budget build buy calculate call cancel categorise categorize certify change charge
    chart chase check choose circulate claim clarify clean clear close collect combine compare compile complete
    conclude configure confirm connect consolidate construct contact coordinate copy correct count create cut
    deactivate debrief debug decide deduct define delay delegate delete deliver demo deploy deposit design detail
    diagnose dig disable discuss distribute document double double-check download draft draw drop edit elect email
    embed enable encrypt end enrol enroll ensure enter escalate establish estimate evaluate expand explain explore
    export extend file fill film find finish fix follow form format forward found gather generate get go grant hand
    handle have hire host implement import increase inform inspect install integrate interview investigate invite
    invoice keep kick label launch learn lease line link list lock lodge log look lower mail make map measure meet
    mentor merge message migrate modify monitor mount move negotiate nominate note notify nudge observe offer
    onboard open optimise optimize order organise organize outline pack paint pass paste patch pay phone photograph
    pick pilot ping pitch plan plot polish poll post postpone prepare present price print prioritise prioritize
    procure produce profile promote proofread propose prototype prove publish purchase put quote raise rank reach
    read reboot recheck recommend record recover recruit redesign redirect redo reduce refactor refine refund
    register reimburse release remind remove rename render renew rent repair rephrase replace reply report reproduce
    request reschedule research reserve reset resolve respond restart restore return review revise revoke reword
    rework rewrite ring roll rotate route run scan schedule scope score secure see_to select sell send sends set
    share share_with ship shorten sign simplify size sketch solve sort source speak specify split stage start stock
    store study submit subscribe suggest summarise summarize survey switch sync tackle tag take talk teach tell
    terminate test text tidy trace track train transcribe transfer translate trim tune tweet type unblock uninstall
    unlock unpack unsubscribe update upgrade upload validate verify visit visualise visualize vote warn watch weigh
    welcome wire work wrap write`.split(/\s+/),
)
