/** Two letters that stand for a person: of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const parts = name.split(/[\s@.]+/).filter((part) => part !== '');
  const firstOf = (part = ''): string => [...new Intl.Segmenter().segment(part)][0]?.segment ?? '';
  const last = parts.length > 1 ? firstOf(parts.at(-1)) : '';
  return `${firstOf(parts[0])}${last}`.toUpperCase();
}
