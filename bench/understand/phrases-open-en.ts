import { lines, type Phrases } from './bank.ts'
import { verbsOpenEn } from './verbs-open.ts'

export const phrasesOpenEn: Phrases = {
  people: lines(`
    Anna
    Marcus
    Priya
    Tom
    Elena
    David
    Sofia
    Kenji
    Laura
    Ben
  `),
  verbs: verbsOpenEn,
  dues: lines(`
    by {day} = weekday
    by {day} = weekday
    by tomorrow = +1
    tomorrow = +1
    by the end of the week = week-end
    by the end of the month = month-end
    before {day} = weekday
    on {day} = weekday
    in two weeks = +14
    by the {ordinal} = ordinal
    by {month} {ordinal} = month-day
    this afternoon = today
    next week = next-week
  `),
  actions: lines(`
    self:: I'll {do} {due}.
    self:: I will {do} {due}.
    self:: I'm going to {do} {due}.
    self:: I can {do} {due}, no problem.
    self:: Okay, I'll take that one and {do} {due}.
    self:: Let me {do} {due} and then we talk again.
    self:: My action item is to {do} {due}.
    self:: I'll make sure to {do} {due}.
    self:: I still need to {do}, I'll do it {due}.
    self:: I promise to {do} {due}.
    self:: Yeah, I'll {do} and let everybody know {due}.
    named:: {owner} will {do} {due}.
    named:: {owner} is going to {do} {due}.
    named:: {owner} needs to {do} {due}.
    named:: {owner} has to {do} {due}.
    named:: So {owner} takes care of {doing} {due}.
    named:: Action item for {owner}: {do} {due}.
    named:: {owner} is responsible for {doing} {due}.
    named +d:: We agreed that {owner} will {do} {due}.
    named:: {owner} said they would {do} {due}.
    other:: {owner}, can you {do} {due}? / Sure, I can do that.
    other:: {owner}, could you please {do} {due}? / Yes, will do.
    other:: Can you {do} {due}, {owner}? / Yep, no problem.
    other:: {owner}, please {do} {due}. / Okay.
    other:: {owner}, I need you to {do} {due}. / All right.
    other:: Would you mind {doing} {due}, {owner}? / Not at all, I'll do it.
    other:: Who can {do} {due}? / I can do it.
    nobody:: Somebody has to {do} {due}.
    nobody:: We need to {do} {due}.
    nobody +d:: Let's {do} {due}.
  `),
  decisions: lines(`
    We decided to go with {choice}.
    So we've decided: it's {choice}.
    Okay, let's go with {choice}.
    We agreed on {choice} instead of {other}.
    The decision is to use {choice}.
    We're going with {choice}, not {other}.
    Then it's settled, we take {choice}.
    Decision: {choice} for now.
    All right, we'll use {choice} from now on.
    It was decided that we keep {choice}.
    Good, so we agree to drop {other}.
    We've agreed to keep {choice} for this year.
    So the final decision is {choice}.
    Let's stick with {choice}.
    We have decided against {other}.
    Okay, so {choice} it is.
    So we won't do {other}, that's decided.
    We made the decision to move to {choice}.
    +q:: Shall we go with {choice}? / Yes, let's do that.
    +q:: Are we all okay with {choice}? / Yes, agreed.
    I propose we use {choice}. / Agreed. / Sounds good, then that's what we do.
    The team chose {choice} over {other}.
    We'll go ahead with {choice}.
    So that's approved, {choice} goes ahead.
    Everyone agrees that {other} has to go, so we drop it.
  `),
  questions: lines(`
    When will {noun} be ready? => Sometime next month, I think.
    Who is working on {noun} at the moment? => That's {name} and one person from the other team.
    What is the status of {noun}? => It's about eighty percent done.
    How much did {noun} cost us last year? => Around {number} thousand.
    Why is {noun} taking so long? => Because the requirements changed twice.
    Where do we keep the documents about {noun}? => They are in the shared folder.
    Do we have any numbers for {noun}? => Yes, they were in the last report.
    Is {noun} part of the contract? => No, that's separate.
    Does {noun} work without an internet connection? => Only partly.
    Did anybody talk to the customer about {noun}? => Yes, {name} did on {day}.
    How many people have seen {noun} so far? => About {number}.
    Which version of {noun} are they using? => The one from last spring.
    Have we tested {noun} with real users? => Not yet, only internally.
    What happens to {noun} if the budget is cut? => It stays, but smaller.
    Can {noun} wait until next quarter? => Yes, it's not urgent.
    How long does {noun} usually take? => Two to three days.
    Are there any risks with {noun}? => The main risk is the timing.
    Who signed off on {noun}? => I believe it was {name}.
    What do the customers say about {noun}? => They are mostly happy with it.
    Is there a reason why {noun} was never finished? => We ran out of money.
    Do you know if {noun} is still on the roadmap? => It is, for autumn.
    When did we last look at {noun}? => In March, I think.
    {name}, what do you think about {noun}? => I find it quite good.
    Was {noun} included in the estimate? => Yes it was.
    Will {noun} affect the other teams? => A little, mostly support.
  `),
  unknowns: lines(`
    I don't know.
    Good question, I have no idea.
    We'd have to find out.
    Nobody knows yet.
    I'm not sure, to be honest.
  `),
  nearMisses: lines(`
    I won't {do}, that makes no sense now.
    I'm not going to {do} again.
    I sent it yesterday.
    I had already {done} by last week.
    {name} has already {done} it.
    We haven't decided about {noun} yet.
    We can't decide that today.
    Nothing is decided yet.
    q:: Should we {do}?
    q:: Do we want to {do}?
    q:: Did you {do}?
    We'll see.
    We'll see what happens with {noun}.
    Can you hear me?
    Can you see my screen?
    +q:: Is everybody here?
    You know what I mean?
    Who knows, right?
    It's nice, isn't it?
    +q:: How are you today?
    I mean, who doesn't like {noun}?
    Why would anybody want {noun}, I ask myself.
    I would never {do} without asking.
    If I had more time I would {do}.
    Maybe someday somebody will {do}.
    I was going to {do}, but it was not necessary.
    I'll be honest, {noun} surprised me.
    I'll say it again, {noun} is not easy.
    Let me think.
    Let me share my screen for a second.
    Let's see.
    Let's say {noun} costs twice as much.
    They decided to leave before I joined.
    I can't decide what to have for lunch.
    I agree with you on {noun}.
    It will rain on {day}, they say.
    {noun} will be more expensive next year.
    People will complain about {noun} anyway.
    You need to be careful with {noun}.
    You have to understand that {noun} is old.
    I don't think we need to {do}.
    Nobody has to {do}, that was a misunderstanding.
    I asked myself why {noun} is like that.
    I could {do}, but I'm not sure it's worth it.
    The question is how people feel about {noun}.
    I'll be right back.
    I'll stop talking now.
  `),
  talk: lines(`
    I looked at {noun} again on {day} and it was fine.
    From my point of view {noun} is in good shape.
    There was a long discussion about {noun} in the other team.
    I think {noun} is the most important part of it.
    The numbers for {noun} are a bit lower than last time.
    {name} showed me {noun} on {day} and I was impressed.
    Honestly {noun} was harder than it looks.
    As far as I remember {noun} was started about two years ago.
    We had some trouble with {noun} but that's over.
    It took us {number} hours to understand {noun}.
    On the one hand {noun} is useful, on the other hand it costs a lot.
    The interesting thing about {noun} is that nobody complained.
    People keep mentioning {noun} when I talk to them.
    Compared with last year {noun} has improved a lot.
    What I like about {noun} is that it's simple.
    There are about {number} open points around {noun}.
    I spent most of {day} on {noun}.
    It's kind of the same story as with {noun}.
    In the old company we had something similar to {noun}.
    My impression is that {noun} gets too little attention.
  `),
  chat: lines(`
    The coffee machine on our floor is broken again.
    I was in the mountains over the weekend and it was lovely.
    The train was late this morning, as always.
    My son started school this week, so it's a bit chaotic at home.
    It's really hot in this room.
    Sorry, I was on mute.
    Your picture froze for a moment.
    There's some noise in the background, sorry about that.
    I had a sandwich at my desk.
    The new chairs are surprisingly comfortable.
  `),
  nods: lines(`
    Yeah.
    Okay.
    Mm-hm.
    Right.
    Exactly.
    That's true.
    I see.
    Makes sense.
    Interesting.
    Good.
    Yeah, totally.
    Oh, really.
    Fair enough.
  `),
  openings: {
    'stand-up':
      'Good morning everybody, this is our daily, so just the short version from each of us.',
    review: 'Welcome to the review, we go through what happened since the last one.',
    'sales call': 'Thanks for taking the time, we are happy to talk about what we can do for you.',
    interview: 'Thank you for coming, this is a conversation to get to know each other.',
    planning: 'Hello all, today is about planning the next weeks.',
    retrospective: 'Hi everybody, we look back at the last weeks, good things and bad things.',
    lecture: 'Good afternoon, this lecture is about how such projects work in practice.',
  },
  turnings: lines(`
    Okay, next point: {noun}.
    Let's move on to {noun}.
    The next topic is {noun}.
    Now about {noun}.
    So much for that, and now {noun}.
  `),
  closings: lines(`
    Great, that was everything from my side.
    Thanks everybody, have a good day.
    Bye bye, talk to you soon.
  `),
  hesitations: lines(`
    uh
    um
    well
    you know
    I mean
    like
  `),
  misheard: lines(`
    budget = budge it
    contract = contact
    backup = back up
    survey = serve A
    audit = order it
    replica = rep Lika
    newsletter = news later
    session = section
    pricing = prizing
    release = relief
    customer = custom or
    staging = stating
  `),
}
