const lines = (table: string): [string, string[]][] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [motif = '', icons = ''] = line.split(': ');
      return [motif, icons.split(', ')];
    });

/** Motif: icons of one kind, whose common keywords in any language name it; `-icon` takes its keywords away. */
export const PIVOTS: readonly (readonly [motif: string, siblings: readonly string[]])[] = lines(`
red-apple: red-apple, green-apple
cooked-rice: cooked-rice, rice-ball
deciduous-tree: deciduous-tree, evergreen-tree
crescent-moon: crescent-moon, full-moon
star: star, glowing-star
globe-showing-europe-africa: globe-showing-europe-africa, globe-showing-americas, globe-showing-asia-australia
money-bag: money-bag, dollar-banknote
books: open-book, closed-book, green-book
mobile-phone: mobile-phone, telephone
laptop: laptop, desktop-computer
musical-notes: musical-notes, musical-note
red-heart: red-heart, blue-heart, green-heart
running-shoe: running-shoe, mans-shoe
beer-mug: beer-mug, clinking-beer-mugs
spouting-whale: spouting-whale, whale
envelope: envelope, incoming-envelope
alarm-clock: alarm-clock, mantelpiece-clock
key: key, old-key
bell: bell, bell-with-slash
locked: locked, unlocked
zzz: zzz, sleeping-face, -yawning-face, -night-with-stars, -weary-face, -crescent-moon
cloud-with-rain: cloud-with-rain, umbrella-with-rain-drops
snowflake: snowflake, snowman, cloud-with-snow, -cold-face
automobile: automobile, oncoming-automobile
bus: bus, oncoming-bus
locomotive: locomotive, steam-locomotive, railway-car
mountain: mountain, snow-capped-mountain
bread: bread, baguette-bread
glass-of-milk: glass-of-milk, baby-bottle
`);

/** Icons whose name means a motif that is drawn otherwise. */
export const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['whale', 'spouting-whale'],
  ['two-hump-camel', 'camel'],
  ['new-moon', 'crescent-moon'],
  ['train', 'locomotive'],
  ['blossom', 'sunflower'],
  ['man', 'man-standing'],
  ['woman', 'woman-standing'],
  ['person', 'person-standing'],
  ['child', 'child-standing'],
  ['boy', 'child-standing'],
  ['girl', 'child-standing'],
]);

/** Animals whose icon is a face and is named so: their own keywords name them. */
export const FACES: ReadonlySet<string> = new Set(
  'bear fox wolf lion frog panda koala hamster raccoon moose boar polar-bear unicorn'.split(' '),
);

/** Names that are more often another word. */
export const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  de: ['schloss'],
  fr: ['personne', 'fondue'],
  es: ['llama', 'sobre', 'vela'],
  pt: ['como', 'para'],
  ar: ['صوت'],
};
