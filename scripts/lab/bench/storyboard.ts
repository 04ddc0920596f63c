import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseScript } from '@shortfactory/contract';
import { encodeWav } from '@shortfactory/core';
import type { ObjectStore, Scene, Script, ShortRequest } from '@shortfactory/core';

const FOLDER = new URL('./storyboard/', import.meta.url);

/** What a scene's file becomes before it is put into the store. */
export type Brought = (file: string) => Promise<Uint8Array>;

/** The fixed storyboard as a request: its pictures and music are put into the store as uploads would be. */
export async function storyboard(
  store: ObjectStore,
  brought: Brought = (file) => readFile(file),
): Promise<ShortRequest> {
  const script = parseScript(JSON.parse(await readFile(new URL('script.json', FOLDER), 'utf8')));
  const scenes: Scene[] = [];
  for (const scene of script.scenes) {
    const file = fileURLToPath(new URL(scene.upload ?? '', FOLDER));
    scenes.push({ ...scene, upload: await put(store, await brought(file)) });
  }
  const music = await put(store, encodeWav(pad(), MUSIC_RATE));
  return { source: { script: { ...script, scenes } }, aspects: ['9:16'], seconds: 30, voice: 'nora', music };
}

/** The same request with one word of its third scene changed. */
export function withOneWordChanged(request: ShortRequest): ShortRequest {
  const { script } = request.source as { script: Script };
  const scenes = script.scenes.map((scene, i) =>
    i === 2 ? { ...scene, narration: scene.narration.replace('eight', 'eager') } : scene,
  );
  return { ...request, source: { script: { ...script, scenes } } };
}

async function put(store: ObjectStore, bytes: Uint8Array): Promise<string> {
  const name = `uploads/${createHash('sha256').update(bytes).digest('hex')}`;
  await store.create(name, { bytes });
  return name;
}

const MUSIC_RATE = 22_050;

/** Twelve seconds of slow chords: music enough to duck, and the same on every machine. */
function pad(): Int16Array {
  const chords = [
    [220, 277.18, 329.63],
    [196, 246.94, 293.66],
    [174.61, 220, 261.63],
    [196, 246.94, 329.63],
  ];
  return Int16Array.from({ length: 12 * MUSIC_RATE }, (_, i) => {
    const seconds = i / MUSIC_RATE;
    const chord = chords[Math.floor(seconds / 3) % chords.length] as number[];
    const swell = Math.sin((Math.PI * (seconds % 3)) / 3);
    return Math.round(
      6000 * swell * chord.reduce((sum, hz) => sum + Math.sin(2 * Math.PI * hz * seconds) / 3, 0),
    );
  });
}
