import { InputInvalid } from '@shortfactory/core';
import type { Post } from '@shortfactory/core';

/** @see https://developers.google.com/youtube/v3/docs/videos#snippet */
export const POST_LIMITS = { titleChars: 100, descriptionBytes: 5000, tagsChars: 500 } as const;
/** The marker by which it is known again is a tag, too. */
const MARKER_CHARS = 'shortfactory-'.length + 16;
const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

/** Throws InputInvalid for what YouTube does not take, by the field's place in a request. */
export function checkPost(post: Post, atMs: number | undefined, nowMs: number): void {
  const { title, description, tags, privacy, publishAtMs } = post;
  const wrong = (field: string, problem: string): never => {
    throw new InputInvalid(`/${field}`, problem);
  };
  if (title.trim() === '') wrong('title', 'is empty');
  if ([...title].length > POST_LIMITS.titleChars)
    wrong('title', `has more than ${POST_LIMITS.titleChars} characters`);
  for (const [field, text] of Object.entries({ title, description }))
    if (/[<>]/.test(text)) wrong(field, 'has a “<” or a “>”, which YouTube does not take');
  if (Buffer.byteLength(description) > POST_LIMITS.descriptionBytes)
    wrong('description', `has more than ${POST_LIMITS.descriptionBytes} bytes`);
  const most = POST_LIMITS.tagsChars - MARKER_CHARS - 1;
  if (tagsChars(tags) > most) wrong('tags', `have more than ${most} characters together`);
  for (const [index, tag] of tags.entries())
    if (tag.trim() === '' || /[<>,]/.test(tag))
      wrong(`tags/${index}`, 'is not a tag (expected words without “<”, “>” and commas)');
  if (atMs !== undefined && atMs > nowMs + YEAR_MS) wrong('at', 'is more than a year away');
  if (publishAtMs === undefined) return;
  if (privacy !== 'private')
    wrong('publishAt', 'goes with privacy private alone: until then nobody else sees it');
  if (publishAtMs <= Math.max(nowMs, atMs ?? 0)) wrong('publishAt', 'is not after it is sent');
  if (publishAtMs > nowMs + 2 * YEAR_MS) wrong('publishAt', 'is more than two years away');
}

/** As YouTube counts: with a comma between tags, and quotes around those of several words. */
function tagsChars(tags: readonly string[]): number {
  return tags.reduce((sum, tag) => sum + [...tag].length + (/\s/.test(tag) ? 2 : 0) + 1, 0);
}

/** A text's beginning as YouTube takes it as a title. */
export function titleFrom(text: string): string {
  return [...taken(text)].slice(0, POST_LIMITS.titleChars).join('').trim();
}

/** A text's beginning as YouTube takes it as a description. */
export function descriptionFrom(text: string): string {
  const whole = taken(text);
  if (Buffer.byteLength(whole) <= POST_LIMITS.descriptionBytes) return whole;
  return Buffer.from(whole)
    .subarray(0, POST_LIMITS.descriptionBytes)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
}

function taken(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}
