import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_SHOWN_SECONDS, RenderFailed, ScriptInvalid } from '@shortfactory/core';
import type { Aspect } from '@shortfactory/core';
import { BehindEnd, inspectClip } from '@shortfactory/renderer';
import type { ClipFacts, ClipRef, ShownUse } from '@shortfactory/renderer';
import { address } from './artifacts/artifacts.ts';
import type { RenderContext } from './stage.ts';

/** Raised when clips are made anew in another way that their plan does not show. */
const VERSION = 1;

/** An upload that a scene brings along. */
export interface Brought {
  readonly upload: string;
  /** JSON pointer of the scene. */
  readonly where: string;
  /** Two scenes may show one clip at the same time: names of scratch files begin with it. */
  readonly scratchName: string;
  /** Puts it on disk and gives its path. */
  readonly bring: () => Promise<string>;
}

interface Looked {
  readonly facts: ClipFacts;
  /** Object name of the first picture that is shown. */
  readonly still: string;
  /** Up to here it is known to have pictures; absent where that is unknown, and in what earlier versions kept. */
  readonly reachSeconds?: number;
}

/**
 * Reads a stranger's clip once for each aspect, and keeps it as frames of ours. Without aspects it is only looked at: when
 * it comes, and not again when a video names it.
 * @throws ScriptInvalid at the upload, or at the second from which it is to be shown.
 */
export async function takeClip(
  context: RenderContext,
  brought: Brought,
  use: ShownUse,
  aspects: readonly Aspect[],
): Promise<{ readonly still: string; readonly clip?: ClipRef }> {
  const { fromSeconds = 0 } = use;
  const start = await looked(context, brought, 0);
  const isKnown = fromSeconds === 0 || (aspects.length === 0 && isWithin(start, fromSeconds, brought));
  const { facts, still } = isKnown ? start : await looked(context, brought, fromSeconds);
  if (aspects.length === 0) return { still };
  const objects: Partial<Record<Aspect, string>> = {};
  let frames = Infinity;
  for (const aspect of aspects) {
    const taken = await takeFor(context, brought, facts, use, aspect);
    objects[aspect] = taken.object;
    frames = Math.min(frames, taken.frames);
  }
  const clip = { objects, frames, ...(facts.codec === 'gif' ? ({ loops: true } as const) : {}) };
  if (use.sound !== 'under' || !facts.hasSound) return { still, clip };
  return { still, clip: { ...clip, sound: await takeSound(context, brought, facts, use) } };
}

function looked(context: RenderContext, brought: Brought, fromSeconds: number): Promise<Looked> {
  const name = address('illustrate', VERSION, { clip: brought.upload, still: fromSeconds });
  return context.artifacts.value('illustrate', name, () => lookAt(context, brought, fromSeconds, name));
}

/** Whether it is known that a clip has a picture there; false when only a look can tell. Throws ScriptInvalid. */
function isWithin({ facts, reachSeconds = 0 }: Looked, fromSeconds: number, { where }: Brought): boolean {
  const { seconds = Infinity } = facts;
  if (fromSeconds >= seconds) throw refusal(new BehindEnd(seconds), where);
  return fromSeconds <= reachSeconds;
}

async function lookAt(
  context: RenderContext,
  { upload, bring, where, scratchName }: Brought,
  fromSeconds: number,
  name: string,
): Promise<Looked> {
  const { artifacts, renderer, scratch, signal } = context;
  const clip = await inspectClip(await bring());
  if (!clip) throw new Error(`The upload ${upload} is no clip any more.`);
  const file = join(scratch, `${scratchName}-still.jpg`);
  try {
    const facts = await renderer.lookAtClip(clip, fromSeconds, file, signal);
    const reachSeconds = fromSeconds === 0 ? await renderer.reachOfClip(clip, signal) : undefined;
    const still = await artifacts.attach(name, await readFile(file), 'jpg');
    return { facts, still, ...(reachSeconds === undefined ? {} : { reachSeconds }) };
  } catch (error) {
    throw refusal(error, where);
  } finally {
    await rm(file, { force: true });
  }
}

async function takeFor(
  context: RenderContext,
  { upload, bring, where, scratchName }: Brought,
  facts: ClipFacts,
  use: ShownUse,
  aspect: Aspect,
): Promise<{ readonly object: string; readonly frames: number }> {
  const { artifacts, renderer, scratch, signal } = context;
  const { sound: _sound, ...shown } = use;
  const name = address('illustrate', VERSION, {
    clip: upload,
    use: shown,
    aspect,
    how: renderer.clipMaker(facts, shown, aspect),
  });
  return artifacts.value('illustrate', name, async () => {
    const clip = await inspectClip(await bring());
    if (!clip) throw new Error(`The upload ${upload} is no clip any more.`);
    const file = join(scratch, `${scratchName}-${aspect.replace(':', 'x')}.mp4`);
    try {
      const frames = await renderer.takeClip(
        clip,
        facts,
        shown,
        aspect,
        shownSeconds(use, facts),
        file,
        signal,
      );
      if (frames === 0) throw new RenderFailed('cannot be decoded there; the file is damaged or cut short');
      const object = `${name}.mp4`;
      await artifacts.place(object, { file });
      return { object, frames };
    } catch (error) {
      throw refusal(error, where);
    } finally {
      await rm(file, { force: true });
    }
  });
}

async function takeSound(
  context: RenderContext,
  { upload, bring, where, scratchName }: Brought,
  facts: ClipFacts,
  { fit: _fit, focus: _focus, sound: _sound, graded: _graded, ...use }: ShownUse,
): Promise<string> {
  const { artifacts, renderer, scratch, signal } = context;
  const name = address('illustrate', VERSION, { clip: upload, use, sound: true });
  const { object } = await artifacts.value('illustrate', name, async () => {
    const clip = await inspectClip(await bring());
    if (!clip) throw new Error(`The upload ${upload} is no clip any more.`);
    const file = join(scratch, `${scratchName}-sound.wav`);
    try {
      await renderer.takeClipSound(clip, use, shownSeconds(use, facts), file, signal);
      const sound = `${name}.wav`;
      await artifacts.place(sound, { file });
      return { object: sound };
    } catch (error) {
      throw refusal(error, where);
    } finally {
      await rm(file, { force: true });
    }
  });
  return object;
}

/** How much of a clip a scene can show, at the speed at which it is played. */
function shownSeconds(
  { fromSeconds = 0, toSeconds = Infinity, speed = 1 }: ShownUse,
  { seconds: length = Infinity }: ClipFacts,
): number {
  return Math.min(MAX_SHOWN_SECONDS, (Math.min(toSeconds, length) - fromSeconds) / speed);
}

function refusal(error: unknown, where: string): unknown {
  if (!(error instanceof RenderFailed)) return error;
  const place = error instanceof BehindEnd ? `${where}/clip/fromSeconds` : `${where}/upload`;
  return new ScriptInvalid(place, error.message);
}
