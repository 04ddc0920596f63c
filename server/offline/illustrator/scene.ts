import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Character, ImageStyle } from '@shortfactory/core';
import { greyed, lightness, mix, toHsl } from './colour.ts';
import { bottomOf, compose, type Composition, IN_THE_SKY } from './compose.ts';
import type { Mood } from './analysis/mood.ts';
import { drawBeams, drawDarkness, drawMarks, drawPorthole } from './marks.ts';
import { drawNeutral } from './settings/neutral.ts';
import { drawCover, drawWeather } from './cover.ts';
import { sunRays } from './settings/scenery.ts';
import { chalkPainter } from './painters/chalk.ts';
import { flatPainter } from './painters/flat.ts';
import { inkPainter } from './painters/ink.ts';
import type { Figure, PainterMaker, PainterMood } from './painters/painter.ts';
import { paperPainter } from './painters/paper.ts';
import { hashText, type Random, seededRandom } from './random.ts';
import { readVisual, type Reading } from './reading.ts';
import { SETTINGS } from './settings/index.ts';
import type { Setting, Stage, TimeOfDay } from './settings/setting.ts';
import { plain } from './analysis/text.ts';

const PAINTERS: Readonly<Record<ImageStyle, PainterMaker>> = {
  flat: flatPainter,
  paper: paperPainter,
  ink: inkPainter,
  chalk: chalkPainter,
};

/** Everything decided about a scene before a line of it is drawn. */
export interface ScenePlan {
  readonly reading: Reading;
  readonly setting: Setting;
  readonly composition: Composition;
  readonly style: ImageStyle;
  readonly time: TimeOfDay;
  readonly freeSide: -1 | 1;
  readonly seed: number;
  /** Seeds what the scenes of a story with characters share. */
  readonly storySeed: number | undefined;
}

/** Reads the words and decides place, time, motifs and their positions. Deterministic. */
export async function planScene(
  visual: string,
  style: ImageStyle,
  characters: readonly Character[],
  take = 0,
): Promise<ScenePlan> {
  const seed = hashText(`${style}\n${visual}${take === 0 ? '' : `\n${take}`}`);
  const random = seededRandom(seed);
  const reading = await readVisual(visual, characters);
  const setting: Setting = SETTINGS[reading.setting];
  const freeSide = random.chance(0.5) ? 1 : -1;
  return {
    reading,
    setting,
    composition: compose(reading, setting, random, freeSide),
    style,
    time: setting.time ?? (reading.mood === 'dark' ? 'night' : (reading.time ?? 'day')),
    freeSide,
    seed,
    storySeed: characters.length === 0 ? undefined : hashText(characters.map(({ name }) => name).join('\n')),
  };
}

/** A day colour as time, mood or a standstill makes it look. */
function colourOfMood(
  time: TimeOfDay,
  still: boolean,
  mood: Mood | undefined,
  ownTime: boolean,
): (colour: string) => string {
  return (colour) => {
    const timed =
      ownTime || time === 'day'
        ? colour
        : time === 'night'
          ? mix(colour, '#161c48', 0.64)
          : mix(colour, '#b8553f', 0.24);
    if (still) return mix(greyed(timed, 0.9), '#b9c2ca', 0.16);
    if (mood === 'dark') return mix(greyed(timed, 0.5), '#0b0e17', 0.5);
    if (mood === 'sad') return mix(greyed(timed, 0.55), '#5f7288', 0.26);
    return timed;
  };
}

function accentOf(figures: readonly Figure[]): string {
  let accent: string | undefined;
  let best = 0;
  for (const shape of figures[0]?.art.shapes ?? []) {
    const colour = figures[0]?.tint ?? shape.colour;
    const [, saturation, level] = toHsl(colour);
    const weight = shape.area * saturation * (level > 0.2 && level < 0.85 ? 1 : 0.1);
    if (weight > best) [accent, best] = [colour, weight];
  }
  return printable(accent ?? '#d8412f');
}

/** The nearest of a few printer's inks: any motif's colour becomes one that sits well beside black. */
function printable(colour: string): string {
  const inks = [
    '#d8412f',
    '#e0862a',
    '#e3b128',
    '#4f9a55',
    '#2f8f9a',
    '#3566b8',
    '#7a4fae',
    '#d35a8c',
  ] as const;
  const [hue, saturation] = toHsl(colour);
  if (saturation < 0.15) return inks[0];
  return inks.reduce((best, ink) => {
    const apart = (one: string): number =>
      Math.min(Math.abs(toHsl(one)[0] - hue), 360 - Math.abs(toHsl(one)[0] - hue));
    return apart(ink) < apart(best) ? ink : best;
  });
}

const STORM_WORDS = [
  'storm',
  'stormy',
  'thunderstorm',
  'hurricane',
  'tormenta',
  'sturm',
  'tempete',
  'orage',
  'عاصفه',
  '暴风雨',
].map(plain);

/** Draws a plan on a context whose units are page units. */
export function drawScene(context: SKRSContext2D, plan: ScenePlan): void {
  const { reading, setting, composition, time, freeSide } = plan;
  const random: Random = seededRandom(plan.seed ^ 0x5bd1e995);
  const stormy =
    reading.setting !== 'storm' &&
    setting.medium === 'ground' &&
    STORM_WORDS.some((word) => reading.words.has(word));
  const mooded = colourOfMood(time, reading.still, reading.mood, setting.time !== undefined);
  const c = stormy ? (colour: string): string => mix(mooded(greyed(colour, 0.35)), '#3f4d63', 0.42) : mooded;
  const mood: PainterMood = {
    seed: plan.seed % 100_000,
    dark: reading.mood === 'dark',
    accent: accentOf(composition.heroes),
    key: c(setting.key),
    air: reading.mood === 'dark' ? '#0d111c' : time === 'night' ? '#1a2154' : c(setting.key),
    airShare: reading.mood === 'dark' ? 0.42 : time === 'night' ? 0.16 : reading.mood === 'sad' ? 0.2 : 0.07,
  };
  const painter = PAINTERS[plan.style](context, mood);
  const stage: Stage = {
    painter,
    random,
    palettes: plan.storySeed === undefined ? random : seededRandom(plan.storySeed),
    time,
    mood: reading.mood,
    c,
    skyTaken:
      stormy ||
      reading.motifs.some(({ name }) =>
        ['sun', 'crescent-moon', 'full-moon', 'ringed-planet', 'globe-showing-europe-africa'].includes(name),
      ),
    freeSide,
    mentions: (...words) => words.some((word) => reading.words.has(plain(word))),
  };
  const neutral = reading.setting === 'abstract';
  if (neutral && composition.heroes.length === 0) {
    drawNeutral(stage, reading.quantity);
    painter.finish();
    return;
  }
  setting.back(stage);
  const draw = (figure: Figure): void => {
    const shown = reading.still ? { ...figure, tint: '#8a949c' } : figure;
    const feet = bottomOf(shown);
    const stands =
      setting.medium !== 'space' &&
      setting.medium !== 'air' &&
      Math.abs(feet - setting.groundY) < (setting.medium === 'stage' ? 40 : 130);
    if (stands) painter.groundShadow(shown.x, feet - 4, halfWidth(shown) * 0.92, c(setting.ground));
    else if (
      (setting.medium === 'ground' || setting.medium === 'table') &&
      shown.size > 380 &&
      !IN_THE_SKY.has(shown.art.name)
    ) {
      painter.groundShadow(shown.x, setting.groundY + 40, shown.size * 0.3, c(setting.ground));
    }
    painter.figure(shown);
    if (stands && setting.medium === 'ground') drawCover(stage, setting, reading.setting, shown);
  };
  const [main] = composition.heroes;
  if (main && mood.airShare >= 0 && lightness(mood.key) < 0.75 && plan.style === 'flat') {
    painter.glow(
      main.x,
      main.y,
      main.size * 0.95,
      time === 'night' ? '#9fb4ff' : '#ffffff',
      time === 'night' ? 0.3 : 0.26,
    );
  }
  if (main?.art.name === 'sun') sunRays(stage, main.x, main.y, '#fff3b8', 0.22, 14);
  if (main?.art.name === 'lighthouse') drawBeams(stage, main);
  composition.behind.forEach(draw);
  composition.heroes.forEach(draw);
  if (composition.frame === 'porthole') drawPorthole(stage);
  composition.before.forEach(draw);
  drawMarks(stage, reading, composition);
  if (composition.frame === 'none') setting.front?.(stage);
  if (reading.mood === 'dark') drawDarkness(stage, composition);
  drawWeather(stage, reading.setting);
  painter.finish();
}

function halfWidth({ art, size }: Figure): number {
  const width = art.right - art.left;
  return (size * width) / Math.max(width, art.bottom - art.top) / 2;
}
