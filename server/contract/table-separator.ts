const SEPARATORS = [',', ';', '\t'] as const;

/** What separates the cells of a CSV: what stands most in its first line outside of quotes. */
export function separatorOf(csv: string): (typeof SEPARATORS)[number] {
  const [head = ''] = csv.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\r|\n/, 1);
  const counts = SEPARATORS.map((each) => head.split(each).length - 1);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}
