import type { SpendAccount } from '../domain/money/spend.ts';
export interface Voice {
  /** What --voice takes: a short lower-case name. */
  readonly id: string;
  /** What people see: "Nora, warm". */
  readonly label: string;
  /** BCP 47 tags that it speaks; the first is its own. */
  readonly languages: readonly string[];
  /** It is given no sounds: `phonemes` of a request are said as they are written. */
  readonly ignoresIpa?: true;
  /** A model makes it, here or at a service: it sounds like a person. */
  readonly natural?: true;
  /** Of a model on this machine: the licence that its speech comes under. */
  readonly licence?: string;
  /** It can be made higher or lower: `pitch` of a request is followed. */
  readonly setsPitch?: true;
}

export interface NarrationRequest {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** A Voice's id; the adapter has chosen it with `voiceFor`. */
  readonly voice: string;
  /** Stretches of the text whose sounds are given, in order. A narrator that takes none says them as they are written. */
  readonly phonemes?: readonly Phonemes[];
  /** Semitones above or below the voice's own, `PITCH` at the most; only for a voice that `setsPitch`. */
  readonly pitch?: number;
}

/** How a stretch of the text is pronounced; UTF-16 offsets. */
export interface Phonemes {
  readonly start: number;
  readonly end: number;
  /** International Phonetic Alphabet, without slashes. */
  readonly ipa: string;
}

/** When speech reaches a place in the text: UTF-16 offset and milliseconds from the audio's start. */
export interface SpeechMark {
  readonly offset: number;
  readonly ms: number;
}

export interface SpokenAudio {
  /** RIFF WAV, PCM 16 bit mono. */
  readonly wav: Uint8Array;
  /** In order of time. Several marks in one word are fine (a number spoken as several words), and so are gaps. */
  readonly marks: readonly SpeechMark[];
  /** Its maker tells no times: the marks were found by the pauses in the sound, and better ones are welcome. */
  readonly isTimedByPauses?: true;
}

/**
 * Speaks one scene. Called for scenes in parallel. Paid calls are charged to the account. Throws
 * ProviderFailed (with `retryable`; ProviderRefused when it declined), LimitReached before a call that would pass a limit
 * on money, or the signal's reason.
 */
export interface Narrator {
  /** Provider, model and version; part of every artifact's address. Starts with 'offline:' when no service is asked. */
  readonly id: string;
  readonly voices: readonly Voice[];
  narrate(request: NarrationRequest, signal: AbortSignal, account?: SpendAccount): Promise<SpokenAudio>;
}
