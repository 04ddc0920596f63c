import { ScriptInvalid } from '@shortfactory/core';
import { Parser } from 'htmlparser2';
import type { Zip } from './open-zip.ts';

/**
 * The text of a Word document as Markdown: headings, list entries and tables with their marks, everything else as
 * paragraphs. Deleted text, comments, headers and footnotes are not in it.
 * @see ECMA-376, part 1, 17 (WordprocessingML)
 */
export function textOfDocx(zip: Zip): string {
  const xml = zip.read('word/document.xml');
  if (!xml) throw new ScriptInvalid('', 'is a Word document without text');
  const styles = zip.read('word/styles.xml');
  const reader = new DocumentReader(styles ? headingsOf(decode(styles)) : new Map());
  parse(decode(xml), reader);
  return reader.text;
}

interface Handler {
  onopentag(name: string, attributes: Readonly<Record<string, string>>): void;
  ontext(text: string): void;
  onclosetag(name: string): void;
}

/** No entity of a document type is ever expanded by this parser. */
function parse(xml: string, handler: Handler): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.onopentag(name, attributes),
      ontext: (text) => handler.ontext(text),
      onclosetag: (name) => handler.onclosetag(name),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** Heading level by id of a paragraph style, whose ids are translated while its names are not; 1 is the title, too. */
function headingsOf(xml: string): Map<string, number> {
  const levels = new Map<string, number>();
  let id = '';
  parse(xml, {
    onopentag(name, attributes) {
      if (name === 'w:style') id = attributes['w:styleId'] ?? '';
      if (name !== 'w:name' || id === '') return;
      const style = (attributes['w:val'] ?? '').toLowerCase();
      const level = style === 'title' ? 1 : Number(/^heading ([1-6])$/u.exec(style)?.[1] ?? 0);
      if (level > 0) levels.set(id, level);
    },
    ontext: () => undefined,
    onclosetag: () => undefined,
  });
  return levels;
}

/** Elements whose content is no text of the document, or is there a second time. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'mc:Fallback',
  'w:delText',
  'w:comment',
  'w:pPrChange',
  'w:rPrChange',
]);

class DocumentReader implements Handler {
  readonly #headings: ReadonlyMap<string, number>;
  readonly #lines: string[] = [];
  /** Cells of the rows of the table that is open, outermost first. */
  readonly #tables: string[][][] = [];
  #paragraph = '';
  #mark = '';
  #isList = false;
  #wasList = false;
  #inText = false;
  #skipping = 0;

  constructor(headings: ReadonlyMap<string, number>) {
    this.#headings = headings;
  }

  get text(): string {
    return this.#lines
      .join('\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim();
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (SKIPPED.has(name)) this.#skipping += 1;
    if (this.#skipping > 0) return;
    if (name === 'w:p') [this.#paragraph, this.#mark, this.#isList] = ['', '', false];
    else if (name === 'w:t') this.#inText = true;
    else if (name === 'w:tab') this.#paragraph += '\t';
    else if (name === 'w:br' || name === 'w:cr') this.#paragraph += '\n';
    else if (name === 'w:noBreakHyphen') this.#paragraph += '-';
    else if (name === 'w:numPr') this.#isList = true;
    else if (name === 'w:pStyle') {
      const level = this.#headings.get(attributes['w:val'] ?? '');
      if (level !== undefined) this.#mark = `${'#'.repeat(level)} `;
    } else if (name === 'w:tbl') this.#tables.push([]);
    else if (name === 'w:tr') this.#tables.at(-1)?.push([]);
    else if (name === 'w:tc') this.#tables.at(-1)?.at(-1)?.push('');
  }

  ontext(text: string): void {
    if (this.#inText && this.#skipping === 0) this.#paragraph += text;
  }

  onclosetag(name: string): void {
    if (SKIPPED.has(name)) this.#skipping -= 1;
    if (this.#skipping > 0) return;
    if (name === 'w:t') this.#inText = false;
    else if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tbl') this.#endTable();
  }

  #endParagraph(): void {
    const text = this.#paragraph.replace(/\t/gu, ' ').trim();
    const row = this.#tables.at(-1)?.at(-1);
    if (row && row.length > 0) {
      const before = row.at(-1) ?? '';
      row[row.length - 1] = [before, text.replaceAll('\n', '<br>')].filter(Boolean).join('<br>');
    } else if (text !== '') {
      const list = this.#isList && this.#mark === '';
      if (!(list && this.#wasList)) this.#lines.push('');
      this.#lines.push(`${list ? '- ' : this.#mark}${this.#mark === '' ? text : text.replaceAll('\n', ' ')}`);
      this.#wasList = list;
    } else this.#wasList = false;
  }

  #endTable(): void {
    const rows = this.#tables.pop() ?? [];
    const written = rows.map(
      (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
    );
    const [header, ...others] = written;
    if (header === undefined) return;
    const outer = this.#tables.at(-1)?.at(-1);
    // A table within a cell is that cell's text.
    if (outer && outer.length > 0) {
      outer[outer.length - 1] = [outer.at(-1), ...rows.flat()].filter(Boolean).join('<br>');
      return;
    }
    const rule = `|${' --- |'.repeat(rows[0]?.length ?? 1)}`;
    this.#lines.push('', header, rule, ...others, '');
  }
}
