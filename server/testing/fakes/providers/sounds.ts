import { splitWords } from '@shortfactory/core';
import { syllables } from '@shortfactory/text';

export const RATE = 24_000;

/** Bursts of sound for the words of a text, at a speaker's pace, with pauses after punctuation; begins with silence. */
export function babble(text: string, language = 'en'): { samples: Int16Array; startsMs: number[] } {
  const parts: { readonly ms: number; readonly heard: boolean }[] = [{ ms: 200, heard: false }];
  const startsMs: number[] = [];
  let at = 200;
  for (const word of splitWords(text, language)) {
    const ms = Math.round(syllables(word.text, language) * 180);
    startsMs.push(at);
    parts.push({ ms, heard: true });
    const pause = /[.!?…。！？؟।,;:，、،]["'”’»」)]*$/u.test(word.text) ? 300 : 0;
    parts.push({ ms: pause, heard: false });
    at += ms + pause;
  }
  parts.push({ ms: 400, heard: false });
  const lengths = parts.map(({ ms }) => Math.round((ms * RATE) / 1000));
  const samples = new Int16Array(lengths.reduce((sum, length) => sum + length, 0));
  let from = 0;
  for (const [part, length] of lengths.entries()) {
    if (parts[part]?.heard)
      for (let i = 0; i < length; i++) samples[from + i] = Math.round(9000 * Math.sin(i / 12));
    from += length;
  }
  return { samples, startsMs };
}

/** Little-endian, as every machine of ours has it. */
export function pcm(samples: Int16Array): Buffer {
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, i) => bytes.writeInt16LE(sample, i * 2));
  return bytes;
}
