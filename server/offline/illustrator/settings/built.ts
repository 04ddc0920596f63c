import {
  box,
  circle,
  curve,
  ellipse,
  joined,
  PAGE_WIDTH,
  polygon,
  rollingHeights,
  softRidge,
} from '../geometry.ts';
import { boulder, grass, roundTree, sky, tower } from './scenery.ts';
import type { Setting, Stage } from './setting.ts';

function skyline(stage: Stage): void {
  const { random, painter, c } = stage;
  for (let x = -30; x < 1100;) {
    const width = random.between(80, 150);
    painter.shape(box(x, 1080 - random.between(260, 520), width, 700), c('#a9b9d8'), { depth: 'far' });
    x += width + 6;
  }
  for (let x = -40; x < 1100;) {
    const width = random.between(120, 190);
    const colour = random.pick(['#5f79b0', '#6d6aa8', '#4f8aa8', '#8a6f9e']);
    tower(
      stage,
      x,
      1120,
      width,
      random.between(220, 420) + Math.abs(x + width / 2 - 540) * 0.35,
      colour,
      '#ffd977',
    );
    x += width + random.between(10, 40);
  }
}

export const city: Setting = {
  medium: 'ground',
  groundY: 1210,
  key: '#5878ac',
  ground: '#5a6276',
  back(stage) {
    const { painter, c } = stage;
    sky(stage, stage.random.pick(['#8cc9f0', '#f7b98f', '#a6c7f2']), '#fdf0de', 3);
    skyline(stage);
    painter.shape(box(-20, 1110, PAGE_WIDTH + 40, 60), c('#7fae6c'), { depth: 'mid' });
    painter.shape(box(-20, 1160, PAGE_WIDTH + 40, 110), [c('#d5d1ca'), c('#b3aea6')], { depth: 'mid' });
    painter.shape(box(-20, 1262, PAGE_WIDTH + 40, 700), [c('#5f6678'), c('#3c4254')], { depth: 'mid' });
    for (let index = 0; index < 5; index++)
      painter.shape(box(40 + index * 230, 1470, 130, 18, 4), c('#f4efe2'), { depth: 'detail' });
  },
  front(stage) {
    const { painter, c, freeSide } = stage;
    const x = freeSide > 0 ? 985 : 95;
    painter.shape(box(x - 9, 880, 18, 700, 8), c('#2e3444'), { depth: 'near' });
    painter.shape(box(x - 40, 840, 80, 46, 18), c('#2e3444'), { depth: 'near' });
    painter.glow(x, 880, 150, '#ffe9a8', stage.time === 'day' ? 0.25 : 0.75);
    painter.shape(box(-20, 1720, PAGE_WIDTH + 40, 300), [c('#c7c2b8'), c('#8d887e')], { depth: 'near' });
  },
};

export const road: Setting = {
  medium: 'ground',
  groundY: 1200,
  key: '#6f9fc0',
  ground: '#4f5462',
  back(stage) {
    const { painter, c, random } = stage;
    sky(stage, '#84c8f0', '#fdf2dc', 3);
    painter.shape(softRidge(rollingHeights(random, 900, 70, 6)), [c('#a8c9c0'), c('#86b3a6')], {
      depth: 'far',
    });
    painter.shape(softRidge([985, 965, 980, 962, 985]), [c('#8fc36f'), c('#558f48')], { depth: 'mid' });
    for (const side of [-1, 1] as const) {
      for (let index = 0; index < 3; index++)
        roundTree(stage, 540 + side * (250 + index * 150), 1010 + index * 34, 130 + index * 60);
    }
    painter.shape(
      polygon([
        [505, 975],
        [575, 975],
        [1120, 1960],
        [-40, 1960],
      ]),
      [c('#747a88'), c('#454a58')],
      { depth: 'mid' },
    );
    for (const [y, height, width] of [
      [1010, 26, 8],
      [1070, 40, 12],
      [1290, 90, 24],
      [1450, 130, 32],
      [1670, 180, 44],
    ] as const) {
      painter.shape(
        polygon([
          [540 - width * 0.4, y],
          [540 + width * 0.4, y],
          [540 + width * 0.5, y + height],
          [540 - width * 0.5, y + height],
        ]),
        c('#f6f0da'),
        { depth: 'detail' },
      );
    }
  },
  front(stage) {
    grass(stage, 1910, '#3f7a3c', 8);
  },
};

export const factory: Setting = {
  medium: 'ground',
  groundY: 1210,
  key: '#8c8f9e',
  ground: '#6e6a66',
  back(stage) {
    const { painter, c } = stage;
    sky(stage, '#c9d3df', '#f7e4cf', 0);
    for (const [x, height, width] of [
      [150, 560, 84],
      [330, 440, 74],
      [860, 620, 90],
    ] as const) {
      for (let puff = 0; puff < 4; puff++) {
        painter.shape(
          circle(x + 40 + puff * 46, 1060 - height - 40 - puff * 62, 44 + puff * 18),
          c('#eceef2'),
          { depth: 'far' },
        );
      }
      painter.shape(
        polygon([
          [x - width / 2, 1120],
          [x - width * 0.36, 1060 - height],
          [x + width * 0.36, 1060 - height],
          [x + width / 2, 1120],
        ]),
        [c('#c76a52'), c('#8f4538')],
        { depth: 'far' },
      );
      painter.shape(box(x - width * 0.4, 1100 - height, width * 0.8, 34), c('#f4ede2'), { depth: 'detail' });
    }
    const roof: [number, number][] = [[-40, 1160]];
    for (let index = 0; index < 5; index++) roof.push([-40 + index * 240, 860], [200 + index * 240, 960]);
    painter.shape(polygon([...roof, [1180, 1160]]), [c('#7d8aa3'), c('#59647c')], { depth: 'mid' });
    const panes = Array.from({ length: 7 }, (_, index) => box(40 + index * 150, 1010, 90, 74, 6));
    painter.shape(joined(panes), c('#ffe1a1'), { depth: 'detail', accent: true });
    painter.shape(box(-20, 1150, PAGE_WIDTH + 40, 820), [c('#a39c94'), c('#6b665f')], { depth: 'mid' });
    for (let index = 0; index < 6; index++) {
      painter.shape(
        polygon([
          [index * 190 - 20, 1330],
          [index * 190 + 70, 1330],
          [index * 190 + 30, 1370],
          [index * 190 - 60, 1370],
        ]),
        c('#f2c14e'),
        { depth: 'detail' },
      );
    }
  },
  front(stage) {
    const { painter, c, freeSide } = stage;
    const x = 540 + freeSide * 430;
    painter.shape(circle(x, 1690, 150), [c('#6d7689'), c('#414959')], { depth: 'near' });
    for (let index = 0; index < 8; index++) {
      const angle = (index * Math.PI) / 4;
      painter.shape(circle(x + Math.cos(angle) * 160, 1690 + Math.sin(angle) * 160, 34), c('#565f71'), {
        depth: 'detail',
      });
    }
    painter.shape(circle(x, 1690, 58), c('#a39c94'), { depth: 'detail' });
  },
};

function pillar({ painter, c }: Stage, x: number, top: number, base: number, width: number): void {
  painter.shape(box(x - width / 2, top + 46, width, base - top - 86), [c('#f6e8cd'), c('#d8bf96')], {
    depth: 'mid',
  });
  for (let flute = -1; flute <= 1; flute++)
    painter.line(
      curve([
        [x + flute * width * 0.24, top + 60],
        [x + flute * width * 0.24, (top + base) / 2],
        [x + flute * width * 0.24, base - 50],
      ]),
      c('#b79a6c'),
      5,
      0.55,
    );
  painter.shape(box(x - width * 0.72, top, width * 1.44, 48, 10), c('#fbf0da'), { depth: 'mid' });
  painter.shape(box(x - width * 0.74, base - 42, width * 1.48, 44, 8), c('#e6d2ac'), { depth: 'mid' });
}

export const columns: Setting = {
  medium: 'ground',
  groundY: 1210,
  key: '#c9a36a',
  ground: '#b58c55',
  back(stage) {
    const { painter, c, random } = stage;
    const volcanic = stage.mentions(
      'volcano',
      'pompeii',
      'pompeya',
      'vesuvius',
      'eruption',
      'lava',
      'vulkan',
      'volcán',
      'volcan',
      '火山',
      'بركان',
    );
    sky(stage, volcanic ? '#e8814f' : '#8ec9ea', volcanic ? '#ffd49a' : '#fdeccb', volcanic ? 0 : 2);
    if (volcanic) {
      for (const [dx, y, radius, colour] of [
        [-120, 130, 140, '#6a5664'],
        [90, 70, 170, '#6a5664'],
        [20, 240, 120, '#5a4754'],
        [-40, 350, 90, '#4d3b48'],
      ] as const) {
        painter.shape(circle(540 + dx, y, radius), [c(colour), c('#43323f')], { depth: 'far' });
      }
      painter.shape(
        polygon([
          [60, 1080],
          [440, 480],
          [500, 506],
          [570, 488],
          [640, 480],
          [1020, 1080],
        ]),
        [c('#8b4741'), c('#5f3138')],
        { depth: 'far' },
      );
      painter.shape(
        polygon([
          [440, 480],
          [500, 506],
          [570, 488],
          [640, 480],
          [690, 560],
          [640, 690],
          [600, 600],
          [545, 760],
          [495, 610],
          [440, 680],
          [395, 552],
        ]).round(12),
        ['#ffd04a', '#f04c28'],
        { depth: 'detail', accent: true },
      );
    } else {
      painter.shape(softRidge(rollingHeights(random, 940, 70, 5)), [c('#c9b98a'), c('#a99c6c')], {
        depth: 'far',
      });
    }
    painter.shape(softRidge([1090, 1076, 1088, 1074, 1090]), [c('#d8ae6c'), c('#a97a42')], { depth: 'mid' });
    if (!volcanic) {
      painter.shape(
        polygon([
          [90, 640],
          [540, 470],
          [990, 640],
        ]),
        [c('#fbf0da'), c('#e2cda4')],
        { depth: 'far' },
      );
      painter.shape(box(110, 632, 860, 56), c('#efdfbd'), { depth: 'far' });
    }
    for (const x of [150, 300, 780, 930]) pillar(stage, x, 690, 1160, 82);
    if (!volcanic) painter.light(box(340, 690, 400, 440), '#7a5a34', 0.2);
    for (let step = 0; step < 3; step++) {
      painter.shape(
        box(60 - step * 40, 1150 + step * 40, 960 + step * 80, 44, 4),
        [c('#efdcb6'), c('#cdb080')],
        { depth: 'mid' },
      );
    }
    painter.shape(box(-20, 1268, PAGE_WIDTH + 40, 700), [c('#cfa365'), c('#8f6433')], { depth: 'mid' });
  },
  front(stage) {
    const { painter, c } = stage;
    const x = 540 + stage.freeSide * 400;
    painter.shape(box(x - 70, 1500, 140, 150, 10), [c('#f0dfbb'), c('#bfa06d')], { depth: 'near' });
    painter.shape(ellipse(x, 1500, 72, 22), c('#fbf0da'), { depth: 'detail' });
    boulder(stage, 540 - stage.freeSide * 440, 1720, 220, '#c7a672', '#86673c');
  },
};

/** A wall that climbs towards a watchtower, seen along its walk. */
function nearWall({ painter, c, freeSide }: Stage): void {
  const at = (x: number): number => 540 + freeSide * (x - 540);
  painter.shape(
    polygon([
      [at(-80), 1500],
      [at(180), 1330],
      [at(420), 1130],
      [at(600), 900],
      [at(760), 880],
      [at(760), 1180],
      [at(560), 1420],
      [at(260), 1700],
      [at(-80), 1900],
    ]),
    [c('#d9bd8c'), c('#94744a')],
    { depth: 'mid' },
  );
  painter.shape(
    polygon([
      [at(-80), 1560],
      [at(200), 1370],
      [at(440), 1160],
      [at(612), 940],
      [at(690), 940],
      [at(540), 1220],
      [at(300), 1470],
      [at(-80), 1720],
    ]),
    [c('#efdcb4'), c('#c4a472')],
    { depth: 'detail' },
  );
  for (let index = 0; index < 9; index++) {
    const share = index / 8;
    const x = at(-60 + share * 640);
    const y = 1500 - share * 570 - Math.sin(share * Math.PI) * -28;
    const size = 74 - share * 40;
    painter.shape(box(x - size / 2, y - size, size, size * 1.3, 4), [c('#e6cd9f'), c('#b5935f')], {
      depth: 'mid',
    });
  }
  const x = at(740);
  painter.shape(
    polygon([
      [x - 190, 1120],
      [x - 160, 560],
      [x + 160, 560],
      [x + 190, 1120],
    ]),
    [c('#e3c997'), c('#a5834f')],
    { depth: 'near' },
  );
  painter.shape(box(x - 190, 520, 380, 60, 6), [c('#efdcb4'), c('#d2b27c')], { depth: 'near' });
  for (let index = 0; index < 5; index++)
    painter.shape(box(x - 190 + index * 82, 454, 52, 70, 4), [c('#efdcb4'), c('#d2b27c')], { depth: 'mid' });
  for (const dx of [-86, 0, 86])
    painter.shape(box(x + dx - 26, 660, 52, 92, 26), c('#5a4432'), { depth: 'detail' });
  painter.shape(box(x - 60, 940, 120, 182, 60), c('#4a3728'), { depth: 'detail' });
  for (let row = 0; row < 4; row++) {
    for (let index = 0; index < 3; index++)
      painter.light(box(x - 130 + index * 96 + (row % 2) * 30, 800 + row * 34, 60, 14, 4), '#7a5a34', 0.3);
  }
}

export const castleWall: Setting = {
  medium: 'ground',
  groundY: 1200,
  key: '#8aa77a',
  ground: '#7a9a58',
  back(stage) {
    const { painter, c, random } = stage;
    sky(stage, '#9ccdf0', '#fbeedb', 3);
    painter.shape(softRidge(rollingHeights(random, 860, 90, 5)), [c('#a9c7b8'), c('#86ab9a')], {
      depth: 'far',
    });
    painter.shape(softRidge([960, 900, 960, 880, 950]), [c('#8fb87c'), c('#5d9058')], { depth: 'far' });
    const ridge = [
      [-60, 900],
      [180, 850],
      [420, 905],
      [660, 830],
      [900, 870],
      [1160, 800],
    ] as const;
    const top = curve(ridge.map(([x, y]) => [x, y]));
    for (let index = ridge.length - 1; index >= 0; index--)
      top.lineTo(ridge[index]?.[0] ?? 0, (ridge[index]?.[1] ?? 0) + 90);
    top.closePath();
    painter.shape(top, [c('#d9c19a'), c('#a98d63')], { depth: 'far' });
    for (let index = 0; index < 22; index++) {
      const x = -40 + index * 54;
      const share = (x + 60) / 1220;
      const y = 880 - share * 70 + Math.sin(x / 76 + 1) * 18;
      painter.shape(box(x, y - 26, 30, 40, 3), c('#cdb387'), { depth: 'detail' });
    }
    for (const x of [200, 880]) {
      painter.shape(box(x - 70, 700, 140, 240), [c('#dfc9a3'), c('#a98d63')], { depth: 'far' });
      for (let index = 0; index < 3; index++)
        painter.shape(box(x - 76 + index * 56, 664, 40, 46, 3), c('#dfc9a3'), { depth: 'detail' });
      painter.shape(box(x - 20, 770, 40, 70, 20), c('#5d4a3a'), { depth: 'detail' });
    }
    painter.shape(softRidge(rollingHeights(random, 1100, 40, 5)), [c('#8cbf66'), c('#4f8a45')], {
      depth: 'mid',
    });
    if (stage.mentions('wall', 'muralla', 'mauer', 'muraille', '长城', 'سور', 'दीवार')) nearWall(stage);
  },
  front(stage) {
    const { painter, c, random } = stage;
    painter.shape(softRidge(rollingHeights(random, 1640, 40, 4)), [c('#5d9a4a'), c('#2f6a38')], {
      depth: 'near',
    });
    grass(stage, 1900, '#2f6b35', 12);
  },
};

export const stadium: Setting = {
  medium: 'ground',
  groundY: 1190,
  key: '#4f8fc0',
  ground: '#3f9a4f',
  back(stage) {
    const { painter, c, random } = stage;
    sky(stage, '#6fb9ee', '#e6f4fc', 2);
    painter.shape(softRidge([640, 560, 530, 560, 640], 1080), [c('#6b7fb0'), c('#47588a')], { depth: 'far' });
    for (let row = 0; row < 5; row++) {
      const heads = Array.from({ length: 26 }, (_, index) =>
        circle(10 + index * 43 + (row % 2) * 20, 690 + row * 66 + Math.abs(index - 12.5) ** 2 * -0.2, 15),
      );
      painter.light(joined(heads), random.pick(['#ffd9b0', '#f5a8a0', '#bfe0ff', '#fff3c4']), 0.75);
    }
    for (const side of [-1, 1] as const) {
      const x = 540 + side * 430;
      painter.shape(box(x - 9, 330, 18, 720), c('#3d4a6b'), { depth: 'far' });
      painter.shape(box(x - 74, 250, 148, 92, 12), c('#3d4a6b'), { depth: 'far' });
      for (let index = 0; index < 6; index++)
        painter.shape(circle(x - 46 + (index % 3) * 46, 274 + Math.floor(index / 3) * 44, 15), '#fff7cf', {
          depth: 'detail',
          accent: true,
        });
      painter.glow(x, 296, 260, '#fff7cf', 0.55);
    }
    painter.shape(box(-20, 1020, PAGE_WIDTH + 40, 76), [c('#e8ecf4'), c('#c3cbdc')], { depth: 'mid' });
    for (let index = 0; index < 6; index++) {
      painter.shape(
        polygon([
          [540 + (index - 3) * 170, 1090],
          [540 + (index - 2) * 170, 1090],
          [540 + (index - 2) * 430, 1960],
          [540 + (index - 3) * 430, 1960],
        ]),
        [c(index % 2 === 0 ? '#5cb85a' : '#4ea84f'), c(index % 2 === 0 ? '#3a8f45' : '#32823e')],
        { depth: 'detail' },
      );
    }
    painter.line(ellipse(540, 1420, 400, 120), '#ffffff', 10, 0.8);
  },
};
