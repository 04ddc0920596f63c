const HIDDEN = '[redacted]';
/** Shorter texts are not secret and would redact half of every line. Configuration refuses secrets under 8. */
const LEAST = 6;

/**
 * Redacts every registered secret in any text: as it is, and as it looks in JSON, in a URL, in base64 (also in the
 * middle of a longer one, as in Basic credentials) and in hex.
 */
export class Redactor {
  readonly #known = new Set<string>();
  #pattern: RegExp | undefined;

  /**
   * Must be called before a value is used for the first time. The password of an address and the parts of a list count
   * too.
   */
  readonly register = (value: string): void => {
    if (this.#known.has(value)) return;
    this.#known.add(value);
    const forms = [...this.#known].flatMap(pieces).flatMap(encodings);
    const needles = [...new Set(forms)].filter((form) => form.length >= LEAST);
    // Longest first, so that no half of a value is left beside its marker.
    needles.sort((a, b) => b.length - a.length);
    this.#pattern =
      needles.length === 0
        ? undefined
        : new RegExp(needles.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
  };

  /** The text with a marker in place of each secret. */
  readonly scrub = (text: string): string => (this.#pattern ? text.replace(this.#pattern, HIDDEN) : text);

  /**
   * The same for a line of JSON, which stays JSON whatever the secret is: keys, texts and numbers are scrubbed one by
   * one.
   */
  readonly scrubJson = (line: string): string => {
    if (this.scrub(line) === line) return line;
    try {
      return JSON.stringify(this.#deep(JSON.parse(line)));
    } catch {
      // Not JSON after all: its structure need not be preserved.
      return this.scrub(line);
    }
  };

  /** The same for plain data, which keeps its shape; bytes are left as they are. */
  readonly scrubDeep = <T>(data: T): T => this.#deep(data) as T;

  #deep(value: unknown): unknown {
    if (typeof value === 'string') return this.scrub(value);
    if (Array.isArray(value)) return value.map((each) => this.#deep(each));
    if (value instanceof Uint8Array) return value;
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [this.scrub(key), this.#deep(inner)]),
      );
    }
    if (value === undefined || value === null) return value;
    const text = String(value);
    return this.scrub(text) === text ? value : HIDDEN;
  }
}

/** A value and what is secret in it by itself: a Redis address's password, the hashes of API_KEYS. */
function pieces(value: string): string[] {
  const found = [value, value.trim()];
  if (URL.canParse(value)) {
    const { password } = new URL(value);
    found.push(password, decoded(password));
  }
  for (const pair of value.split(',')) {
    const hash = pair.slice(pair.indexOf(':') + 1).trim();
    if (pair.includes(':') && /^[0-9a-f]{32,}$/i.test(hash)) found.push(hash);
  }
  return found;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: then the text was not encoded.
    return text;
  }
}

function encodings(value: string): string[] {
  const bytes = Buffer.from(value);
  const escaped = JSON.stringify(value).slice(1, -1);
  const percent = encodeURIComponent(value);
  const forms = [
    value,
    escaped,
    JSON.stringify(escaped).slice(1, -1),
    percent,
    percent.replace(/%../g, (code) => code.toLowerCase()),
    new URLSearchParams({ v: value }).toString().slice(2),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64'),
    bytes.toString('base64url'),
  ];
  // Base64 depends on where the value begins among three bytes; of each, the characters that are wholly its own.
  for (const before of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const own = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    forms.push(own, own.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return forms;
}
