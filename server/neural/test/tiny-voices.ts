import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tinyKokoro, tinyVits } from '../scripts/tiny-graphs.ts';
import { voicesIn } from '../voices/table.ts';
import type { NaturalVoice, PublishedFile } from '../voices/table.ts';

/** A style that is half as loud as can be for sentences of any length. */
const STYLE = new Uint8Array(Float32Array.from({ length: 510 * 256 }, () => 0.5).buffer);

/** Piper's settings for a few letters. */
const SETTINGS = {
  audio: { sample_rate: 22_050 },
  inference: { noise_scale: 0.667, length_scale: 1, noise_w: 0.8 },
  phoneme_id_map: Object.fromEntries(
    [...'_^$ .,?!abcdefghijklmnopqrstuvwxyzæɐɑɔəɚɛɜɡɪɹɾʃʊʌʒθðŋˈˌːᵻ'].map((letter, id) => [letter, [id]]),
  ),
};

/** Voices of a kilobyte: what they are published as, and the files that one downloads. */
export interface TinyVoices {
  readonly voices: readonly NaturalVoice[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** A folder with the files. */
  readonly published: string;
  remove(): Promise<void>;
}

/** `base` is where they would be downloaded from. */
export async function tinyVoices(base = 'https://voices.invalid'): Promise<TinyVoices> {
  const settings = new TextEncoder().encode(JSON.stringify(SETTINGS));
  const files = new Map([
    ['kokoro.onnx', tinyKokoro()],
    ['kokoro.fp32.onnx', tinyKokoro('exact')],
    ['warm.bin', STYLE],
    ['vits.onnx', tinyVits()],
    ['vits.onnx.json', settings],
  ]);
  const file = (name: string): PublishedFile => {
    const bytes = files.get(name) ?? new Uint8Array();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name, url: `${base}/${name}`, bytes: bytes.length, sha256 };
  };
  const about = { licence: 'CC0-1.0', credit: 'a script', about: 'https://voices.invalid/about' };
  const voices = voicesIn({
    models: [
      {
        ...{ id: 'tiny-kokoro', engine: 'kokoro', ...about },
        graphs: [
          { weights: 'int8', ...file('kokoro.onnx') },
          { weights: 'fp32', ...file('kokoro.fp32.onnx') },
        ],
      },
      {
        id: 'tiny-vits',
        engine: 'vits',
        ...about,
        graphs: [{ weights: 'fp32', ...file('vits.onnx') }],
        settings: file('vits.onnx.json'),
      },
    ],
    voices: [
      {
        ...{ id: 'warm', label: 'Warm', languages: ['en-US', 'en'], espeak: 'gmw/en-US' },
        ...{ model: 'tiny-kokoro', style: file('warm.bin'), speed: 1 },
      },
      {
        ...{ id: 'lucia-warm', label: 'Lucía', languages: ['es-ES', 'es'], espeak: 'roa/es' },
        ...{ model: 'tiny-kokoro', style: file('warm.bin'), speed: 1.25 },
      },
      {
        id: 'reader',
        label: 'Reader',
        languages: ['en-US', 'en'],
        espeak: 'gmw/en-US',
        model: 'tiny-vits',
        speed: 1,
      },
    ],
  });
  const published = await mkdtemp(join(tmpdir(), 'shortfactory-voices-'));
  for (const [name, bytes] of files) await writeFile(join(published, name), bytes);
  return { voices, files, published, remove: () => rm(published, { recursive: true, force: true }) };
}
