import {
  box,
  circle,
  cloud,
  curve,
  joined,
  leaf,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  polygon,
  ribbon,
  star,
  wedge,
} from '../geometry.ts';
import type { Stage } from './setting.ts';

/** Pieces of scenery that several places share: skies, clouds, trees, grass, bubbles. */

export function stars({ painter, random }: Stage, count: number, toY: number): void {
  for (let index = 0; index < count; index++) {
    const x = random.between(20, PAGE_WIDTH - 20);
    const y = random.between(20, toY);
    const size = random.next();
    if (size > 0.93)
      painter.shape(star(x, y, random.between(11, 17), 4, 0.28), '#fff3cf', {
        depth: 'detail',
        accent: true,
      });
    else if (size > 0.35) painter.light(circle(x, y, 1.5 + size * 3), '#ffffff', 0.4 + size * 0.5);
  }
}

export function moon({ painter, random }: Stage, x: number, y: number, radius: number): void {
  painter.glow(x, y, radius * 3, '#cfd8ff', 0.35);
  painter.shape(circle(x, y, radius), ['#fff6d8', '#efdca4'], { depth: 'detail', accent: true });
  for (const [dx, dy, share] of [
    [-0.35, -0.25, 0.2],
    [0.3, 0.1, 0.28],
    [-0.15, 0.45, 0.15],
  ] as const) {
    painter.light(
      circle(x + dx * radius, y + dy * radius, radius * share * random.between(0.85, 1.1)),
      '#c9b27a',
      0.42,
    );
  }
}

export function sun({ painter, time }: Stage, x: number, y: number, radius: number): void {
  const [core, shine] =
    time === 'dusk' ? (['#ff9a56', '#ffd08a'] as const) : (['#ffd84a', '#fff0a8'] as const);
  painter.glow(x, y, radius * 2.9, shine, 0.75);
  painter.light(circle(x, y, radius * 1.32), shine, 0.35);
  painter.shape(circle(x, y, radius), [shine, core], { depth: 'detail', accent: true });
}

export function sunRays(
  { painter, random }: Stage,
  x: number,
  y: number,
  colour: string,
  alpha: number,
  count = 12,
): void {
  const offset = random.between(0, 1);
  for (let index = 0; index < count; index++) {
    const from = ((index + offset) * Math.PI * 2) / count;
    painter.light(wedge(x, y, from, from + Math.PI / count, 2300), colour, alpha);
  }
}

export function clouds(
  { painter, random, c }: Stage,
  count: number,
  fromY: number,
  toY: number,
  colour = '#ffffff',
): void {
  for (let index = 0; index < count; index++) {
    const x = (PAGE_WIDTH / count) * (index + random.between(0.1, 0.9));
    const y = random.between(fromY, toY);
    const width = random.between(190, 360);
    painter.light(cloud(x + 24, y + 16, width), c(colour), 0.4);
    painter.shape(cloud(x, y, width * 0.88), c(colour), { depth: 'far' });
  }
}

/**
 * A sky for the time of day with what belongs in it: sun or moon on the side that the hero leaves free, stars, clouds.
 */
export function sky(stage: Stage, top: string, bottom: string, clouded = 3): void {
  const { painter, time, random, freeSide, skyTaken, c } = stage;
  const x = 540 + freeSide * random.between(230, 310);
  const y = random.between(250, 400);
  if (time === 'night') {
    painter.backdrop('#0d1436', '#35407c');
    stars(stage, 70, 1000);
    if (!skyTaken) moon(stage, x, y, random.between(84, 112));
    return;
  }
  if (time === 'dusk') painter.backdrop(c('#5b4a8c'), c('#ffb27a'));
  else painter.backdrop(c(top), c(bottom));
  if (!skyTaken) sun(stage, x, time === 'dusk' ? y + 260 : y, random.between(96, 135));
  if (clouded > 0) clouds(stage, clouded, 150, 620, time === 'dusk' ? '#ffd9c4' : '#ffffff');
}

export function pine(
  { painter, c }: Stage,
  x: number,
  base: number,
  height: number,
  colour = '#2f6b4f',
): void {
  const half = height * 0.28;
  painter.shape(box(x - height * 0.035, base - height * 0.14, height * 0.07, height * 0.16), c('#6b4a33'), {
    depth: 'detail',
  });
  for (let tier = 0; tier < 3; tier++) {
    const y = base - height * (0.1 + tier * 0.26);
    const reach = half * (1 - tier * 0.26);
    painter.shape(
      polygon([
        [x - reach, y],
        [x, y - height * 0.4],
        [x + reach, y],
      ]),
      [c(colour), c('#24543f')],
      { depth: 'far' },
    );
  }
}

export function roundTree(
  { painter, c, random }: Stage,
  x: number,
  base: number,
  height: number,
  colour = '#4f9a55',
): void {
  const crown = height * 0.34;
  painter.shape(
    polygon([
      [x - height * 0.045, base],
      [x - height * 0.03, base - height * 0.5],
      [x + height * 0.03, base - height * 0.5],
      [x + height * 0.045, base],
    ]),
    c('#7a5638'),
    { depth: 'detail' },
  );
  const path = joined([
    circle(x - crown * 0.5, base - height * 0.58, crown * 0.72),
    circle(x + crown * 0.52, base - height * 0.56, crown * 0.68),
    circle(x, base - height * 0.78, crown * 0.88),
  ]).simplify();
  painter.shape(path, [c(colour), c('#2f7546')], { depth: 'far' });
  painter.light(
    circle(x - crown * 0.2, base - height * (0.84 + random.between(0, 0.04)), crown * 0.34),
    '#ffffff',
    0.14,
  );
}

/** Blades along the lower edge, in front of everything. */
export function grass({ painter, random, c }: Stage, y: number, colour: string, count = 16): void {
  for (let index = 0; index < count; index++) {
    const x = random.between(-20, PAGE_WIDTH + 20);
    const height = random.between(50, 130);
    for (let blade = -1; blade <= 1; blade++) {
      painter.shape(leaf(x, y + random.between(0, 90), height, 11, -Math.PI / 2 + blade * 0.35), c(colour), {
        depth: 'detail',
      });
    }
  }
}

/** Large dark leaves that reach in from the lower corners: the nearest plane. */
export function cornerLeaves({ painter, c }: Stage, colour: string, shade: string): void {
  for (const side of [-1, 1] as const) {
    const x = side < 0 ? -30 : PAGE_WIDTH + 30;
    for (let index = 0; index < 5; index++) {
      const angle = -Math.PI / 2 + side * -1 * (0.12 + index * 0.26);
      const length = 430 - index * 46;
      painter.shape(leaf(x, PAGE_HEIGHT - 40 + index * 22, length, 58, angle), [c(colour), c(shade)], {
        depth: 'near',
      });
      const tip = [
        x + Math.cos(angle) * length * 0.82,
        PAGE_HEIGHT - 40 + index * 22 + Math.sin(angle) * length * 0.82,
      ] as const;
      painter.line(curve([[x, PAGE_HEIGHT - 40 + index * 22], tip, tip]), c(shade), 4, 0.5);
    }
  }
}

export function flower({ painter, c }: Stage, x: number, base: number, height: number, petal: string): void {
  painter.line(
    curve([
      [x, base],
      [x + height * 0.08, base - height * 0.5],
      [x, base - height],
    ]),
    c('#3f8a3d'),
    8,
  );
  painter.shape(leaf(x, base - height * 0.2, height * 0.4, 16, -0.6), c('#4f9d45'), { depth: 'detail' });
  const petals = Array.from({ length: 6 }, (_, index) =>
    leaf(x, base - height, height * 0.3, height * 0.16, (index * Math.PI) / 3),
  );
  for (const one of petals) painter.shape(one, c(petal), { depth: 'detail', accent: true });
  painter.shape(circle(x, base - height, height * 0.09), c('#ffd65c'), { depth: 'detail', accent: true });
}

export function seaweed(
  { painter, c }: Stage,
  x: number,
  base: number,
  height: number,
  colour: string,
): void {
  painter.shape(ribbon(x, base, height, 46, 24), [c(colour), c('#0c4d4a')], { depth: 'mid' });
}

export function bubbles({ painter, random }: Stage, count: number): void {
  for (let index = 0; index < count; index++) {
    const x = random.between(60, PAGE_WIDTH - 60);
    const y = random.between(120, 1350);
    const radius = random.between(9, 34);
    painter.light(circle(x, y, radius), '#d8fbff', 0.12);
    painter.line(circle(x, y, radius), '#d8fbff', 3, 0.5);
    painter.light(circle(x - radius * 0.35, y - radius * 0.35, radius * 0.2), '#ffffff', 0.6);
  }
}

export function boulder(
  { painter, c, random }: Stage,
  x: number,
  base: number,
  width: number,
  colour: string,
  shade: string,
): void {
  const lift = random.between(0.5, 0.7) * width;
  painter.shape(
    polygon([
      [x - width * 0.5, base],
      [x - width * 0.42, base - lift * 0.55],
      [x - width * 0.12, base - lift],
      [x + width * 0.22, base - lift * 0.86],
      [x + width * 0.46, base - lift * 0.4],
      [x + width * 0.5, base],
    ]).round(width * 0.08),
    [c(colour), c(shade)],
    { depth: 'mid' },
  );
}

/** A block of windows: a tower of a city. */
export function tower(
  stage: Stage,
  x: number,
  base: number,
  width: number,
  height: number,
  colour: string,
  lit: string,
): void {
  const { painter, c, random, time } = stage;
  painter.shape(box(x, base - height, width, height), [c(colour), c('#26335a')], { depth: 'far' });
  const columns = Math.max(2, Math.round(width / 46));
  const rows = Math.max(3, Math.round(height / 74));
  const panes = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (random.chance(time === 'night' ? 0.45 : 0.25)) continue;
      panes.push(
        box(
          x + (width / columns) * (column + 0.25),
          base - height + 26 + row * 70,
          (width / columns) * 0.5,
          34,
          3,
        ),
      );
    }
  }
  if (panes.length > 0)
    painter.shape(joined(panes), time === 'night' ? lit : c('#dbe8f5'), {
      depth: 'detail',
      accent: time === 'night',
    });
}

/** Points strewn over an area, for sand, snow or soil. */
export function specks(
  { painter, random }: Stage,
  colour: string,
  count: number,
  fromY: number,
  toY: number,
  alpha = 0.35,
): void {
  const dots = Array.from({ length: count }, () =>
    circle(random.between(0, PAGE_WIDTH), random.between(fromY, toY), random.between(2, 5)),
  );
  painter.light(joined(dots), colour, alpha);
}
