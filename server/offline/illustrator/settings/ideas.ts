import {
  box,
  circle,
  curve,
  ellipse,
  heart,
  joined,
  PAGE_WIDTH,
  type Point,
  polygon,
  polyline,
  rollingHeights,
  softRidge,
} from '../geometry.ts';
import { drawStudio } from './neutral.ts';
import type { Setting, Stage } from './setting.ts';

/** No place: a ground in one palette. */
export const abstract: Setting = {
  medium: 'stage',
  groundY: 1165,
  key: '#8aa7c9',
  ground: '#6f86ad',
  back: drawStudio,
};

export const body: Setting = {
  medium: 'stage',
  groundY: 1190,
  key: '#e08a72',
  ground: '#c9604f',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#ffe0d0'), c('#ffb9a0'));
    for (const [radius, colour] of [
      [640, '#ffcdb5'],
      [490, '#ffb598'],
      [350, '#ffc9b0'],
    ] as const) {
      painter.shape(circle(540, 780, radius), c(colour), { depth: 'far' });
    }
    const points: Point[] = [
      [-20, 1210],
      [270, 1210],
      [330, 1210],
      [375, 1110],
      [440, 1330],
      [500, 1030],
      [560, 1260],
      [600, 1210],
      [1100, 1210],
    ];
    painter.shape(softRidge(rollingHeights(random, 1390, 40, 5)), [c('#f08a68'), c('#c9573f')], {
      depth: 'mid',
    });
    painter.line(polyline(points), c('#d8432f'), 14);
    painter.shape(softRidge(rollingHeights(random, 1520, 40, 4)), [c('#dd6b4c'), c('#a33c30')], {
      depth: 'mid',
    });
    for (let index = 0; index < 9; index++) {
      const x = random.between(60, 1020);
      const y = random.between(1560, 1860);
      const size = random.between(34, 60);
      painter.shape(
        ellipse(x, y, size, size * 0.72, random.between(-0.4, 0.4)),
        [c('#f0604c'), c('#b8302c')],
        { depth: 'detail', accent: true },
      );
      painter.light(ellipse(x, y, size * 0.46, size * 0.3), '#7a1518', 0.35);
    }
    for (let index = 0; index < 8; index++)
      painter.light(
        circle(random.between(40, 1040), random.between(120, 1100), random.between(10, 30)),
        '#ffffff',
        0.3,
      );
  },
};

export const digital: Setting = {
  medium: 'stage',
  groundY: 1190,
  key: '#2b4a8c',
  ground: '#1c2f63',
  time: 'night',
  back(stage) {
    const { painter, random } = stage;
    const [top, bottom, trace, disc] = random.pick([
      ['#12204a', '#28508f', '#5ad1ff', '#1e3c78'],
      ['#1a1442', '#4a3a94', '#b58cff', '#332a72'],
      ['#08303a', '#14707a', '#6ff0c8', '#0f4d58'],
    ] as const);
    painter.backdrop(top, bottom);
    for (let index = 0; index < 22; index++) {
      const x = 30 + (index % 11) * 102;
      const down = index < 11;
      const from = down ? -10 : 1930;
      const to = down ? random.between(180, 520) : random.between(1290, 1500);
      const shift = random.pick([-60, 0, 60] as const);
      const bend = from + (to - from) * 0.55;
      painter.line(
        polyline([
          [x, from],
          [x, bend],
          [x + shift, bend + (down ? 60 : -60)],
          [x + shift, to],
        ]),
        trace,
        6,
        0.42,
      );
      painter.shape(circle(x + shift, to, 13), trace, { depth: 'detail', accent: true });
    }
    painter.glow(540, 800, 620, trace, 0.35);
    painter.shape(circle(540, 800, 420), disc, { depth: 'far' });
    painter.line(circle(540, 800, 450), trace, 6, 0.7);
    painter.line(circle(540, 800, 480), trace, 3, 0.35);
    painter.shape(ellipse(540, 1225, 330, 54), disc, { depth: 'mid' });
    painter.line(ellipse(540, 1225, 330, 54), trace, 6, 0.8);
  },
};

export const money: Setting = {
  medium: 'stage',
  groundY: 1180,
  key: '#4f9a78',
  ground: '#4f7f5c',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#e2f3e2'), c('#b9dfc3'));
    painter.light(circle(540, 800, 450), '#ffffff', 0.55);
    const falling = stage.mentions(
      'crash',
      'crashes',
      'loss',
      'losses',
      'decline',
      'recession',
      'fall',
      'falls',
      'poor',
      'debt',
    );
    const across = (x: number): number => (falling ? PAGE_WIDTH - x : x);
    for (let index = 0; index < 6; index++) {
      const tall = 130 + index * 130;
      painter.light(box(across(145 + index * 155) - 55, 1190 - tall, 110, tall, 14), '#5fae84', 0.35);
    }
    const trend: Point[] = [
      [90, 1030],
      [300, 950],
      [430, 900],
      [640, 690],
      [780, 560],
      [980, 300],
    ];
    painter.line(
      curve(trend.map(([x, y]): Point => [across(x), y])),
      c(falling ? '#d8543f' : '#2f8a5f'),
      14,
      0.6,
    );
    painter.shape(softRidge(rollingHeights(random, 1180, 14, 4)), [c('#8cc79a'), c('#4f9470')], {
      depth: 'mid',
    });
    for (let index = 0; index < 3; index++)
      coins(stage, 160 + index * 380, 1480 + (index % 2) * 120, 3 + ((index * 2) % 4));
  },
};

function coins({ painter, c }: Stage, x: number, base: number, count: number): void {
  for (let index = 0; index < count; index++) {
    painter.shape(joined([ellipse(x, base - index * 30, 88, 26)]), c('#c98a24'), { depth: 'detail' });
    painter.shape(ellipse(x, base - index * 30 - 12, 88, 26), [c('#ffdc73'), c('#f0b13c')], {
      depth: 'detail',
      accent: true,
    });
  }
}

export const love: Setting = {
  medium: 'stage',
  groundY: 1180,
  key: '#e0688a',
  ground: '#c24a70',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#ffdbe4'), c('#ffa9bd'));
    painter.shape(heart(540, 860, 1180), c('#ffc1d0'), { depth: 'far' });
    painter.shape(heart(540, 850, 900), c('#ff9fb6'), { depth: 'far' });
    painter.shape(softRidge(rollingHeights(random, 1300, 40, 4)), [c('#f27f9d'), c('#c04a72')], {
      depth: 'mid',
    });
    for (let index = 0; index < 10; index++) {
      painter.shape(
        heart(random.between(60, 1020), random.between(120, 620), random.between(26, 64)),
        c('#ff6f8f'),
        { depth: 'detail', accent: true },
      );
    }
    painter.light(ellipse(540, 1230, 330, 46), '#ffffff', 0.4);
  },
};

/** A page in two halves for this against that. */
export const versus: Setting = {
  medium: 'stage',
  groundY: 1160,
  key: '#5f7fb0',
  ground: '#4a5f8a',
  back(stage) {
    const { painter, c, random } = stage;
    const [left, leftLow, right, rightLow] = random.pick([
      ['#ffd2a8', '#f79a6a', '#a8d8f0', '#5a9fd6'],
      ['#d5eec4', '#8cc58a', '#f4cfe2', '#d383ae'],
      ['#fdeab0', '#f2bd52', '#cfc4f2', '#8a76d0'],
    ] as const);
    painter.backdrop(c(left), c(leftLow));
    painter.shape(
      polygon([
        [620, -20],
        [1120, -20],
        [1120, 1960],
        [460, 1960],
      ]),
      [c(right), c(rightLow)],
      { depth: 'far' },
    );
    painter.light(circle(290, 800, 260), '#ffffff', 0.35);
    painter.light(circle(790, 800, 260), '#ffffff', 0.35);
    painter.line(
      polyline([
        [622, -20],
        [458, 1960],
      ]),
      '#ffffff',
      16,
      0.9,
    );
    painter.shape(ellipse(290, 1180, 230, 44), c(leftLow), { depth: 'mid' });
    painter.shape(ellipse(790, 1180, 230, 44), c(rightLow), { depth: 'mid' });
    painter.light(box(-20, 1500, PAGE_WIDTH + 40, 460), '#2a2f4a', 0.12);
  },
};
