import { STAGES, isOffline, isSamePlace, substitutionSentence } from '@shortfactory/core';
import type { Stage, VisualPlace } from '@shortfactory/core';
import type { Part } from '../deliver.ts';

/** Who made what in one run, and what became less than it could be. */
export class RunNotes {
  readonly #made: { readonly part: Part; readonly by: string }[] = [];
  readonly #substitutions: { readonly part: Part; readonly sentence: string }[] = [];
  readonly #onDegraded: (sentence: string) => void;

  /** @param onDegraded told of each sentence as soon as it is true. */
  constructor(onDegraded: (sentence: string) => void = () => undefined) {
    this.#onDegraded = onDegraded;
  }

  /** @param reason why the maker that was asked first did not deliver; absent when this is the first. */
  madeBy(part: Part, id: string, reason?: string): void {
    this.#made.push({ part, by: id });
    if (reason === undefined) return;
    const scene = part.scene === undefined ? {} : { scene: part.scene + 1 };
    const sentence = substitutionSentence({ ...part, ...scene, by: id, reason });
    this.#substitutions.push({ part, sentence });
    this.#onDegraded(sentence);
  }

  /** Something else that a person should know of a part. */
  remark(part: Part, sentence: string): void {
    this.#substitutions.push({ part, sentence });
    this.#onDegraded(sentence);
  }

  /** In the order of stages and scenes, whatever order they came in. */
  get degraded(): readonly string[] {
    const place = ({ stage, scene = -1, cut = -1 }: Part): number =>
      STAGES.indexOf(stage) * 1000 + scene + (cut + 1) / 10;
    return [...this.#substitutions]
      .sort((a, b) => place(a.part) - place(b.part))
      .map((each) => each.sentence);
  }

  /** Stages of which no part came from a service. */
  get offline(): readonly Stage[] {
    return STAGES.filter((stage) => {
      const makers = this.makersOf(stage);
      return makers.length > 0 && makers.every(isOffline);
    });
  }

  /** Ids of the ports that made the stage's parts; of one visual's alone where its place is named. */
  makersOf(stage: Stage, place?: VisualPlace): readonly string[] {
    const parts = this.#made.filter(
      ({ part }) => part.stage === stage && (place === undefined || isSamePlace(part, place)),
    );
    return [...new Set(parts.map(({ by }) => by))];
  }
}
