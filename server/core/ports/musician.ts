import type { TrackId } from '../domain/script/music-shelf.ts';
import type { TopicKind } from '../domain/script/topic-brief.ts';

export interface MusicTrack {
  readonly id: TrackId;
  /** What people see: "Morning, bright and light". */
  readonly label: string;
  readonly moods: readonly string[];
  readonly beatsPerMinute: number;
  /** One round of it, which is repeated. */
  readonly seconds: number;
}

/** What music is to go with. */
export interface Piece {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly narrations: readonly string[];
  readonly kind?: TopicKind;
}

/** Plays music that nobody has to be asked for. Called once a video. Throws the signal's reason. */
export interface Musician {
  /** Part of every artifact's address. */
  readonly id: string;
  readonly tracks: readonly MusicTrack[];
  /** The track that suits a script; the same for the same one. */
  choose(piece: Piece): Promise<TrackId>;
  /** One round of the track as RIFF WAV, PCM 16 bit stereo, whose end leads to its beginning. */
  play(track: TrackId, signal: AbortSignal): Promise<Uint8Array>;
}
