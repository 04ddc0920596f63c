import { isSpeakable, primaryLanguage } from '@shortfactory/core';
import { readLine, spokenInline, takeImages } from './markdown.ts';
import { endsSentence, fullStop } from './sentences.ts';

/** What is said without a break, and the picture that its author asked for ('' when none). */
export interface Passage {
  readonly spoken: string;
  readonly visual: string;
}

/** Headings that only number a scene are its mark, not its words. */
const SCENE_LABEL =
  /^(?:scene|shot|slide|part|szene|teil|escena|parte|scène|partie|दृश्य|المشهد|مشهد|场景|第.{1,3}[场幕])\s*#?[\d٠-٩०-९]*\s*[:：.]?$/iu;
const VISUAL_LINE = /^(?:[*_]{0,3})visual(?:[*_]{0,3})\s*[:：]\s*(?:[*_]{1,3})?(.*)$/iu;
const VISUAL_BRACKET =
  /\[\s*visual\s*[:：]([^[\]\n]*)\]|[(（]\s*visual\s*[:：]([^()（）\n]*(?:\([^()\n]*\)[^()（）\n]*)*)[)）]/giu;

type Part = { readonly spoken: string } | { readonly visual: string };

/**
 * Reads a text's lines into its first `# heading` and the passages between the author's scene breaks (blank lines,
 * rules, headings). A visual belongs to the words under it when its section begins with one, else to those above it.
 */
export function readBlocks(text: string, language: string): { heading?: string; passages: Passage[] } {
  const lines = text.split('\n');
  const sections: Part[][] = [[]];
  let paragraph: string[] = [];
  let lead = '';
  let heading: string | undefined;
  let fenced = false;

  const endParagraph = (): void => {
    const joined = (
      primaryLanguage(language) === 'zh' ? joinWrapped(paragraph) : paragraph.join('\n')
    ).trim();
    const said =
      lead !== '' || joined !== '' ? [lead, spokenInline(joined).trim()].filter(Boolean).join(' ') : '';
    if (isSpeakable(said)) sections.at(-1)?.push({ spoken: said });
    paragraph = [];
    lead = '';
  };
  const addVisual = (visual: string): void => {
    const wasLead = lead;
    if (paragraph.length > 0) endParagraph();
    else lead = wasLead;
    if (visual.trim() !== '') sections.at(-1)?.push({ visual: spokenInline(visual).trim() });
  };
  const addText = (line: string): void => {
    const { rest, alts } = takeImages(line);
    const visuals = [...alts];
    const spoken = rest.replace(VISUAL_BRACKET, (_, square?: string, round?: string) => {
      visuals.push(square ?? round ?? '');
      return ' ';
    });
    const whole = VISUAL_LINE.exec(spoken.trim());
    if (whole) visuals.push(whole[1] ?? '');
    else if (spoken.trim() !== '') paragraph.push(spoken.trim());
    for (const visual of visuals) addVisual(visual);
  };

  for (const [index, raw] of lines.entries()) {
    const line = readLine(raw, lines[index + 1] ?? '');
    if (line.kind === 'fence') {
      fenced = !fenced;
    } else if (fenced) {
      if (raw.trim() !== '') paragraph.push(raw.trim());
    } else if (line.kind === 'blank') {
      if (paragraph.length > 0) endParagraph();
    } else if (line.kind === 'break') {
      endParagraph();
      sections.push([]);
    } else if (line.kind === 'heading') {
      endParagraph();
      const title = spokenInline(line.text).trim();
      const atTop = heading === undefined && sections.length === 1 && sections[0]?.length === 0;
      if (line.level === 1 && atTop) {
        heading = title;
      } else {
        sections.push([]);
        if (!SCENE_LABEL.test(title)) lead = sentence(title, language);
      }
    } else {
      const isVisual = /visual\s*[:：]/iu.test(line.text);
      addText(line.kind === 'mark' && !isVisual ? sentence(line.text, language) : line.text);
    }
  }
  endParagraph();
  const passages = sections.flatMap(passagesOf);
  return heading === undefined || heading === '' ? { passages } : { heading, passages };
}

function passagesOf(parts: readonly Part[]): Passage[] {
  const passages: Passage[] = [];
  const first = parts[0];
  const above = first !== undefined && 'visual' in first;
  let pending = '';
  for (const part of parts) {
    if ('spoken' in part) {
      passages.push({ spoken: part.spoken, visual: pending });
      pending = '';
      continue;
    }
    const last = passages.at(-1);
    if (above || !last) pending = join(pending, part.visual);
    else passages[passages.length - 1] = { spoken: last.spoken, visual: join(last.visual, part.visual) };
  }
  return passages;
}

function join(a: string, b: string): string {
  return a === '' ? b : `${a}; ${b}`;
}

/** A heading or list entry said as a sentence: it gets the stop that its line break stood for. */
function sentence(text: string, language: string): string {
  const bare = text.trimEnd();
  if (!isSpeakable(bare) || endsSentence(bare) || /[,;:，；：、،؛–—-]$/u.test(bare)) return bare;
  const closing = /[*_`]+$/u.exec(bare)?.[0] ?? '';
  if (endsSentence(bare.slice(0, bare.length - closing.length))) return bare;
  return `${bare}${fullStop(language)}`;
}

/** Wrapped lines of a script without spaces between words join without one. */
function joinWrapped(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const latin = /[\p{Script=Latin}\p{N}]$/u.test(text) && /^[\p{Script=Latin}\p{N}]/u.test(line);
    return text === '' || latin ? `${text} ${line}`.trim() : text + line;
  }, '');
}
