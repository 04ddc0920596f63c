import { box, circle, curve, ellipse, PAGE_WIDTH, polygon, rollingHeights, softRidge } from '../geometry.ts';
import { boulder, clouds, sky, stars } from './scenery.ts';
import type { Setting, Stage } from './setting.ts';

function planet(
  { painter, random }: Stage,
  x: number,
  y: number,
  radius: number,
  light: string,
  dark: string,
): void {
  painter.shape(circle(x, y, radius), [light, dark], { depth: 'far', accent: true });
  for (let index = 0; index < 5; index++) {
    const angle = random.between(0, 6.28);
    const reach = radius * random.between(0.15, 0.62);
    const size = radius * random.between(0.08, 0.2);
    painter.light(
      ellipse(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach, size, size * 0.8),
      '#1c1030',
      0.18,
    );
  }
}

function nebula({ painter, random }: Stage, colour: string): void {
  for (let index = 0; index < 6; index++) {
    painter.glow(random.between(100, 980), random.between(150, 1500), random.between(260, 520), colour, 0.16);
  }
}

export const space: Setting = {
  medium: 'space',
  groundY: 1230,
  key: '#20234f',
  ground: '#10122c',
  time: 'night',
  back(stage) {
    const { painter, random, freeSide, skyTaken } = stage;
    const [top, bottom, haze, near, nearDark, far, farDark] = random.pick([
      ['#0b0d26', '#2a2358', '#8a4fd0', '#e07a4f', '#8c3a34', '#6fb7c9', '#2f5f86'],
      ['#08122c', '#123a5c', '#2f8fd0', '#8f7bd8', '#463a86', '#f0b968', '#b0683a'],
      ['#150b2a', '#4a1f52', '#d04f9a', '#4fa3a8', '#1f5668', '#f2938a', '#9c4358'],
    ] as const);
    painter.backdrop(top, bottom);
    nebula(stage, haze);
    stars(stage, 120, 1900);
    if (!skyTaken) planet(stage, 540 + freeSide * 330, 330, 96, far, farDark);
    painter.line(
      curve([
        [-60, 1240],
        [300, 1010],
        [760, 960],
        [1160, 1090],
      ]),
      '#ffffff',
      3,
      0.18,
    );
    planet(stage, 540 - freeSide * 400, 1790, 470, near, nearDark);
    painter.light(ellipse(540 - freeSide * 400, 1790, 520, 515), near, 0.12);
  },
  front({ painter, random }) {
    for (let index = 0; index < 5; index++) {
      const x = random.between(60, 1020);
      const y = random.between(1380, 1640);
      painter.shape(
        ellipse(x, y, random.between(14, 34), random.between(10, 24), random.between(0, 3)),
        ['#8b86a8', '#4a4668'],
        { depth: 'detail' },
      );
    }
  },
};

function craters({ painter, random, c }: Stage, shade: string): void {
  for (let index = 0; index < 7; index++) {
    const y = random.between(1290, 1830);
    const width = random.between(40, 120) * (0.6 + (y - 1290) / 700);
    const x = random.between(60, 1020);
    painter.shape(ellipse(x, y, width, width * 0.3), c(shade), { depth: 'detail' });
    painter.light(ellipse(x, y + width * 0.09, width * 0.86, width * 0.2), '#ffffff', 0.2);
  }
}

export const moonSurface: Setting = {
  medium: 'ground',
  groundY: 1200,
  key: '#3a3f5c',
  ground: '#8d8f9c',
  time: 'night',
  back(stage) {
    const { painter, random, freeSide, mentions } = stage;
    painter.backdrop('#080a1c', '#20264a');
    stars(stage, 110, 1150);
    if (mentions('earth', 'tierra', 'erde', 'terre', '地球', 'الأرض', 'पृथ्वी') || random.chance(0.5)) {
      const x = 540 + freeSide * 290;
      painter.glow(x, 340, 330, '#6fb4ff', 0.45);
      painter.shape(circle(x, 340, 122), ['#4aa3f0', '#1c5fb8'], { depth: 'far', accent: true });
      painter.shape(
        polygon([
          [x - 92, 300],
          [x - 40, 262],
          [x + 12, 290],
          [x - 14, 330],
          [x - 4, 372],
          [x - 52, 400],
          [x - 78, 356],
        ]).round(26),
        '#6cc06a',
        { depth: 'detail', accent: true },
      );
      painter.shape(
        polygon([
          [x + 34, 342],
          [x + 92, 326],
          [x + 100, 370],
          [x + 52, 404],
          [x + 28, 376],
        ]).round(20),
        '#6cc06a',
        {
          depth: 'detail',
          accent: true,
        },
      );
      painter.light(ellipse(x - 10, 258, 62, 18), '#ffffff', 0.75);
    }
    painter.shape(softRidge(rollingHeights(random, 1050, 60, 5)), ['#8f92a6', '#6b6e86'], { depth: 'far' });
    painter.shape(softRidge([1180, 1130, 1110, 1128, 1176]), ['#d3d5de', '#8b8d9e'], { depth: 'mid' });
    craters(stage, '#a0a2b2');
  },
  front(stage) {
    boulder(stage, 540 + stage.freeSide * 430, 1640, 240, '#a9abb8', '#5f6172');
    stage.painter.shape(softRidge([1760, 1730, 1750, 1718, 1748]), ['#8b8d9e', '#565870'], { depth: 'near' });
  },
};

export const mars: Setting = {
  medium: 'ground',
  groundY: 1200,
  key: '#b5593a',
  ground: '#b0593a',
  back(stage) {
    const { painter, random, c } = stage;
    painter.backdrop(c('#e9a877'), c('#f7d9b0'));
    painter.shape(circle(540 + stage.freeSide * 260, 330, 52), '#fff5dc', { depth: 'detail', accent: true });
    painter.glow(540 + stage.freeSide * 260, 330, 240, '#fff5dc', 0.6);
    painter.shape(softRidge(rollingHeights(random, 960, 100, 6)), [c('#d98a5c'), c('#c47548')], {
      depth: 'far',
    });
    painter.shape(softRidge(rollingHeights(random, 1080, 50, 5)), [c('#c9693f'), c('#a84e30')], {
      depth: 'mid',
    });
    painter.shape(softRidge([1150, 1140, 1150, 1138, 1150]), [c('#d07a4a'), c('#94422a')], { depth: 'mid' });
    craters(stage, '#a14b2c');
  },
  front(stage) {
    boulder(stage, 540 + stage.freeSide * 420, 1650, 260, '#a5512f', '#5e2a1d');
    boulder(stage, 540 - stage.freeSide * 450, 1740, 180, '#95472b', '#54261b');
  },
};

export const air: Setting = {
  medium: 'air',
  groundY: 1280,
  key: '#69b2e6',
  ground: '#5c9ad0',
  back(stage) {
    const { random, painter, c } = stage;
    sky(stage, random.pick(['#4fa9ea', '#64b6ee', '#5a9fe0']), '#e2f3fd', 4);
    clouds(stage, 3, 900, 1250);
    painter.shape(softRidge(rollingHeights(random, 1560, 50, 6)), [c('#9cc7a8'), c('#6da584')], {
      depth: 'far',
    });
    painter.shape(softRidge(rollingHeights(random, 1680, 50, 5)), [c('#7cb783'), c('#4c8a63')], {
      depth: 'far',
    });
  },
  front(stage) {
    clouds(stage, 2, 1500, 1780);
    clouds(stage, 2, 1800, 1900);
  },
};

/** A world seen as a network: the planet's rim below, lines and knots of light between places. */
export const globeNet: Setting = {
  medium: 'space',
  groundY: 1230,
  key: '#1d3f6e',
  ground: '#12264a',
  time: 'night',
  back(stage) {
    const { painter, random } = stage;
    painter.backdrop('#0c1a3c', '#235a8c');
    stars(stage, 60, 900);
    painter.glow(540, 1900, 1150, '#5ac8ff', 0.35);
    painter.shape(circle(540, 2080, 880), ['#2c8fc9', '#0f3f78'], { depth: 'far' });
    for (const [x, y, width, height, turn] of [
      [250, 1420, 200, 84, -0.5],
      [330, 1570, 120, 100, 0.4],
      [690, 1370, 190, 70, 0.4],
      [800, 1530, 150, 110, 0.6],
      [560, 1640, 130, 60, 0],
    ] as const) {
      painter.shape(ellipse(x, y, width, height, turn), ['#6fcf8f', '#3d9a70'], {
        depth: 'detail',
        accent: true,
      });
    }
    const knots = Array.from({ length: 9 }, (_, index): [number, number] => [
      130 + (index % 5) * 205 + random.between(-40, 40),
      1010 + Math.floor(index / 5) * 190 + random.between(-60, 90) + Math.abs((index % 5) - 2) * 70,
    ]);
    knots.forEach(([x, y], index) => {
      const [toX, toY] = knots[(index + 2) % knots.length] ?? [x, y];
      painter.line(
        curve([
          [x, y],
          [(x + toX) / 2, Math.min(y, toY) - 150],
          [toX, toY],
        ]),
        '#8fe3ff',
        4,
        0.55,
      );
    });
    for (const [x, y] of knots) {
      painter.glow(x, y, 54, '#9fe9ff', 0.6);
      painter.shape(circle(x, y, 12), '#e9fbff', { depth: 'detail', accent: true });
    }
  },
};

export const nightSky: Setting = {
  medium: 'ground',
  groundY: 1200,
  key: '#2a3670',
  ground: '#2a3a5c',
  time: 'night',
  back(stage) {
    const { painter, random } = stage;
    sky(stage, '#0d1436', '#35407c', 0);
    painter.light(
      curve([
        [-80, 900],
        [260, 560],
        [700, 330],
        [1180, 60],
        [1180, 260],
        [760, 520],
        [330, 760],
        [-80, 1080],
      ]),
      '#b7c4ff',
      0.1,
    );
    painter.shape(softRidge(rollingHeights(random, 1010, 80, 5)), ['#36457e', '#2a3768'], { depth: 'far' });
    painter.shape(softRidge(rollingHeights(random, 1120, 50, 5)), ['#2f4470', '#1f3056'], { depth: 'mid' });
    painter.shape(box(-20, 1185, PAGE_WIDTH + 40, 800), ['#27405c', '#142238'], { depth: 'mid' });
  },
  front(stage) {
    stage.painter.shape(softRidge([1700, 1650, 1690, 1640, 1690]), ['#1d3048', '#0d1826'], { depth: 'near' });
  },
};
