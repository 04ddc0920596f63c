import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProviderFailed, encodeWav, isSpeakable, voiceFor } from '@shortfactory/core';
import type { NarrationRequest, Narrator, SpokenAudio, Voice } from '@shortfactory/core';
import {
  SpeakerPool,
  namedInEnglish,
  phonemePool,
  signRuns,
  soundsOf,
  speechOf,
  spokenText,
} from '@shortfactory/offline';
import type { Replacement, SpokenText } from '@shortfactory/offline';
import { PREPARED } from '../graph/prepare.ts';
import { filesOf } from '../voices/table.ts';
import type { NaturalVoice } from '../voices/table.ts';
import { kokoroRows } from './kokoro.ts';
import type { Runtime } from './runtime.ts';
import { sentencesOf } from './sentences.ts';
import type { Sentence } from './sentences.ts';
import type { SymbolRow } from './symbols.ts';
import { timedSound } from './timed.ts';
import type { Utterance } from './timed.ts';
import { vitsRows, vitsSettings } from './vits.ts';

/** Raised when the same request gets other sound and neither the table nor the runtime changed. */
const VERSION = 1;
const MAX_CHARS = 2000;
const KOKORO_RATE = 24_000;
const SILENCE_S = 0.3;
/** Measured at words behind a pause (npm run measure): a model's symbol begins a little behind its sound. */
const EARLY_MS = { kokoro: 45, vits: 0 } as const;
/**
 * For glibc's allocator, which others ignore: large pieces go back to the system as soon as they are free. Measured with
 * heart (npm run measure): 0.4 GB at the most, 0.7 for a sentence of 23 s, in place of 1.2 to 2.5, for 2.7 seconds of the
 * processor a second of speech in place of 1.7. A worker has 2 GiB.
 */
const GIVES_MEMORY_BACK = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '4000000',
  MALLOC_TRIM_THRESHOLD_: '64000000',
};
/** A scene of two minutes takes a slow machine with one core as long as this. */
const DEADLINE_MS = 600_000;

export interface NeuralNarratorOptions {
  /** Where the voices' files lie. */
  readonly folder: string;
  /** Those that are installed there; at least one. */
  readonly voices: readonly NaturalVoice[];
  readonly runtime: Runtime;
  /** Cores that a sentence is spoken with. */
  readonly threads: number;
  /** A child that has had nothing to say for so long is ended, and its memory goes back. */
  readonly idleMs: number;
}

/** What the child is asked. */
interface ModelRequest {
  readonly runtime: Runtime['package'];
  readonly engine: 'kokoro' | 'vits';
  readonly graph: string;
  readonly style: string | undefined;
  readonly rows: readonly (readonly number[])[];
  readonly speed: number;
  readonly scales: Readonly<Record<string, number>> | undefined;
  readonly threads: number;
}

/**
 * Speaks with the natural voices that are installed: espeak-ng spells the text in sounds, a neural model says them. No
 * service, no key, the same bytes for the same request on the same kind of processor.
 */
export class NeuralNarrator implements Narrator {
  readonly id: string;
  readonly voices: readonly Voice[];
  readonly #options: NeuralNarratorOptions;
  readonly #phonemes: ReturnType<typeof phonemePool>;
  readonly #speech: SpeakerPool<ModelRequest, { readonly utterances: readonly Utterance[] }>;

  constructor(options: NeuralNarratorOptions) {
    this.#options = options;
    this.id = `offline:neural@${VERSION}+${options.runtime.id}+${fingerprint(options.voices)}`;
    this.voices = options.voices.map(shownVoice);
    this.#phonemes = phonemePool({ processes: 1, deadlineMs: 30_000, idleMs: options.idleMs });
    // One child with all the threads: a second one would hold the model a second time.
    this.#speech = new SpeakerPool({
      name: 'The natural voice',
      processes: 1,
      childPath: fileURLToPath(new URL('./neural-child.mjs', import.meta.url)),
      env: GIVES_MEMORY_BACK,
      deadlineMs: DEADLINE_MS,
      idleMs: options.idleMs,
    });
  }

  async narrate(request: NarrationRequest, signal: AbortSignal): Promise<SpokenAudio> {
    signal.throwIfAborted();
    const voice = voiceFor(this.#options.voices, request.language, request.voice);
    const { sampleRate, rowsOf, scales } = this.#modelOf(voice);
    if (request.text.length > MAX_CHARS) throw failed(`speaks at most ${MAX_CHARS} characters at a time`);
    if (!isSpeakable(request.text))
      return { wav: encodeWav(new Int16Array(SILENCE_S * sampleRate), sampleRate), marks: [] };
    const { spoken, sentences } = await this.#spell(request, voice, signal);
    const rows = rowsOf(sentences);
    if (rows.length === 0) throw failed('cannot pronounce anything of this text');
    const { utterances } = await this.#speech.speak(
      {
        runtime: this.#options.runtime.package,
        engine: voice.model.engine,
        graph: join(this.#options.folder, voice.model.graph.name),
        style: voice.style && join(this.#options.folder, voice.style.name),
        rows: rows.map(({ ids }) => ids),
        speed: voice.speed,
        scales,
        threads: this.#options.threads,
      },
      signal,
    );
    const { samples, marks } = speechOf(
      timedSound(rows, utterances, { sampleRate, earlyMs: EARLY_MS[voice.model.engine] }),
      spoken,
    );
    return { wav: encodeWav(samples, sampleRate), marks };
  }

  /** Ends the processes; without it they end by themselves soon after the last sentence. */
  close(): void {
    this.#phonemes.close();
    this.#speech.close();
  }

  #modelOf({ model, languages }: NaturalVoice): ModelOfVoice {
    if (!model.settings) {
      return {
        sampleRate: KOKORO_RATE,
        rowsOf: (sentences) => kokoroRows(sentences, languages[0]),
        scales: undefined,
      };
    }
    const settings = readSettings(join(this.#options.folder, model.settings.name));
    return {
      sampleRate: settings.audio.sample_rate,
      rowsOf: (sentences) => vitsRows(sentences, settings),
      scales: settings.inference,
    };
  }

  /** Emoji and signs that the language has no name for have no sound; the text is spelled again with their English names. */
  async #spell(request: NarrationRequest, voice: NaturalVoice, signal: AbortSignal): Promise<Spelled> {
    const sounds = soundsOf(request);
    const first = await this.#spellWith(request, voice, sounds, signal);
    const heard = new Set(
      first.sentences.flat().map(({ codePoint = -1 }) => first.spoken.offsets[codePoint]),
    );
    const silent = signRuns(request.text).filter(({ start, end }) => {
      for (let offset = start; offset < end; offset++) if (heard.has(offset)) return false;
      return true;
    });
    const named = (await Promise.all(silent.map(namedInEnglish))).filter((name) => name !== undefined);
    if (named.length === 0) return first;
    return this.#spellWith(request, voice, [...sounds, ...named], signal);
  }

  async #spellWith(
    { text, language }: NarrationRequest,
    { espeak }: NaturalVoice,
    replacements: readonly Replacement[],
    signal: AbortSignal,
  ): Promise<Spelled> {
    const spoken = spokenText(text, language, replacements);
    const asked = { phonemes: true, text: spoken.text, voice: espeak } as const;
    const { events } = await this.#phonemes.speak(asked, signal);
    return { spoken, sentences: sentencesOf(spoken.text, events) };
  }
}

function shownVoice({ id, label, languages, model: { licence } }: NaturalVoice): Voice {
  // Behind a semicolon stands how it came to be.
  const [short = licence] = licence.split(';');
  return { id, label, languages, natural: true, licence: short };
}

interface ModelOfVoice {
  readonly sampleRate: number;
  readonly rowsOf: (sentences: readonly Sentence[]) => SymbolRow[];
  readonly scales: Readonly<Record<string, number>> | undefined;
}

interface Spelled {
  readonly spoken: SpokenText;
  readonly sentences: readonly Sentence[];
}

function readSettings(file: string): ReturnType<typeof vitsSettings.parse> {
  try {
    return vitsSettings.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new ProviderFailed(
      'The settings of the natural voice cannot be read; npm run voices -- check says more.',
      {
        retryable: false,
        cause,
      },
    );
  }
}

/** Whatever of the installed voices changes their sound. */
function fingerprint(voices: readonly NaturalVoice[]): string {
  const parts = voices.map((voice) => [
    voice.id,
    voice.espeak,
    voice.speed,
    filesOf(voice).map(({ sha256 }) => sha256),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([PREPARED, parts]))
    .digest('hex')
    .slice(0, 12);
}

function failed(what: string): ProviderFailed {
  return new ProviderFailed(`The natural voice ${what}.`, { retryable: false });
}
