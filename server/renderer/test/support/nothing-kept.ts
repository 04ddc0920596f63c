import type { KeptSounds } from '../../sound/kept-sounds.ts';

/** Parts of sounds are encoded each time. */
export const NOTHING_KEPT: KeptSounds = {
  find: () => Promise.resolve(undefined),
  keep: () => Promise.resolve(),
};
