import { setImmediate } from 'node:timers/promises';
import type { Musician, MusicTrack, Piece, TrackId } from '@shortfactory/core';
import { trackFor } from './choose.ts';
import { STROKES } from './drums.ts';
import { RATE, VOICES } from './instruments.ts';
import { Loop } from './loop.ts';
import { gainOf } from './loudness.ts';
import { scoreOf, secondsOf } from './score.ts';
import { hertz } from './theory.ts';
import { TRACKS } from './tracks.ts';
import type { Drum } from './tracks.ts';
import { stereoWav } from './stereo-wav.ts';

/** Raised when a track sounds otherwise in a way that GOLDEN_MUSIC does not show. */
const VERSION = 1;

/** SHA-256 of two tracks' files. A test plays them again: another sound is another hash, and as that is part of the id, no
 * music that is stored is taken for a newer one. */
export const GOLDEN_MUSIC = 'a7d816c004249b5456a9b102744307807b8a95a73fca65536dc8f27cd5548756';

/** Peaks of a loop lie under this: what is louder is pressed. */
const CEILING = 0.89;
/** Notes between two breaths of the event loop: some 20 ms. */
const NOTES_AT_ONCE = 24;

/** Plays the shelf's tracks from their scores: no recording, no network, the same bytes for the same track. */
export class OfflineMusician implements Musician {
  readonly id = `offline:synthesizer@${VERSION}+${GOLDEN_MUSIC.slice(0, 12)}`;
  readonly tracks: readonly MusicTrack[] = TRACKS.map((track) => ({
    id: track.id,
    label: track.label,
    moods: track.moods,
    beatsPerMinute: track.beatsPerMinute,
    seconds: secondsOf(track),
  }));

  choose(piece: Piece): Promise<TrackId> {
    return trackFor(piece);
  }

  /** One round of the track as WAV, stereo, 16 bit: it may be repeated at once. Throws for a track that there is not. */
  async play(id: TrackId, signal: AbortSignal): Promise<Uint8Array> {
    const track = TRACKS.find((each) => each.id === id);
    if (!track) throw new Error(`there is no track ${id}`);
    const loop = new Loop(secondsOf(track));
    const strokes = new Map<string, Float64Array>();
    for (const [i, note] of scoreOf(track).entries()) {
      const { instrument, midi, seconds } = note;
      if (i % NOTES_AT_ONCE === 0) await setImmediate();
      signal.throwIfAborted();
      const key = `${instrument} ${midi} ${seconds}`;
      const samples =
        strokes.get(key) ??
        (midi === undefined
          ? STROKES[instrument as Drum]()
          : VOICES[instrument as keyof typeof VOICES](hertz(midi), seconds));
      strokes.set(key, samples);
      loop.add(samples, note.atSeconds, note.level, note.pan);
    }
    await setImmediate();
    loop.addRoom(track.room);
    const { left, right } = loop;
    const gain = gainOf(left, right);
    return stereoWav(left, right, RATE, (sample) => CEILING * Math.tanh((sample * gain) / CEILING));
  }
}
