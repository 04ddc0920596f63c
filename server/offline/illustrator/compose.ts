import { emojiArt, emojiCategories } from '../emoji-art.ts';
import type { Art } from './art.ts';
import { ownArt } from './own-art.ts';
import type { Figure } from './painters/painter.ts';
import type { Random } from './random.ts';
import type { Motif, Reading } from './reading.ts';
import type { Medium, Setting } from './settings/setting.ts';

/** Where everything of a scene goes. A plan holds no drawing of the place itself. */
export interface Composition {
  /** Behind the hero, back to front. */
  readonly behind: readonly Figure[];
  readonly heroes: readonly Figure[];
  readonly before: readonly Figure[];
  readonly frame: 'none' | 'porthole' | 'arch';
  readonly focus: { readonly x: number; readonly y: number };
}

const SWIMMERS = new Set(
  `octopus fish tropical-fish blowfish shark whale spouting-whale dolphin jellyfish squid seal turtle shrimp submarine person-swimming diving-mask
  penguin-swimming`.split(/\s+/),
);
const FLYERS = new Set(
  `bird dove eagle honeybee butterfly bat parrot blackbird airplane small-airplane helicopter rocket flying-saucer satellite balloon kite
  parachute mosquito fly dragon phoenix-bird wing feather shooting-star comet money-with-wings airplane-departure airplane-arrival
  flying-disc lady-beetle boomerang`.split(/\s+/),
);
export const IN_THE_SKY = new Set(
  `sun crescent-moon full-moon star glowing-star cloud cloud-with-rain ringed-planet rainbow globe-showing-europe-africa globe-showing-americas
  globe-showing-asia-australia comet shooting-star high-voltage black-hole snowflake`.split(/\s+/),
);
/** Things without weight: they hover and glow instead of standing. */
const HOVERING = new Set(
  `brain red-heart anatomical-heart lungs dna neuron cell blood-cell drop-of-blood light-bulb atom-symbol microbe eye ear nose mouth tongue
  tooth speech-balloon thought-balloon musical-notes zzz droplet bubbles wind-face fire globe-with-meridians wireless envelope key old-key
  coin magnifying-glass-tilted-left puzzle-piece infinity link ring leaf-fluttering-in-wind fallen-leaf bone flexed-biceps locked
  money-with-wings chart-increasing chart-decreasing bar-chart compass bullseye footprints love-letter prism`.split(
    /\s+/,
  ),
);

export function artOf(name: string): Art | undefined {
  return ownArt(name) ?? emojiArt(name);
}

function hovers(name: string): boolean {
  const category = emojiCategories().get(name);
  return (
    HOVERING.has(name) || IN_THE_SKY.has(name) || category === 'Symbols' || category === 'Smileys & Emotion'
  );
}

const VEHICLES = new Set(
  `rocket airplane small-airplane helicopter ship sailboat canoe speedboat locomotive automobile racing-car bicycle motorcycle tractor
  motor-scooter submarine rover flying-saucer sport-utility-vehicle pickup-truck delivery-truck kite`.split(
    /\s+/,
  ),
);
const WITH_A_SIDE = new Set(['globe', 'clover', 'sun', 'moon', 'star']);

/**
 * True for what may face the other way: what lives and what drives. A thing may bear letters or digits, and a rising chart, a
 * note, a map or a heart would be another thing in the mirror.
 */
function turns(name: string): boolean {
  if (VEHICLES.has(name)) return true;
  const category = emojiCategories().get(name);
  if (category === 'People & Body') return true;
  return category === 'Animals & Nature' && !name.split('-').some((part) => WITH_A_SIDE.has(part));
}

type Bearing = 'stands' | 'floats';

function bearing(name: string, medium: Medium): Bearing {
  if (medium === 'water') return SWIMMERS.has(name) || hovers(name) ? 'floats' : 'stands';
  if (medium === 'air' || medium === 'space') return 'floats';
  return FLYERS.has(name) ||
    hovers(name) ||
    (SWIMMERS.has(name) && medium !== 'table' && name !== 'turtle' && name !== 'seal')
    ? 'floats'
    : 'stands';
}

interface Placing {
  readonly x: number;
  /** Centre for what floats, feet for what stands. */
  readonly y: number;
  readonly size: number;
  readonly turn?: number;
  readonly flip?: boolean;
  readonly weight?: number;
}

function placed(art: Art, motif: Motif, how: Bearing, at: Placing): Figure {
  const width = art.right - art.left;
  const height = art.bottom - art.top;
  const tall = (at.size * height) / Math.max(width, height);
  return {
    art,
    x: at.x,
    y: how === 'stands' ? at.y - tall / 2 : at.y,
    size: at.size,
    turn: at.turn ?? 0,
    flip: at.flip ?? false,
    tint: motif.tint,
    weight: at.weight ?? 1,
  };
}

/**
 * Decides where the motifs of a reading go. Neighbouring scenes differ because every choice hangs on `random`, which is
 * seeded by the words. The heroes and what belongs to them stay inside a square around the focus and clear of the
 * lower quarter, where captions stand.
 */
export function compose(reading: Reading, setting: Setting, random: Random, freeSide: -1 | 1): Composition {
  const [hero, ...others] = reading.motifs.flatMap((motif) => {
    const art = artOf(motif.name);
    return art ? [{ motif, art }] : [];
  });
  const empty = { behind: [], heroes: [], before: [], frame: 'none' as const, focus: { x: 0.5, y: 0.43 } };
  if (!hero) return empty;
  const medium = setting.medium;
  const how = bearing(hero.motif.name, medium);
  const behind: Figure[] = [];
  const before: Figure[] = [];
  const heroes: Figure[] = [];
  const lean = -freeSide * random.between(0, 70);
  const ground = setting.groundY;

  const second = others[0];
  if (reading.compared && second) {
    for (const [index, one] of [hero, second].entries()) {
      const stands = bearing(one.motif.name, medium);
      heroes.push(
        placed(one.art, one.motif, stands, {
          x: index === 0 ? 290 : 790,
          y: stands === 'stands' ? ground + 20 : 830,
          size: 400,
        }),
      );
    }
    return { ...empty, heroes, focus: { x: 0.5, y: 0.45 } };
  }

  const fast = reading.fast && !reading.still && (how === 'floats' || medium === 'space');
  const skyward = IN_THE_SKY.has(hero.motif.name) && medium !== 'space';
  const accents = others.filter(
    ({ motif }) => bearing(motif.name, medium) === 'floats' || motif.name === 'envelope',
  );
  const companions = others.filter((one) => !accents.includes(one));
  const crowded = accents.length > 0;
  const size =
    (TALL.has(hero.motif.name)
      ? 800
      : hero.motif.count > 1
        ? 460
        : crowded || companions.length > 0
          ? 540
          : 600) + random.between(-20, 30);
  const turn = fast
    ? FLYERS.has(hero.motif.name)
      ? -0.06
      : -0.3
    : medium === 'space' && how === 'floats'
      ? random.between(-0.2, 0.2)
      : medium === 'water' && how === 'floats'
        ? random.between(-0.09, 0.09)
        : 0;
  const flip = random.chance(0.5) && turns(hero.motif.name) && !(fast && hero.motif.name === 'rocket');
  const heroX = 540 + (hero.motif.count > 1 ? 0 : lean);
  const heroY = skyward
    ? 690
    : how === 'floats'
      ? (crowded ? 860 : 790) + random.between(-30, 30)
      : ground + random.between(0, 26);

  if (hero.motif.count > 1) {
    const spots = GROUPS[Math.min(5, hero.motif.count)] ?? [];
    for (const [dx, dy, scale] of spots) {
      heroes.push(
        placed(hero.art, hero.motif, how, {
          x: 540 + dx * (freeSide > 0 ? 1 : -1),
          y: heroY + (how === 'stands' ? dy * 0.22 : dy),
          size: size * scale,
          turn: how === 'floats' ? turn + (dx / 900) * 0.5 : 0,
          flip: turns(hero.motif.name) && dx * (freeSide > 0 ? 1 : -1) > 0,
          weight: scale,
        }),
      );
    }
    heroes.sort((a, b) => a.weight - b.weight);
  } else {
    heroes.push(
      placed(hero.art, hero.motif, how, { x: heroX, y: heroY, size, turn: flip ? -turn : turn, flip }),
    );
    const echo =
      how === 'floats' &&
      !hovers(hero.motif.name) &&
      others.length === 0 &&
      hero.motif.name !== 'rocket' &&
      !reading.framed &&
      random.chance(0.4);
    if (echo) {
      // The same kind, far away: depth for nothing.
      behind.push(
        placed(hero.art, hero.motif, 'floats', {
          x: 540 + freeSide * 330,
          y: 470,
          size: 120,
          turn: -turn,
          flip: turns(hero.motif.name) && !flip,
          weight: 0.25,
        }),
      );
      behind.push(
        placed(hero.art, hero.motif, 'floats', {
          x: 540 + freeSide * 190,
          y: 360,
          size: 76,
          turn,
          flip: turns(hero.motif.name) && !flip,
          weight: 0.1,
        }),
      );
    }
  }

  const top = Math.min(...heroes.map(topOf));
  const inTheSky = accents.filter(({ motif }) => IN_THE_SKY.has(motif.name) || FLYERS.has(motif.name));
  const above = accents.filter((one) => !inTheSky.includes(one));
  inTheSky.forEach(({ motif, art }, index) => {
    const y = Math.max(300, top - 120) + index * 60;
    behind.push(
      placed(art, motif, 'floats', {
        x: 540 + (index % 2 === 0 ? freeSide : -freeSide) * random.between(280, 330),
        y: medium === 'space' || medium === 'air' ? y - 40 : y,
        size: medium === 'space' ? 260 : 190,
        turn: random.between(-0.15, 0.15),
        weight: 0.5,
      }),
    );
  });
  if (above.length > 0 && reading.carrying && above[0]) {
    const [main] = heroes;
    if (main)
      before.push(
        placed(above[0].art, above[0].motif, 'floats', {
          x: main.x + (flip ? 40 : -20),
          y: topOf(main) + 30,
          size: 170,
          turn: -0.14,
          weight: 0.9,
        }),
      );
    above.shift();
  }
  const row = above
    .flatMap((one) => Array.from({ length: Math.min(5, one.motif.count) }, () => one))
    .slice(0, 5);
  row.forEach(({ motif, art }, index) => {
    const spread = row.length === 1 ? 0 : index / (row.length - 1) - 0.5;
    const reach = row.length === 1 ? freeSide * 210 : spread * 560;
    const dip = Math.abs(spread) * 170;
    before.push(
      placed(art, motif, 'floats', {
        x: 540 + reach,
        y: Math.max(210, top - 105) + dip,
        size: row.length === 1 ? 200 : 150 - Math.abs(spread) * 40,
        turn: spread * 0.3,
        weight: 0.8,
      }),
    );
  });

  const beside = companions
    .flatMap((one) => Array.from({ length: Math.min(3, one.motif.count) }, () => one))
    .slice(0, 4);
  beside.forEach(({ motif, art }, index) => {
    const side = index % 2 === 0 ? freeSide : -freeSide;
    const small = SMALL.has(motif.name);
    const large = LARGE.has(motif.name);
    const inFront = small || (index % 2 === 0 && (!large || motif.name === 'bed'));
    const rank = Math.floor(index / 2);
    const at: Placing = {
      x: 540 + side * (large ? 210 : inFront ? 310 - rank * 130 : 330),
      y: ground + (inFront ? 76 + rank * 40 : -26),
      size: small ? 130 : large ? 430 : inFront ? 270 - rank * 40 : 310,
      flip: turns(motif.name) && side > 0,
      weight: inFront ? 0.95 : 0.6,
    };
    const stands: Bearing = medium === 'space' || medium === 'air' ? 'floats' : 'stands';
    (inFront ? before : behind).push(
      placed(art, motif, stands, stands === 'floats' ? { ...at, y: 980 } : at),
    );
  });
  if (reading.giving && hero.motif.count > 1) {
    // What is given lies between the two.
    before.forEach((figure, index) => {
      if (SMALL.has(figure.art.name)) before[index] = { ...figure, x: 560 };
    });
  }

  const frame =
    (reading.framed || (medium === 'water' && others.length === 0 && !fast && random.chance(0.12))) &&
    medium !== 'table' &&
    hero.motif.count === 1
      ? medium === 'water' || medium === 'space'
        ? 'porthole'
        : 'none'
      : 'none';
  const fitted =
    frame === 'porthole'
      ? heroes.map((one) => ({ ...one, x: 540, y: 800, size: Math.min(one.size, 500), turn: 0 }))
      : heroes;
  const left = Math.min(...fitted.map((one) => one.x - one.size / 2));
  const right = Math.max(...fitted.map((one) => one.x + one.size / 2));
  const upper = Math.min(...fitted.map(topOf), ...before.filter((one) => one.y < 700).map(topOf));
  const lower = Math.max(...fitted.map(bottomOf));
  const focusY = Math.min(0.5, Math.max(0.36, (upper + lower) / 2 / 1920));
  return {
    behind,
    heroes: fitted,
    before,
    frame,
    focus: { x: Math.min(0.6, Math.max(0.4, (left + right) / 2 / 1080)), y: focusY },
  };
}

/** Landmarks that look wrong at the size of a cat. */
const TALL = new Set(
  'lighthouse eiffel-tower tokyo-tower statue-of-liberty wind-turbine windmill giraffe rocket-standing office-building'.split(
    ' ',
  ),
);

/** Furniture and houses keep their size beside a hero that hovers. */
const LARGE = new Set('bed house castle church factory bank couch-and-lamp deciduous-tree ship'.split(' '));

const SMALL = new Set(
  `rock coin egg key nut-and-bolt pill bone seedling snail ant beans cookie candy gem-stone sheaf-of-rice spiral-shell mushroom
  drop-of-blood game-die mouse worm crab lady-beetle`.split(/\s+/),
);

/** Offsets from the centre and sizes for two to five of a kind. */
const GROUPS: Readonly<Record<number, readonly (readonly [number, number, number])[]>> = {
  2: [
    [-150, -20, 1],
    [225, 70, 0.68],
  ],
  3: [
    [0, -110, 1],
    [-270, 120, 0.66],
    [270, 110, 0.66],
  ],
  4: [
    [-140, -120, 0.86],
    [190, -60, 0.72],
    [-260, 170, 0.56],
    [90, 190, 0.6],
  ],
  5: [
    [0, -20, 0.86],
    [-290, -150, 0.5],
    [290, -170, 0.5],
    [-270, 160, 0.58],
    [280, 150, 0.54],
  ],
};

export function topOf(figure: Figure): number {
  const { art, size, y } = figure;
  return y - (size * (art.bottom - art.top)) / Math.max(art.bottom - art.top, art.right - art.left) / 2;
}

export function bottomOf(figure: Figure): number {
  return 2 * figure.y - topOf(figure);
}
