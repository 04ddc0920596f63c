/** Sound of a clip that is heard under the voice. */
export interface ClipSound {
  /** Object name of a WAV. */
  readonly sound: string;
  readonly startFrame: number;
  readonly frames: number;
}

/** What the sound of a video is mixed from, as names of objects. */
export interface SoundParts {
  /** In order, without gaps; `speechMs` is when its speech begins, from the scene's start. */
  readonly scenes: readonly { readonly frames: number; readonly speechMs: number }[];
  /** WAVs, one a scene. */
  readonly narrations: readonly string[];
  /** How much faster than their files they are heard. */
  readonly speed: number;
  readonly music?: string;
  /** How much louder than usual music is. */
  readonly musicDb: number;
  readonly under: readonly ClipSound[];
}

/** What a finished video was put together from, for an editing program. Its objects are cleared away after a while. */
export interface EditParts extends SoundParts {
  readonly captions: readonly { readonly startMs: number; readonly endMs: number; readonly text: string }[];
}

/** Names of WAVs as long as the video: the voice alone, and what is heard besides it. */
export interface Stems {
  readonly voice: string;
  readonly music?: string;
}
