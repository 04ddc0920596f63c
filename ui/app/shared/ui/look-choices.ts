import type { Options } from '../api/script.ts';
import { captionsAlone, isSameLook, lookIn, namedLook } from '../drafts/looks.ts';
import type { Strings } from '../strings/index.ts';

/** A look to choose; `picture` is a frame of it. */
export interface LookChoice {
  /** As settings have it. */
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly picture?: string;
}

interface LookGroup {
  readonly label: string;
  readonly choices: readonly LookChoice[];
}

/** The looks that can be chosen, styles of captions alone, and the one that is chosen where it is none of them. */
export function lookGroups(
  look: string,
  { looks, captionStyles }: Pick<Options, 'looks' | 'captionStyles'>,
  { create }: Pick<Strings, 'create'>,
): { readonly groups: readonly LookGroup[]; readonly chosen: LookChoice } {
  const named = looks.map((each): LookChoice => ({
    value: namedLook(each),
    label: each.label,
    picture: `/looks/${each.id}.jpg`,
  }));
  const captions = captionStyles
    // The first of the looks has it.
    .filter((style) => style !== 'block')
    .map((style): LookChoice => ({
      value: captionsAlone(style),
      ...create.captionStyles[style],
      picture: `/looks/captions-${style}.jpg`,
    }));
  const known = [...named, ...captions].find(({ value }) => isSameLook(value, look));
  const own = { value: look, label: lookIn(look)?.name ?? create.lookOwn };
  const groups = [
    { label: create.lookGroups.looks, choices: known ? named : [...named, own] },
    { label: create.lookGroups.captions, choices: captions },
  ];
  return { groups, chosen: known ?? own };
}
