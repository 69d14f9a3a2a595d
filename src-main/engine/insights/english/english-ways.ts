/** How English says who will do something. */
import { oneOf } from '../act.ts'
import { waysOf } from '../task-ways.ts'

const adverb = oneOf(
  `also just then definitely certainly personally happily gladly actually quickly probably surely really simply first finally
  still gonna now later_today of_course for_sure absolutely at_least please all both urgently as_well immediately quickly`,
)
const slots = {
  adverbs: `(?:,? ?${adverb},? )*`,
  /** Between who and what. */
  lightly: `(?:(?:not forget to|not forget that i|remember to|go ahead and|make sure (?:to|that i|i|we)|try to|try and|be able to|be sure to|have to|need to|be the one to|be the one who will|be happy to|take that one and|take this one and|take it and|take that and|jump in and|sit down and|get together and|see if i can|see that i|take the time to) {adverbs})*`,
  name: '@\\S+(?: @\\S+)?',
  named: '(?<name>@\\S+(?: @\\S+)?)',
  verb: `(?<verb>[\\p{L}'-]+)(?= )`,
  ing: '(?<verb>[\\p{L}-]+ing)(?= )',
  ed: '(?<verb>[\\p{L}-]+(?:ed|en|nt|ne|t|id|de|wn|ut|pt|ld|ght))(?= )',
  the: '(?=(?:the|our|a|an|this|that|all|my|your|those|these|every|both|any|@\\S+) )',
  mine: oneOf(
    `i'll i_will i'm_going_to i_am_going_to i'm_gonna i_am_gonna i_need_to i_have_to i've_got_to i_have_got_to i_gotta i_must
    i'll_have_to i'll_need_to i_will_have_to i_will_need_to i_still_need_to i_still_have_to i've_still_got_to i'd_better i_promise_to i_plan_to i_intend_to
    i'm_planning_to i_am_planning_to i_promise_i'll i_promise_that_i'll i_commit_to i'm_supposed_to i_am_supposed_to
    i_volunteer_to i'm_happy_to i_am_happy_to i'd_be_happy_to i'd_be_glad_to i'm_on_the_hook_to i_agreed_to i_owe_it_to_you_to i_shall
    it's_on_me_to it_is_on_me_to it's_up_to_me_to it's_my_job_to it's_my_turn_to it_is_my_turn_to my_action_item_is_to my_next_step_is_to leave_it_to_me_to leave_it_with_me_to
    count_on_me_to you_can_count_on_me_to i_offered_to i'm_meant_to i_said_i_would i_said_i'd i_said_i'll i_told_them_i'd`,
  ),
  ours: oneOf(
    `we_need_to we_have_to we've_got_to we_gotta we_must we_still_need_to we_still_have_to we_ought_to we'll_have_to we'll_need_to we_will_need_to
    we_will_have_to somebody_has_to someone_has_to somebody_needs_to someone_needs_to somebody_should someone_should somebody_must someone_must
    somebody_will_have_to someone_will_have_to one_of_us_has_to one_of_us_needs_to one_of_us_should one_of_us_must
    somebody_ought_to someone_ought_to it's_important_to it_is_important_to it's_necessary_to the_next_step_is_to next_step_is_to
    next_steps_are_to action_item_is_to the_action_item_is_to the_action_is_to our_next_step_is_to what's_left_is_to what_remains_is_to
    the_team_has_to the_team_needs_to the_team_will what_we_need_to_do_is the_first_thing_is_to the_plan_is_to all_of_us_need_to everyone_needs_to everybody_needs_to everyone_has_to everybody_has_to`,
  ),
  yours: oneOf(
    `can_you could_you will_you would_you can_you_please could_you_please would_you_please will_you_please can_you_maybe
    could_you_maybe could_i_ask_you_to can_i_ask_you_to may_i_ask_you_to i_need_you_to i'd_like_you_to i_would_like_you_to i_want_you_to
    i'd_ask_you_to you_need_to you_have_to you_should you_must you'll_need_to you'll_have_to you_will_have_to you'll
    you_will you're_going_to please would_you_be_able_to would_you_be_so_kind_as_to could_you_possibly can_you_also could_you_also
    are_you_able_to make_sure_to make_sure_you don't_forget_to do_not_forget_to remember_to be_sure_to please_remember_to
    please_make_sure_to you_could you_can would_you_be_okay_to i'd_appreciate_it_if_you i'd_appreciate_if_you it_would_be_great_if_you_could
    it'd_be_great_if_you_could it_would_be_good_if_you_could do_you_think_you_could do_you_think_you_can any_chance_you_could any_chance_you_can
    would_it_be_possible_for_you_to is_it_okay_if_you i'd_be_grateful_if_you_could`,
  ),
  kindly: oneOf(
    `please don't_forget_to do_not_forget_to remember_to be_sure_to make_sure_to make_sure_you i'd_like_you_to i_would_like_you_to i_need_you_to
    i_want_you_to could_i_ask_you_to can_i_ask_you_to may_i_ask_you_to i'd_ask_you_to could_you_please can_you_please would_you_be_able_to
    would_you_be_so_kind_as_to your_task_is_to your_job_is_to your_homework_is_to it_would_be_great_if_you_could do_you_think_you_could`,
  ),
  yoursDoing: oneOf(
    'would_you_mind do_you_mind can_you_take_care_of could_you_take_care_of can_you_handle could_you_handle would_you_be_okay_with are_you_okay_with are_you_up_for',
  ),
  theirs: oneOf(
    `will is_going_to is_gonna needs_to has_to must is_supposed_to has_agreed_to agreed_to has_promised_to
    promised_to volunteered_to has_volunteered_to offered_to has_offered_to plans_to is_planning_to intends_to
    will_have_to will_need_to still_needs_to still_has_to has_got_to is_to is_meant_to said_they_would said_they'd said_they_will said_they'll
    said_she_would said_she'd said_she_will said_she'll said_he_would said_he'd said_he_will said_he'll told_me_she'd told_me_he'd told_me_they'd told_me_she_would told_me_he_would told_me_they_would told_us_she'd told_us_he'd told_us_they'd says_she'll says_he'll says_they'll
    confirmed_they_will confirmed_they_would promised_they_would promised_that_they_would to ought_to is_the_one_to is_the_one_who_will
    is_happy_to is_expected_to has_the_task_to and_i_will and_i_need_to and_i_have_to is_assigned_to committed_to_`,
  ),
  charge:
    '(?:the lead on|the lead for|care of|charge of|over|on|for|after|point for|duty for|top of|up)',
}

export const englishWays = waysOf(
  String.raw`
  named any :: (?:action(?: item| point)?|to-do|todo|task|next step|follow-up|homework)s? (?:is )?(?:for|on|goes to|with) {named} ?,? ?(?:is |will be |would be )?(?:to )?{verb}
  named any :: (?:it's|that's|it is|this is) (?:on|up to|for) {named} ?,? ?to {verb}
  named any :: (?:it's|that's|it is) (?<name>@\S+'s) (?:job|task|turn|responsibility|duty) to {verb}
  named any :: (?:i'd like|i would like|i want|i need|we need|we want|we'd like|let's get|let's ask|i'll ask|i will ask|we should ask|we'll ask|get|ask|tell|remind|i'll get) {named} to {verb}
  named sure :: (?:let's have|i'll have|we'll have|have|let) {named} {verb}
  named any request :: {named} ?,? ?(?:(?:please|okay|so|then|maybe) ,? ?)?{yours} (?:please )?{adverbs}{lightly}{verb}
  named any request :: {named} ?,? ?(?:please )?{yoursDoing} {ing}
  named any :: {named} ,? ?(?:you|you'll|you will|you can|you could|you should|your (?:task|job|action|homework|next step) is to) {adverbs}{lightly}{verb}
  named sure request :: {named} , (?:please )?{verb}
  named any request :: {yours} (?:please )?{adverbs}{lightly}{verb}[^,]*,? ?{named} (?=(?:, )?(?:please )?$)
  named any request :: {yoursDoing} {ing}[^,]*,? ?{named} (?=(?:, )?(?:please )?$)
  named any :: {named} (?:and (?:i|me|{name}) )?{adverbs}(?:takes care of|will take care of|is taking care of|is responsible for|is in charge of|will be responsible for|will be in charge of|is on|handles|will handle|looks after|will look after|takes over|is taking over|will start|will be) {ing}
  named any :: {named} (?:and (?:i|{name}) )?{adverbs}{theirs} {adverbs}{lightly}{verb}
  named any :: (?<name>@\S+'s) {adverbs}(?:going to|gonna|supposed to|planning to) {adverbs}{lightly}{verb}
  named any :: (?<name>@\S+'ll) {adverbs}{lightly}{verb}
  named sure :: {named} (?:and (?:i|{name}) )?(?:can|should|shall|could) {adverbs}{lightly}{verb}
  named free :: {named} (?:will be |will |is going to |is )?(?:also )?(?<verb>takes?|taking|handles?|handling|owns?|responsible|looks?|looking|on|drives?|driving|in) {charge}? ?{the}
  named free :: (?:we'll |we |i'll |i |i'd |let's )?(?<verb>assign|give|delegate|hand|pass) (?!over |on |back |it |the (?:word|mic|floor|ball) )(?:\S+ ){1,5}(?:over )?to {named} (?=$|,|by |for |until |before )
  named any :: (?:i(?:'ve| have)? asked|we(?:'ve| have)? asked|i told|we told|i(?:'ve| have)? reminded) {named} to {verb}
  named any :: (?:note|reminder|task|job|homework|ticket) (?:for|to) {named} ,? ?(?:to )?{verb}
  named any :: {named} (?:has been asked to|was asked to|will be the one to|is down to|gets to|is keen to|has to go and|was going to be the one to) {adverbs}{verb}
  named any :: (?:down to|up to|falls to|falls on|goes to|it's for) {named} to {verb}
  named any :: (?<verb>[\p{L}-]+ing) (?:\S+ ){1,7}(?:is|goes|falls|that's) (?:on|to|with|for|up to) {named} 
  named any :: (?:let's put|put|i'll put|can i put|i've put) {named} (?:down )?(?:on|for) {ing}
  named any :: {named} ,? ?(?:you're|you are|you'll be) (?:on|responsible for|in charge of|taking care of|the one) {ing}
  named any request :: {named} ,? ?(?:go ahead and|any chance you could|any chance of you|how about you|what if you|would you) {verb}
  named sure timed :: {named} is {adverbs}{ing}
  volunteer any request :: who (?:can|could|will|would|wants to|is going to|'s going to|would like to|has time to|volunteers to|is able to|is up for|takes care of) (?:please )?{lightly}{verb}
  volunteer any request :: (?:can|could|would|will) (?:somebody|someone|anybody|anyone|one of you|one of us|any of you) (?:please )?{lightly}{verb}
  speaker any :: (?:i'll take care of|i will take care of|i'll be|i will be|i'm taking care of|i take care of|i'm responsible for|i am responsible for|i'm in charge of|i'm on|i'll look after|i'll take on|i'll be responsible for|i'll handle|i'm committed to|i'll start) {lightly}{ing}
  speaker any :: {mine} {adverbs}{lightly}{verb}
  speaker sure :: (?:i can|i should|i want to) {adverbs}{lightly}{verb}
  speaker sure :: let me (?!just |quickly |first |open |pull |look |find |get |try |take |pick |put |bring |set |add |make |check (?:it|that|this|real|my)){adverbs}{lightly}{verb}
  speaker any :: my (?:task|job|action item|action|next step|homework|to-do|todo|plan|goal) (?:for \S+ (?:\S+ )?)?is (?:still )?to {verb}
  speaker free :: (?<verb>leave|give|assign|hand) (?:\S+ ){1,5}(?:to|with) me (?=$|,|by |until |and )
  speaker free :: i(?:'m| am) (?:on the hook|on point|on duty|responsible|in charge) (?:for|of) {the}(?<verb>\S+)
  speaker any :: (?:i'll see to|i will see to|i'll get on with|i'm planning on|i'm down for|i'm up for|i'll be the one|you can leave|i'll make a start on|i'll get started on|i'm going to start|i'll get going with) {ing}
  speaker any :: (?:i'd love to|i would love to|i aim to|i should be able to|i'll see to it that i|i'd be up for|i've been asked to|i was asked to|they asked me to|i've promised to|i promised to) {adverbs}{lightly}{verb}
  speaker any :: (?:note to self|reminder to self|task for me|action for me|for me|my side|reminder for me|to-do for me|todo for me) ,? ?(?:to )?{verb}
  speaker any :: (?<verb>[\p{L}-]+ing) (?:\S+ ){1,7}(?:is|that's) (?:on|with|for) me 
  speaker sure :: {verb} (?:\S+ ){1,7}, (?:that's|it's|this is) (?:on|with|for) me 
  speaker free :: you(?:'ll| will) (?<verb>have|get) (?:\S+ ){1,6}(?:from me|by (?=monday|tuesday|wednesday|thursday|friday|tomorrow|the end))
  speaker free :: (?<verb>expect) (?:\S+ ){1,6}from me 
  speaker free :: i(?:'ve| have)? (?:got|take|took|'ll take) {the}(?<verb>\S+) (?:\S+ ){1,5}(?:then|myself|on me)(?= )
  speaker free :: (?<verb>consider) the (?:\S+ ){1,4}done
  named any :: {named} ,? ?(?:it's|that's) your (?:job|turn|task) to {verb}
  named free :: {named} ,? ?(?:you're|you are|you'll be) (?<verb>in charge|responsible|on point|on duty) (?:of|for) {the}
  named any :: {named} (?:gets|has|got|takes on) the (?:task|job|duty|honou?r) of {ing}
  named free :: (?<verb>over) to {named} for {the}
  speaker sure timed :: let me (?<verb>get) back to
  speaker free :: (?<verb>put) me down for 
  speaker sure timed :: i'm {adverbs}{ing}
  nobody any :: (?:(?:action(?: item| point)?|to-do|todo|next step|follow-up)s? ,? ?(?:is |will be )?(?:to )?|to do , ){verb}
  nobody any :: {ours} {adverbs}{lightly}{verb}
  nobody sure :: (?:let's|we should|we will|we'll|we're going to|we are going to) {adverbs}{lightly}{verb}
  nobody any :: (?:somebody|someone|one of us) (?:has got to|'s got to|ought to|will need to|really needs to|really should) {adverbs}{lightly}{verb}
  nobody free :: (?:it would be|it'd be|would be) (?:good|great|nice|helpful) if (?:somebody|someone) (?<verb>[\p{L}]+ed) 
  listener any request :: (?:don't let me forget to|make a note to|remind me to) {verb}
  nobody any :: (?:let's not forget to|we mustn't forget to|we can't forget to|we shouldn't forget to|don't let us forget to|it's time to|it is time to|it's time we|there's still .{0,20}to|we're supposed to|we are supposed to|we had better|we'd better|we want to make sure to|the idea is to|we agreed to|all that's left is to|what's missing is to|it would help if (?:somebody|someone) could|it'd be good if (?:somebody|someone) could|we need (?:somebody|someone) to|we need a volunteer to|i need (?:somebody|someone) to|(?:somebody|someone) please) {adverbs}{lightly}{verb}
  nobody passive :: (?:[\p{L}'-]+ ){1,3}(?:still )?(?:needs|has|have|need|must|should) (?:to )?(?:still )?be {ed}
  listener any request :: {yoursDoing} {ing}
  listener any request :: {kindly} (?:please )?{adverbs}{lightly}{verb}
  listener free :: please (?<verb>make) sure 
  listener sure request :: {yours} (?:please )?{adverbs}{lightly}{verb}
  `
    .split('\n')
    .map((line) => line.replace(/^ +/u, ''))
    .filter((line) => line !== '')
    .join('\n'),
  slots,
)
