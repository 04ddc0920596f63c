import { lighter, mix } from './colour.ts';
import { bottomOf } from './compose.ts';
import { box, circle, curve, ellipse, joined, leaf, PAGE_HEIGHT, PAGE_WIDTH } from './geometry.ts';
import type { Figure } from './painters/painter.ts';
import { boulder } from './settings/scenery.ts';
import type { SettingName } from './settings/index.ts';
import type { Setting, Stage } from './settings/setting.ts';

/** Icons that are only a head or a bust: standing free they would look cut off, so something grows in front of them. */
const CUT_OFF = new Set(
  `astronaut construction-worker cook detective farmer firefighter health-worker judge mechanic office-worker person-mage person-with-crown
  pilot police-officer princess prince scientist singer student teacher baby old-man old-woman
  santa-claus artist guard ninja technologist factory-worker bear boar chicken fox frog hamster koala lion monkey-face moose panda polar-bear
  raccoon tiger-face unicorn wolf cat-face cow-face dog-face horse-face mouse-face pig-face rabbit-face dragon-face cricket-game`.split(
    /\s+/,
  ),
);

const GREEN = new Set<SettingName>([
  'hills',
  'meadow',
  'forest',
  'bamboo',
  'farm',
  'castle',
  'mountains',
  'river',
  'stadium',
  'storm',
]);
const INDOORS = new Set<SettingName>(['room', 'bedroom']);
const PAVED = new Set<SettingName>(['city', 'road', 'factory', 'columns']);

/** A bank of ground, grass or hedge over the lower edge of a head or bust. */
export function drawCover(stage: Stage, setting: Setting, place: SettingName, figure: Figure): void {
  const { painter, random, c } = stage;
  if (!CUT_OFF.has(figure.art.name) || figure.size < 160) return;
  const feet = bottomOf(figure);
  const half = figure.size * 0.62;
  if (GREEN.has(place) || PAVED.has(place)) {
    const leafy = PAVED.has(place) ? '#5f9a54' : setting.ground;
    const tufts = Array.from({ length: 7 }, (_, index) => {
      const across = index / 6 - 0.5;
      return circle(
        figure.x + across * half * 2.1,
        feet + 34 + Math.abs(across) * 40,
        figure.size * random.between(0.12, 0.17),
      );
    });
    for (let index = 0; index < 22; index++) {
      const x = figure.x + (index / 21 - 0.5) * half * 2.2;
      const blade = leaf(
        x,
        feet + 20,
        random.between(70, 130),
        13,
        -Math.PI / 2 + (random.next() - 0.5) * 0.8,
      );
      painter.shape(blade, c(index % 2 === 0 ? mix(leafy, '#2f7a36', 0.4) : lighter(leafy, 0.12)), {
        depth: 'detail',
      });
    }
    painter.shape(joined(tufts).simplify(), [c(lighter(leafy, 0.08)), c(mix(leafy, '#215c34', 0.55))], {
      depth: 'mid',
    });
    return;
  }
  if (place === 'ice') {
    const drift = [
      ellipse(figure.x, feet + 60, half * 1.3, 110),
      ellipse(figure.x + half * 0.8, feet + 80, half * 0.8, 90),
    ];
    painter.shape(joined(drift).simplify(), [c('#ffffff'), c('#c9e4f2')], { depth: 'mid' });
    return;
  }
  if (INDOORS.has(place)) {
    // A table before it, from edge to edge.
    painter.shape(box(-40, feet - 14, PAGE_WIDTH + 80, PAGE_HEIGHT), [c('#a8714f'), c('#5f3a2b')], {
      depth: 'near',
    });
    painter.shape(box(-40, feet - 14, PAGE_WIDTH + 80, 34), c('#c48d66'), { depth: 'detail' });
    return;
  }
  for (const [across, width] of [
    [-0.72, 0.4],
    [0.74, 0.36],
    [0.08, 0.46],
  ] as const) {
    const stone = lighter(setting.ground, 0.14);
    boulder(
      { ...stage, c },
      figure.x + across * half,
      feet + 70,
      figure.size * width,
      stone,
      mix(setting.ground, '#1c1a2c', 0.3),
    );
  }
}

/** Snow or rain that the words ask for in a place that has none of its own. */
export function drawWeather({ painter, random, mentions }: Stage, place: SettingName): void {
  if (place !== 'ice' && mentions('snow', 'snowy', 'snowing', 'nieve', 'schnee', 'neige')) {
    const flakes = Array.from({ length: 90 }, () =>
      circle(random.between(0, PAGE_WIDTH), random.between(0, PAGE_HEIGHT), random.between(3, 10)),
    );
    painter.light(joined(flakes), '#ffffff', 0.85);
  }
  if (place !== 'storm' && mentions('rain', 'storm', 'rainy', 'raining', 'lluvia', 'regen', 'pluie')) {
    for (let index = 0; index < 60; index++) {
      const x = random.between(-40, PAGE_WIDTH + 40);
      const y = random.between(40, 1750);
      painter.line(
        curve([
          [x, y],
          [x - 8, y + 30],
          [x - 16, y + 60],
        ]),
        '#e4f2fb',
        4,
        0.45,
      );
    }
  }
}
