import { isSound } from './labels/read-label.ts';
import type { LeftOut } from './left-out.ts';

const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s.*)?$`, 'u');
/** A pause between cues that the viewer sees as one. */
const PAUSE_SECONDS = 2;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

interface Cue {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly text: string;
}

/** True for the text of a .srt or .vtt file. */
export function isSubtitles(text: string): boolean {
  const head = text.slice(0, 2000);
  return (
    /^\s*WEBVTT(?:\s|$)/u.test(head) || head.split('\n').some((line, index) => index < 8 && TIMING.test(line))
  );
}

/** What subtitles say, as paragraphs between pauses, and when their last one ends. Numbers, times and marks are gone. */
export function readSubtitles(text: string, leftOut: LeftOut): { text: string; seconds: number } {
  const cues = withoutRepeats(cuesOf(text));
  const said = cues.flatMap((cue) => {
    const spoken = spokenOf(cue.text, leftOut);
    return spoken === '' ? [] : [{ ...cue, text: spoken }];
  });
  let whole = '';
  let endedAt = 0;
  for (const cue of said) {
    const gap = cue.startSeconds - endedAt >= PAUSE_SECONDS ? '\n\n' : UNSPACED.test(whole) ? '' : ' ';
    whole = whole === '' ? cue.text : `${whole}${gap}${cue.text}`;
    endedAt = cue.endSeconds;
  }
  return { text: whole, seconds: endedAt };
}

function cuesOf(text: string): Cue[] {
  const lines = text.split('\n');
  const cues: Cue[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const timing = TIMING.exec(lines[at] ?? '');
    if (!timing) continue;
    const body: string[] = [];
    for (
      at += 1;
      at < lines.length && (lines[at] ?? '').trim() !== '' && !TIMING.test(lines[at] ?? '');
      at += 1
    )
      body.push((lines[at] ?? '').trim());
    // A number before the next time is that cue's, where the blank line between is missing.
    if (TIMING.test(lines[at] ?? '')) {
      if (/^\d+$/u.test(body.at(-1) ?? '')) body.pop();
      at -= 1;
    }
    cues.push({
      startSeconds: secondsOf(timing, 1),
      endSeconds: secondsOf(timing, 5),
      text: body.join('\n'),
    });
  }
  return cues;
}

function secondsOf(timing: RegExpExecArray, from: number): number {
  const [hours, minutes, seconds, part] = [0, 1, 2, 3].map((index) => timing[from + index] ?? '0');
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${part ?? 0}`);
}

/** Rolling captions repeat the line before: each line is said once. */
function withoutRepeats(cues: readonly Cue[]): Cue[] {
  let before: readonly string[] = [];
  return cues.map((cue) => {
    const lines = cue.text.split('\n').map((line) => withoutTags(line).trim());
    const fresh =
      lines.length > 1 || before.length > 1 ? lines.filter((line) => !before.includes(line)) : lines;
    before = lines;
    return { ...cue, text: fresh.join('\n') };
  });
}

function spokenOf(text: string, leftOut: LeftOut): string {
  const lines = withoutTags(text)
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–—]\s+|>{2,3}\s*)/u, '').trim());
  const spoken = lines.flatMap((line) => {
    const bracketed = /^(?:[[(（【](.*)[\])）】]|[♪♫]+([^♪♫]*)[♪♫]+)$/u.exec(line)?.slice(1).find(Boolean);
    if (bracketed !== undefined && isSound(bracketed)) {
      leftOut.add('label');
      return [];
    }
    return [line.replace(/[♪♫]/gu, '').trim()];
  });
  return spoken
    .filter(Boolean)
    .reduce((whole, line) => (whole === '' || UNSPACED.test(whole) ? whole + line : `${whole} ${line}`), '');
}

function withoutTags(text: string): string {
  return text.replace(/<[^<>]{0,200}>|\{\\[^{}]{0,200}\}/gu, '');
}
