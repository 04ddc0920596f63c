import type {
  Illustrator,
  KeptObjects,
  Narrator,
  ObjectStore,
  Progress,
  SpendAccount,
  SpendAccountOptions,
  StoryWriter,
} from '@shortfactory/core';
import type { PictureReader } from '@shortfactory/pictures';
import type { Renderer } from '@shortfactory/renderer';
import type { Artifacts } from './artifacts/artifacts.ts';
import type { RunNotes } from './run-notes.ts';

export type { Progress } from '@shortfactory/core';

/** What the pipeline is built from, once. */
export interface PipelineParts {
  readonly store: ObjectStore;
  /** Where artifacts are cleared away after a while: keeps those that a run relies on. */
  readonly kept?: KeptObjects;
  readonly storyWriter: StoryWriter;
  readonly illustrator: Illustrator;
  readonly narrator: Narrator;
  /** Who is asked, in this order, for what one of the three above does not deliver. */
  readonly instead?: Instead;
  /** What a video may cost, and how many failed calls it may try again. */
  readonly limits?: Pick<SpendAccountOptions, 'maxUsd' | 'retries'>;
  readonly renderer: Renderer;
  /** Reads pictures that people bring along. */
  readonly pictures: Pick<PictureReader, 'take'>;
  /** Scenes that are drawn or spoken at a time. */
  readonly concurrency: number;
  /** A folder for files of a run; each run makes its own inside and removes it. */
  readonly scratchDir: string;
}

export interface Instead {
  readonly storyWriters: readonly StoryWriter[];
  readonly illustrators: readonly Illustrator[];
  readonly narrators: readonly Narrator[];
}

/** What a stage is given besides its input, for one run. */
export interface StageContext extends PipelineParts {
  readonly artifacts: Artifacts;
  readonly notes: RunNotes;
  /** Paid calls of this run are charged to it. */
  readonly account: SpendAccount;
  readonly signal: AbortSignal;
  readonly scratch: string;
  readonly report: (progress: Progress) => void;
  /** Called before a step that costs much; throws when the run is not to go on. */
  readonly beforeStep: () => Promise<void>;
}
