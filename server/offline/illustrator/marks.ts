import { emojiCategories } from '../emoji-art.ts';
import { artOf, type Composition, topOf } from './compose.ts';
import {
  box,
  circle,
  curve,
  ellipse,
  heart,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  type Point,
  polygon,
  star,
  without,
} from './geometry.ts';
import type { Figure } from './painters/painter.ts';
import type { Reading } from './reading.ts';
import type { Stage } from './settings/setting.ts';

/** Marks of motion, sleep, thought and love around the hero: drawn, not written. */
export function drawMarks(stage: Stage, reading: Reading, composition: Composition): void {
  const { painter, random } = stage;
  const [hero] = composition.heroes.toSorted((a, b) => b.size - a.size);
  if (!hero) return;
  const top = topOf(hero);
  if (reading.fast && !reading.still) drawSpeed(stage, hero);
  if (INSECTS.has(hero.art.name)) drawTrail(stage, hero);
  if (reading.asleep && hero.art.name !== 'sleeping-face') {
    for (let index = 0; index < 3; index++) {
      const size = 46 + index * 24;
      const x = hero.x + stage.freeSide * (hero.size * 0.26 + index * 84);
      const y = top - 6 - index * 86;
      painter.line(
        curve([
          [x - size / 2, y - size / 2],
          [x, y - size / 2],
          [x + size / 2, y - size / 2],
        ]),
        '#ffe08a',
        13,
      );
      painter.line(
        curve([
          [x + size / 2, y - size / 2],
          [x, y],
          [x - size / 2, y + size / 2],
        ]),
        '#ffe08a',
        13,
      );
      painter.line(
        curve([
          [x - size / 2, y + size / 2],
          [x, y + size / 2],
          [x + size / 2, y + size / 2],
        ]),
        '#ffe08a',
        13,
      );
    }
  }
  if ((reading.thinking || reading.idea) && !reading.asleep && canThink(hero.art.name)) {
    const x = hero.x + stage.freeSide * 240;
    const y = Math.max(260, top - 90);
    for (const [share, radius] of [
      [0.62, 16],
      [0.34, 26],
    ] as const) {
      painter.shape(circle(x + (hero.x - x) * share, y + (top + 60 - y) * share + 60, radius), '#ffffff', {
        depth: 'detail',
      });
    }
    painter.shape(ellipse(x, y, 150, 116), ['#ffffff', '#eaf1fb'], { depth: 'detail' });
    const bulb = artOf(reading.idea ? 'light-bulb' : 'gear');
    if (bulb) painter.figure({ art: bulb, x, y, size: 140, turn: 0, flip: false, weight: 0.8 });
  }
  if (reading.loving && !['red-heart', 'anatomical-heart', 'broken-heart'].includes(hero.art.name)) {
    for (const [dx, dy, size] of [
      [-70, -40, 60],
      [10, -120, 92],
      [92, -50, 52],
    ] as const) {
      painter.shape(heart(hero.x + dx, Math.max(230, top + dy), size), '#ff5f7a', {
        depth: 'detail',
        accent: true,
      });
    }
  }
  if (reading.glowing && !reading.still) {
    for (let index = 0; index < 7; index++) {
      const angle = (index / 7) * Math.PI * 2 + random.between(-0.2, 0.2);
      const reach = hero.size * random.between(0.56, 0.72);
      const x = hero.x + Math.cos(angle) * reach;
      const y = hero.y + Math.sin(angle) * reach * 0.9;
      if (y < 1200 && x > 110 && x < 970)
        painter.shape(star(x, y, random.between(14, 30), 4, 0.26), '#fff2b8', {
          depth: 'detail',
          accent: true,
        });
    }
  }
}

/** Only who lives, or is made to think, has a thought beside it. */
function canThink(name: string): boolean {
  const category = emojiCategories().get(name) ?? '';
  return (
    ['Animals & Nature', 'People & Body'].includes(category) || ['robot', 'brain', 'alien'].includes(name)
  );
}

const INSECTS = new Set(['honeybee', 'butterfly', 'fly', 'mosquito', 'lady-beetle']);
/** Icons that point up and to the right; all others that move face left. */
const POINTS_UP_RIGHT = new Set(['rocket', 'airplane', 'small-airplane', 'airplane-departure']);

/** Strokes behind what moves, along its way. */
function drawSpeed({ painter, random }: Stage, hero: Figure): void {
  const upRight = POINTS_UP_RIGHT.has(hero.art.name);
  const base = upRight ? (hero.art.name === 'rocket' ? -0.95 : -0.7) : Math.PI;
  const heading = hero.flip ? Math.PI - base - hero.turn * -1 : base + hero.turn;
  const along: Point = [Math.cos(heading), Math.sin(heading)];
  const across: Point = [-along[1], along[0]];
  for (let index = 0; index < 7; index++) {
    const offset = (index - 3) * hero.size * 0.12;
    const start = hero.size * (0.56 + Math.abs(index - 3) * -0.05);
    const reach = random.between(110, 250);
    const at = (back: number): Point => [
      hero.x - along[0] * back + across[0] * offset,
      hero.y - along[1] * back + across[1] * offset,
    ];
    painter.line(
      curve([at(start), at(start + reach / 2), at(start + reach)]),
      '#ffffff',
      10 - (index % 3) * 2,
      0.6,
    );
  }
}

/** The looping dotted way of an insect. */
function drawTrail({ painter }: Stage, hero: Figure): void {
  const side = hero.flip ? -1 : 1;
  for (let index = 0; index < 22; index++) {
    const share = index / 21;
    const angle = share * Math.PI * 2.6;
    const x = hero.x + side * (hero.size * 0.34 + share * 210 - Math.sin(angle) * 74);
    const y = hero.y + hero.size * 0.3 + share * 60 - Math.cos(angle) * 66 + 66;
    painter.light(circle(x, y, 8 - share * 3), '#ffffff', 0.85 - share * 0.4);
  }
}

/** Light that sweeps from a lighthouse's lamp, to both sides. */
export function drawBeams({ painter, time }: Stage, hero: Figure): void {
  const y = topOf(hero) + hero.size * 0.2;
  const strength = time === 'day' ? 0.18 : 0.38;
  for (const side of [-1, 1] as const) {
    painter.light(
      polygon([
        [hero.x, y - 10],
        [hero.x + side * 900, y - 190],
        [hero.x + side * 900, y + 150],
        [hero.x, y + 14],
      ]),
      '#ffe9a0',
      strength,
    );
  }
  painter.glow(hero.x, y, 260, '#fff3c4', 0.8);
}

/** The ring of a porthole around the hero; everything outside it is the wall of the vessel. */
export function drawPorthole({ painter, c }: Stage): void {
  painter.shape(without(box(-40, -40, 1160, 2000), circle(540, 800, 430)), [c('#26466e'), c('#14294a')], {
    depth: 'near',
  });
  painter.shape(without(circle(540, 800, 492), circle(540, 800, 412)), ['#ffd877', '#d99a34'], {
    depth: 'near',
    accent: true,
  });
  for (let index = 0; index < 12; index++) {
    const angle = (index * Math.PI) / 6 + 0.26;
    painter.shape(circle(540 + Math.cos(angle) * 452, 800 + Math.sin(angle) * 452, 17), '#9a6a1f', {
      depth: 'detail',
    });
  }
  painter.light(
    polygon([
      [330, 500],
      [430, 440],
      [250, 1010],
      [200, 930],
    ]),
    '#ffffff',
    0.12,
  );
  for (const y of [200, 1420, 1660]) {
    painter.line(
      curve([
        [-20, y],
        [540, y + 4],
        [1100, y],
      ]),
      c('#0d1d38'),
      5,
      0.5,
    );
    for (let x = 60; x < 1080; x += 120) painter.light(circle(x, y + 34, 9), '#ffffff', 0.22);
  }
}

/** The edges of a dark scene lie in shadow: only what stands in the middle is seen. */
export function drawDarkness({ painter }: Stage, { focus }: Composition): void {
  const y = focus.y * PAGE_HEIGHT;
  for (const [radius, alpha] of [
    [760, 0.3],
    [600, 0.22],
    [470, 0.16],
  ] as const) {
    painter.light(
      without(box(-40, -40, PAGE_WIDTH + 80, PAGE_HEIGHT + 80), circle(540, y, radius)),
      '#05070d',
      alpha,
    );
  }
}
