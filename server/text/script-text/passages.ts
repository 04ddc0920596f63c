/** What is said without a break, and the picture that its author asked for ('' when none). */
export interface Passage {
  readonly spoken: string;
  readonly visual: string;
}

/** A section's content in order; `gap` is a blank line. */
export type Part = { readonly spoken: string } | { readonly visual: string } | 'gap';

/**
 * The passages of a section, each with its visuals. Lines without a blank line between them belong together: there a
 * visual goes with the words above it, or with those below when the visual comes first. A visual by itself goes with
 * the words below, but for a section that ends with such a visual and begins with words: there with those above.
 */
export function passagesOf(parts: readonly Part[]): Passage[] {
  const blocks = blocksOf(parts);
  const first = blocks[0]?.[0];
  const last = blocks.at(-1);
  // Pictures that come after their words leave one at the section's end.
  const sectionAbove = (first !== undefined && 'visual' in first) || !last?.every((part) => 'visual' in part);
  const passages: Passage[] = [];
  let pending = '';
  for (const block of blocks) {
    const alone = block.every((part) => 'visual' in part);
    const opening = block[0];
    const above = alone
      ? sectionAbove || passages.length === 0
      : opening !== undefined && 'visual' in opening;
    for (const part of block) {
      const before = passages.at(-1);
      if ('spoken' in part) {
        passages.push({ spoken: part.spoken, visual: pending });
        pending = '';
      } else if (above || !before) pending = join(pending, part.visual);
      else
        passages[passages.length - 1] = { spoken: before.spoken, visual: join(before.visual, part.visual) };
    }
  }
  const end = passages.at(-1);
  if (pending !== '' && end)
    passages[passages.length - 1] = { spoken: end.spoken, visual: join(end.visual, pending) };
  return passages;
}

function blocksOf(parts: readonly Part[]): Exclude<Part, 'gap'>[][] {
  const blocks: Exclude<Part, 'gap'>[][] = [[]];
  for (const part of parts) {
    if (part === 'gap') blocks.push([]);
    else blocks.at(-1)?.push(part);
  }
  return blocks.filter((block) => block.length > 0);
}

function join(a: string, b: string): string {
  return a === '' ? b : `${a}; ${b}`;
}
