import { ScriptInvalid } from '@shortfactory/core';
import { decodeText } from './decode-text.ts';
import { textOfDocx } from './docx.ts';
import { openZip } from './open-zip.ts';

/** The most that a file may have which is read as a script: a Word document brings its pictures along. */
export const MAX_DOCUMENT_BYTES = 20_000_000;
/** A script of 700 words is under 10 kB; a megabyte of text is a wrong file. */
const MAX_TEXT_BYTES = 1_000_000;
const SAVE_AS = 'save it as .docx, .txt or .md and try again';

/**
 * The text of a script's file: text in UTF-8, UTF-16 or an older encoding that is certain, or a Word document, whose headings, lists and tables
 * become Markdown. What the bytes are decides, not the file's name.
 * @throws ScriptInvalid in words that follow the file's name: what it is, and what to do.
 */
export async function readDocument(bytes: Uint8Array): Promise<{ text: string; remark?: string }> {
  const kind = kindOf(bytes);
  if (kind !== undefined) throw new ScriptInvalid('', `is ${kind}; ${SAVE_AS}`);
  if (startsWith(bytes, 'PK')) return { text: fromZip(bytes) };
  if (bytes.length > MAX_TEXT_BYTES) {
    throw new ScriptInvalid(
      '',
      `has ${bytes.length} bytes; at most ${MAX_TEXT_BYTES} were expected of a text`,
    );
  }
  const { text, encoding } = await decodeText(bytes);
  const what = asText(text);
  if (what !== undefined) throw new ScriptInvalid('', `is ${what}`);
  return encoding === undefined ? { text } : { text, remark: `The text was read as ${encoding}.` };
}

function fromZip(bytes: Uint8Array): string {
  const zip = openZip(bytes);
  if (zip.names.includes('word/document.xml')) return textOfDocx(zip);
  const opens = (start: string): boolean => zip.names.some((name) => name.startsWith(start));
  const kind = opens('xl/')
    ? 'an Excel workbook'
    : opens('ppt/')
      ? 'a PowerPoint presentation'
      : opens('Index/') || opens('Index.zip')
        ? 'a Pages document'
        : zip.names.includes('mimetype') && opens('META-INF/container.xml')
          ? 'an EPUB book'
          : zip.names.includes('mimetype')
            ? 'an OpenDocument file (.odt)'
            : 'a ZIP archive';
  throw new ScriptInvalid('', `is ${kind}; ${SAVE_AS}`);
}

const MAGIC: readonly (readonly [start: string, what: string])[] = [
  ['%PDF', 'a PDF'],
  ['{\\rtf', 'an RTF document'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word document (.doc)'],
  ['Rar!', 'a RAR archive'],
  ['\u001f\u008b', 'a gzip archive'],
  ['7z\u00bc\u00af', 'a 7-Zip archive'],
  ['\u0089PNG', 'a picture (PNG)'],
  ['\u00ff\u00d8\u00ff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['RIFF', 'a sound or a picture'],
  ['ID3', 'a sound (MP3)'],
  ['OggS', 'a sound (Ogg)'],
  ['fLaC', 'a sound (FLAC)'],
];

function kindOf(bytes: Uint8Array): string | undefined {
  const known = MAGIC.find(([start]) => startsWith(bytes, start))?.[1];
  return known ?? (startsWith(bytes.subarray(4), 'ftyp') ? 'a video, a sound or a picture' : undefined);
}

/** Text that is no script, and what to do. */
function asText(text: string): string | undefined {
  const head = text.slice(0, 300).trimStart();
  if (/^\[Script Info\]/u.test(head)) return 'an ASS subtitle file; save it as .srt or .vtt and try again';
  if (/^<\?xml[^>]*>\s*(?:<!--.*?-->\s*)?<(?:tt|fcpxml|office:document)\b/u.test(head))
    return 'an XML document; save it as .srt, .docx or .txt and try again';
  return undefined;
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return [...start].every((char, index) => bytes[index] === char.charCodeAt(0));
}
