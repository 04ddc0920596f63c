import { decodeWav, splitWords, timeWords } from '@shortfactory/core';
import { OfflineNarrator, OfflineStoryWriter } from '@shortfactory/offline';
import { alignRecording } from '../recording/align-recording.ts';
import type { Sound } from '../recording/align-recording.ts';

/** The words of a narration found in another voice's recording of it, and in what is none, by language. */

const TOPICS: Readonly<Record<string, string>> = {
  en: 'How volcanoes erupt',
  es: 'Cómo funcionan los agujeros negros',
  de: 'Wie Vulkane ausbrechen',
  fr: 'Comment naissent les volcans',
  hi: 'ज्वालामुखी कैसे फटते हैं',
  ar: 'كيف تثور البراكين',
  zh: '火山是怎么爆发的',
};
const MOST_SCENES = 3;

interface Spoken extends Sound {
  readonly words: ReturnType<typeof splitWords>;
  readonly times: ReturnType<typeof timeWords>;
}

/** As a tape that runs faster or slower: another pace and pitch at once; and so much noise of the full range. */
const WAYS = [
  { tape: 1, noise: 0 },
  { tape: 1.12, noise: 0.03 },
  { tape: 0.9, noise: 0 },
];

/** A line a language, then the verdicts. */
export async function measureRecordings(): Promise<string[]> {
  const narrator = new OfflineNarrator();
  const writer = new OfflineStoryWriter();
  const { signal } = new AbortController();
  const say = async (text: string, language: string, voice: string): Promise<Spoken> => {
    const { wav, marks } = await narrator.narrate({ text, language, voice }, signal);
    const sound = decodeWav(wav);
    const words = splitWords(text, language);
    return {
      ...sound,
      words,
      times: timeWords(words, marks, (sound.samples.length * 1000) / sound.sampleRate),
    };
  };
  const lines: string[] = [];
  const likeness = { right: [] as number[], wrong: [] as number[] };
  const verdicts = { right: [0, 0], left: [0, 0], falseOut: [0, 0], wrong: [0, 0] };
  const count = (what: keyof typeof verdicts, good: boolean): void => {
    verdicts[what][0] = (verdicts[what][0] ?? 0) + (good ? 1 : 0);
    verdicts[what][1] = (verdicts[what][1] ?? 0) + 1;
  };
  for (const [language, topic] of Object.entries(TOPICS)) {
    const story = await writer.writeStory({ topic, language }, signal);
    const { scenes } = await writer.writeScript({ topic, story, seconds: 60 }, signal);
    const [ours, theirs] = narrator.voices
      .filter(({ languages }) => languages[0]?.startsWith(language))
      .map(({ id }) => id);
    if (ours === undefined || theirs === undefined) continue;
    const errors: number[] = [];
    const texts = scenes.slice(0, MOST_SCENES).map(({ narration }) => narration);
    for (const [i, text] of texts.entries()) {
      const reference = await say(text, language, ours);
      const read = await say(text, language, theirs);
      for (const { tape, noise } of WAYS) {
        const recording = noisy({ ...read, sampleRate: Math.round(read.sampleRate * tape) }, noise);
        const { words, isText, likeness: like } = alignRecording(reference.words, recording, reference);
        likeness.right.push(like);
        count('right', isText);
        for (const { leftOut } of words) count('falseOut', leftOut);
        if (isText)
          words.forEach(({ startMs }, k) =>
            errors.push(Math.abs(startMs - (read.times[k]?.startMs ?? 0) / tape)),
          );
      }
      const other = await say(texts[(i + 1) % texts.length] ?? '', language, theirs);
      const short = await say(withoutWord(text, language), language, theirs);
      const wrong = alignRecording(reference.words, other, reference);
      likeness.wrong.push(wrong.likeness);
      count('wrong', !wrong.isText);
      const missing = alignRecording(reference.words, short, reference).words;
      count('left', missing[missing.length >> 1]?.leftOut === true);
    }
    errors.sort((a, b) => a - b);
    const at = (share: number): number => Math.round(errors[Math.floor(share * (errors.length - 1))] ?? NaN);
    lines.push(
      `recordings, ${language}: ${errors.length} words, median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, at most ${at(1)} ms`,
    );
  }
  narrator.close();
  const of = (what: keyof typeof verdicts): string => verdicts[what].join(' of ');
  lines.push(
    `recordings: ${of('right')} of the text taken, ${of('wrong')} of another text refused`,
    `recordings: ${of('left')} words that were left out named, ${of('falseOut')} words that were said named`,
    `recordings: least likeness of the text ${Math.min(...likeness.right).toFixed(3)}, greatest of others ${Math.max(...likeness.wrong).toFixed(3)}`,
  );
  return lines;
}

function withoutWord(text: string, language: string): string {
  const words = splitWords(text, language);
  const { start, end } = words[words.length >> 1] ?? { start: 0, end: 0 };
  return `${text.slice(0, start)}${text.slice(end)}`.replace(/\s+/gu, ' ');
}

/** With noise of so much of the full range, the same each time. */
function noisy({ samples, sampleRate }: Sound, share: number): Sound {
  let seed = 7;
  const next = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5;
  return {
    sampleRate,
    samples: samples.map((sample) => Math.max(-32_768, Math.min(32_767, sample + next() * share * 32_768))),
  };
}
