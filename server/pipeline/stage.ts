import type {
  ContentSigner,
  Illustrator,
  EvictableObjects,
  Footage,
  Musician,
  Narrator,
  ObjectStore,
  Progress,
  SpendAccount,
  SpendAccountOptions,
  StoryWriter,
  Traces,
} from '@shortfactory/core';
import type { PictureReader } from '@shortfactory/pictures';
import type { Renderer } from '@shortfactory/renderer';
import type { PronunciationList } from '@shortfactory/text';
import type { Artifacts } from './artifacts/artifacts.ts';
import type { RunNotes } from './outcome/run-notes.ts';
import type { ScratchFolder } from './scratch.ts';
import type { Places } from './upload-file.ts';

export type { Progress } from '@shortfactory/core';

/** What the pipeline is built from, once. */
export interface PipelineDeps {
  readonly store: ObjectStore;
  /** Where artifacts are cleared away after a while: keeps those that a run relies on. */
  readonly evictable?: EvictableObjects;
  readonly storyWriter: StoryWriter;
  readonly illustrator: Illustrator;
  readonly narrator: Narrator;
  readonly musician: Musician;
  /** Speaks what a person's recording is compared with; without it a narrator that asks no service. */
  readonly reference?: Narrator;
  /** Who is asked, in this order, for what one of the three above does not deliver. */
  readonly instead?: Instead;
  /** What a video may cost, and how many failed calls it may try again. */
  readonly limits?: Pick<SpendAccountOptions, 'maxUsd' | 'retries'>;
  /** How words are pronounced here; a script's own list comes before it. */
  readonly pronunciations?: PronunciationList;
  readonly renderer: Renderer;
  /** Where photos and clips of others come from; without it there are none. */
  readonly footage?: Footage;
  /** Signs finished files; without it they are marked and not signed. */
  readonly signer?: ContentSigner;
  /** Reads pictures that people bring along. */
  readonly pictures: Pick<PictureReader, 'take'>;
  /** Scenes that are drawn or spoken at a time. */
  readonly concurrency: number;
  readonly traces?: Traces;
  /** A folder for files of a run; each run makes its own inside and removes it. */
  readonly scratchDir: string;
}

/** What stages work with, the same for every run. */
export type StageTools = Omit<PipelineDeps, 'scratchDir' | 'limits' | 'evictable' | 'traces'>;

export interface Instead {
  readonly storyWriters: readonly StoryWriter[];
  readonly illustrators: readonly Illustrator[];
  readonly narrators: readonly Narrator[];
}

/** What belongs to one run. */
export interface StageRun {
  readonly artifacts: Artifacts;
  readonly notes: RunNotes;
  /** Paid calls of this run are charged to it. */
  readonly account: SpendAccount;
  readonly signal: AbortSignal;
  readonly report: (progress: Progress) => void;
  /** For uploads that are on this disk at a time. */
  readonly places: Places;
  /** Called before a step that costs much; throws when the run is not to go on. */
  readonly beforeStep: () => Promise<void>;
}

/** What a stage is given besides its input. */
export type StageContext = StageTools & StageRun;

/** For stages that work on files: `scratch` is removed after the pass that it belongs to. */
export type RenderContext = StageContext & { readonly scratch: ScratchFolder };
