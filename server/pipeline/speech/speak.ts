import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitWords, timeWords } from '@shortfactory/core';
import type { Speech, SpeechWanted } from '@shortfactory/core';
import { performanceOf } from '@shortfactory/text';
import { PartMissing } from '../artifacts/fetch-part.ts';
import { castOf } from '../cast.ts';
import { makeScratch } from '../scratch.ts';
import type { PipelineDeps, StageContext } from '../stage.ts';
import { narrate } from '../stages/narrate.ts';
import { unsetPitch } from '../unset-pitch.ts';

/** Speaks words as a scene of a video is spoken, by the same stage: a video of the same words finds the sound ready. */
export async function speak(
  deps: PipelineDeps,
  context: StageContext,
  { text, language, voice, speed = 1, pitch = 0, pronunciations }: SpeechWanted,
): Promise<Speech> {
  const performance = performanceOf({
    title: text,
    language,
    scenes: [{ narration: text, visual: text }],
    ...(pronunciations === undefined ? {} : { pronunciations }),
  });
  const cast = castOf(deps, performance, voice);
  const { narration = '' } = performance.script.scenes[0] ?? {};
  for (let tries = 1; ; tries++) {
    const [spoken] = await narrate(context, performance, cast, { speed, pitch });
    const wav = spoken && (await deps.store.read(spoken.audio));
    if (spoken && wav)
      return {
        wav: speed === 1 ? wav : await atSpeed(deps, wav, speed, context.signal),
        ms: spoken.audioMs,
        words: timeWords(splitWords(narration, language), spoken.marks, spoken.audioMs).map(
          ({ text: word, startMs, endMs }) => ({ text: word, startMs, endMs }),
        ),
        voice: cast.narrator[0].voice,
        degraded: [...context.notes.degraded, ...unsetPitch(cast, performance, pitch)],
        costUsd: context.account.usd,
      };
    // Sound that was damaged is removed by reading it, and spoken again.
    if (tries === 2) throw new PartMissing('Sound that was just spoken is not in the store.');
  }
}

async function atSpeed(
  { renderer, scratchDir }: PipelineDeps,
  wav: Uint8Array,
  speed: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const scratch = await makeScratch(scratchDir);
  try {
    const [from, to] = [join(scratch, 'spoken.wav'), join(scratch, 'heard.wav')];
    await writeFile(from, wav);
    await renderer.changeSpeed(from, to, speed, signal);
    return await readFile(to);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
