import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  RenderFailed,
  ScriptInvalid,
  decodeWav,
  encodeWav,
  splitWords,
  spokenStretches,
  timeWords,
} from '@shortfactory/core';
import type { RecordingGiven, RecordingHeard } from '@shortfactory/core';
import { inspectMusic } from '@shortfactory/renderer';
import { performanceOf } from '@shortfactory/text';
import type { Performance, Sound } from '@shortfactory/text';
import { address } from '../artifacts/artifacts.ts';
import type { RenderContext } from '../stage.ts';
import { listsOf } from '../stages/narrate.ts';
import type { Narration } from '../stages/narrate.ts';
import { UPLOAD_GONE, UploadFile } from '../upload-file.ts';
import { findScenes } from './find-scenes.ts';
import type { FoundScene } from './find-scenes.ts';
import { levelled, sceneSound } from './recorded-sound.ts';
import { referenceNarrator } from './reference.ts';

/** Raised when something else is made of the same recording: by the aligner, too. */
const VERSION = 1;
/** More of a recording is not read. */
export const MOST_RECORDED_SECONDS = 600;

const WHOLE = '/narration';

/** One upload, and which scenes are said in it. */
interface Recording {
  readonly upload: string;
  /** Indices, in order. */
  readonly scenes: readonly number[];
  /** JSON pointer of the place that names it. */
  readonly where: string;
}

/** A scene of a recording as it is heard; without `narration` where it was not found. */
interface RecordedScene {
  readonly narration?: Narration;
  readonly missing: readonly string[];
}

/**
 * Reads the recordings that a script brings along, before anything is drawn or spoken, and finds its words in them. Gives
 * one a scene; undefined where a voice is to speak: for scenes without, and for those that are not said in a recording of
 * the whole script, which is noted as are words that are left out.
 * @throws ScriptInvalid at the recording that cannot be used.
 */
export async function takeRecordings(
  context: RenderContext,
  performance: Performance,
  whole: string | undefined,
): Promise<readonly (Narration | undefined)[]> {
  const { scenes } = performance.script;
  const taken: (Narration | undefined)[] = scenes.map(() => undefined);
  const hasOwn = (scene: number): boolean => scenes[scene]?.recording !== undefined;
  for (const recording of recordingsOf(performance, whole)) {
    const found = await takeRecording(context, performance, recording);
    for (const [i, scene] of recording.scenes.entries()) {
      // A scene's own recording comes before that of the whole script.
      if (recording.where === WHOLE && hasOwn(scene)) continue;
      const { narration, missing } = found[i] as RecordedScene;
      taken[scene] = narration;
      const sentence = narration ? leftOut(missing, scene) : notSaid(missing, scene);
      if (sentence !== undefined) context.notes.remark({ stage: 'narrate', scene }, sentence);
    }
  }
  return taken;
}

/** What of a text is heard in one recording, as a video of it will have it. */
export async function hearRecording(
  context: RenderContext,
  { text, language, recording }: RecordingGiven,
): Promise<RecordingHeard> {
  const scene = { narration: text, visual: text, recording };
  const performance = performanceOf({ title: text, language, scenes: [scene] });
  const found = await takeRecording(context, performance, { upload: recording, scenes: [0], where: '' });
  const { narration, missing = [] } = found[0] ?? {};
  const { audioMs = 0, marks = [] } = narration ?? {};
  const words = timeWords(
    splitWords(performance.script.scenes[0]?.narration ?? '', language),
    marks,
    audioMs,
  );
  return {
    ms: audioMs,
    words: words.map(({ text: word, startMs, endMs }) => ({ text: word, startMs, endMs })),
    missing,
  };
}

function recordingsOf({ script: { scenes } }: Performance, whole: string | undefined): Recording[] {
  const all = { scenes: scenes.map((_, i) => i), where: WHOLE };
  return [
    ...(whole === undefined ? [] : [{ upload: whole, ...all }]),
    ...scenes.flatMap(({ recording }, i) =>
      recording === undefined ? [] : [{ upload: recording, scenes: [i], where: `/scenes/${i}/recording` }],
    ),
  ];
}

function leftOut(missing: readonly string[], scene: number): string | undefined {
  const [first] = missing;
  if (first === undefined) return undefined;
  const others =
    missing.length === 1 ? '' : `, nor were ${missing.length - 1} more words of scene ${scene + 1}`;
  return `“${first}” of scene ${scene + 1} was not found in the recording${others}; captions show what is written.`;
}

function notSaid([first = '']: readonly string[], scene: number): string {
  return `Scene ${scene + 1} was not found in the recording, from “${first}” on; the voice speaks it.`;
}

async function takeRecording(
  context: RenderContext,
  performance: Performance,
  { upload, scenes, where }: Recording,
): Promise<readonly RecordedScene[]> {
  const { artifacts, signal } = context;
  signal.throwIfAborted();
  const { language } = performance.script;
  const texts = scenes.map((scene) => performance.script.scenes[scene]?.narration ?? '');
  const by = referenceNarrator(context, language);
  const from = { upload, language, texts, by: by?.id, lists: listsOf(context, performance) };
  const name = address('narrate', VERSION, { recording: from });
  return artifacts.value('narrate', name, async () => {
    try {
      await context.beforeStep();
      const sound = await readRecording(context, upload);
      return await cut(context, name, sound, await findScenes(context, performance, texts, sound, by));
    } catch (error) {
      throw error instanceof RenderFailed ? new ScriptInvalid(where, error.message) : error;
    }
  });
}

/** The recording as the renderer wants it, evenly loud. Throws RenderFailed in words that follow "the upload". */
async function readRecording(context: RenderContext, upload: string): Promise<Sound> {
  const { renderer, scratch, signal } = context;
  const recording = new UploadFile(context, upload, 'recording');
  const wav = join(scratch, 'recording.wav');
  try {
    const file = await recording.bring();
    if (file === undefined) throw new RenderFailed(UPLOAD_GONE);
    await renderer.readRecording(await inspectMusic(file, 'sound'), MOST_RECORDED_SECONDS + 1, wav, signal);
    const sound = decodeWav(await readFile(wav));
    if (sound.samples.length > MOST_RECORDED_SECONDS * sound.sampleRate)
      throw new RenderFailed(
        `is longer than ${MOST_RECORDED_SECONDS / 60} minutes; one of this script's length was expected`,
      );
    if (spokenStretches(sound.samples, sound.sampleRate).length === 0)
      throw new RenderFailed('is silent; a recording of the script was expected');
    return levelled(sound);
  } finally {
    await recording.remove();
    await rm(wav, { force: true });
  }
}

/** Each scene as a sound of its own, without the silence around it. */
async function cut(
  context: RenderContext,
  name: string,
  sound: Sound,
  found: readonly FoundScene[],
): Promise<RecordedScene[]> {
  const scenes: RecordedScene[] = [];
  for (const [i, { words, missing, isSaid }] of found.entries()) {
    if (!isSaid) {
      scenes.push({ missing });
      continue;
    }
    const beforeMs = found
      .slice(0, i)
      .findLast((scene) => scene.isSaid)
      ?.words.at(-1)?.endMs;
    const afterMs = found.slice(i + 1).find((scene) => scene.isSaid)?.words[0]?.startMs;
    const { samples, fromMs } = sceneSound(sound, words, { beforeMs, afterMs });
    const audio = await context.artifacts.attach(name, encodeWav(samples, sound.sampleRate), 'wav');
    const audioMs = Math.round((samples.length * 1000) / sound.sampleRate);
    const marks = words.map(({ start, startMs }) => ({
      offset: start,
      ms: Math.max(0, Math.min(audioMs, Math.round(startMs - fromMs))),
    }));
    scenes.push({ narration: { audio, audioMs, marks }, missing });
  }
  return scenes;
}
