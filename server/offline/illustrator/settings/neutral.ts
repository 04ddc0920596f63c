import {
  box,
  circle,
  curve,
  joined,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  type Point,
  polygon,
  wedge,
} from '../geometry.ts';
import type { Mood } from '../analysis/mood.ts';
import type { Quantity } from '../analysis/quantity.ts';
import type { Stage } from './setting.ts';

/**
 * Pictures for words that name nothing to draw: compositions of a few plain forms in one palette, and, where the words give
 * a share or a length of time, that share or time as a form. Nothing in them claims to be a thing.
 */

/** Ground, three colours from quiet to strong, and the one that stands out. */
type Palette = readonly [ground: string, quiet: string, middle: string, strong: string, accent: string];

const PALETTES: Readonly<Record<'plain' | Mood, readonly [Palette, ...Palette[]]>> = {
  plain: [
    ['#f3ead9', '#e6d3b3', '#3d6b78', '#1f3d4a', '#e2694a'],
    ['#e9eef0', '#c9d8dc', '#6a8fa6', '#27445f', '#f0b03f'],
    ['#f4e4dc', '#eac7b8', '#b8655a', '#57303f', '#3f8f8a'],
    ['#ecebe0', '#d3d4b8', '#7f9160', '#37503d', '#e58a4e'],
    ['#ebe6f1', '#cfc3e0', '#7c6aa8', '#372f5f', '#f2a65a'],
  ],
  bright: [
    ['#fff1d0', '#ffd98a', '#ff9f5a', '#e8563f', '#2f9a8f'],
    ['#fdeee6', '#ffc9b5', '#ff7f6b', '#d8436a', '#ffc83d'],
    ['#e6f6ec', '#b5e6c8', '#4fc08d', '#1f7a6a', '#ffb545'],
  ],
  sad: [
    ['#c9d1d8', '#aab6c1', '#77899a', '#43566a', '#d9c8a6'],
    ['#cfcbd3', '#b3adbd', '#837b95', '#4b4660', '#c9a9a0'],
  ],
  dark: [
    ['#14161f', '#1d2230', '#2b3348', '#45506e', '#c8402f'],
    ['#10181a', '#182629', '#25403f', '#3f6462', '#d9a441'],
    ['#191320', '#261b32', '#3d2b50', '#5f477a', '#d8dbe8'],
  ],
};

type Draw = (stage: Stage, palette: Palette) => void;

/** Big discs that overlap: the oldest poster there is. */
const discs: Draw = ({ painter, random, freeSide }, [, quiet, middle, strong, accent]) => {
  const x = 540 + freeSide * random.between(120, 200);
  const y = random.between(620, 760);
  painter.shape(circle(x, y, 560), quiet, { depth: 'far' });
  painter.shape(circle(540 - freeSide * 250, y + 420, 390), middle, { depth: 'mid' });
  painter.light(circle(540 - freeSide * 250, y + 420, 390), '#ffffff', 0.08);
  painter.shape(circle(x + freeSide * 130, y + 170, 235), strong, { depth: 'mid' });
  painter.shape(circle(540 - freeSide * 60, y - 210, 96), accent, { depth: 'mid', accent: true });
};

/** A sun, or a moon, over long layers. */
const layers: Draw = ({ painter, random, freeSide }, [, quiet, middle, strong, accent]) => {
  const x = 540 + freeSide * random.between(60, 190);
  painter.shape(circle(x, 690, 330), quiet, { depth: 'far' });
  painter.shape(circle(x, 690, 205), accent, { depth: 'mid', accent: true });
  [quiet, middle, strong].forEach((colour, index) => {
    const y = 930 + index * 205;
    const lift = (index % 2 === 0 ? 1 : -1) * freeSide * random.between(70, 130);
    const edge: Point[] = [
      [-60, y + lift],
      [270, y + lift * 0.9],
      [560, y - lift * 0.4],
      [840, y - lift],
      [1140, y - lift * 0.7],
    ];
    const path = curve(edge);
    path.lineTo(1140, PAGE_HEIGHT + 40);
    path.lineTo(-60, PAGE_HEIGHT + 40);
    path.closePath();
    painter.shape(path, colour, { depth: index === 2 ? 'near' : 'mid' });
  });
};

/** Quarter discs on a grid of three, one cell alight. */
const tiles: Draw = ({ painter, random }, [, quiet, middle, strong, accent]) => {
  const side = 320;
  const left = (PAGE_WIDTH - side * 3) / 2;
  const top = 270;
  const lit = random.int(3, 8);
  for (let index = 0; index < 12; index++) {
    const x = left + (index % 3) * side;
    const y = top + Math.floor(index / 3) * side;
    const corner = random.int(0, 3);
    const cx = x + (corner % 2) * side;
    const cy = y + Math.floor(corner / 2) * side;
    const kind = random.int(0, 4);
    if (index === lit) {
      painter.shape(circle(x + side / 2, y + side / 2, side * 0.4), accent, { depth: 'mid', accent: true });
      continue;
    }
    if (kind === 0) continue;
    const colour = [quiet, middle, strong, quiet][kind - 1] ?? quiet;
    painter.shape(quarter(cx, cy, side, corner), colour, { depth: 'mid' });
    if (kind === 3) painter.shape(quarter(cx, cy, side * 0.5, corner), quiet, { depth: 'detail' });
  }
};

function quarter(x: number, y: number, radius: number, corner: number): ReturnType<typeof circle> {
  const from = [0, 0.5, 1.5, 1][corner] ?? 0;
  const path = joined([]);
  path.moveTo(x, y);
  path.arc(x, y, radius, from * Math.PI, (from + 0.5) * Math.PI);
  path.closePath();
  return path;
}

/** Arcs one inside the other that rise from the edge, and what they lead to. */
const arches: Draw = ({ painter, random, freeSide }, [ground, quiet, middle, strong, accent]) => {
  const x = 540 + freeSide * random.between(150, 260);
  const y = 1240;
  [quiet, ground, middle, ground, strong, ground].forEach((colour, index) => {
    const radius = 880 - index * 128;
    painter.shape(arch(x, y, radius), colour, { depth: index === 0 ? 'far' : 'mid' });
  });
  painter.shape(circle(x, y - 60, 96), accent, { depth: 'mid', accent: true });
};

function arch(x: number, y: number, radius: number): ReturnType<typeof circle> {
  const path = joined([]);
  path.arc(x, y, radius, Math.PI, Math.PI * 2);
  path.lineTo(x + radius, PAGE_HEIGHT + 40);
  path.lineTo(x - radius, PAGE_HEIGHT + 40);
  path.closePath();
  return path;
}

/** Tall panes, one of them alight and out of line. */
const panes: Draw = ({ painter, random, freeSide }, [, quiet, middle, strong, accent]) => {
  const lit = random.int(1, 3);
  for (let index = 0; index < 5; index++) {
    const column = freeSide > 0 ? index : 4 - index;
    const x = 80 + column * 188;
    const top = 420 + index * 96 + random.between(-20, 20);
    const raised = index === lit;
    const colour = raised ? accent : ([quiet, middle, strong, middle, quiet][index] ?? quiet);
    painter.shape(box(x, raised ? top - 130 : top, 168, 2000, 84), colour, { depth: 'mid', accent: raised });
  }
};

/** A narrow door of light in the dark, and the light that falls from it. */
const ajar: Draw = ({ painter, random, freeSide }, [, quiet, middle, , accent]) => {
  const x = 540 + freeSide * random.between(40, 130);
  painter.shape(box(-40, 1240, PAGE_WIDTH + 80, 800), quiet, { depth: 'far' });
  painter.shape(box(x - 190, 470, 380, 772), middle, { depth: 'mid' });
  painter.shape(box(x - freeSide * 190 - (freeSide > 0 ? 0 : 88), 470, 88, 772), accent, {
    depth: 'mid',
    accent: true,
  });
  const foot = x - freeSide * 190 + (freeSide > 0 ? 44 : -44);
  painter.light(
    polygon([
      [foot - 44, 1242],
      [foot + 44, 1242],
      [foot + 44 - freeSide * 330, 1960],
      [foot - 300 - freeSide * 330, 1960],
    ]),
    accent,
    0.42,
  );
  painter.glow(foot, 850, 460, accent, 0.25);
};

/** One small light far away over still layers. */
const lantern: Draw = ({ painter, random, freeSide }, palette) => {
  const [, quiet, middle, strong, accent] = palette;
  const x = 540 + freeSide * random.between(80, 240);
  painter.glow(x, 760, 620, accent, 0.22);
  painter.shape(circle(x, 760, 60), accent, { depth: 'mid', accent: true });
  [quiet, middle, strong].forEach((colour, index) => {
    const y = 1010 + index * 190;
    const slope = freeSide * (index % 2 === 0 ? 90 : -70);
    painter.shape(
      polygon([
        [-60, y + slope],
        [1140, y - slope],
        [1140, 1980],
        [-60, 1980],
      ]),
      colour,
      { depth: index === 2 ? 'near' : 'mid' },
    );
  });
};

/** Long drops of rain over a low horizon. */
const rain: Draw = ({ painter, random }, [, quiet, middle, strong, accent]) => {
  painter.shape(circle(540, 760, 300), quiet, { depth: 'far' });
  painter.shape(circle(540, 760, 120), accent, { depth: 'mid', accent: true });
  for (let index = 0; index < 17; index++) {
    const x = 40 + index * 62;
    const y = random.between(120, 900);
    painter.shape(box(x, y, 10, random.between(160, 420), 5), index % 3 === 0 ? strong : middle, {
      depth: 'detail',
    });
  }
  painter.shape(box(-40, 1330, PAGE_WIDTH + 80, 800), middle, { depth: 'mid' });
  painter.shape(box(-40, 1540, PAGE_WIDTH + 80, 800), strong, { depth: 'near' });
};

/** A share as a ring: the part that the words name is filled. */
function share({ painter }: Stage, [ground, quiet, middle, strong, accent]: Palette, part: number): void {
  painter.shape(circle(540, 800, 470), quiet, { depth: 'far' });
  painter.shape(circle(540, 800, 400), middle, { depth: 'mid' });
  painter.shape(part >= 1 ? circle(540, 800, 400) : sector(540, 800, 400, part), accent, {
    depth: 'mid',
    accent: true,
  });
  painter.shape(circle(540, 800, 215), ground, { depth: 'mid' });
  painter.shape(box(-40, 1480, PAGE_WIDTH + 80, 600), strong, { depth: 'near' });
}

/** A length of time on a dial of sixty minutes or twelve hours. */
function dial({ painter }: Stage, [ground, quiet, middle, strong, accent]: Palette, part: number): void {
  painter.shape(circle(540, 800, 440), strong, { depth: 'mid' });
  painter.shape(circle(540, 800, 396), ground, { depth: 'mid' });
  painter.shape(part >= 1 ? circle(540, 800, 330) : sector(540, 800, 330, part), accent, {
    depth: 'mid',
    accent: true,
  });
  for (let index = 0; index < 12; index++) {
    const angle = (index * Math.PI) / 6;
    const at = (radius: number): Point => [540 + Math.sin(angle) * radius, 800 - Math.cos(angle) * radius];
    const [x, y] = at(364);
    painter.shape(circle(x, y, index % 3 === 0 ? 15 : 8), index % 3 === 0 ? strong : middle, {
      depth: 'detail',
    });
  }
  painter.shape(circle(540, 800, 34), strong, { depth: 'detail' });
  painter.shape(box(-40, 1480, PAGE_WIDTH + 80, 600), quiet, { depth: 'near' });
}

function sector(x: number, y: number, radius: number, part: number): ReturnType<typeof circle> {
  const path = joined([]);
  path.moveTo(x, y);
  path.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + part * Math.PI * 2);
  path.closePath();
  return path;
}

const BY_MOOD: Readonly<Record<'plain' | Mood, readonly [Draw, ...Draw[]]>> = {
  plain: [discs, layers, tiles, arches, panes],
  bright: [discs, layers, tiles, arches],
  sad: [rain, lantern, layers],
  dark: [ajar, lantern],
};

/** Draws the whole page of a picture without motifs. */
export function drawNeutral(stage: Stage, quantity: Quantity | undefined): void {
  const { painter, random, palettes, mood } = stage;
  const palette = palettes.pick(PALETTES[mood ?? 'plain']);
  const [ground, quiet] = palette;
  painter.backdrop(ground, mood === 'dark' ? quiet : ground);
  if (quantity?.kind === 'share') share(stage, palette, quantity.part);
  else if (quantity?.kind === 'time') dial(stage, palette, quantity.part);
  else random.pick(BY_MOOD[mood ?? 'plain'])(stage, palette);
}

/** The ground behind a motif that no place is called for: a disc of colour and a floor, so that the motif carries the page. */
export function drawStudio(stage: Stage): void {
  const { painter, random, palettes, freeSide, mood } = stage;
  const [ground, quiet, middle, strong] = palettes.pick(PALETTES[mood ?? 'plain']);
  painter.backdrop(ground, ground);
  const kind = random.int(0, 2);
  if (kind === 0) painter.shape(circle(540, 800, 480), quiet, { depth: 'far' });
  else if (kind === 1) painter.shape(arch(540, 760, 430), quiet, { depth: 'far' });
  else
    for (let index = 0; index < 10; index++) {
      const from = (index * Math.PI) / 5 + freeSide * 0.1;
      painter.shape(wedge(540, 800, from, from + Math.PI / 10, 1700), quiet, { depth: 'far' });
    }
  painter.shape(box(-40, 1150, PAGE_WIDTH + 80, 900), [middle, strong], { depth: 'mid' });
}
