/** What a script held and what is not spoken, counted by kind. */
export const LEFT_OUT = [
  'label',
  'screenText',
  'table',
  'code',
  'formula',
  'address',
  'hashtag',
  'remark',
] as const;
export type LeftOutKind = (typeof LEFT_OUT)[number];
export type LeftOutCounts = Readonly<Partial<Record<LeftOutKind, number>>>;

const NAMES: Readonly<Record<LeftOutKind, readonly [one: string, many: string]>> = {
  label: ['a label or direction', 'labels and directions'],
  screenText: ['an on-screen text', 'on-screen texts'],
  table: ['a table', 'tables'],
  code: ['a piece of code', 'pieces of code'],
  formula: ['a formula', 'formulas'],
  address: ['an address', 'addresses'],
  hashtag: ['a hashtag', 'hashtags'],
  remark: ['a remark of the chat model', 'remarks of the chat model'],
};

/** Counts while a script is read. */
export class LeftOut {
  readonly #counts = new Map<LeftOutKind, number>();

  add(kind: LeftOutKind, many = 1): void {
    if (many > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + many);
  }

  get counts(): LeftOutCounts {
    return Object.fromEntries(this.#counts);
  }
}

/** "3 labels and directions and a table were not spoken."; undefined when everything was. */
export function leftOutSentence(counts: LeftOutCounts): string | undefined {
  const listed = LEFT_OUT.flatMap((kind) => {
    const many = counts[kind] ?? 0;
    const [one, more] = NAMES[kind];
    return many === 0 ? [] : [many === 1 ? one : `${many} ${more}`];
  });
  if (listed.length === 0) return undefined;
  const one = listed.length === 1 && Object.values(counts).every((many) => many === 1);
  const text = new Intl.ListFormat('en', { type: 'conjunction' }).format(listed);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${one ? 'was' : 'were'} not spoken.`;
}
