/** What is less than it could be, taken apart: whose picture, what happened, why. */
export interface Degraded {
  /** Counted from 1, when it is about one scene's picture. */
  readonly pictureOf?: number;
  readonly what: string;
  readonly why: string;
}

/** "Scene 3’s picture was drawn offline: the reason." → its parts. Other sentences stay whole. */
export function degradedOf(sentence: string): Degraded {
  const [, what = '', why = ''] = /^([^:]{1,120}): (.+)$/su.exec(sentence) ?? [];
  if (what === '') return { what: sentence.replace(/\.$/, ''), why: '' };
  const scene = /^Scene (\d+)\P{L}s picture was drawn/u.exec(what)?.[1];
  return { what, why, ...(scene !== undefined && { pictureOf: Number(scene) }) };
}

/** Scenes, counted from 1, that a service should have drawn and did not. */
export function substitutedScenes(degraded: readonly string[]): number[] {
  return degraded.flatMap((sentence) => degradedOf(sentence).pictureOf ?? []);
}
