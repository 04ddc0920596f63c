import { layTimeline, shotsOf } from '@shortfactory/core';
import type { CaptionCue, SceneSpeech } from '@shortfactory/core';
import type { RenderContext } from '../stage.ts';
import type { Picture } from '../uploads.ts';
import { clipParts } from './clip-parts.ts';
import type { ClipWork, Part } from './clip-parts.ts';
import type { ClipRoom } from './clip-room.ts';
import type { Narration } from '../stages/narrate.ts';

/** The speech of a scene of which a clip shows nothing. */
const UNSEEN: SceneSpeech = { audioMs: 0, cues: [] };

/** What of a script the clips need that is known before anything is made. */
export interface Staged extends ClipWork {
  /** For each visual, the scene that shows it. */
  readonly sceneOf: readonly number[];
  /** For each scene, the words at which it cuts to its next visual. */
  readonly cutWords: readonly (readonly number[])[];
  /** Throws where the captions of a scene cannot be right. */
  readonly cuesOf: (scene: number, narration: Narration) => readonly CaptionCue[];
}

/**
 * Renders clips while others of their video are still drawn and spoken: those of a scene as soon as its visuals and its
 * speech stand, and those of the scene before it, one at a time, so that illustrators and voices keep a core. Where a
 * scene is being spoken, its pictures are scaled, and the clips of other scenes fetched that stand. Nothing is reported,
 * and nothing fails here: what cannot be done is left to who composes the video, and so is the fault of a clip that was
 * begun.
 */
export class ClipsAhead {
  readonly #context: RenderContext;
  readonly #room: ClipRoom;
  readonly #staged: Staged;
  readonly #pictures: (Picture | undefined)[];
  readonly #narrations: (Narration | undefined)[];
  readonly #spoken = new Set<number>();
  readonly #begun = new Map<string, Promise<void>>();
  readonly #end = new AbortController();
  readonly #looked = new Set<number>();
  #working: Promise<void> | undefined;
  #isStopped = false;

  constructor(context: RenderContext, room: ClipRoom, staged: Staged) {
    this.#context = { ...context, signal: AbortSignal.any([context.signal, this.#end.signal]) };
    this.#room = room;
    this.#staged = staged;
    this.#pictures = staged.sceneOf.map(() => undefined);
    this.#narrations = staged.cutWords.map(() => undefined);
  }

  /** A visual stands. */
  picture(index: number, picture: Picture): void {
    this.#pictures[index] = picture;
    if ([...this.#spoken].some((scene) => this.#isShownIn(scene, index))) this.#scale(picture);
    this.#work();
  }

  /** A scene's speech was not found and is being made: its clips will have to be, too. */
  speaking(scene: number): void {
    if (this.#spoken.has(scene)) return;
    this.#spoken.add(scene);
    this.#pictures.forEach((picture, i) => {
      if (picture && this.#isShownIn(scene, i)) this.#scale(picture);
    });
  }

  /** A scene's speech stands. */
  narration(scene: number, narration: Narration): void {
    this.#narrations[scene] = narration;
    this.#work();
  }

  /** No clip is begun any more. Gives those that were, by object: each stands in the room when its promise resolves. */
  stop(): ReadonlyMap<string, Promise<void>> {
    this.#isStopped = true;
    return this.#begun;
  }

  /** Ends what is under way, and resolves when nothing is. */
  async end(): Promise<void> {
    this.#isStopped = true;
    this.#end.abort(new Error('the run has ended'));
    await this.#working;
  }

  /** The last visual of the scene before is still seen when a scene begins. */
  #isShownIn(scene: number, index: number): boolean {
    const { sceneOf } = this.#staged;
    return sceneOf[index] === scene || (sceneOf[index] === scene - 1 && sceneOf[index + 1] === scene);
  }

  #scale(picture: Picture): void {
    // A clip that stands in its place is not scaled.
    if (this.#isStopped || picture.clip) return;
    for (const aspect of this.#staged.aspects) this.#room.scale(picture, aspect).catch(() => undefined);
  }

  #work(): void {
    this.#working ??= this.#renderAll()
      .catch(() => {
        this.#isStopped = true;
      })
      .finally(() => {
        this.#working = undefined;
      });
  }

  async #renderAll(): Promise<void> {
    for (let scene = this.#nextScene(); scene !== undefined; scene = this.#nextScene()) {
      this.#looked.add(scene);
      for (const part of await this.#partsOf(scene)) {
        if (this.#isStopped) return;
        if (await this.#context.store.head(part.object)) this.#fetch(part);
        else await this.#begin(part);
      }
    }
  }

  /** The first scene that was not looked at, and of which it is known what its clips show. */
  #nextScene(): number | undefined {
    const next = this.#narrations.findIndex(
      (_, scene) =>
        !this.#looked.has(scene) && this.#isKnown(scene) && (scene === 0 || this.#isKnown(scene - 1)),
    );
    return next < 0 || this.#isStopped ? undefined : next;
  }

  #isKnown(scene: number): boolean {
    return this.#narrations[scene] !== undefined && !this.#picturesOf(scene).includes(undefined);
  }

  #picturesOf(scene: number): readonly (Picture | undefined)[] {
    return this.#pictures.filter((_, i) => this.#staged.sceneOf[i] === scene);
  }

  /** As they are in the whole video: of its other scenes they show only the one before. */
  async #partsOf(scene: number): Promise<readonly Part[]> {
    const { cutWords, cuesOf } = this.#staged;
    const { renderer } = this.#context;
    const seen = [scene - 1, scene].filter((each) => each >= 0);
    const speeches = seen.map((each) => {
      const narration = this.#narrations[each] as Narration;
      return { audioMs: narration.audioMs, cues: cuesOf(each, narration), cutWords: cutWords[each] ?? [] };
    });
    const pictures = seen.flatMap((each) => this.#picturesOf(each)) as Picture[];
    const [before, behind] = [Math.max(0, scene - 1), scene < cutWords.length - 1 ? 1 : 0];
    const filled = <T>(other: T, known: readonly T[]): T[] => [
      ...Array<T>(before).fill(other),
      ...known,
      ...Array<T>(behind).fill(other),
    ];
    const timeline = layTimeline(filled(UNSEEN, speeches));
    const shown = filled(pictures[0] as Picture, pictures);
    if (shotsOf(timeline).length !== shown.length) throw new Error('the shots are not those of the visuals');
    return clipParts(renderer, timeline, shown, this.#staged, renderer.skipping, scene);
  }

  /** While a scene is spoken the video is a new one: it will be joined from this clip, too. */
  #fetch({ object }: Part): void {
    // Who joins asks again, and is told what is wrong.
    if (this.#spoken.size > 0) this.#room.file(object).catch(() => undefined);
  }

  async #begin(part: Part): Promise<void> {
    await this.#context.beforeStep();
    // It may have been stopped meanwhile: then who composes renders this one.
    if (this.#isStopped) return;
    const rendering = this.#render(part);
    this.#begun.set(part.object, rendering);
    await rendering;
  }

  async #render({ plan, object }: Part): Promise<void> {
    const { renderer, artifacts, signal } = this.#context;
    const pictures = this.#pictures.filter((each) => each !== undefined);
    const { skipping } = renderer;
    const job = {
      ...(await this.#room.source(plan, pictures)),
      file: this.#room.fileFor(object),
      ...(skipping ? { skipping } : {}),
    };
    await renderer.renderClips([job], this.#room.scaled, signal, ignore, async () => {
      await artifacts.keep('compose', object, { file: job.file });
      this.#room.rendered(object);
    });
  }
}

function ignore(): void {
  // Progress is told by who composes.
}
