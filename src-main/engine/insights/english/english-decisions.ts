/** What was settled, in English. */
import { oneOf } from '../act.ts'
import { anyPattern } from '../task-ways.ts'

const adverbs = `(?:${oneOf('now also just finally all then already collectively jointly all_together basically clearly unanimously therefore')} )*`
const settled = [
  `(?:we|we've|we have|we had|i|i've|i have|the (?:team|board|group|management|committee|majority)|everyone|everybody|management) ${adverbs}(?:decided|agreed|chose|chosen|opted|settled|concluded|resolved|voted|picked|approved)(?= )(?! (?:with|by) (?:you|him|her|them))`,
  `(?:we|i) made (?:the|a|our) decision`,
  `(?:we|we've|we have) (?:made up our minds?|reached (?:a|an) (?:agreement|decision|consensus)|come to (?:a|the) (?:decision|conclusion|agreement)|landed on|gone for|went for|ruled out|signed off on)`,
  `(?:it's|it is|it was|it has been|it's been|that's|that is|that was|this is|has been|have been|is now|is|was|are|were|so|then) ${adverbs}(?:decided|agreed|settled|approved|a done deal|our decision|the decision|final)(?= (?:,|that|to|on|then|now|$|we|[\\p{L}']+))`,
  `(?:the|our|final|so the final) (?:final )?(?:decision|choice|conclusion|verdict|outcome|agreement|consensus|plan) (?:is|was|stands|,)(?= )(?! (?:not|now not|up|hard|difficult|easy|still|pending|open|made|due|easy|up |yours|theirs|mine|always|never|important|tricky|simple|a (?:hard|tough|difficult)|based|very|so|too|good|bad|right|wrong|clear|what|how|when|who|whether|if|taken|postponed|expected|quite|really)(?= ))`,
  `decision (?:,|made|taken|the|no|we)(?= )`,
  `(?:let's|we'll|we will|we are|we're|we|i'd say we|i say we|so we|then we) ${adverbs}(?:go|going|goes|stick|sticking|stay|staying|proceed|proceeding|settle|settling|move forward|go forward|moving forward|going forward|run|continue) (?:ahead )?(?:with|for|on)(?= )`,
  `(?:let's|we'll|we will|we're going to|we are going to|we're gonna) ${adverbs}(?:use|adopt|take|keep|choose|pick|switch to|drop|cancel|postpone|scrap|kill|skip|discontinue|retire|replace|abandon|move to|stay on|standardi[sz]e on|go back to|opt for|buy)(?= )`,
  `let's (?:do (?:it (?:the|that|this|like|as)|(?:the |option |plan |version )\\S+)|do (?:\\S+ ){1,3}(?:then|instead)|call (?:it|the \\S+) off|call off|make it|leave it (?:at|out|as)|put it off|say (?:\\S+ ){1,3}then)(?= )`,
  `(?:okay|ok|alright|all right|right|good|so|fine|great|perfect) ,? ?(?:then |so )?we (?:take|use|keep|buy|stay|move|stick|drop|skip|stop|choose|pick|switch|cancel|postpone|hire|launch|ship|release)(?= )`,
  `(?<=^ )(?:okay|ok|alright|all right|right|good|fine|so) ,? ?(?!see|bye|talk|until|what|who|how|why|when|where|i |you |back |next |now )(?:\\S+ ){1,4}then $`,
  `then (?:so )?we (?:take|use|keep|buy|stay|move|stick|drop|skip|choose|pick|switch|cancel|postpone)(?= )`,
  `(?:it's|that's|we have|we've got) a (?:deal|plan|decision)(?= )`,
  `we (?:ended up|end up) (?:choosing|going|picking|with|using|taking|keeping|buying)(?= )`,
  `(?:everyone|everybody|we|all)(?:'s|'re| is| are) (?:all )?(?:in favou?r|on board|agreed|in agreement|aligned)(?= )`,
  `we (?:won't|will not|no longer|will no longer|don't|do not|are no longer|aren't) (?:\\S+ ){1,8}(?:anymore|any more|any longer)(?= )`,
  `we will no longer `,
  `(?:going forward|from now on|from today on|from today|as of (?:today|now|\\S+)|effective immediately|starting (?:today|now|\\S+)) ,? ?(?:we|everyone|everybody|the)(?= )`,
  `we're ${adverbs}(?:adopting|taking|keeping|choosing|picking|switching to|dropping|cancelling|canceling|postponing|scrapping|skipping|retiring|replacing|abandoning|moving to|opting for)(?= )`,
  `(?:agreed|settled|approved|decided|confirmed) (?:, )(?:so |then )?(?:we|it's|[\\p{L}'-]+ )`,
  `(?:we|so we|then we) (?:all )?agree (?:to|on|that)(?= )`,
  `(?:everyone|everybody) (?:agrees|is okay with|is fine with|is happy with|is on board with) `,
  `(?:that|it)(?:'s| is) (?:then )?(?:what we(?:'ll| will)? do|how we(?:'ll| will)? do it|the way we(?:'ll| will)? (?:go|do))`,
  `(?:we've|we have) gone with(?= )`,
  `we(?:'ll| will) (?:do (?:it|that|this) (?!again|later|now|next|in a)\\S+|hold the|have the \\S+ (?:on|in|at))`,
  `we(?:'re not| are not| won't be| will not be) (?:doing|using|renewing|extending|supporting|offering|launching|hiring|buying|attending|continuing|changing|building|shipping)(?= )`,
  `we (?:will not|won't) (?:renew|extend|support|offer|launch|hire|buy|attend|continue|change|build|ship|use|do the|do that|accept|participate|pursue)(?= )`,
  `(?:we're|we are) (?:cutting|moving|closing|opening|ending|extending|renewing|selling|buying|launching|cancelling|canceling|postponing|replacing|merging|splitting|outsourcing) (?:the|our|to)(?= )`,
  `let's (?:move|shift|push|bring) (?:the|our) (?:\\S+ ){1,4}to `,
  `let's (?:make (?:\\S+ ){1,3}the|agree on) (?:\\S+ )`,
  `that's a (?:yes|no|go) (?:to|for|on)(?= )`,
  `it's official(?= )`,
  `(?:@?management|the \\S+|legal|finance|the board) (?:has|have) (?:approved|rejected|accepted)(?= )`,
  `the winner is `,
  `(?<=^ )the (?:\\S+ ){1,3}wins `,
  `we (?:vote for|turned down|turn down|accept the|accepted the)(?= )`,
  `from (?:next|this) (?:week|month|year|quarter|\\S+day) (?:on )?,? ?we(?= )`,
  `(?:done deal|motion carried|motion passed|case closed|settled|locked in|final call|my call|our call|the call is|final answer)(?= (?:,|$))`,
  `(?:we|let's|we'll|we will|we've|we have|we're|i'm|i've) (?:all |now |just )*(?:lock in|locked in|locking in|run with|running with|ditch|ditching|ditched|scratch|scratching|axe|axing|kill|killing|drop|dropping|retire|retiring|shelve|shelving|shelved|sunset|park|parking|commit to|committing to|committed to|back|backing|favou?r|favou?red|ruled in favou?r|resolved|choosing|making the call|taking)(?= )(?! (?:to the|up|down|off|out|a look|it from))`,
  `(?:end of story|end of discussion|full stop|period|and that's that|and that's final|that's final|once and for all)(?= $)`,
  `(?:^|,|so|okay|ok|right|good|alright) (?:,? ?)it's (?:the |going to be the )(?:\\S+ ){1,4}then `,
  `(?:is|are) (?:out|in|gone|history)(?= (?:, (?:then|so|we)|$|then))`,
  `(?:the )?consensus is(?= )`,
  `(?:the vote|the contract|the job) goes to `,
  `we'll be (?:using|going with|moving to|dropping|keeping)(?= )`,
  `we(?:'ve| have)? (?:pick|picked|landed on|commit to|committed to|reject|rejected|say no to|said no to|pass on|passed on|say goodbye to|part ways with|rule out|move forward with|move ahead with|settle for|settle on|stick to|stick with|choose|opt for|discard|discarded|scrap|scrapped|cancelled|canceled|dropped|postponed|adopted)(?= )`,
  `we're (?:moving|going|pressing|pushing) (?:ahead|forward) with(?= )`,
  `we(?:'ll| will) (?:stick to|settle for|settle on|move ahead with|move forward with|go for|part ways with|do without|say no to|pass on|leave (?:out|it at)|continue with|stop using|stop doing|start using|end|discontinue)(?= )`,
  `let's (?:make it|settle on|settle for|go ahead with|move ahead with|go for|stop|end|finalise|finalize|commit to|do without|leave out|hold off on|stick to)(?= )`,
  `(?:is|are) (?:off the table|dead|out of the question|our (?:choice|pick|winner)|the (?:winner|one|way to go)|rejected|a no|cancelled|canceled|no longer an option|done deal)(?= (?:$|,|then|so|now|we))`,
  `(?:gets|got|has) (?:the (?:green light|nod|go-ahead|okay|vote))(?= )`,
  `green light (?:for|on|to)(?= )`,
  `(?:it'll|it will|it's going to) be \\S+ (?:\\S+ ){0,4}(?:then|agreed|decided|final|after all)(?= )`,
  `(?:so|then|okay|ok|right|fine|good) ,? ?no (?:more )?\\S+ (?:\\S+ ){0,4}(?:then|from now on|anymore|decided|agreed)(?= )`,
  `(?:we're|we are) done with(?= )(?! (?:this|that|the) (?:topic|point|item|agenda|meeting))`,
  `(?:consider it|that's|it's) (?:decided|settled|agreed|final)(?= )`,
  `from now on (?:,? ?)we `,
  `(?:instead|from now on|for now|going forward|then) (?:,? )?we(?:'ll| will|'re going to) (?:use|take|keep|go|do|have) `,
  `\\S+ (?:\\S+ ){0,4}it is $`,
  `(?:we won't|we will not|we're not going to|we are not going to) .*(?:decided|agreed|settled|final)`,
  `(?:is|are|gets|get) (?:officially )?(?:out|off the table|a go|cancelled|canceled|dropped|postponed) (?:, )?(?:then|we (?:decided|agreed))`,
].map((pattern) => new RegExp(`(?<= )${pattern}`, 'gu'))
const anySettled = anyPattern(settled)

/** Before it: what denies, asks, supposes it or leaves it for later. */
const open =
  / (?:not|n't|never|haven't|hasn't|hadn't|didn't|don't|doesn't|isn't|aren't|wasn't|can't|cannot|couldn't|nothing|nobody|no|if|whether|when|once|until|unless|before|did|do|does|have|has|should|could|would|might|may|must|will|who|what|how|why|where|which|as soon as|to|wish|maybe|perhaps|suppose|imagine|i propose|i suggest|i'd|they|he|she|you) $/u
const openAnywhere =
  / (?:(?:haven't|hasn't|hadn't|didn't|not|nothing|nobody|never|yet to|need to|needs to|have to|has to|should|must|can't|cannot|could) (?:\S+ ){0,3}(?:decid|agree|settle|choose|chosen|made)|(?:they|he|she|people|someone|somebody|you|the customer|the client) (?:had |have |has |all |'ve )?(?:decided|agreed|chose)|agree(?:d)? with (?:you|him|her|them|that|@)|if we |what if|we could |would be (?:decided|settled)|(?:decision|agreed|decided|settled) (?:yet|tomorrow|later)|up to (?:them|you)|(?:decided|agreed on|agreed to) (?:nothing|anything|that $)|if we'd|we'd |would have|might |maybe |perhaps |i think we should|what if)/u
const notAlways =
  /(?:keep (?:it|this|that) (?:short|brief|simple|quick)|keep (?:you|in touch|going|talking|moving|an eye|everyone)|take (?:five|ten|turns|that offline|this offline|it offline|that into|it from)|use (?:the|this|that) (?:whiteboard|room|screen|chat|microphone)|move to the next|say (?:it|that|hello|thank)|agree on (?:something|a date|the date|a time)|let's go (?:on|ahead|back|home)|(?<!\S)(?:use|take|keep|go|run|stay|continue) (?:(?:with|for|on|it|that|this|a|the|your|my|short|quick|little|five|ten|minute) ){0,3}(?:on $|over|through|remaining|rest|opportunity|chance|in mind|a break|the word|a look|place|time|a moment|care|example|round|turns?|notes?|questions?|a minute|break|going|up|track|lunch|coffee))(?= |$)/u

export function englishDecides(text: string, marked: boolean): boolean {
  if (marked || openAnywhere.test(text)) return false
  if (!anySettled.test(text)) return false
  return settled.some((pattern) =>
    Array.from(text.matchAll(pattern)).some(
      ({ index }) => !open.test(text.slice(0, index)) && !notAlways.test(text.slice(index)),
    ),
  )
}

const offered = new RegExp(
  ` (?:i (?:would )?(?:propose|suggest|recommend|vote|say)|i'd (?:propose|suggest|recommend|say)|my (?:proposal|suggestion|vote) (?:is|would be)|(?:shall|should|can|could) we (?:all )?(?:go with|use|take|keep|stick|settle|agree|choose|drop|pick|switch|move to|adopt|proceed)(?= )|(?:are|is) (?:we|you|everyone|everybody)(?: all)? (?:okay|ok|fine|good|happy|agreed|in agreement|on board|in favou?r)|(?:how|what) about|does everyone agree|do we (?:all )?agree|so we (?:go|use|take|keep)) `,
  'u',
)
export function englishProposes(text: string): boolean {
  return offered.test(text)
}
