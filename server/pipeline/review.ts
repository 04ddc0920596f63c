import type { Aspect, Cut, Rates, Scene, SceneWarning, Script, ScriptReview } from '@shortfactory/core';
import { performanceOf, performanceSeconds, sentenceEnds } from '@shortfactory/text';

/** A picture that stands longer than this loses people. */
const LONG_SECONDS = 8;

/** What a script would become. Every further aspect takes half of the work again: pictures and voice are shared. */
export function reviewScript(
  script: Script,
  aspects: readonly Aspect[],
  rates: Rates,
  missingGlyphs: (text: string) => readonly string[],
): ScriptReview {
  const lengths = performanceSeconds(script);
  const said = performanceOf(script).script.scenes;
  const seconds = lengths.reduce((sum, each) => sum + each, 0);
  const work = seconds * rates.makeSecondsPerSecond * (1 + (aspects.length - 1) / 2);
  const costUsd = estimatedUsd(seconds, rates, script);
  return {
    seconds: rounded(seconds),
    makeSeconds: Math.max(1, Math.round(work)),
    costUsd: Math.round(costUsd * 10_000) / 10_000,
    scenes: script.scenes.map((scene, index) => ({
      seconds: rounded(lengths[index] ?? 0),
      warnings: [
        ...tooLong(scene, lengths[index] ?? 0, script.language),
        ...glyphs(missingGlyphs(said[index]?.narration ?? '')),
      ],
    })),
  };
}

interface WithCuts {
  readonly scenes: readonly { readonly cuts?: readonly Partial<Cut>[] }[];
}

/** What a video costs, about: pictures that cuts draw come to those of a script of its length. */
export function estimatedUsd(
  seconds: number,
  { usdPerVideo, usdPerSecond, usdPerPicture }: Rates,
  script: WithCuts = { scenes: [] },
): number {
  const drawn = script.scenes
    .flatMap(({ cuts = [] }) => cuts)
    .filter(({ upload, footage }) => upload === undefined && footage === undefined);
  return usdPerVideo + usdPerSecond * seconds + usdPerPicture * drawn.length;
}

function tooLong({ narration, cuts = [] }: Scene, seconds: number, language: string): SceneWarning[] {
  if (seconds / (1 + cuts.length) <= LONG_SECONDS) return [];
  const splitAt = bestSplit(narration, language);
  const advice = splitAt === undefined ? 'Say less' : 'Split it in two';
  return [
    {
      code: 'too-long',
      title:
        cuts.length === 0
          ? `About ${Math.round(seconds)} s with one picture`
          : `About ${Math.round(seconds)} s with ${cuts.length + 1} pictures`,
      detail: `Scenes of up to ${LONG_SECONDS} s hold people best. ${advice}.`,
      ...(splitAt === undefined ? {} : { splitAt }),
    },
  ];
}

/** Where the second half begins if it is split: after the sentence that ends nearest to the middle, else after a comma. */
function bestSplit(narration: string, language: string): number | undefined {
  const inner = (ends: readonly number[]): number[] =>
    ends.filter((end) => narration.slice(0, end).trim() !== '' && narration.slice(end).trim() !== '');
  const sentences = inner(sentenceEnds(narration, language));
  const commas = inner(
    [...narration.matchAll(/[,;:，、；：،]\s*/gu)].map(({ 0: sign, index }) => index + sign.length),
  );
  const middle = narration.length / 2;
  const [best] = (sentences.length > 0 ? sentences : commas).sort(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle),
  );
  return best;
}

function glyphs(missing: readonly string[]): SceneWarning[] {
  if (missing.length === 0) return [];
  const shown = missing.map((char) => `“${char}”`).join(', ');
  return [
    {
      code: 'glyph',
      title:
        missing.length === 1
          ? 'A character that captions cannot show'
          : 'Characters that captions cannot show',
      detail: `The fonts have no ${shown}: a box stands in its place. It is still spoken.`,
      chars: missing,
    },
  ];
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
