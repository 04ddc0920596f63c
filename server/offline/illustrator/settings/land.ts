import {
  box,
  circle,
  curve,
  ellipse,
  jaggedRidge,
  leaf,
  PAGE_WIDTH,
  type Point,
  polygon,
  rollingHeights,
  softRidge,
} from '../geometry.ts';
import { boulder, cornerLeaves, flower, grass, pine, roundTree, sky, specks, sunRays } from './scenery.ts';
import type { Setting, Stage } from './setting.ts';

export const hills: Setting = {
  medium: 'ground',
  groundY: 1190,
  key: '#6fb3d8',
  ground: '#5fa648',
  back(stage) {
    const { painter, c, random, time } = stage;
    const [top, bottom] = random.pick([
      ['#6ec3f2', '#dff3fb'],
      ['#7fd0e8', '#f5fbe6'],
      ['#8cc7f5', '#fdf3dc'],
    ] as const);
    sky(stage, top, bottom, 3);
    if (time === 'day' && !stage.skyTaken) sunRays(stage, 540 + stage.freeSide * 270, 320, '#fff6c4', 0.16);
    painter.shape(softRidge(rollingHeights(random, 900, 70, 6)), [c('#a9d3c0'), c('#7fbb9b')], {
      depth: 'far',
    });
    painter.shape(softRidge(rollingHeights(random, 1000, 60, 5)), [c('#8ccc7e'), c('#5fae5b')], {
      depth: 'far',
    });
    for (let index = 0; index < 4; index++)
      roundTree(stage, 90 + index * 300 + random.between(-60, 60), 1046, random.between(110, 170));
    painter.shape(softRidge(rollingHeights(random, 1110, 44, 5)), [c('#86c95c'), c('#4e9a41')], {
      depth: 'mid',
    });
  },
  front(stage) {
    const { painter, c, random } = stage;
    painter.shape(softRidge(rollingHeights(random, 1560, 70, 4)), [c('#5fb04a'), c('#2f7a36')], {
      depth: 'near',
    });
    const petals = random.pick([
      ['#ffffff', '#ffd1e3'],
      ['#ff9bb0', '#ffffff'],
      ['#ffe28a', '#ffb3a0'],
    ] as const);
    for (let index = 0; index < 5; index++) {
      flower(
        stage,
        110 + index * 215 + random.between(-50, 50),
        random.between(1640, 1780),
        random.between(80, 140),
        petals[index % 2] ?? '#ffffff',
      );
    }
    grass(stage, 1900, '#2a6f33', 12);
  },
};

export const meadow: Setting = {
  ...hills,
  key: '#7ac0c9',
  back(stage) {
    const { painter, c, random } = stage;
    sky(stage, '#86d3ee', '#fff6dc', 2);
    if (stage.time === 'day') sunRays(stage, 540 + stage.freeSide * 270, 320, '#fff3b4', 0.2, 14);
    painter.shape(softRidge(rollingHeights(random, 980, 90, 4)), [c('#b5dc86'), c('#7fbf62')], {
      depth: 'far',
    });
    painter.shape(softRidge(rollingHeights(random, 1120, 60, 4)), [c('#8ccf5c'), c('#4e9d43')], {
      depth: 'mid',
    });
    for (let index = 0; index < 9; index++) {
      const x = random.between(40, 1040);
      flower(
        stage,
        x,
        random.between(1180, 1300),
        random.between(46, 74),
        random.pick(['#ffffff', '#ff9bb0', '#ffe28a', '#c9a7f2']),
      );
    }
  },
};

export const mountains: Setting = {
  medium: 'ground',
  groundY: 1195,
  key: '#8a7fb5',
  ground: '#4c8160',
  back(stage) {
    const { painter, c, random } = stage;
    const [top, bottom] = random.pick([
      ['#ffcf9e', '#fff1dc'],
      ['#8fc9ee', '#eef6fb'],
      ['#f4b8a8', '#fdeedd'],
    ] as const);
    sky(stage, top, bottom, 2);
    const range = (y: number, tall: number, count: number): Point[] => {
      const points: Point[] = [];
      const step = (PAGE_WIDTH + 240) / count;
      for (let index = 0; index < count; index++) {
        points.push([-120 + index * step, y + random.between(-30, 40)]);
        points.push([-120 + (index + random.between(0.4, 0.6)) * step, y - tall * random.between(0.6, 1)]);
      }
      return [...points, [PAGE_WIDTH + 120, y]];
    };
    painter.shape(jaggedRidge(range(900, 330, 5)), [c('#c3b4dc'), c('#a79cc9')], { depth: 'far' });
    const near = range(990, 520, 3);
    painter.shape(jaggedRidge(near), [c('#8b7ab8'), c('#5f5590')], { depth: 'far' });
    near.forEach(([x, y], index) => {
      if (index % 2 === 0) return;
      const left = near[index - 1] ?? [x - 200, y + 400];
      const right = near[index + 1] ?? [x + 200, y + 400];
      const down = (to: Point, share: number): Point => [x + (to[0] - x) * share, y + (to[1] - y) * share];
      painter.shape(
        polygon([
          [x, y],
          down(right, 0.32),
          [x + 40, y + 118],
          [x + 4, y + 160],
          [x - 40, y + 112],
          down(left, 0.3),
        ]),
        c('#ffffff'),
        { depth: 'detail' },
      );
      painter.light(polygon([[x, y], right, [x + 20, right[1]], [x - 10, y + 240]]), '#2c2550', 0.18);
    });
    painter.shape(softRidge(rollingHeights(random, 1040, 50, 5)), [c('#6aa57c'), c('#437a5c')], {
      depth: 'mid',
    });
    for (let index = 0; index < 7; index++)
      pine(stage, 40 + index * 165 + random.between(-40, 40), 1085, random.between(120, 200));
    painter.shape(softRidge(rollingHeights(random, 1135, 26, 5)), [c('#5e9e6a'), c('#34694a')], {
      depth: 'mid',
    });
    if (stage.mentions('train', 'railway', 'rail', 'locomotive', 'tren', 'zug', '火车', 'قطار', 'रेलगाड़ी'))
      rails(stage, 1196);
  },
  front(stage) {
    const { painter, c, random } = stage;
    painter.shape(softRidge(rollingHeights(random, 1560, 50, 4)), [c('#3f7a52'), c('#214c38')], {
      depth: 'near',
    });
    pine(stage, stage.freeSide > 0 ? 60 : 1010, 1760, 480, '#28604a');
    pine(stage, stage.freeSide > 0 ? 1030 : 90, 1830, 330, '#235541');
  },
};

function rails({ painter, c }: Stage, y: number): void {
  painter.shape(box(-20, y - 6, PAGE_WIDTH + 40, 66), [c('#8a7a68'), c('#6a5b4c')], { depth: 'mid' });
  for (let x = -10; x < PAGE_WIDTH + 20; x += 62)
    painter.shape(box(x, y + 2, 34, 44, 4), c('#4d3526'), { depth: 'detail' });
  painter.shape(box(-20, y - 8, PAGE_WIDTH + 40, 10), c('#39404a'), { depth: 'detail' });
  painter.shape(box(-20, y + 34, PAGE_WIDTH + 40, 12), c('#39404a'), { depth: 'detail' });
}

export const desert: Setting = {
  medium: 'ground',
  groundY: 1200,
  key: '#e09a52',
  ground: '#d98a45',
  back(stage) {
    const { painter, c, random } = stage;
    const [top, bottom] = random.pick([
      ['#ffb765', '#ffe3ad'],
      ['#f9a26c', '#ffe0b8'],
      ['#8fd0e6', '#fff0cf'],
    ] as const);
    sky(stage, top, bottom, 0);
    painter.shape(softRidge(rollingHeights(random, 900, 90, 4)), [c('#f7c077'), c('#eda95a')], {
      depth: 'far',
    });
    const crest = random.between(820, 900);
    const peak = 540 - stage.freeSide * 180;
    painter.shape(softRidge([1080, 1000, crest + 60, crest, 1010, 1060]), [c('#f0a856'), c('#dd8b3e')], {
      depth: 'far',
    });
    painter.light(
      curve([
        [peak, crest + 20],
        [peak + 60, crest + 120],
        [peak + 200, 1120],
        [peak + 420, 1180],
        [peak + 100, 1150],
      ]),
      '#a8521c',
      0.22,
    );
    painter.shape(softRidge(rollingHeights(random, 1080, 60, 4)), [c('#e8984a'), c('#cf7836')], {
      depth: 'mid',
    });
    painter.shape(softRidge(rollingHeights(random, 1160, 30, 4)), [c('#eda95c'), c('#c97434')], {
      depth: 'mid',
    });
    for (let index = 0; index < 6; index++) {
      const y = 1290 + index * 66;
      const x = random.between(140, 940);
      painter.line(
        curve([
          [x - 120, y],
          [x - 40, y - 14],
          [x + 40, y + 6],
          [x + 130, y - 6],
        ]),
        c('#b5642a'),
        6,
        0.4,
      );
    }
    specks(stage, '#8f4c1c', 50, 1250, 1880, 0.3);
  },
  front(stage) {
    const { painter, c, random, freeSide } = stage;
    painter.shape(softRidge(rollingHeights(random, 1600, 70, 4)), [c('#cf7a38'), c('#93491c')], {
      depth: 'near',
    });
    const x = freeSide > 0 ? 950 : 130;
    for (const [dx, dy, width, height] of [
      [0, 0, 62, 330],
      [-78, -110, 44, 120],
      [78, -150, 44, 130],
    ] as const) {
      painter.shape(
        box(x + dx - width / 2, 1660 + dy - height, width, height, width / 2),
        [c('#5fa15a'), c('#2f6b41')],
        { depth: 'near' },
      );
    }
    painter.shape(box(x - 96, 1660 - 134, 90, 40, 20), c('#47874c'), { depth: 'detail' });
    painter.shape(box(x + 6, 1660 - 180, 90, 40, 20), c('#47874c'), { depth: 'detail' });
    boulder(stage, freeSide > 0 ? 170 : 900, 1700, 190, '#b9733f', '#7d4422');
  },
};

export const forest: Setting = {
  medium: 'ground',
  groundY: 1210,
  key: '#3f7f5f',
  ground: '#4a7a3e',
  back(stage) {
    const { painter, c, random, time } = stage;
    if (time === 'night') sky(stage, '#0d1436', '#35407c', 0);
    else painter.backdrop(c('#d9f0c4'), c('#8fc98f'));
    if (time !== 'night') painter.glow(540, 420, 780, '#fffbd6', 0.8);
    for (const [rank, colours, count] of [
      [0, ['#a4d3a0', '#86bf8d'], 7],
      [1, ['#74b07c', '#559469'], 6],
      [2, ['#4a8a5e', '#2f6b4a'], 4],
    ] as const) {
      for (let index = 0; index < count; index++) {
        const x = ((index + 0.5) * PAGE_WIDTH) / count + random.between(-60, 60);
        if (rank === 2 && Math.abs(x - 540) < 260) continue;
        const width = 34 + rank * 26;
        painter.shape(
          polygon([
            [x - width * 0.7, 1200 + rank * 30],
            [x - width * 0.4, -20],
            [x + width * 0.4, -20],
            [x + width * 0.7, 1200 + rank * 30],
          ]),
          [c(colours[0]), c(colours[1])],
          { depth: rank === 2 ? 'mid' : 'far' },
        );
      }
      painter.shape(
        softRidge(rollingHeights(random, 1080 + rank * 60, 34, 6)),
        [c(colours[0]), c(colours[1])],
        { depth: 'far' },
      );
    }
    if (time !== 'night') {
      for (let index = 0; index < 4; index++) {
        const x = 160 + index * 260;
        painter.light(
          polygon([
            [x + 120, -10],
            [x + 230, -10],
            [x, 1240],
            [x - 160, 1240],
          ]),
          '#fffbd0',
          0.22,
        );
      }
    }
    painter.shape(softRidge(rollingHeights(random, 1190, 22, 5)), [c('#6da457'), c('#39703f')], {
      depth: 'mid',
    });
  },
  front(stage) {
    const { painter, random, c } = stage;
    for (let index = 0; index < 14; index++) {
      painter.shape(
        circle(random.between(-60, 1140), random.between(-40, 90), random.between(90, 170)),
        [c('#3f8455'), c('#286246')],
        { depth: 'near' },
      );
    }
    painter.shape(softRidge(rollingHeights(random, 1640, 46, 4)), [c('#2f6e45'), c('#173f2c')], {
      depth: 'near',
    });
    cornerLeaves(stage, '#3f8f55', '#1c5237');
  },
};

export const bamboo: Setting = {
  ...forest,
  key: '#6fae6a',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#e9f6cf'), c('#a5d492'));
    painter.glow(540, 480, 760, '#fffde0', 0.8);
    for (const [rank, colour, joint, count] of [
      [0, '#bfe0a0', '#a5cf88', 8],
      [1, '#8cc56f', '#6cab54', 7],
      [2, '#5da24b', '#3f8238', 4],
    ] as const) {
      for (let index = 0; index < count; index++) {
        const x = ((index + 0.5) * PAGE_WIDTH) / count + random.between(-40, 40);
        if (rank === 2 && Math.abs(x - 540) < 300) continue;
        const width = 30 + rank * 22;
        painter.shape(box(x - width / 2, -30, width, 1290 + rank * 20), [c(colour), c(joint)], {
          depth: rank === 2 ? 'mid' : 'far',
        });
        for (let y = random.between(0, 130); y < 1230; y += 150 + rank * 40) {
          painter.shape(box(x - width * 0.62, y, width * 1.24, 12, 6), c(joint), { depth: 'detail' });
          if (random.chance(0.4)) {
            const side = random.chance(0.5) ? 0 : Math.PI;
            painter.shape(leaf(x, y, 120, 22, side + random.between(-0.5, 0.5)), c(colour), {
              depth: 'detail',
            });
          }
        }
      }
    }
    painter.shape(softRidge(rollingHeights(random, 1180, 26, 5)), [c('#86bd5e'), c('#4f8d43')], {
      depth: 'mid',
    });
  },
  front(stage) {
    const { painter, random, c } = stage;
    painter.shape(softRidge(rollingHeights(random, 1650, 40, 4)), [c('#4f9447'), c('#29602f')], {
      depth: 'near',
    });
    cornerLeaves(stage, '#6db04f', '#356f33');
  },
};

export const farm: Setting = {
  medium: 'ground',
  groundY: 1170,
  key: '#b9b25a',
  ground: '#a8893f',
  back(stage) {
    const { painter, c, random } = stage;
    sky(stage, '#8ed0f2', '#fdf5d9', 3);
    painter.shape(softRidge(rollingHeights(random, 930, 44, 5)), [c('#b6d489'), c('#8ebb66')], {
      depth: 'far',
    });
    const x = stage.freeSide > 0 ? 760 : 120;
    painter.shape(box(x, 850, 210, 170), [c('#cf4b3d'), c('#a63a33')], { depth: 'far' });
    painter.shape(
      polygon([
        [x - 24, 856],
        [x + 30, 770],
        [x + 180, 770],
        [x + 234, 856],
      ]),
      c('#7d3a35'),
      { depth: 'far' },
    );
    painter.shape(box(x + 70, 910, 70, 110), c('#f4ece0'), { depth: 'detail' });
    painter.line(
      curve([
        [x + 72, 912],
        [x + 105, 965],
        [x + 138, 1018],
      ]),
      c('#a63a33'),
      6,
    );
    painter.shape(softRidge([1010, 1002, 1008, 1000, 1010]), [c('#d9b24f'), c('#a9822f')], { depth: 'mid' });
    for (let index = -7; index <= 7; index++) {
      painter.shape(
        polygon([
          [540 + index * 46 - 8, 1012],
          [540 + index * 46 + 8, 1012],
          [540 + index * 250 + 56, 1960],
          [540 + index * 250 - 56, 1960],
        ]),
        [c('#c79a3c'), c('#7f9a3d')],
        { depth: 'detail' },
      );
    }
  },
  front(stage) {
    const { painter, c, random } = stage;
    for (let index = 0; index < 22; index++) {
      const x = index * 52 + random.between(-16, 16);
      const base = 1930;
      const tall = random.between(150, 290);
      painter.line(
        curve([
          [x, base],
          [x + 6, base - tall * 0.5],
          [x + 14, base - tall],
        ]),
        c('#a5842e'),
        6,
      );
      for (let grain = 0; grain < 4; grain++) {
        painter.shape(
          leaf(x + 12, base - tall + grain * 20, 30, 9, -Math.PI / 2 + (grain % 2 === 0 ? 0.6 : -0.6)),
          c('#f1cb62'),
          { depth: 'detail' },
        );
      }
    }
  },
};

export const volcano: Setting = {
  medium: 'ground',
  groundY: 1210,
  key: '#b5543a',
  ground: '#7a4a36',
  time: 'dusk',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#6d3b5e'), c('#ffb066'));
    painter.glow(540, 620, 760, '#ffd28a', 0.7);
    for (const [dx, dy, radius, colour] of [
      [-150, 60, 170, '#5a4552'],
      [140, 20, 190, '#5a4552'],
      [-40, -60, 230, '#6c5563'],
      [-210, 220, 110, '#4b3a47'],
      [90, 230, 150, '#4b3a47'],
      [-40, 320, 110, '#5f4853'],
    ] as const) {
      painter.shape(circle(540 + dx + random.between(-16, 16), 150 + dy, radius), [c(colour), c('#3f303c')], {
        depth: 'far',
      });
    }
    painter.shape(
      polygon([
        [-160, 1240],
        [410, 520],
        [480, 548],
        [540, 524],
        [610, 552],
        [670, 520],
        [1240, 1240],
      ]),
      [c('#8a4a44'), c('#4a2833')],
      { depth: 'far' },
    );
    painter.shape(
      polygon([
        [410, 520],
        [480, 548],
        [540, 524],
        [610, 552],
        [670, 520],
        [720, 584],
        [680, 760],
        [640, 640],
        [590, 880],
        [540, 660],
        [470, 800],
        [440, 640],
        [380, 700],
        [372, 570],
      ]).round(14),
      ['#ffd34d', '#f2502c'],
      { depth: 'detail', accent: true },
    );
    for (let index = 0; index < 12; index++) {
      painter.shape(
        circle(540 + random.between(-330, 330), random.between(250, 640), random.between(5, 13)),
        '#ffb83d',
        { depth: 'detail', accent: true },
      );
    }
    painter.shape(softRidge(rollingHeights(random, 1090, 40, 5)), [c('#9b5c3f'), c('#6b3b30')], {
      depth: 'mid',
    });
    painter.shape(softRidge(rollingHeights(random, 1180, 26, 4)), [c('#b9744a'), c('#7a4432')], {
      depth: 'mid',
    });
  },
  front(stage) {
    const { painter, c, random } = stage;
    painter.shape(softRidge(rollingHeights(random, 1640, 60, 4)), [c('#6b3a30'), c('#361d22')], {
      depth: 'near',
    });
    boulder(stage, stage.freeSide > 0 ? 900 : 180, 1660, 240, '#5a3a3a', '#2e1d22');
  },
};

export const underground: Setting = {
  medium: 'ground',
  groundY: 1190,
  key: '#8a5f3f',
  ground: '#5b3c28',
  back(stage) {
    const { painter, c, random } = stage;
    sky(stage, '#9ad6f0', '#e9f7ee', 2);
    painter.shape(softRidge([330, 346, 326, 344, 332]), [c('#7cc05a'), c('#4f9a41')], { depth: 'mid' });
    grass(stage, 350, '#4f9a41', 12);
    const layers = ['#a9764a', '#8f5f3b', '#754b31', '#5c3a29'] as const;
    layers.forEach((colour, index) => {
      painter.shape(softRidge(rollingHeights(random, 390 + index * 210, 24, 6)), c(colour), { depth: 'far' });
    });
    painter.shape(ellipse(540, 930, 440, 350), [c('#4a2f22'), c('#2f1d16')], { depth: 'mid' });
    painter.glow(540, 930, 420, '#ffc97a', 0.3);
    painter.shape(ellipse(540, 1225, 350, 60), [c('#6b4830'), c('#4a3021')], { depth: 'detail' });
    for (let index = 0; index < 6; index++) {
      const x = 120 + index * 170 + random.between(-40, 40);
      const deep = random.between(120, 240);
      painter.line(
        curve([
          [x, 350],
          [x + 30, 350 + deep * 0.4],
          [x - 16, 350 + deep * 0.7],
          [x + 10, 350 + deep],
        ]),
        c('#d9b78a'),
        8,
        0.7,
      );
    }
    for (let index = 0; index < 10; index++) {
      const x = random.chance(0.5) ? random.between(20, 110) : random.between(970, 1060);
      boulder(stage, x, random.between(640, 1500), random.between(50, 90), '#b39274', '#7c5f48');
    }
  },
  front(stage) {
    boulder(stage, 150, 1700, 260, '#7c573d', '#432b1f');
    boulder(stage, 960, 1760, 300, '#6b4a34', '#3a251b');
  },
};
