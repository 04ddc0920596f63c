import type { FootageLicence, Script, Short } from '@shortfactory/core';
import { tagsIn, takeHashtags } from '../script-text/hashtags.ts';
import { hashtagsOf } from './hashtags-of.ts';

/** Whose photo or clip is seen, under which licence, and in which scenes. */
export interface KitCredit {
  /** The line that the licence asks for. */
  readonly attribution: string;
  readonly licence: FootageLicence;
  /** From 1, as people count. */
  readonly scenes: readonly number[];
}

/** What goes with a video where it is posted. */
export interface PostKit {
  readonly title: string;
  /** BCP 47, of all words here. */
  readonly language: string;
  /** Without hashtags. */
  readonly description: string;
  /** Each with its sign. */
  readonly hashtags: readonly string[];
  readonly credits: readonly KitCredit[];
  /** What of it was made with AI; absent where nothing was. */
  readonly disclosure?: string;
  /** What the thumbnail shows, for those who do not see it. */
  readonly altText: string;
  /** All that is pasted where a video is described: description, disclosure, hashtags, credits. */
  readonly text: string;
}

/**
 * A short's publish kit, the same at every call. Words are the writer's where there are some: a description's own
 * hashtags come before those of the script's words.
 */
export function postKitOf(short: Short): PostKit {
  const { rest: description, tags } = withoutTags(short.description);
  const hashtags = tags.length > 0 ? tags : hashtagsOf(short.script);
  const credits = creditsOf(short);
  const disclosure = short.origin?.disclosure;
  const text = [
    description,
    disclosure ?? '',
    hashtags.join(' '),
    credits.map(({ attribution }) => attribution).join('\n'),
  ];
  return {
    title: short.title,
    language: short.language,
    description,
    hashtags,
    credits,
    ...(disclosure === undefined ? {} : { disclosure }),
    altText: altTextOf(short),
    text: text.filter((part) => part !== '').join('\n\n'),
  };
}

/** The kit as a file to read and to copy from. */
export function postKitText({ title, text, altText }: PostKit): string {
  return `${title}\n\n${text}\n\nAlt text of the thumbnail: ${altText}\n`;
}

function withoutTags(description: string): { rest: string; tags: string[] } {
  const lines = description.split('\n').map(takeHashtags);
  const tags = lines.flatMap((line) => tagsIn(line.tags.join(' ')));
  const rest = lines.map((line) => line.rest).join('\n');
  return { rest: rest.replace(/\n{3,}/g, '\n\n').trim(), tags: [...new Set(tags)] };
}

/** Each line once. */
function creditsOf({ credits = [] }: Short): KitCredit[] {
  const lines = new Map<string, { licence: FootageLicence; scenes: Set<number> }>();
  for (const { attribution, licence, scene } of credits) {
    const line = lines.get(attribution) ?? { licence, scenes: new Set<number>() };
    line.scenes.add(scene + 1);
    lines.set(attribution, line);
  }
  return [...lines].map(([attribution, { licence, scenes }]) => ({
    attribution,
    licence,
    scenes: [...scenes],
  }));
}

/** The thumbnail is the first scene's first picture. */
function altTextOf({
  credits = [],
  script,
  title,
}: {
  credits?: Short['credits'];
  script: Script;
  title: string;
}): string {
  const found = credits.find(({ scene, cut }) => scene === 0 && cut === undefined);
  const [first] = script.scenes;
  return [found?.title, first?.visual].find((words) => words !== undefined && words.trim() !== '') ?? title;
}
