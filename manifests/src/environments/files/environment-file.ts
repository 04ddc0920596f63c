import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document, ParsedNode, YAMLParseError } from 'yaml';
import { EnvironmentInvalid } from '../problem.ts';
import type { SettingPath } from '../problem.ts';
import { isSettings } from './settings.ts';
import type { Settings } from './settings.ts';

/** What somebody who wrote YAML by hand is helped by, beside the parser's own words. */
const HINTS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'settings of one level were expected in one column',
  BLOCK_AS_IMPLICIT_KEY: 'a value, or a new line and a deeper indent, was expected after the colon',
  DUPLICATE_KEY: 'each setting was expected once',
  MULTILINE_IMPLICIT_KEY: 'a colon was expected after the name of a setting',
  TAB_AS_INDENT: 'spaces were expected in place of the tab',
};

/** One YAML file of settings, with the lines on which they stand. */
export class EnvironmentFile {
  /** As messages name it: from the working folder. */
  readonly shown: string;
  readonly settings: Settings;
  readonly #document: Document.Parsed<ParsedNode>;
  readonly #lines: LineCounter;

  /** Throws EnvironmentInvalid, each sentence with file, line and column, when it is no YAML of settings. */
  constructor(path: string) {
    this.shown = relative(process.cwd(), path) || path;
    this.#lines = new LineCounter();
    this.#document = parseDocument(readFileSync(path, 'utf8'), {
      lineCounter: this.#lines,
      prettyErrors: false,
    });
    const { errors } = this.#document;
    if (errors.length > 0) throw new EnvironmentInvalid(errors.map((error) => this.#sentence(error)));
    const settings: unknown = this.#document.toJS();
    if (!isSettings(settings)) {
      throw new EnvironmentInvalid([`${this.shown}:1: settings such as “platform: cloud-run” were expected`]);
    }
    this.settings = settings;
  }

  /** The line on which a setting stands; undefined when it does not stand here. */
  lineOf(path: SettingPath): number | undefined {
    const key = path.at(-1);
    const parent = path.length > 1 ? this.#document.getIn(path.slice(0, -1), true) : this.#document.contents;
    if (isMap(parent)) {
      const pair = parent.items.find((item) => String(item.key) === String(key));
      const offset = (pair?.key as ParsedNode | undefined)?.range[0];
      return offset === undefined ? undefined : this.#lines.linePos(offset).line;
    }
    const node = this.#document.getIn(path, true) as ParsedNode | undefined;
    return node?.range ? this.#lines.linePos(node.range[0]).line : undefined;
  }

  #sentence({ code, message, pos }: YAMLParseError): string {
    const { line, col } = this.#lines.linePos(pos[0]);
    const hint = HINTS[code];
    return `${this.shown}:${line}:${col}: ${message.trim()}${hint === undefined ? '' : `; ${hint}`}`;
  }
}

/** For who has just written it. */
export function forgetFile(path: string): void {
  READ.delete(path);
}

const READ = new Map<string, EnvironmentFile>();

/** A file is read and parsed once in a process, however often it is asked for. */
export function environmentFile(path: string): EnvironmentFile {
  const known = READ.get(path) ?? new EnvironmentFile(path);
  READ.set(path, known);
  return known;
}
