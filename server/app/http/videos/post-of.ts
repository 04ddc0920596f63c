import type { publicationRequest } from '@shortfactory/contract';
import type { Post } from '@shortfactory/core';
import { descriptionFrom, titleFrom } from '@shortfactory/publishing';
import type { PostKit } from '@shortfactory/text';
import type { z } from 'zod';

const MOST_TAGS = 10;

/** What is asked for, and of the publish kit what is not. */
export function postOf(
  kit: Pick<PostKit, 'title' | 'text' | 'hashtags' | 'language'> & {
    readonly disclosure?: string | undefined;
  },
  asked: z.output<typeof publicationRequest>,
): Post {
  const { title, description, tags, language, privacy, publishAt, madeForKids, syntheticMedia } = asked;
  return {
    title: title ?? titleFrom(kit.title),
    description: description ?? descriptionFrom(kit.text),
    tags: tags ?? kit.hashtags.map((tag) => tag.slice(1)).slice(0, MOST_TAGS),
    language: language ?? kit.language,
    ...{ privacy, madeForKids },
    syntheticMedia: syntheticMedia ?? kit.disclosure !== undefined,
    ...(publishAt !== undefined && { publishAtMs: Date.parse(publishAt) }),
  };
}
