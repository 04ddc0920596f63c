import { fileURLToPath } from 'node:url';
import { ProviderFailed, encodeWav, isSpeakable, voiceFor } from '@shortfactory/core';
import type { NarrationRequest, Narrator, SpokenAudio, Voice } from '@shortfactory/core';
import { CAST, type CastVoice } from './cast.ts';
import { soundsOf } from './given-sounds.ts';
import { namedInEnglish, signRuns, type SignRun } from './silent-signs.ts';
import { pitchPlan, played } from './pitched.ts';
import { SpeakerPool, type EspeakRequest, type EspeakSpeech } from './speaker-pool.ts';
import { speechOf, type Speech } from './speech.ts';
import { spokenText, type Replacement } from './spoken-text.ts';

export interface OfflineNarratorOptions {
  /** How many scenes are spoken at a time. */
  readonly processes?: number;
  /** Where espeak-child.mjs lies; beside this file unless a bundle has moved it. */
  readonly childPath?: string;
  readonly deadlineMs?: number;
  readonly idleMs?: number;
}

/** Well above what a scene may hold, and below what the child's buffer takes however it is spelled out. */
const MAX_CHARS = 2000;

/** For a text of nothing but punctuation: 0.3 s at espeak-ng's own rate. */
const SAMPLE_RATE = 22_050;
const SILENCE_FRAMES = 6615;

/** Raised when the same request gets other sound in a way that GOLDEN_OUTPUT does not show: at another pitch, too. */
const VERSION = 2;

/**
 * SHA-256 of the voices, espeak-ng's data and fixed sentences spoken. A test speaks them again: other sound is another
 * hash, and as that is part of the id, no speech that is stored is taken for a newer one.
 */
export const GOLDEN_OUTPUT = '3bc61b29f67785ea42eaf0783e1acdbfdca1c7665d9d7b4d0c0147b5207099d5';

/** Speaks with espeak-ng on this machine: no service, no key, the same bytes for the same request. */
export class OfflineNarrator implements Narrator {
  readonly id = `offline:espeak-ng@${VERSION}+${GOLDEN_OUTPUT.slice(0, 12)}`;
  readonly voices: readonly Voice[] = CAST.map(({ id, label, languages }) => ({
    ...{ id, label, languages },
    setsPitch: true,
  }));
  readonly #pool: SpeakerPool<EspeakRequest, EspeakSpeech>;

  constructor(options: OfflineNarratorOptions = {}) {
    this.#pool = new SpeakerPool({
      name: 'The offline voice',
      processes: options.processes ?? 2,
      childPath: options.childPath ?? fileURLToPath(new URL('./espeak-child.mjs', import.meta.url)),
      deadlineMs: options.deadlineMs ?? 30_000,
      idleMs: options.idleMs ?? 4000,
    });
  }

  async narrate(request: NarrationRequest, signal: AbortSignal): Promise<SpokenAudio> {
    signal.throwIfAborted();
    const voice = voiceFor(CAST, request.language, request.voice);
    if (request.text.length > MAX_CHARS) {
      throw new ProviderFailed(`The offline voice speaks at most ${MAX_CHARS} characters at a time.`, {
        retryable: false,
      });
    }
    if (!isSpeakable(request.text))
      return { wav: encodeWav(new Int16Array(SILENCE_FRAMES), SAMPLE_RATE), marks: [] };
    const speech = await this.#speakWithSigns(request, voice, signal);
    if (speech.marks.length === 0) {
      throw new ProviderFailed(`${voice.label.split(',')[0]} cannot pronounce anything of this text.`, {
        retryable: false,
      });
    }
    return { wav: encodeWav(speech.samples, speech.sampleRate), marks: speech.marks };
  }

  /** Ends the voice's processes; without it they end by themselves a few seconds after the last sentence. */
  close(): void {
    this.#pool.close();
  }

  /** Emoji and signs that the language has no name for leave no mark; the text is said again with their English names. */
  async #speakWithSigns(request: NarrationRequest, voice: CastVoice, signal: AbortSignal): Promise<Speech> {
    const sounds = soundsOf(request);
    const speech = await this.#speak(request, voice, sounds, signal);
    const silent = signRuns(request.text).filter((run) => !isSaid(run, speech));
    const named = await Promise.all(silent.map(namedInEnglish));
    const replacements = named.filter((name) => name !== undefined);
    if (replacements.length === 0) return speech;
    return this.#speak(request, voice, [...sounds, ...replacements], signal);
  }

  async #speak(
    { text, language, pitch = 0 }: NarrationRequest,
    voice: CastVoice,
    replacements: readonly Replacement[],
    signal: AbortSignal,
  ): Promise<Speech> {
    const spoken = spokenText(text, language, replacements);
    const { asked, tape } = pitchPlan(voice, pitch);
    const { espeak, range } = voice;
    const said = await this.#pool.speak({ text: spoken.text, voice: espeak, range, ...asked }, signal);
    return speechOf(played(said, tape), spoken);
  }
}

function isSaid(run: SignRun, speech: Speech): boolean {
  return speech.marks.some(({ offset }) => offset >= run.start && offset < run.end);
}
