import {
  box,
  circle,
  curve,
  ellipse,
  jaggedRidge,
  joined,
  PAGE_WIDTH,
  polygon,
  rollingHeights,
  softRidge,
} from '../geometry.ts';
import { boulder, bubbles, clouds, grass, pine, seaweed, sky, specks, stars } from './scenery.ts';
import type { Setting, Stage } from './setting.ts';

function raysFromSurface({ painter, random }: Stage, alpha: number): void {
  for (let index = 0; index < 5; index++) {
    const x = -60 + index * 270 + random.between(-60, 60);
    const width = random.between(60, 130);
    const drift = random.between(-180, -60);
    painter.light(
      polygon([
        [x, -10],
        [x + width, -10],
        [x + width * 2.1 + drift, 1450],
        [x - width * 0.6 + drift, 1450],
      ]),
      '#e6fffb',
      alpha * random.between(0.6, 1.1),
    );
  }
}

function branchingCoral({ painter, c }: Stage, x: number, base: number, size: number, colour: string): void {
  const branches = [
    [0, 1, 26],
    [-0.42, 0.72, 20],
    [0.4, 0.78, 20],
    [-0.7, 0.42, 15],
    [0.68, 0.46, 15],
  ] as const;
  for (const [lean, reach, width] of branches) {
    const tip = [x + lean * size, base - reach * size] as const;
    painter.line(
      curve([[x, base], [x + lean * size * 0.9, base - reach * size * 0.4], tip]),
      c(colour),
      width,
    );
    painter.shape(circle(tip[0], tip[1], width * 0.75), c(colour), { depth: 'detail', accent: true });
  }
}

export const underwater: Setting = {
  medium: 'water',
  groundY: 1290,
  key: '#12707f',
  ground: '#b8985a',
  back(stage) {
    const { painter, c, random } = stage;
    const [top, bottom, far, near] = random.pick([
      ['#3fb3bf', '#0a3f5c', '#1c7f8f', '#125c74'],
      ['#3a9ad0', '#0b2f63', '#1f6fa8', '#164f86'],
      ['#4cc0a8', '#0b4a55', '#23907f', '#166a69'],
    ] as const);
    painter.backdrop(c(top), c(bottom));
    painter.glow(540, -40, 900, '#e9fffb', 0.4);
    painter.light(softRidge(rollingHeights(random, 520, 60, 6)), c('#0b5468'), 0.16);
    painter.light(softRidge(rollingHeights(random, 800, 70, 5)), c('#0b5468'), 0.2);
    raysFromSurface(stage, 0.17);
    painter.shape(softRidge(rollingHeights(random, 1130, 80, 6)), [c(far), c(near)], { depth: 'far' });
    painter.shape(softRidge(rollingHeights(random, 1230, 60, 5)), [c(near), c('#0d4358')], { depth: 'mid' });
    for (let index = 0; index < 4; index++)
      seaweed(stage, 60 + random.between(0, 960), 1330, random.between(120, 220), '#1a6f70');
    const sand = random.pick([
      ['#e0c07f', '#a98a52'],
      ['#cfae86', '#8f7050'],
    ] as const);
    painter.shape(softRidge(rollingHeights(random, 1275, 34, 5)), [c(sand[0]), c(sand[1])], { depth: 'mid' });
    specks(stage, '#7d6338', 70, 1330, 1880);
    bubbles(stage, 15);
  },
  front(stage) {
    const { random, c, painter } = stage;
    const side = stage.freeSide;
    seaweed(stage, side > 0 ? 90 : 990, 1640, 520, '#2ba283');
    seaweed(stage, side > 0 ? 170 : 910, 1660, 360, '#1f8a76');
    branchingCoral(stage, side > 0 ? 930 : 150, 1560, 210, random.pick(['#ff7f6a', '#ff9d5c', '#e873a8']));
    boulder(stage, side > 0 ? 800 : 280, 1620, 170, '#5f8190', '#37525f');
    painter.shape(softRidge(rollingHeights(random, 1680, 40, 4)), [c('#8f7447'), c('#5d4a2e')], {
      depth: 'near',
    });
    seaweed(stage, side > 0 ? 1000 : 70, 1800, 380, '#145f5c');
  },
};

function waves({ painter, random, c }: Stage, y: number, rows: number, top: string, bottom: string): void {
  for (let row = 0; row < rows; row++) {
    const base = y + row * (46 + row * 16);
    const bumps = 7 - Math.min(3, row);
    const points: [number, number][] = [];
    for (let index = 0; index <= bumps * 2 + 2; index++) {
      const x = -120 + (index * (PAGE_WIDTH + 240)) / (bumps * 2 + 2) + (row % 2) * 46;
      points.push([x, base + (index % 2 === 0 ? 0 : 20 + row * 6) + random.between(-4, 4)]);
    }
    const path = curve(points);
    path.lineTo(PAGE_WIDTH + 200, 1980);
    path.lineTo(-140, 1980);
    path.closePath();
    const share = row / Math.max(1, rows - 1);
    painter.shape(path, [c(share < 0.5 ? top : bottom), c(bottom)], { depth: row < 2 ? 'far' : 'near' });
  }
}

function glitter({ painter, random }: Stage, x: number, y: number, colour: string): void {
  for (let index = 0; index < 12; index++) {
    const reach = random.between(30, 130) * (1 - index * 0.04);
    painter.light(ellipse(x + random.between(-40, 40), y + 20 + index * 22, reach, 5), colour, 0.5);
  }
}

export const sea: Setting = {
  medium: 'ground',
  groundY: 1180,
  key: '#2f7fb5',
  ground: '#1f5f92',
  back(stage) {
    sky(stage, '#7cc6f2', '#e9f6ff', 4);
    waves(stage, 930, 3, '#58abdd', '#2b7fbc');
    glitter(stage, 540 + stage.freeSide * 260, 950, stage.time === 'night' ? '#dfe7ff' : '#fff3c9');
  },
  front(stage) {
    waves(stage, 1165, 5, '#2f83c2', '#154f8a');
    for (let row = 0; row < 6; row++) {
      const y = 1250 + row * 96;
      const x = stage.random.between(120, 800);
      const reach = 60 + row * 16;
      const crest = curve([
        [x - reach, y + 8],
        [x - reach * 0.4, y - 12],
        [x + reach * 0.3, y + 4],
        [x + reach, y - 8],
      ]);
      stage.painter.line(crest, '#ffffff', 6, 0.4);
    }
  },
};

export const coast: Setting = {
  medium: 'ground',
  groundY: 1190,
  key: '#24507f',
  ground: '#3a3f4c',
  back(stage) {
    const { painter, c, random } = stage;
    sky(stage, '#8fd0f2', '#f6f4e4', 3);
    painter.shape(softRidge([990, 985, 990, 984, 990]), [c('#5aa9d6'), c('#2a6fa6')], { depth: 'far' });
    glitter(stage, 540 + stage.freeSide * 260, 1010, stage.time === 'night' ? '#dfe7ff' : '#ffffff');
    waves(stage, 1080, 2, '#3f8fc4', '#1f659f');
    const lean = random.between(-30, 30);
    painter.shape(
      polygon([
        [150, 1480],
        [240 + lean, 1280],
        [370, 1205],
        [540, 1168],
        [720, 1198],
        [850 - lean, 1290],
        [950, 1480],
      ]).round(46),
      [c('#5d6577'), c('#2f3542')],
      { depth: 'mid' },
    );
    painter.light(ellipse(480, 1212, 150, 18), '#9fc98a', 0.5);
  },
  front(stage) {
    waves(stage, 1385, 3, '#2a74b2', '#123f74');
    const { painter, c } = stage;
    painter.line(
      curve([
        [240, 1372],
        [330, 1350],
        [430, 1368],
        [540, 1350],
        [660, 1368],
        [760, 1350],
        [850, 1370],
      ]),
      c('#eaf6ff'),
      9,
      0.7,
    );
  },
};

/** A cliff with water falling into the head of the river. */
function waterfall({ painter, c, random }: Stage): void {
  for (const [left, right, top] of [
    [-80, 560, 470],
    [720, 1160, 520],
    [500, 780, 560],
  ] as const) {
    const cliff = polygon([
      [left, 1120],
      [left + 20, top + 60],
      [left + 110, top],
      [right - 90, top + 14],
      [right - 10, top + 90],
      [right, 1120],
    ]).round(36);
    painter.shape(cliff, [c('#8d9a86'), c('#55665a')], { depth: 'mid' });
  }
  painter.shape(box(548, 566, 184, 540, 40), [c('#e6f8fd'), c('#a5ddf0')], { depth: 'mid' });
  for (let index = 0; index < 7; index++) {
    const x = 572 + index * 23;
    const from = random.between(590, 700);
    painter.line(
      curve([
        [x, from],
        [x + 3, from + 150],
        [x, from + 300],
      ]),
      '#ffffff',
      6,
      0.75,
    );
  }
  for (let index = 0; index < 7; index++) {
    painter.light(
      circle(random.between(520, 770), random.between(1040, 1110), random.between(40, 74)),
      '#ffffff',
      0.4,
    );
  }
  for (const [x, size] of [
    [300, 120],
    [420, 90],
    [860, 130],
    [960, 90],
  ] as const) {
    painter.shape(circle(x, x < 540 ? 480 : 530, size * 0.7), [c('#6fae5c'), c('#3f7f48')], { depth: 'mid' });
  }
}

export const river: Setting = {
  medium: 'ground',
  groundY: 1190,
  key: '#4f9a78',
  ground: '#5f9a54',
  back(stage) {
    const { painter, c, random } = stage;
    sky(stage, '#8ed2f0', '#eef9f2', 3);
    painter.shape(softRidge(rollingHeights(random, 860, 60, 6)), [c('#8fc4b0'), c('#6fae96')], {
      depth: 'far',
    });
    painter.shape(softRidge(rollingHeights(random, 960, 44, 5)), [c('#79b87c'), c('#4f9a5a')], {
      depth: 'far',
    });
    for (let index = 0; index < 6; index++)
      pine(stage, 60 + index * 195 + random.between(-40, 40), 1010, random.between(130, 210));
    painter.shape(softRidge([1010, 1030, 1016, 1034, 1020]), [c('#86c46a'), c('#57974b')], { depth: 'mid' });
    if (stage.mentions('waterfall', 'cascada', 'wasserfall', 'cascade', '瀑布', 'شلال', 'झरना'))
      waterfall(stage);
    const bed = curve([
      [620, 1020],
      [560, 1075],
      [780, 1160],
      [330, 1330],
      [240, 1560],
      [-100, 1960],
    ]);
    bed.lineTo(860, 1960);
    bed.lineTo(880, 1560);
    bed.lineTo(900, 1330);
    bed.lineTo(960, 1150);
    bed.lineTo(700, 1070);
    bed.lineTo(690, 1020);
    bed.closePath();
    painter.shape(bed.round(120), [c('#bfe8f5'), c('#3f9cc9')], { depth: 'mid' });
    for (let index = 0; index < 7; index++) {
      const y = 1200 + index * 90;
      const x = 560 + random.between(-120, 140);
      painter.line(
        curve([
          [x - 60, y],
          [x, y - 12],
          [x + 70, y],
        ]),
        '#ffffff',
        5,
        0.55,
      );
    }
  },
  front(stage) {
    boulder(stage, 940, 1560, 200, '#98a39f', '#66716f');
    grass(stage, 1900, '#2f7a44', 14);
  },
};

export const ice: Setting = {
  medium: 'ground',
  groundY: 1180,
  key: '#6fa8cf',
  ground: '#a9cfe6',
  back(stage) {
    const { painter, c, random } = stage;
    sky(stage, '#9ad3f0', '#f1fafe', 3);
    if (stage.time === 'night') {
      for (let index = 0; index < 3; index++) {
        const x = 120 + index * 330;
        const veil = curve([
          [x, 160],
          [x + 140, 330],
          [x - 40, 480],
          [x + 120, 760],
        ]);
        veil.lineTo(x + 320, 700);
        veil.lineTo(x + 240, 160);
        veil.closePath();
        painter.light(veil, index % 2 === 0 ? '#6ff0b8' : '#8fb6ff', 0.3);
      }
      stars(stage, 20, 500);
    }
    const peaks = (y: number, tall: number): [number, number][] => {
      const points: [number, number][] = [];
      for (let index = 0; index < 6; index++) {
        points.push([-120 + index * 240, y + random.between(0, 50)]);
        points.push([-120 + index * 240 + 120, y - tall * random.between(0.55, 1)]);
      }
      points.push([1280, y]);
      return points;
    };
    const far = peaks(960, 420);
    painter.shape(jaggedRidge(far), [c('#b9dcf0'), c('#8fc0df')], { depth: 'far' });
    for (const [x, y] of far.filter((_, index) => index % 2 === 1)) {
      painter.shape(
        polygon([
          [x, y],
          [x + 52, y + 96],
          [x + 22, y + 84],
          [x - 4, y + 118],
          [x - 26, y + 82],
          [x - 56, y + 98],
        ]),
        c('#ffffff'),
        { depth: 'detail' },
      );
    }
    painter.shape(softRidge(rollingHeights(random, 1060, 34, 5)), [c('#e7f4fb'), c('#c2e0f0')], {
      depth: 'mid',
    });
    painter.shape(softRidge(rollingHeights(random, 1150, 26, 4)), [c('#ffffff'), c('#c9e4f2')], {
      depth: 'mid',
    });
    for (let index = 0; index < 5; index++) {
      const y = 1260 + index * 120;
      const x = random.between(160, 900);
      painter.line(
        curve([
          [x - 130, y],
          [x, y - 16],
          [x + 130, y + 4],
        ]),
        c('#a7cde2'),
        6,
        0.6,
      );
    }
  },
  front(stage) {
    const { painter, random, c } = stage;
    painter.shape(softRidge(rollingHeights(random, 1640, 46, 4)), [c('#f7fcff'), c('#b4d6ea')], {
      depth: 'near',
    });
    const flakes = Array.from({ length: 34 }, () =>
      circle(random.between(0, 1080), random.between(40, 1850), random.between(3, 9)),
    );
    painter.light(joined(flakes), '#ffffff', 0.75);
  },
};

export const storm: Setting = {
  medium: 'ground',
  groundY: 1180,
  key: '#4a6179',
  ground: '#46615f',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#3a4c63'), c('#93a8b5'));
    clouds(stage, 3, 560, 700, '#8d9dad');
    for (let index = 0; index < 5; index++) {
      const x = index * 260 + random.between(-40, 40);
      painter.shape(circle(x, 120 + (index % 2) * 60, 240), [c('#5d6f84'), c('#3c4b60')], { depth: 'far' });
    }
    painter.shape(softRidge(rollingHeights(random, 1000, 60, 5)), [c('#5f8078'), c('#456460')], {
      depth: 'far',
    });
    painter.shape(softRidge(rollingHeights(random, 1130, 40, 5)), [c('#587a5c'), c('#38543f')], {
      depth: 'mid',
    });
    if (
      stage.mentions(
        'lightning',
        'thunder',
        'thunderstorm',
        'rayo',
        'blitz',
        'éclair',
        'bolt',
        'storm',
        'electric',
      )
    ) {
      const x = 540 + stage.freeSide * 190;
      painter.glow(x, 560, 520, '#fff6c2', 0.5);
      painter.shape(
        polygon([
          [x + 70, 250],
          [x - 130, 650],
          [x - 14, 650],
          [x - 100, 1010],
          [x + 150, 560],
          [x + 34, 560],
          [x + 160, 250],
        ]),
        ['#fff3b0', '#ffd23f'],
        { depth: 'detail', accent: true },
      );
    }
    const home = 540 - stage.freeSide * 230;
    painter.shape(box(home - 110, 960, 220, 150), [c('#8a5a52'), c('#5f3d40')], { depth: 'mid' });
    painter.shape(
      polygon([
        [home - 150, 966],
        [home, 850],
        [home + 150, 966],
      ]),
      [c('#4a3a48'), c('#332a38')],
      { depth: 'mid' },
    );
    painter.shape(box(home - 74, 1000, 52, 56, 4), '#ffd977', { depth: 'detail', accent: true });
    painter.shape(box(home + 28, 1000, 44, 110, 4), c('#3a2a30'), { depth: 'detail' });
    for (let index = 0; index < 5; index++) {
      const y = 1250 + index * 100;
      painter.light(ellipse(random.between(120, 960), y, random.between(70, 150), 14), '#cfe3ee', 0.4);
    }
  },
  front(stage) {
    const { painter, random } = stage;
    for (let index = 0; index < 70; index++) {
      const x = random.between(-60, 1140);
      const y = random.between(300, 1800);
      painter.line(
        curve([
          [x, y],
          [x - 9, y + 32],
          [x - 18, y + 64],
        ]),
        '#dcecf7',
        4,
        0.42,
      );
    }
    painter.shape(box(-20, 1890, 1120, 60), stage.c('#2c4334'), { depth: 'near' });
  },
};
