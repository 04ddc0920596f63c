/** A version of the product: three numbers, nothing after them. */
export const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;
const RELEASE = /^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$/;
const UNRELEASED = '## Unreleased';

interface Section {
  readonly line: number;
  /** Undefined is what is not released yet. */
  readonly release: { readonly version: string; readonly date: string } | undefined;
  readonly entries: readonly string[];
}

/**
 * One sentence with its line for each thing in a changelog that is not as it should be: “Unreleased” first, then
 * `## <version> (<date>)` from the newest down, below each one list item a change. The newest is `version`.
 */
export function changelogProblems(text: string, version: string): string[] {
  const problems: string[] = [];
  const sections = sectionsOf(text, problems);
  const [first, ...released] = sections;
  if (!first || first.release) problems.push(`line ${first?.line ?? 1}: “${UNRELEASED}” was expected first`);
  const seen = new Set<string>();
  for (const { line, entries } of sections) {
    for (const entry of entries) {
      if (seen.has(entry)) problems.push(`line ${line}: “${entry.slice(0, 40)}…” stands twice`);
      seen.add(entry);
    }
  }
  released.forEach(({ line, release, entries }, index) => {
    const above = released[index - 1]?.release;
    if (!release) problems.push(`line ${line}: “${UNRELEASED}” stands twice`);
    else if (!isDay(release.date)) problems.push(`line ${line}: ${release.date} is not a date`);
    else if (above && compareVersions(above.version, release.version) <= 0)
      problems.push(`line ${line}: ${release.version} was expected above ${above.version}`);
    else if (above && above.date < release.date)
      problems.push(`line ${line}: ${release.version} is dated after ${above.version}`);
    if (entries.length === 0) problems.push(`line ${line}: a release with at least one change was expected`);
  });
  const newest = released[0]?.release?.version;
  if (newest !== version)
    problems.push(
      `the newest release is ${newest ?? 'missing'}; ${version}, the version in package.json, was expected`,
    );
  return problems;
}

/** The changelog with what was not released as `version` of `date` (YYYY-MM-DD), below an empty “Unreleased”. */
export function withRelease(text: string, version: string, date: string): string {
  return text.replace(`${UNRELEASED}\n`, `${UNRELEASED}\n\n## ${version} (${date})\n`);
}

/** Below 0, 0 or above 0, as `a` comes before, with or after `b`. Both have to be versions. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((each) => (VERSION.exec(each) ?? []).slice(1).map(Number));
  const differences = [0, 1, 2].map((index) => (left?.[index] ?? NaN) - (right?.[index] ?? NaN));
  return differences.find((difference) => difference !== 0) ?? 0;
}

function sectionsOf(text: string, problems: string[]): Section[] {
  const sections: { line: number; release: Section['release']; entries: string[] }[] = [];
  text.split('\n').forEach((content, index) => {
    const line = index + 1;
    const current = sections.at(-1);
    if (content.startsWith('## ')) {
      const [, version, date] = RELEASE.exec(content) ?? [];
      const release = version !== undefined && date !== undefined ? { version, date } : undefined;
      if (!release && content !== UNRELEASED)
        problems.push(`line ${line}: “## 1.2.3 (2026-01-31)” or “${UNRELEASED}” was expected`);
      sections.push({ line, release, entries: [] });
    } else if (content.startsWith('- ')) {
      current?.entries.push(content.slice(2));
    } else if (content !== '' && current) {
      problems.push(`line ${line}: one list item a change was expected`);
    }
  });
  return sections;
}

function isDay(date: string): boolean {
  const time = Date.parse(date);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(date);
}
