import { decodeWav, encodeWav, isOffline, readWavHeader, splitWords } from '@shortfactory/core';
import type { EmojiReading, Pronunciations, SpeechMark } from '@shortfactory/core';
import { forVoice, pronunciationsIn, writtenMarks } from '@shortfactory/text';
import { emojiNamesIn } from '@shortfactory/text/emoji-names';
import type { EmojiName } from '@shortfactory/text/emoji-names';
import type { Performance, SpokenPart } from '@shortfactory/text';
import { address } from '../artifacts/artifacts.ts';
import { PartMissing } from '../artifacts/fetch-part.ts';
import { byScene } from '../by-scene.ts';
import type { Cast } from '../cast.ts';
import { setsPitch } from '../unset-pitch.ts';
import { deliver } from '../deliver.ts';
import { comparedMarks } from '../speech/compared-marks.ts';
import { joinSpeech } from '../speech/join-speech.ts';
import type { StageContext } from '../stage.ts';

const VERSION = 1;
/** Of how the words of services are found that tell no times. */
const TIMES_VERSION = 2;
/** Of what is joined here from a scene's utterances. */
const JOIN_VERSION = 1;

/** A scene's speech: object name of the WAV, its length, and when which place in the text is spoken. */
export interface Narration {
  readonly audio: string;
  readonly audioMs: number;
  readonly marks: readonly SpeechMark[];
}

/** How scenes are spoken. */
export interface Manner {
  readonly speed?: number;
  readonly pitch?: number;
  readonly emoji?: EmojiReading;
  readonly recorded?: readonly (Narration | undefined)[];
  /** Told when a scene's speech was not found, and is being made. */
  readonly onSpeaking?: (scene: number) => void;
  /** Told of a scene's speech as soon as it stands. */
  readonly onSpoken?: (scene: number, narration: Narration) => void;
}

/**
 * Scenes → speech: each stretch between two pauses by the first of its speaker's cast that delivers it, then joined.
 * @param how `speed`: how much faster it is heard than it is spoken (times are those that are heard); `pitch`: semitones
 * above the voices' own, for those that set it; `emoji`: whether they are said; `recorded`: scenes that a person has spoken.
 */
export function narrate(
  context: StageContext,
  performance: Performance,
  cast: Cast,
  { speed = 1, pitch = 0, emoji = 'silent', recorded = [], onSpeaking, onSpoken }: Manner = {},
): Promise<Narration[]> {
  const { script } = performance;
  const lists = listsOf(context, performance);
  const emojiName = emoji === 'spoken' ? emojiNamesIn(script.language) : undefined;
  const telling = (index: number): Telling => ({
    ...{ index, script, cast, lists, emojiName, pitch },
    begins: () => onSpeaking?.(index),
  });
  const speak = async (narration: string, index: number): Promise<Narration> => {
    const own = recorded[index];
    if (own) return speed === 1 ? own : faster(own, speed);
    const { parts = [], pauseAfterMs = 0 } = performance.scenes[index] ?? {};
    const spoken: Narration[] = [];
    for (const part of parts) spoken.push(await say(context, part, narration, telling(index)));
    const [only] = spoken;
    const plain = spoken.length === 1 && parts[0]?.pauseMs === 0 && pauseAfterMs === 0;
    const whole =
      only && plain
        ? only
        : await join(context, spoken, {
            words: splitWords(narration, script.language),
            ends: parts.map(({ end }) => end),
            // Silence is not to be shorter because the voice is faster.
            pausesMs: parts.map(({ pauseMs }) => pauseMs * speed),
            pauseAfterMs: pauseAfterMs * speed,
          });
    return speed === 1 ? whole : faster(whole, speed);
  };
  const tell = async (narration: string, index: number): Promise<Narration> => {
    const spoken = await speak(narration, index);
    onSpoken?.(index, spoken);
    return spoken;
  };
  const narrations = script.scenes.map(({ narration }) => narration);
  return byScene(context, 'narrate', narrations, tell, ({ audioMs }) => ({
    narrationSeconds: audioMs / 1000,
  }));
}

interface Telling {
  readonly index: number;
  readonly script: Performance['script'];
  readonly cast: Cast;
  readonly lists: readonly Pronunciations[];
  readonly emojiName: EmojiName | undefined;
  readonly pitch: number;
  readonly begins: () => void;
}

/**
 * One stretch by one voice, which gets it in spoken form and is kept under that; marks lead to the scene's narration.
 */
async function say(
  context: StageContext,
  { start, end, speaker }: SpokenPart,
  narration: string,
  { index, script, cast, lists, emojiName, pitch, begins }: Telling,
): Promise<Narration> {
  const { artifacts, signal, account } = context;
  const written = narration.slice(start, end).trimEnd();
  const spoken = forVoice(written, script.language, lists, emojiName);
  const { phonemes } = spoken;
  const members = (speaker === undefined ? undefined : cast.speakers.get(speaker)) ?? cast.narrator;
  const makers = members.map(({ narrator, voice }) => {
    const request = {
      text: spoken.text,
      language: script.language,
      voice,
      ...(phonemes.length === 0 ? {} : { phonemes }),
      ...(pitch !== 0 && setsPitch({ narrator, voice }) && { pitch }),
    };
    const times = isOffline(narrator.id) ? {} : { times: TIMES_VERSION };
    const name = address('narrate', VERSION, { narrator: narrator.id, ...request, ...times });
    const make = async (): Promise<Narration> => {
      begins();
      const speech = await narrator.narrate(request, signal, account);
      const marks = speech.isTimedByPauses ? await comparedMarks(context, request, speech) : speech.marks;
      const audioMs = Math.round(readWavHeader(speech.wav).seconds * 1000);
      return { audio: await artifacts.attach(name, speech.wav, 'wav'), audioMs, marks };
    };
    return { id: narrator.id, address: name, make };
  });
  const made = await deliver(context, { stage: 'narrate', scene: index }, makers);
  const words = splitWords(written, script.language);
  const marks = writtenMarks(spoken, words, made.marks, made.audioMs);
  return { ...made, marks: marks.map(({ offset, ms }) => ({ offset: start + offset, ms })) };
}

interface Pauses {
  readonly words: ReturnType<typeof splitWords>;
  /** Where each stretch ends in the narration. */
  readonly ends: readonly number[];
  readonly pausesMs: readonly number[];
  readonly pauseAfterMs: number;
}

async function join(context: StageContext, spoken: readonly Narration[], how: Pauses): Promise<Narration> {
  const { artifacts, store } = context;
  const name = address('narrate', JOIN_VERSION, { joined: spoken, how });
  return artifacts.value('narrate', name, async () => {
    const utterances = await Promise.all(
      spoken.map(async ({ audio, marks }, i) => {
        const wav = await store.read(audio);
        if (!wav) throw new PartMissing(`${audio} is not in the store any more.`);
        const [from, to] = [how.ends[i - 1] ?? 0, how.ends[i] ?? Infinity];
        const words = how.words.filter(({ start }) => start >= from && start < to);
        return { ...decodeWav(wav), marks, words, pauseMs: how.pausesMs[i] ?? 0 };
      }),
    );
    const { samples, sampleRate, marks } = joinSpeech(utterances, how.pauseAfterMs);
    const audio = await artifacts.attach(name, encodeWav(samples, sampleRate), 'wav');
    return { audio, audioMs: Math.round((samples.length * 1000) / sampleRate), marks };
  });
}

/** The script's own pronunciations before the installation's. */
export function listsOf(
  { pronunciations }: Pick<StageContext, 'pronunciations'>,
  { script }: Performance,
): Pronunciations[] {
  const ours = pronunciations === undefined ? {} : pronunciationsIn(pronunciations, script.language);
  return [script.pronunciations ?? {}, ours];
}

function faster({ audio, audioMs, marks }: Narration, speed: number): Narration {
  return {
    audio,
    audioMs: Math.round(audioMs / speed),
    marks: marks.map(({ offset, ms }) => ({ offset, ms: Math.round(ms / speed) })),
  };
}
