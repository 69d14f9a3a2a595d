import { lines, type Phrases } from './bank.ts'
import { verbsHeldOutEn } from './verbs-held-out.ts'

export const phrasesHeldOutEn: Phrases = {
  people: lines(`
    Oliver
    Nadia
    Fergus
    Chloe
    Ravi
    Ingrid
    Samuel
    Beatrice
    Hassan
    Megan
  `),
  verbs: verbsHeldOutEn,
  dues: lines(`
    before {day} = weekday
    by close of business on {day} = weekday
    first thing {day} morning = weekday
    by {day} at the latest = weekday
    for {day} = weekday
    tomorrow morning = +1
    the day after tomorrow = +2
    later today = today
    tonight = today
    within ten days = +10
    a week from today = +7
    by the weekend = week-end
    no later than the {ordinal} = ordinal
    by the {ordinal} of {month} = month-day
    sometime next week = next-week
    as soon as possible = none
  `),
  actions: lines(`
    self:: Right, I'll {do} {due}, then at least that's off the list.
    self:: Leave it with me, I'll {do} {due}.
    self:: I'm happy to {do} {due} if that helps.
    self:: I'll go and {do} {due}.
    self:: It's on me to {do} {due}, I know.
    self:: I've got to {do} {due}, otherwise we get nowhere.
    self:: Don't worry about it, I'll {do} myself {due}.
    self:: What I'll do is {do} {due}.
    self:: I'll have a go and {do} {due}.
    self:: Put me down for that, I'll {do} {due}.
    self:: Once we're done here I'm going to {do} {due}.
    self:: I'd better {do} {due}, I've put it off for ages.
    self:: I volunteer, I can {do} {due}.
    self:: So my job is to {do} {due}.
    named:: {owner}'s going to {do} {due}, she's got the details.
    named:: I spoke to {owner} and he'll {do} {due}.
    named:: {owner} has offered to {do} {due}.
    named:: That one's with {owner}, so {owner} will {do} {due}.
    named:: {owner} is supposed to {do} {due}.
    named:: And then {owner} should {do} {due}, please note that down.
    named +d:: As we said, {owner} is the one who'll {do} {due}.
    named:: I've asked {owner} to {do} {due}.
    named:: To do for {owner}, {do} {due}.
    other:: {owner}, could I ask you to {do} {due}? / Of course, leave it to me.
    other:: Would you be able to {do} {due}, {owner}? / Yeah, I should manage that.
    other:: {owner}, I'd like you to {do} {due}. / Sure thing.
    other:: Do you think you could {do} {due}, {owner}? / I think so, yes, I'll do it.
    other:: {owner}, you'll {do} {due}, won't you? / Yes, I will.
    other:: {owner}, don't forget to {do} {due}. / I won't, it's in my diary.
    other:: Is there anyone who could {do} {due}? / I'll do that, no trouble.
    other:: {owner}, will you {do} {due}? / Absolutely.
    nobody:: One of us has to {do} {due}.
    nobody:: We've got to {do} {due}, really.
    nobody:: We should really {do} {due}, could someone make a note of it.
    nobody:: Someone needs to {do} {due}.
  `),
  decisions: lines(`
    Right, so we're doing {choice}, that's final.
    We've settled on {choice}.
    After all that, we went for {choice} rather than {other}.
    In the end we decided on {choice}.
    Fine, then let's do {choice}.
    So that's agreed then, {choice} from now on.
    The board has decided to go for {choice}.
    Good, we have a decision, it's {choice}.
    I think we're all agreed on {choice} then. / Yes, we are.
    We're sticking with {choice} for the time being.
    We've chosen {choice}, so {other} is off the table.
    We agreed this morning that {choice} is the way to go.
    Okay, {choice} gets the green light.
    So we're scrapping {other}, everyone's on board with that.
    Let's settle for {choice} and be done with it.
    +q:: So is it {choice}? / Yes, let's go for it. / Great, decided.
    +q:: Everybody happy with {choice}? / Happy. / Good, then we'll go with that.
    I'd say we take {choice}. / Fine by me. / Me too, done.
    The committee voted for {choice}, six to two.
    We've made up our minds, it'll be {choice}.
    It's official, we're switching to {choice}.
    We came to the conclusion that we keep {choice}.
    Then we leave {other} out, agreed.
    We'll be using {choice} as of next season, that was agreed.
    Let's make it {choice}, then.
    No more {other}, we decided that together.
    We all signed up to {choice}, so that's what it'll be.
    We've opted for {choice}.
  `),
  questions: lines(`
    How far along is {noun}? => I'd say two thirds of the way.
    Roughly how much money are we talking about for {noun}? => Something like {number} hundred.
    Who's looking after {noun} these days? => Mostly {name}.
    Since when has {noun} been like this? => Since the summer, more or less.
    What went wrong with {noun}? => The paperwork got lost, basically.
    Are people happy with {noun}? => They seem to be, yes.
    Has anyone heard back about {noun}? => Yes, they wrote on {day}, all good.
    Did the insurance say anything about {noun}? => They said it's covered.
    Do we still have time to change {noun}? => A little, until the end of the season.
    How come {noun} is so expensive? => It's the materials, they've gone up.
    What exactly do you mean by {noun}? => I mean the whole thing from start to finish.
    Where did the idea for {noun} come from? => It came from a visit to another place.
    Could {noun} be done by somebody outside? => In theory yes, but it costs more.
    How many hours a week go into {noun}? => {number}, give or take.
    Is {noun} going to be inspected this year? => Yes, in autumn.
    Which part of {noun} worries you most? => The very last bit.
    {name}, how did it go with {noun}? => Better than expected, actually.
    Were there any complaints about {noun}? => Two, both from the same person.
    Have you got a photo of {noun}? => Yes, it's on my phone.
    What would it take to make {noun} better? => More hands, mainly.
    Whose idea was {noun} anyway? => I think that was {name}.
    Is anybody else involved in {noun}? => Only the council.
    When's the last possible date for {noun}? => The fifteenth, I believe.
    Does it matter for {noun} if it rains? => Not really.
    How do other places handle {noun}? => Pretty much the same as us.
    What's the plan if {noun} falls through? => Then there is a smaller version.
    Are we allowed to move {noun}? => Yes, within reason.
    Why was {noun} left out last year? => There wasn't enough money.
  `),
  unknowns: lines(`
    Couldn't tell you.
    Hmm, that I don't know.
    No clue, sorry.
    Nobody's told me, I'm afraid.
    That's anyone's guess.
  `),
  nearMisses: lines(`
    I wouldn't {do} just yet.
    There's no way I'm going to {do} on top of everything else.
    I've {done} twice already.
    We'd {done} back in spring, thankfully.
    She never wanted to {do} in the first place.
    I had to {do} last winter and it was miserable.
    I thought about whether to {do}, but it's not worth the bother.
    We're still undecided on {noun}.
    That hasn't been decided and I don't think it will be soon.
    The jury's still out on {noun}.
    I'd rather not decide anything without the others.
    We agreed to disagree on {noun}.
    q:: Ought we to {do}?
    q:: Would it make sense to {do}?
    q:: Has somebody {done} yet?
    Let's wait and see.
    We'll cross that bridge when we come to it.
    Time will tell.
    Is this thing on?
    Can everyone see the slides?
    +q:: Who's just joined?
    Am I still sharing?
    What can you do?
    Isn't it strange how time flies?
    How lovely is that?
    +q:: Did you have a good weekend?
    Who would have thought that {noun} gets so much attention?
    How on earth did we live without {noun}, I sometimes wonder.
    You could always {do}, in theory.
    If it were up to me I'd {do}, but it isn't.
    They used to {do} every single month.
    Next time round people might {do}, who knows.
    I won't pretend {noun} is fun.
    I'll admit {noun} gave me a headache.
    I'll never understand {noun}.
    Let me put it this way, {noun} is no picnic.
    Let me just find my glasses.
    Let's be fair, {noun} isn't anybody's fault.
    Let's face it, {noun} is a bit of a mess.
    My sister decided to move to Leeds.
    It was hard to decide which cake to have.
    +d:: We can agree that {noun} is a good thing.
    The forecast says it'll be sunny on {day}.
    {noun} is going to look lovely in the snow.
    That will always be the trouble with {noun}.
    You'd need nerves of steel for {noun}.
    You have to laugh about {noun} sometimes.
    It isn't necessary to {do}, I've been told.
    Nobody asked me to {do}, by the way.
    We don't have to {do}, that's taken care of.
    +q:: I wonder if {noun} was ever any different.
    The big question mark is {noun}.
    I'll grab some water, carry on.
    I'm going to be quiet now.
  `),
  talk: lines(`
    I walked past {noun} on {day} and it looked all right to me.
    To my mind {noun} has come a long way.
    There's been a bit of grumbling around {noun} lately.
    Everybody has an opinion about {noun}, obviously.
    The figures for {noun} went up slightly, by {number} or so.
    {name} walked me through {noun} on {day}, very helpful.
    What surprised me was how quickly {noun} came together.
    Back in the day {noun} didn't even exist.
    It's the usual thing with {noun}, two steps forward and one back.
    We've spent ages on {noun}, something like {number} evenings.
    There are pros and cons to {noun}, like with everything.
    Not a single person mentioned {noun} at the gathering.
    I keep hearing good things about {noun}.
    All in all {noun} has been a pleasant surprise.
    The nice part about {noun} is that it more or less runs itself.
    My gut feeling is that {noun} was underrated all along.
    Most of my {day} went into {noun}, as usual.
    A friend of mine has pretty much the same story with {noun}.
    Last time {noun} caused a bit of a stir.
    Around {number} people came by because of {noun}.
    It says in the minutes that {noun} was praised by the visitors.
    With {noun} it was always the small things that went missing.
  `),
  chat: lines(`
    The dog kept me up half the night, so bear with me.
    We tried that new bakery round the corner, it's gorgeous.
    There was a queue all the way to the bridge this morning.
    My connection is a bit wobbly today.
    Sorry, the doorbell, that was the postman.
    It's freezing in here, I'm wearing two jumpers.
    I could really do with a holiday.
    My daughter lost her first tooth yesterday, big excitement.
    I finally finished that book you lent me.
    The car is at the garage again.
    That window never closes properly.
  `),
  nods: lines(`
    Yep.
    Sure.
    Uh-huh.
    Quite.
    Absolutely.
    Got it.
    Oh, nice.
    Lovely.
    I know.
    Ah, okay.
    True.
    No, quite.
    Brilliant.
  `),
  openings: {
    'stand-up': 'Morning all, quick round as usual and then back to it.',
    review: 'Good to see you all, we have a fair bit to look back on.',
    'sales call': 'Lovely to meet you at last, we have heard a lot about your place.',
    interview: 'Do sit down, make yourself comfortable, this is quite informal.',
    planning: 'Right, everyone, it is that time of the year when the calendar fills up.',
    retrospective: 'So, that is behind us now, and it is a good moment to look at how it went.',
    lecture: 'Welcome back, today is all about how these things are done in the real world.',
  },
  turnings: lines(`
    Moving along, {noun}.
    That brings us to {noun}.
    On to {noun}, then.
    A few words on {noun}.
    Now for something else, {noun}.
  `),
  closings: lines(`
    I think we've covered everything.
    Cheers everyone, lovely to see you.
    Take care, all the best.
  `),
  hesitations: lines(`
    er
    erm
    so
    I guess
    sort of
    hmm
  `),
  misheard: lines(`
    scaffolding = scuffle ding
    exhibition = expedition
    catalogue = cattle log
    ward = word
    trailer = trainer
    syllabus = silly bus
    terrace = terrorist
    raffle = ruffle
    grant = grand
    rota = rotor
    choir = quiet
    depot = day poor
  `),
}
