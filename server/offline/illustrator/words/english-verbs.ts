/** English verbs, by dictionary form, that show the same thing as a noun: `motif: word, word`. */
export const VERBS = `
bed: sleep, snore, nap
fire: ignite
party-popper: celebrate
cloud-with-rain: rain, drizzle
snowflake: snow
cooking: fry, cook, saute
oven: bake
pot-of-food: simmer, boil
microphone: sing
face-with-tears-of-joy: laugh
crying-face: cry, weep, sob
hugging-face: hug
lungs: inhale, exhale
person-in-lotus-position: meditate
person-lifting-weights: exercise
person-surfing: surf
skier: ski
person-biking: cycle
memo: jot
person-swimming: swim
books: study, reread
seedling: sow
dollar-banknote: earn
shopping-cart: shop
hammer: hammer
scissors: snip
telephone: phone, telephone
camera: photograph
broom: sweep, vacuum
fork-and-knife-with-plate: eat, dine
hot-beverage: brew
`;

/** English adjectives and adverbs that call a motif. */
export const QUALITIES = `
castle: medieval
crown: royal
skull-and-crossbones: lethal, deadly, poisonous, venomous
warning: dangerous, toxic, hazardous, risky
smiling-face-with-smiling-eyes: happy, joyful, cheerful
crying-face: sad
angry-face: angry, furious
face-screaming-in-fear: scared, terrified, afraid
pensive-face: lonely, depressed
fire: burning
dna: genetic
pyramid: egyptian
classical-building: roman, greek
fork-and-knife-with-plate: hungry
zzz: asleep, sleepy
musical-notes: musical
robot: robotic
ringed-planet: planetary
radioactive: radioactive
magnet: magnetic
olive: olive
`;

/** Verbs, by dictionary form, that name the place of a scene. */
export const PLACE_VERBS = `
underwater: swim, dive
sea: sail
bedroom: sleep, dream
kitchen: cook, bake, fry, simmer, boil
party: celebrate
storm: rain
ice: snow
`;
