import { rm } from 'node:fs/promises';
import {
  DEFAULT_STYLE,
  InputInvalid,
  NO_TRACES,
  OUTLINE_SENTENCE,
  SpendAccount,
  StorageFailed,
  captionStyleOf,
  cueLine,
  layTimeline,
  musicLevelOf,
  originOf,
  voiceFor,
} from '@shortfactory/core';
import type {
  Character,
  EditParts,
  Makers,
  Script,
  Short,
  ShortRequest,
  SpendLine,
  Stage,
  Traces,
} from '@shortfactory/core';
import {
  cutWordsOf,
  performanceOf,
  performanceSeconds,
  refuseLetters,
  refuseUnreadable,
} from '@shortfactory/text';
import { Artifacts } from './artifacts/artifacts.ts';
import type { ArtifactSeen } from './artifacts/artifacts.ts';
import { castOf, sharedVoices, voicesOf } from './cast.ts';
import { unheardIpa } from './unheard-ipa.ts';
import { unsetPitch } from './unset-pitch.ts';
import { checkMusic, missingGlyphs } from './check.ts';
import { failedIn, placeOf } from './outcome/failure-place.ts';
import { PartMissing } from './artifacts/fetch-part.ts';
import { notAsAsked } from './outcome/not-as-asked.ts';
import { remarkCuts, remarkPaces } from './outcome/remark-shots.ts';
import { RunNotes } from './outcome/run-notes.ts';
import { makeScratch, subfolder } from './scratch.ts';
import type { ScratchFolder } from './scratch.ts';
import type { PipelineDeps, Progress, RenderContext, StageContext } from './stage.ts';
import { caption, cuesOfScene } from './stages/caption.ts';
import { ClipRoom } from './rendering/clip-room.ts';
import { ClipsAhead } from './rendering/clips-ahead.ts';
import { compose } from './stages/compose.ts';
import { illustrate } from './stages/illustrate.ts';
import { listsOf, narrate } from './stages/narrate.ts';
import { publishCaptions } from './stages/publish.ts';
import { tellStory } from './stages/story.ts';
import { writeScript } from './stages/script.ts';
import { inParallel } from './in-parallel.ts';
import { musicFor } from './music.ts';
import { takeRecordings } from './speech/recordings.ts';
import { pictureBy, signingOf } from './signing.ts';
import type { Brought } from './signing.ts';
import { takeFootage } from './footage.ts';
import { Places } from './upload-file.ts';
import { takeUploads } from './uploads.ts';

export interface RunOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Told of each thing that became less than it could be, as a sentence, as soon as it is known. */
  readonly onDegraded?: (sentence: string) => void;
  /** What earlier runs of the same video have cost; counts towards its limit. */
  readonly spentUsd?: number;
  /** Told the sum, earlier runs included, whenever it grows: also by a run that fails later. */
  readonly onSpent?: (usd: number) => void;
  /** Told of everything that was found made, or had to be made. */
  readonly onArtifact?: ArtifactSeen;
  /** Told of every stage's end, good or bad. */
  readonly onStageEnd?: (stage: Stage, outcome: 'done' | 'failed', seconds: number) => void;
  /** Awaited before each step that costs much. What it throws ends the run. */
  readonly beforeStep?: () => Promise<void>;
}

/** What a run cost and saved, besides its result. */
export interface RunReport {
  readonly short: Short;
  /** What it was put together from, for an editing program. */
  readonly parts: EditParts;
  /** Seconds from a stage's start to its end; illustrate and narrate overlap. */
  readonly timings: Partial<Record<Stage, number>>;
  readonly cacheHits: number;
  readonly cacheMisses: number;
  /** Estimated, earlier runs of the same video included. */
  readonly costUsd: number;
  /** What this run alone spent, by provider. */
  readonly spend: readonly SpendLine[];
}

/** How often a run begins again because of parts that were damaged; each time it makes those anew. */
const MOST_PASSES = 6;

/**
 * Makes a short: story → script → illustrate ∥ narrate → caption → compose → publish. Every stage's output is kept, so
 * running the same request again, here or elsewhere, picks up where it stopped. What turns out to be damaged or gone is
 * made again. Throws a DomainError with a sentence
 * for a person, or the signal's reason; no child process and no scratch file outlives it.
 */
export async function makeShort(
  deps: PipelineDeps,
  request: ShortRequest,
  options: RunOptions,
): Promise<RunReport> {
  const artifacts = new Artifacts(deps.store, options.onArtifact, deps.evictable);
  const timer = new StageTimer(options, deps.traces);
  const account = new SpendAccount({
    ...deps.limits,
    ...(options.spentUsd === undefined ? {} : { spentUsd: options.spentUsd }),
    ...(options.onSpent ? { onSpent: options.onSpent } : {}),
  });
  let scratch: ScratchFolder | undefined;
  try {
    scratch = await scratchIn(deps.scratchDir);
    const common = {
      ...deps,
      artifacts,
      account,
      signal: options.signal,
      report: options.onProgress ?? (() => undefined),
      places: new Places(deps.concurrency),
      beforeStep: options.beforeStep ?? (async () => undefined),
    };
    const { short, parts } = await untilWhole(scratch, options, (folder) =>
      runStages({ ...common, scratch: folder, notes: new RunNotes(options.onDegraded) }, request, timer),
    );
    const total = (counts: ReadonlyMap<Stage, number>): number =>
      [...counts.values()].reduce((a, b) => a + b, 0);
    return {
      ...{ short, parts },
      timings: timer.seconds,
      cacheHits: total(artifacts.hits),
      cacheMisses: total(artifacts.made),
      costUsd: account.usd,
      spend: account.lines,
    };
  } catch (error) {
    options.signal.throwIfAborted();
    const fault = asStorageFault(error);
    const place = placeOf(error);
    throw place ? failedIn(fault, place) : fault;
  } finally {
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
  }
}

/** Each pass has a folder of its own, and finds everything but what was missing. */
async function untilWhole<T>(
  scratch: ScratchFolder,
  { signal }: RunOptions,
  pass: (scratch: ScratchFolder) => Promise<T>,
): Promise<T> {
  for (let count = 1; ; count++) {
    const folder = await subfolder(scratch, `pass-${count}`);
    try {
      return await pass(folder);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof PartMissing) || count === MOST_PASSES) throw error;
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function scratchIn(folder: string): Promise<ScratchFolder> {
  try {
    return await makeScratch(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new StorageFailed(`The folder for temporary files, ${folder}, cannot be used (${code}).`, {
      cause: error,
    });
  }
}

async function runStages(
  context: RenderContext,
  request: ShortRequest,
  timer: StageTimer,
): Promise<Pick<RunReport, 'short' | 'parts'>> {
  checkSpoken(context, request);
  if (request.music !== undefined) await checkMusic(context, request.music);
  const { script: written, summary, characters } = await obtainScript(context, request, timer);
  if (written.scenes.length === 0)
    throw new InputInvalid('script', 'has no scenes; at least one was expected');
  const performance = performanceOf(written);
  const { script } = performance;
  const cutWords = cutWordsOf(performance);
  const cast = castOf(context, performance, request.voice);
  const speed = request.speed ?? script.speed ?? 1;
  const pitch = request.pitch ?? 0;
  const emoji = request.emoji ?? script.emoji ?? 'silent';
  const sceneSeconds = performanceSeconds(written, speed);
  const { shown, credits } = await takeFootage(context, script, request.visuals, sceneSeconds);
  const own = await takeUploads(context, shown, request.aspects);
  const recorded = await takeRecordings(context, performance, request.narration);
  const imageStyle = request.imageStyle ?? script.imageStyle ?? DEFAULT_STYLE;
  const style = request.look && captionStyleOf(request.look);
  const clipWork = {
    ...{ language: script.language, aspects: request.aspects },
    ...(style ? { style } : {}),
    ...(request.look?.transition ? { transition: request.look.transition } : {}),
  };
  const room = new ClipRoom(context, script.language);
  const ahead = new ClipsAhead(context, room, {
    ...clipWork,
    sceneOf: shown.map(({ place }) => place.scene),
    cutWords: script.scenes.map((_, i) => cutWords[i] ?? []),
    cuesOf: (scene, narration) => cuesOfScene(script, scene, narration),
  });
  try {
    const [pictures, narrations] = await inParallel(
      context,
      (inner) =>
        timer.time('illustrate', () =>
          illustrate(inner, shown, { imageStyle, characters }, own, (index, picture) =>
            ahead.picture(index, picture),
          ),
        ),
      (inner) =>
        timer.time('narrate', () =>
          narrate(inner, performance, cast, {
            ...{ speed, pitch, emoji, recorded },
            onSpeaking: (scene) => ahead.speaking(scene),
            onSpoken: (scene, narration) => ahead.narration(scene, narration),
          }),
        ),
    );
    const cues = await timer.time('caption', async () => caption(context, script, narrations));
    const timeline = layTimeline(
      narrations.map(({ audioMs }, i) => ({ audioMs, cues: cues[i] ?? [], cutWords: cutWords[i] ?? [] })),
    );
    const origin = originOf(
      makersOf(context, { shown, own, recorded, music: (request.music ?? request.track) !== undefined }),
      script.language,
    );
    const signing = signingOf(context, script.title, origin, { shown, own, recorded });
    remarkCuts(context.notes, timeline, script);
    remarkPaces(context.notes, timeline, pictures);
    const { sound, ...composed } = await timer.time('compose', async () => {
      await context.beforeStep();
      const music = await musicFor(context, request, script);
      const composition = {
        ...clipWork,
        title: script.title,
        timeline,
        pictures,
        narrations: narrations.map(({ audio }) => audio),
        speed,
        origin,
        ...(signing ? { signing } : {}),
        ...(music === undefined ? {} : { music, musicDb: musicLevelOf(request) }),
      };
      return compose(context, composition, room, ahead.stop());
    });
    const captions = await timer.time('publish', () =>
      publishCaptions(context, timeline.captions, script.language, style),
    );
    const short: Short = {
      title: script.title,
      description: summary ?? script.description ?? script.scenes[0]?.narration ?? '',
      language: script.language,
      voice: cast.narrator[0].voice,
      script: written,
      scenes: pictures
        .filter((_, i) => shown[i]?.place.cut === undefined)
        .map(({ image }, index) => ({
          index,
          illustration: image,
          narrationSeconds: (narrations[index]?.audioMs ?? 0) / 1000,
        })),
      ...composed,
      captions,
      degraded: [
        ...('script' in request.source ? (request.source.remarks ?? []) : []),
        ...context.notes.degraded,
        ...sharedVoices(cast, script.language),
        ...unheardIpa(cast, performance, listsOf(context, performance)),
        ...unsetPitch(cast, performance, pitch),
        ...missingGlyphs(context.renderer, script),
        ...notAsAsked(request, script, timeline.seconds, context.notes.offline.includes('script')),
      ],
      offline: context.notes.offline,
      ...(credits.length === 0 ? {} : { credits }),
      ...(origin.disclosure === undefined ? {} : { origin }),
    };
    const shownLines = timeline.captions.map((cue) => {
      const { startMs, endMs } = cue;
      return { startMs, endMs, text: cueLine(cue) };
    });
    return { short, parts: { ...sound, captions: shownLines } };
  } finally {
    await ahead.end();
  }
}

/** Who made what of the short; what a person brought has no maker, unless it says itself that a model made it. */
function makersOf(
  { notes }: RenderContext,
  { shown, own, recorded, music }: Brought & { readonly music: boolean },
): Makers {
  const voices: (string | undefined)[] = [...notes.makersOf('narrate')];
  if (recorded.some((each) => each !== undefined)) voices.push(undefined);
  return {
    text: [...notes.makersOf('story'), ...notes.makersOf('script')],
    pictures: shown.map(({ place }, i) => pictureBy(notes, place, own[i])),
    voices,
    music,
  };
}

/**
 * Before anything is made: whether a voice speaks what is asked for, and captions can be written in its letters. Throws
 * InputInvalid.
 */
function checkSpoken(context: RenderContext, { source, language, voice }: ShortRequest): void {
  if ('script' in source) return refuseUnreadable(source.script);
  if (language !== undefined) voiceFor(voicesOf(context), language, voice);
  refuseLetters('topic', source.topic);
}

interface Obtained {
  /** As it was written, with its marks. */
  readonly script: Script;
  /** Of the story, where there is one. */
  readonly summary?: string;
  readonly characters: readonly Character[];
}

async function obtainScript(
  context: StageContext,
  request: ShortRequest,
  timer: StageTimer,
): Promise<Obtained> {
  const { source } = request;
  if ('script' in source) return { script: source.script, characters: [] };
  const story = await timer.time('story', async () => {
    context.report({ stage: 'story', percent: 0 });
    await context.beforeStep();
    return tellStory(context, request, source);
  });
  if (story.kind === 'outline') context.notes.remark({ stage: 'story' }, OUTLINE_SENTENCE);
  context.report({ stage: 'story', percent: 100 });
  const { remarks = [], ...script } = await timer.time('script', async () => {
    context.report({ stage: 'script', percent: 0 });
    await context.beforeStep();
    return writeScript(context, source, story, request.seconds);
  });
  for (const sentence of remarks) context.notes.remark({ stage: 'script' }, sentence);
  context.report({ stage: 'script', percent: 100, script });
  return { script, summary: story.summary, characters: story.characters };
}

class StageTimer {
  readonly seconds: Partial<Record<Stage, number>> = {};
  readonly #onEnd: RunOptions['onStageEnd'];

  readonly #traces: Traces;

  constructor({ onStageEnd }: RunOptions, traces = NO_TRACES) {
    this.#onEnd = onStageEnd;
    this.#traces = traces;
  }

  async time<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const end = (outcome: 'done' | 'failed'): void => {
      const seconds = Math.round(performance.now() - start) / 1000;
      this.seconds[stage] = seconds;
      this.#onEnd?.(stage, outcome, seconds);
    };
    try {
      const made = await this.#traces.span(`stage ${stage}`, {}, work);
      end('done');
      return made;
    } catch (error) {
      end('failed');
      throw failedIn(error, { stage });
    }
  }
}

/** A full or forbidden disk under our own files, in words. */
function asStorageFault(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StorageFailed('There is no space left on the disk.', { cause: error });
  if (code === 'EROFS' || code === 'EACCES') {
    return new StorageFailed('The folder for temporary files cannot be written to.', { cause: error });
  }
  return error;
}
