/** What people say that they will do in English without any of it being a task. */

/** What talk itself does, what happens in heads, and what nobody writes down to do. */
export const noTask = new Set(
  `be been being is are was see say tell think know stop show share mute unmute admit have start begin leave stay wait
  explain repeat mention quote skip pass listen hear feel like love want need guess bet believe agree remember forget miss
  understand sound seem look_like mean hope wish wonder assume suppose imagine guess argue respect regret happen become
  remain die live sleep eat drink laugh cry care worry consider bear mind notice appreciate enjoy expect accept
  confess complain rain win lose fail break grow rise fall cost hurt suffer pause move jump dive continue proceed rest
  sit stand walk shut speak talk sing not never probably always still only just maybe hardly no nothing it that this
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
    'let (?!(?:you|him|her|them|everybody|everyone|people|the|@\\S+|my|our) .*know |@\\S+ know )',
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
    'drop off',
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
