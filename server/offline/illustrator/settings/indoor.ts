import {
  box,
  circle,
  curve,
  ellipse,
  joined,
  leaf,
  PAGE_WIDTH,
  polygon,
  rollingHeights,
  softRidge,
  star,
} from '../geometry.ts';
import type { Setting, Stage } from './setting.ts';

/** A window with its own weather: the night or day outside. */
function window(
  { painter, c, time, random }: Stage,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  painter.shape(box(x - 22, y - 22, width + 44, height + 44, 12), c('#8a5a3c'), { depth: 'far' });
  const night = time === 'night';
  painter.shape(box(x, y, width, height, 4), night ? ['#141d4a', '#3a3f86'] : [c('#9edcf7'), c('#e8f8ff')], {
    depth: 'detail',
  });
  if (night) {
    for (let index = 0; index < 14; index++)
      painter.light(
        circle(x + random.between(16, width - 16), y + random.between(16, height - 16), random.between(2, 4)),
        '#ffffff',
        0.9,
      );
    painter.glow(x + width * 0.68, y + height * 0.3, 150, '#fff1c4', 0.4);
    painter.shape(circle(x + width * 0.68, y + height * 0.3, 44), '#fbe7a8', {
      depth: 'detail',
      accent: true,
    });
    painter.shape(circle(x + width * 0.68 + 20, y + height * 0.3 - 10, 37), '#1c2555', { depth: 'detail' });
  } else {
    painter.light(ellipse(x + width * 0.36, y + height * 0.32, 70, 22), '#ffffff', 0.85);
    painter.shape(ellipse(x + width * 0.3, y + height, width * 0.4, height * 0.2), c('#8ccb77'), {
      depth: 'detail',
    });
    painter.shape(box(x - 4, y + height - 2, width + 8, 80), c('#8a5a3c'), { depth: 'detail' });
  }
  painter.shape(box(x + width / 2 - 8, y, 16, height), c('#8a5a3c'), { depth: 'detail' });
  painter.shape(box(x, y + height / 2 - 8, width, 16), c('#8a5a3c'), { depth: 'detail' });
  painter.shape(box(x - 44, y + height + 18, width + 88, 30, 8), c('#a56f4a'), { depth: 'far' });
}

function floor(stage: Stage, y: number, light: string, dark: string): void {
  const { painter, c } = stage;
  painter.shape(box(-20, y, PAGE_WIDTH + 40, 2000 - y), [c(light), c(dark)], { depth: 'mid' });
  painter.shape(box(-20, y - 26, PAGE_WIDTH + 40, 30), c(dark), { depth: 'detail' });
  for (let index = 0; index < 5; index++)
    painter.line(
      curve([
        [-20, y + 90 + index * 130],
        [540, y + 92 + index * 130],
        [1100, y + 90 + index * 130],
      ]),
      c(dark),
      4,
      0.4,
    );
}

function tableTop({ painter, c }: Stage, y: number, light: string, dark: string): void {
  painter.shape(box(-30, y, PAGE_WIDTH + 60, 90, 12), [c(light), c(dark)], { depth: 'near' });
  painter.shape(box(-30, y + 84, PAGE_WIDTH + 60, 900), [c(dark), c('#3a241a')], { depth: 'near' });
  for (let index = 0; index < 4; index++) {
    painter.line(
      curve([
        [60 + index * 240, y + 160 + (index % 2) * 120],
        [200 + index * 240, y + 150 + (index % 2) * 120],
        [330 + index * 240, y + 168 + (index % 2) * 120],
      ]),
      c(light),
      5,
      0.25,
    );
  }
}

function lamp({ painter, c, time }: Stage, x: number, cordTo: number, colour: string): void {
  painter.shape(box(x - 4, -10, 8, cordTo), c('#3d3a44'), { depth: 'detail' });
  painter.light(
    polygon([
      [x - 60, cordTo + 60],
      [x + 60, cordTo + 60],
      [x + 360, 1260],
      [x - 360, 1260],
    ]),
    '#fff1c0',
    time === 'night' ? 0.2 : 0.14,
  );
  painter.shape(
    polygon([
      [x - 34, cordTo - 20],
      [x + 34, cordTo - 20],
      [x + 112, cordTo + 66],
      [x - 112, cordTo + 66],
    ]).round(16),
    [c(colour), c(colour)],
    { depth: 'detail', accent: true },
  );
  painter.shape(ellipse(x, cordTo + 68, 60, 18), '#fff3c4', { depth: 'detail', accent: true });
}

function frame(
  { painter, c }: Stage,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
): void {
  painter.shape(box(x, y, width, height, 8), c('#f6ead2'), { depth: 'far' });
  painter.shape(box(x + 16, y + 16, width - 32, height - 32, 4), [c(colour), c('#f7d9b0')], {
    depth: 'detail',
  });
  painter.shape(
    polygon([
      [x + 20, y + height - 20],
      [x + width * 0.4, y + height * 0.45],
      [x + width * 0.66, y + height * 0.7],
      [x + width * 0.8, y + height * 0.58],
      [x + width - 20, y + height - 20],
    ]),
    c('#5d8a86'),
    { depth: 'detail' },
  );
}

export const room: Setting = {
  medium: 'ground',
  groundY: 1210,
  key: '#c79a7a',
  ground: '#96694a',
  back(stage) {
    const { painter, c, random, time, freeSide } = stage;
    const [wall, wallLow] = random.pick([
      ['#f3d9bd', '#e5bd98'],
      ['#cfe0d2', '#a9c7b4'],
      ['#d9d3ea', '#b8b0d6'],
    ] as const);
    if (time === 'night') painter.backdrop('#2c2358', '#4a3a80');
    else painter.backdrop(c(wall), c(wallLow));
    for (let index = 0; index < 9; index++)
      painter.light(box(index * 130 - 20, -10, 60, 1190), '#ffffff', 0.07);
    window(stage, freeSide > 0 ? 570 : 170, 250, 340, 440);
    frame(stage, freeSide > 0 ? 170 : 690, 330, 220, 260, '#8fc4d8');
    floor(stage, 1130, '#b98258', '#7a4f35');
    painter.shape(ellipse(540, 1270, 470, 96), [c('#d9695f'), c('#b04a4c')], {
      depth: 'detail',
      accent: true,
    });
    painter.line(ellipse(540, 1270, 400, 76), c('#f7d9b0'), 8, 0.7);
  },
  front(stage) {
    const { painter, c, freeSide } = stage;
    const x = freeSide > 0 ? 955 : 125;
    for (let index = 0; index < 7; index++)
      painter.shape(
        leaf(x, 1480, 330 - Math.abs(index - 3) * 34, 36, -Math.PI / 2 + (index - 3) * 0.34),
        [c('#58a468'), c('#2c6b48')],
        { depth: 'near' },
      );
    painter.shape(
      polygon([
        [x - 92, 1470],
        [x + 92, 1470],
        [x + 66, 1650],
        [x - 66, 1650],
      ]).round(14),
      [c('#e58f5c'), c('#a8542f')],
      { depth: 'near' },
    );
  },
};

export const bedroom: Setting = {
  ...room,
  key: '#4a3a86',
  ground: '#3d2f66',
  time: 'night',
  front(stage) {
    const { painter } = stage;
    painter.shape(softRidge([1660, 1610, 1650, 1600, 1650]), ['#6f5fc0', '#3d3186'], { depth: 'near' });
    for (let index = 0; index < 8; index++)
      painter.light(star(90 + index * 135, 1740 + (index % 2) * 70, 18), '#ffe9a8', 0.6);
  },
};

export const kitchen: Setting = {
  medium: 'table',
  groundY: 1190,
  key: '#e0a45f',
  ground: '#8f5a35',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#fbe3b8'), c('#f4c98e'));
    for (let row = 0; row < 9; row++) {
      for (let column = 0; column < 7; column++) {
        painter.light(
          box(column * 160 - 10, row * 130, 150, 120, 6),
          '#ffffff',
          0.14 + ((row + column) % 2) * 0.06,
        );
      }
    }
    if (
      stage.mentions(
        'oven',
        'bread',
        'bake',
        'baking',
        'bakery',
        'rising',
        'dough',
        'yeast',
        'horno',
        'pan',
        'ofen',
        'brot',
        'four',
        'pain',
        '面包',
        'خبز',
        'फर्न',
      )
    ) {
      painter.shape(box(90, 250, 900, 920, 44), [c('#8f5530'), c('#5f3720')], { depth: 'far' });
      for (let index = 0; index < 4; index++) {
        painter.shape(circle(270 + index * 180, 335, 38), c('#f0d7a8'), { depth: 'detail' });
        painter.shape(box(266 + index * 180, 300, 10, 36, 4), c('#5f3720'), { depth: 'detail' });
      }
      painter.shape(box(170, 430, 740, 690, 34), c('#3a1d12'), { depth: 'mid' });
      painter.shape(box(205, 465, 670, 620, 20), ['#521f10', '#c25a1c'], { depth: 'detail' });
      painter.glow(540, 1040, 470, '#ffb347', 0.75);
      for (let index = 0; index < 5; index++) {
        const x = 320 + index * 110;
        painter.line(
          curve([
            [x, 640],
            [x + 22, 600],
            [x - 22, 560],
            [x, 510],
          ]),
          '#ffe3b0',
          9,
          0.55,
        );
      }
      for (let index = 0; index < 6; index++)
        painter.shape(box(212, 1056 + 0 * index, 656, 10), '#e08a3a', { depth: 'detail' });
    } else {
      painter.shape(box(90, 500, 900, 30, 8), c('#b07445'), { depth: 'far' });
      const jars = ['#e57f5c', '#7fb58a', '#f0c45c', '#8fb5d0', '#d98fa5'] as const;
      for (let index = 0; index < 6; index++) {
        const tall = random.between(110, 170);
        const x = 130 + index * 145;
        painter.shape(box(x, 500 - tall, 96, tall, 16), [c(jars[index % 5] ?? '#e57f5c'), c('#a86f4c')], {
          depth: 'far',
        });
        painter.shape(box(x + 8, 484 - tall, 80, 24, 8), c('#8a5a3c'), { depth: 'detail' });
      }
      painter.light(circle(540, 880, 400), '#fff6df', 0.5);
      lamp(stage, 540 + stage.freeSide * 200, 150, '#d9583f');
    }
    tableTop(stage, 1160, '#c98a52', '#8f5a35');
  },
  front(stage) {
    const { painter, c, freeSide } = stage;
    const x = 540 + freeSide * 290;
    painter.shape(ellipse(x, 1560, 190, 44), c('#5f3a22'), { depth: 'detail' });
    painter.shape(ellipse(x, 1545, 190, 44), [c('#f6e7cb'), c('#d9bf95')], { depth: 'near' });
    for (const dx of [-70, 0, 70])
      painter.shape(ellipse(x + dx, 1520, 40, 46), [c('#fbe0b5'), c('#e0ac70')], { depth: 'detail' });
  },
};

export const cafe: Setting = {
  medium: 'table',
  groundY: 1180,
  key: '#b98a5f',
  ground: '#6b4128',
  back(stage) {
    const { painter, c, random } = stage;
    const [top, low, disc] = random.pick([
      ['#e6d3b6', '#cfae86', '#f7ebd6'],
      ['#dfe3cf', '#b5bd94', '#f5f3e2'],
      ['#ecc9b5', '#d19a80', '#fae7da'],
    ] as const);
    painter.backdrop(c(top), c(low));
    painter.shape(circle(540, 800, 470), c(disc), { depth: 'far' });
    painter.light(circle(540, 800, 380), '#ffffff', 0.35);
    for (const side of [-1, 1] as const) lamp(stage, 540 + side * 330, side > 0 ? 230 : 160, '#c7633f');
    tableTop(stage, 1150, '#8f5b3a', '#5c3622');
  },
  front(stage) {
    const { painter, c, random } = stage;
    if (stage.mentions('coffee', 'bean', 'beans', 'café', 'kaffee', 'espresso', '咖啡', 'قهوة', 'कॉफ़ी')) {
      for (let index = 0; index < 9; index++) {
        const x = random.between(120, 960);
        const y = random.between(1330, 1720);
        const turn = random.between(0, 3);
        painter.shape(ellipse(x, y, 52, 36, turn), [c('#4a2a1a'), c('#2c170e')], { depth: 'near' });
        painter.line(
          curve([
            [x - Math.cos(turn) * 46, y - Math.sin(turn) * 46],
            [x + 8, y - 6],
            [x + Math.cos(turn) * 46, y + Math.sin(turn) * 46],
          ]),
          c('#8f6040'),
          6,
        );
      }
    }
  },
};

export const laboratory: Setting = {
  medium: 'table',
  groundY: 1190,
  key: '#4f9aa8',
  ground: '#3f6f80',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#d7eef0'), c('#a6d2d8'));
    for (let index = 0; index < 8; index++) painter.light(box(index * 150, 0, 4, 1180), '#4f8f9c', 0.2);
    painter.light(circle(540, 820, 440), '#ffffff', 0.45);
    painter.shape(box(90, 420, 900, 26, 8), c('#6f97a3'), { depth: 'far' });
    const liquids = ['#f2766b', '#f2b84b', '#6cc08a', '#6a9ff0', '#b485e0'] as const;
    for (let index = 0; index < 5; index++) {
      const x = 190 + index * 175;
      const colour = liquids[(index + random.int(0, 4)) % 5] ?? '#6cc08a';
      if (index % 2 === 0) {
        painter.shape(
          polygon([
            [x - 22, 250],
            [x + 22, 250],
            [x + 22, 310],
            [x + 74, 418],
            [x - 74, 418],
            [x - 22, 310],
          ]).round(10),
          c('#eef9fa'),
          { depth: 'far' },
        );
        painter.shape(
          polygon([
            [x - 42, 350],
            [x + 42, 350],
            [x + 70, 414],
            [x - 70, 414],
          ]).round(8),
          c(colour),
          { depth: 'detail', accent: true },
        );
      } else {
        painter.shape(box(x - 26, 240, 52, 178, 24), c('#eef9fa'), { depth: 'far' });
        painter.shape(box(x - 20, 318, 40, 94, 18), c(colour), { depth: 'detail', accent: true });
      }
      for (let bubble = 0; bubble < 3; bubble++)
        painter.line(
          circle(x + random.between(-16, 16), 226 - bubble * 34, 7 + bubble * 3),
          c(colour),
          4,
          0.7,
        );
    }
    tableTop(stage, 1160, '#e9f2f3', '#7fa5b0');
  },
  front(stage) {
    const { painter, c, freeSide } = stage;
    const x = 540 + freeSide * 390;
    painter.shape(
      polygon([
        [x - 40, 1330],
        [x + 40, 1330],
        [x + 40, 1440],
        [x + 140, 1660],
        [x - 140, 1660],
        [x - 40, 1440],
      ]).round(18),
      [c('#f0fbfc'), c('#bcdde3')],
      { depth: 'near' },
    );
    painter.shape(
      polygon([
        [x - 82, 1530],
        [x + 82, 1530],
        [x + 132, 1652],
        [x - 132, 1652],
      ]).round(14),
      [c('#7fd6a0'), c('#3f9f78')],
      { depth: 'detail', accent: true },
    );
  },
};

export const classroom: Setting = {
  medium: 'table',
  groundY: 1200,
  key: '#5f8a6a',
  ground: '#7a5236',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#f5e3c4'), c('#e3c79c'));
    painter.shape(box(80, 210, 920, 830, 22), c('#a06a40'), { depth: 'far' });
    painter.shape(box(112, 242, 856, 766, 8), [c('#2f6b55'), c('#23513f')], { depth: 'mid' });
    const chalk = '#eef5ea';
    painter.line(circle(250, 380, 64), chalk, 6, 0.75);
    painter.line(
      polygon([
        [760, 440],
        [840, 320],
        [910, 440],
      ]),
      chalk,
      6,
      0.75,
    );
    painter.line(
      curve([
        [190, 560],
        [260, 500],
        [330, 600],
        [400, 540],
      ]),
      chalk,
      6,
      0.5,
    );
    for (let row = 0; row < 3; row++)
      painter.line(
        curve([
          [740, 520 + row * 44],
          [800, 516 + row * 44],
          [random.between(850, 920), 520 + row * 44],
        ]),
        chalk,
        6,
        0.45,
      );
    painter.line(box(170, 820, 120, 120), chalk, 6, 0.5);
    painter.line(
      curve([
        [790, 900],
        [850, 780],
        [910, 900],
      ]),
      chalk,
      6,
      0.5,
    );
    painter.shape(box(180, 1030, 720, 24, 6), c('#8a5836'), { depth: 'detail' });
    tableTop(stage, 1170, '#c98f5a', '#8a5836');
  },
  front(stage) {
    const { painter, c, freeSide } = stage;
    const x = 540 + freeSide * 330;
    (['#d9583f', '#3f7fb0', '#e8b04a'] as const).forEach((colour, index) => {
      painter.shape(
        box(x - 180 + index * 16, 1560 - index * 62, 340 - index * 30, 60, 10),
        [c(colour), c(colour)],
        { depth: 'near' },
      );
      painter.shape(box(x - 150 + index * 16, 1574 - index * 62, 280 - index * 30, 30, 4), c('#fbf3e2'), {
        depth: 'detail',
      });
    });
  },
};

export const office: Setting = {
  ...room,
  medium: 'table',
  groundY: 1190,
  key: '#6f8fb5',
  ground: '#7d5a40',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#dbe6f2'), c('#b6c9e0'));
    painter.light(circle(540, 800, 430), '#ffffff', 0.4);
    for (let index = 0; index < 6; index++) {
      const x = 120 + index * 150;
      painter.shape(box(x, 640 - random.between(120, 380), 100, 900, 10), c('#a9bedb'), { depth: 'far' });
    }
    painter.line(
      curve([
        [110, 620],
        [300, 540],
        [430, 580],
        [640, 400],
        [790, 440],
        [960, 260],
      ]),
      c('#3f7fd0'),
      14,
      0.8,
    );
    painter.shape(
      polygon([
        [930, 240],
        [1000, 236],
        [976, 302],
      ]).round(8),
      c('#3f7fd0'),
      { depth: 'detail' },
    );
    tableTop(stage, 1160, '#c79a70', '#8a6042');
  },
};

export const paperRoom: Setting = {
  ...cafe,
  key: '#9a8fc0',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#3a3166'), c('#7a5f9e'));
    for (let shelf = 0; shelf < 4; shelf++) {
      const y = 330 + shelf * 240;
      for (let x = 60; x < 1020;) {
        const width = random.between(34, 66);
        const tall = random.between(130, 190);
        painter.shape(
          box(x, y - tall, width, tall, 5),
          c(random.pick(['#d9695f', '#e8b04a', '#6fa8a0', '#8f7fc9', '#c98f6a', '#5f8fc0'])),
          { depth: 'far' },
        );
        x += width + random.between(3, 20);
      }
      painter.shape(box(-20, y, PAGE_WIDTH + 40, 30), c('#6b4630'), { depth: 'mid' });
    }
    painter.light(circle(540, 860, 420), '#ffe9b8', 0.32);
    tableTop(stage, 1160, '#a56f48', '#6b4630');
  },
};

export const party: Setting = {
  medium: 'stage',
  groundY: 1200,
  key: '#c95f9a',
  ground: '#8f3f78',
  back(stage) {
    const { painter, c, random } = stage;
    painter.backdrop(c('#ffb6c9'), c('#a86fd0'));
    painter.light(circle(540, 820, 470), '#fff3d6', 0.4);
    for (let row = 0; row < 2; row++) {
      const y = 140 + row * 130;
      painter.line(
        curve([
          [-20, y],
          [270, y + 120],
          [540, y + 30],
          [810, y + 120],
          [1100, y],
        ]),
        c('#fff6e0'),
        6,
      );
      for (let index = 0; index < 9; index++) {
        const x = 30 + index * 126;
        const sag = Math.sin((index / 8) * Math.PI * 2 - Math.PI / 2) * 34 + 62;
        painter.shape(
          polygon([
            [x - 34, y + sag - 10],
            [x + 34, y + sag - 10],
            [x, y + sag + 66],
          ]),
          c(random.pick(['#ff7b6b', '#ffd25c', '#6fd0c0', '#8f8cf0'])),
          { depth: 'detail', accent: true },
        );
      }
    }
    for (let index = 0; index < 60; index++) {
      const path = box(
        random.between(20, 1060),
        random.between(300, 1850),
        random.between(10, 22),
        random.between(8, 16),
        3,
      );
      painter.shape(path, c(random.pick(['#ff7b6b', '#ffd25c', '#6fd0c0', '#8f8cf0', '#ffffff'])), {
        depth: 'detail',
        accent: true,
      });
    }
    painter.shape(softRidge(rollingHeights(random, 1190, 16, 4)), [c('#b45fa8'), c('#6b3486')], {
      depth: 'mid',
    });
    painter.light(joined([ellipse(540, 1250, 400, 50)]), '#ffe3f2', 0.3);
  },
};
