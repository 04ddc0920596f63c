/** Letters that may be wrong in a name: none in a short one, where any other is as near. */
const SLIPS = [
  { fromChars: 8, slips: 2 },
  { fromChars: 4, slips: 1 },
] as const;

/**
 * The one of the names that is meant by a text: the same but for case, accents and signs, or by a slip of the hand.
 * @returns undefined where none is near, or two are as near.
 */
export function nearName<Name extends string>(given: string, names: readonly Name[]): Name | undefined {
  const wanted = folded(given);
  const same = names.filter((name) => folded(name) === wanted);
  if (same.length > 0 || !/^\p{L}+$/u.test(wanted)) return same.length === 1 ? same[0] : undefined;
  const most = SLIPS.find(({ fromChars }) => wanted.length >= fromChars)?.slips ?? 0;
  const near = names
    .map((name) => ({ name, slips: slipsBetween(wanted, folded(name), most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips);
  return near[0] && near[0].slips !== near[1]?.slips ? near[0].name : undefined;
}

/** Without case, accents and signs; 9x16 is 9:16. */
function folded(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=\d)x(?=\d)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Letters that are other, missing or too many (Levenshtein); above `most` it is only known to be more. */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const letter of a) {
    const row = [(before[0] ?? 0) + 1];
    for (let at = 1; at <= b.length; at += 1)
      row.push(
        Math.min(
          (row[at - 1] ?? 0) + 1,
          (before[at] ?? 0) + 1,
          (before[at - 1] ?? 0) + (letter === b[at - 1] ? 0 : 1),
        ),
      );
    before = row;
  }
  return before[b.length] ?? Infinity;
}
