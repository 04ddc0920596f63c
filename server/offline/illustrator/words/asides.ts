/**
 * English nouns that are seldom the point of a sentence, drawn only where it names nothing else: `motif: word, word`. Words are
 * dictionary forms.
 */
export const ASIDES = `
shushing-face: silence
speech-balloon: conversation, advice, answer, compliment, apology, complaint, excuse, opinion, rumor, gossip, lie, word, sentence, voice
money-bag: price, cost, income, wage, pension, fee, rent, fortune, bonus
memo: list, rule, plan, reminder, checklist
thought-balloon: imagination, memory, thought
newspaper: news, headline
world-map: country, nation
houses: village
megaphone: advertisement, slogan, shout
flexed-biceps: strength, willpower, discipline
crossed-fingers: hope
puzzle-piece: problem, solution
footprints: step
ear: hearing, listener, sound
smiling-face-with-smiling-eyes: smile
raised-hand: hand, palm of hand
woman-standing: lady
slightly-smiling-face: face
person-curly-hair: hair
person-standing: body, skin, back, shoulder, neck, chest
leg: leg, knee
index-pointing-up: finger, thumb
handshake: trust, deal
scroll: history
crystal-ball: future
balance-scale: balance
skull: death
bar-chart: statistic, average, percentage
`;

/** The same for verbs. */
export const VERB_ASIDES = `
speech-balloon: speak, talk, say, tell, ask, answer, whisper, reply, argue, discuss, chat, apologize, complain, explain
eyes: stare, gaze, blink, glance, peek, watch
ear: listen, hear
thought-balloon: think, imagine, wonder
brain: remember, forget, memorize
person-walking: walk, stroll, wander, march
person-running: jog, sprint
memo: write
books: learn
open-book: read
money-with-wings: pay, spend, afford
money-bag: cost
shopping-bags: buy, purchase
trophy: win
handshake: agree, negotiate
mobile-phone: text, scroll
e-mail: email
smiling-face-with-smiling-eyes: smile
megaphone: shout, scream, yell
woman-dancing: dance
folded-hands: pray
waving-hand: greet
hammer-and-wrench: repair
hourglass-done: wait
crossed-fingers: hope
magnifying-glass-tilted-left: search, seek, investigate
shield: protect, defend
cup-with-straw: drink
clapping-hands: applaud, clap
yawning-face: yawn
sneezing-face: sneeze
kiss-mark: kiss
wedding: marry
nose: smell, sniff
person-climbing: climb
`;

/** Lengths of time. */
export const TIMES = `
stopwatch: second, millisecond
alarm-clock: minute, hour
calendar: day, week, month, year, weekend, monday, tuesday, wednesday, thursday, friday, saturday, sunday
hourglass-done: decade, century, millennium, lifetime, eternity
`;

/** And for the words that stand for people: `motif: word`. */
export const SOMEBODY = `
man-standing: he, him, his, himself
woman-standing: she, her, hers, herself
people: everyone, everybody
`;
