import { linesOfJson } from './json-script.ts';
import type { LeftOut } from './left-out.ts';

const FENCE = /^\s{0,3}(`{3,}|~{3,})\s*([\w+#.-]*)[^`]*$/u;
const PROSE = ['', 'text', 'txt', 'markdown', 'md', 'plaintext', 'plain', 'script', 'srt', 'vtt', 'fountain'];

/**
 * Lines without code. A fence that holds a script as JSON becomes that script's lines, and one around prose (chat models
 * put whole scripts in one) only loses its marks.
 */
export function withoutCode(
  lines: readonly string[],
  leftOut: LeftOut,
): { lines: string[]; language?: string } {
  const kept: string[] = [];
  let language: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const open = FENCE.exec(lines[at] ?? '');
    if (!open) {
      kept.push(lines[at] ?? '');
      continue;
    }
    const mark = open[1] ?? '```';
    const end = lines.findIndex(
      (line, index) => index > at && line.trim().startsWith(mark) && /^[`~\s]+$/u.test(line),
    );
    const inside = lines.slice(at + 1, end < 0 ? undefined : end);
    const json = linesOfJson(inside.join('\n'));
    if (json) {
      kept.push('', ...json.lines, '');
      language ??= json.language;
    } else if (PROSE.includes((open[2] ?? '').toLowerCase()) && !looksLikeCode(inside)) {
      kept.push('', ...inside, '');
    } else {
      leftOut.add('code');
      kept.push('');
    }
    if (end < 0) break;
    at = end;
  }
  return language === undefined ? { lines: kept } : { lines: kept, language };
}

/** Half of the lines end or begin as statements do, and sentences do not. */
function looksLikeCode(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  const code = written.filter((line) =>
    /[;{}]\s*$|^\s*(?:[{}[\]<]|[#/]{2}|\$ |npm |git |import |const |let |var |def |function |return )|\w\([^)]*\)\s*$|[\w\]]\s*(?:=|:=|=>|\+=)\s*\S/u.test(
      line,
    ),
  );
  return written.length > 0 && code.length * 2 >= written.length;
}
