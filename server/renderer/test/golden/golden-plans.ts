import { createHash } from 'node:crypto';
import { frameToMs } from '@shortfactory/core';
import type { Aspect, CaptionCue } from '@shortfactory/core';
import { scaledSize } from '../../ffmpeg/arguments.ts';
import { paintCaptions } from '../../captions/caption-painter.ts';
import { drawClip } from '../../frames/clip-frames.ts';
import type { ScaledPicture } from '../../frames/clip-frames.ts';
import type { ClipPlan, Shot, Transition } from '../../frames/clip-plan.ts';
import { Fonts } from '../../captions/fonts.ts';
import { Kernel } from '../../kernel/kernel.ts';

const FROM_FRAME = 4;
const FRAMES = 12;

/** One cue from the first frame on; each word is spoken for a frame or two, the last one to the end. */
function cue(...words: readonly string[]): CaptionCue {
  const length = FRAMES / words.length;
  const at = (index: number): number => frameToMs(FROM_FRAME + Math.floor(index * length));
  return {
    startMs: at(0),
    endMs: at(words.length),
    words: words.map((text, i) => ({ text, startMs: at(i), endMs: at(i + 1), spaced: i > 0 })),
  };
}

function shot(image: string, sceneFrames: number): Shot {
  const path = {
    from: { x: 0.01, y: 0.02, size: 0.97 },
    to: { x: 0.11, y: 0.07, size: 0.86 },
    paceFrames: 180,
  };
  return { picture: { image, focus: { x: 0.4, y: 0.6 } }, path, sceneFrames };
}

function plan(aspect: Aspect, transition: Transition, cues: readonly CaptionCue[]): ClipPlan {
  return {
    aspect,
    fromFrame: FROM_FRAME,
    toFrame: FROM_FRAME + FRAMES,
    shot: shot('shown', 120),
    // The transition ends at frame 9, within the clip.
    before: { shot: shot('before', 0), transition },
    cues,
  };
}

/** Three plans that use every aspect, both transitions, every face, emoji, flags and lines of both directions. */
export const GOLDEN_PLANS: readonly { readonly plan: ClipPlan; readonly language: string }[] = [
  {
    plan: plan('9:16', 'fade', [
      cue('Three', 'hearts,', 'naïve', 'Ωmega', '🦊', '🇫🇷', 'Łódź', 'தமிழ்తెలుగుಕನ್ನಡമലയാളം'),
    ]),
    language: 'en',
  },
  {
    plan: plan('1:1', 'push', [
      cue('المدرسة', 'في', 'עברית', 'क्षत्रियꣲ', 'বাংলা', 'ไทย', '2026', 'ગુજરાતીਪੰਜਾਬੀසිංහලខ្មែរ'),
    ]),
    language: 'ar',
  },
  {
    plan: plan('16:9', 'fade', [
      cue(
        '日本語かな',
        '这个们',
        '한국어',
        'Donaudampfschifffahrtsgesellschaftskapitän',
        'ລາວမြန်မာქართულიհայերենአማርኛ',
      ),
    ]),
    language: 'ja',
  },
];

/** SHA-256 of a plan's raw frames. Its pictures are made of whole numbers here, so that no decoder is part of it. */
export async function framesHash({ plan, language }: (typeof GOLDEN_PLANS)[number]): Promise<string> {
  const hash = createHash('sha256');
  const captions = await paintCaptions(plan.cues, language, plan.aspect, new Fonts());
  const material = { picture: pattern(plan.aspect, 7), before: pattern(plan.aspect, 13), captions };
  await drawClip(plan, material, new Kernel(), async (frame) => void hash.update(frame));
  return hash.digest('hex');
}

/** Slopes, edges and fine detail in every plane. */
function pattern(aspect: Aspect, seed: number): ScaledPicture {
  const { widthPx, heightPx } = scaledSize(aspect);
  const pixels = new Uint8Array(widthPx * heightPx * 1.5);
  for (let at = 0; at < pixels.length; at++) {
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    pixels[at] = 16 + (((x * seed) ^ (y * 3)) % 61) + (((x + y * seed) >> 4) % 150);
  }
  return { widthPx, heightPx, pixels };
}
