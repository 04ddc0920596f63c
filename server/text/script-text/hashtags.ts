const TAG = String.raw`#[\p{L}_][\p{L}\p{M}\p{N}_]*`;
/** Who is named beside hashtags: "#ad @sam". */
const NAMED = String.raw`@[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.]*`;
const ONLY_TAGS = new RegExp(String.raw`^[\s,;·|]*${TAG}(?:[\s,;·|]+(?:${TAG}|${NAMED}))*[\s,;·|.]*$`, 'u');
const TRAILING = new RegExp(String.raw`(?:^|\s)(${TAG}(?:[\s,]+(?:${TAG}|${NAMED}))*)[\s,]*$`, 'u');

/**
 * A line without its hashtags, and they. Only what stands at the end and is no word of a sentence is one: two and more,
 * or one after the sentence's end. "#1" is a number.
 */
export function takeHashtags(line: string): { rest: string; tags: string[] } {
  if (!line.includes('#')) return { rest: line, tags: [] };
  if (ONLY_TAGS.test(line)) return { rest: '', tags: tagsIn(line) };
  const found = TRAILING.exec(line);
  if (!found) return { rest: line, tags: [] };
  const before = line.slice(0, found.index).trimEnd();
  const tags = tagsIn(found[1] ?? '');
  return tags.length > 1 || /[.!?…。！？।؟)\p{Extended_Pictographic}]$/u.test(before)
    ? { rest: before, tags }
    : { rest: line, tags: [] };
}

/** What a "Hashtags:" line lists, with or without the sign. */
export function tagsIn(text: string): string[] {
  const signed = text.match(new RegExp(TAG, 'gu'));
  if (signed) return signed;
  return text
    .split(/[,，、;]\s*/u)
    .map((tag) => tag.replace(/[^\p{L}\p{M}\p{N}_]/gu, ''))
    .filter((tag) => tag !== '')
    .map((tag) => `#${tag}`);
}
