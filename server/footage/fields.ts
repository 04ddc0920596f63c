import { z } from 'zod';

const MOST_PX = 100_000;
const MOST_BYTES = 1e12;
const MOST_SECONDS = 86_400;

/** Numbers of a source; one that is not finite or out of range makes its item, or only itself, be left out. */
export const px = z.number().int().min(1).max(MOST_PX);
export const bytes = z.number().int().min(1).max(MOST_BYTES).optional().catch(undefined);
export const seconds = z.number().min(0.1).max(MOST_SECONDS);
export const total = z.number().int().min(0).max(1e9).catch(0);
export const numericId = z.number().int().min(1).max(1e12);

/** An address of a source, as it is shown and fetched. Whether it may be reached is found out when it is. */
export const address = z
  .string()
  .max(2048)
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol));
export const maybeAddress = address.optional().catch(undefined);

/** Items that are what they should be; others are left out. */
export function each<T>(list: readonly unknown[], shape: z.ZodType<T>): T[] {
  return list.flatMap((one) => {
    const parsed = shape.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text of a source in one line: without markup and signs that are not seen, and not longer than `most`. */
export function plain(text: string | null | undefined, most: number): string {
  const line = (text ?? '')
    .slice(0, 20_000)
    .replace(/<(style|script)\b[^]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\s]+/gu, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

export const TITLE_CHARS = 160;
export const AUTHOR_CHARS = 100;
