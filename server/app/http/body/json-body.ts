import type { IncomingMessage } from 'node:http';
import { jsonPointer } from '@shortfactory/contract';
import { HttpProblem } from '@shortfactory/http-server';
import type { FieldProblem, HttpLimits } from '@shortfactory/http-server';
import type { HttpContext } from '../routing/context.ts';

/**
 * A request's JSON body. Refused: another media type or charset, any content coding (a small body must not become a
 * large one), more bytes, more nesting or more time than the limits, bytes that are not UTF-8, and the key `__proto__`.
 */
export async function readJson(ctx: HttpContext, limits: HttpLimits): Promise<unknown> {
  const { bytes } = await readBody(ctx, {
    types: ['application/json'],
    expected: 'a JSON object',
    mostBytes: limits.jsonBytes,
    ms: limits.jsonBodyMs,
  });
  const text = decode(bytes);
  if (depthOf(text) > limits.jsonDepth) {
    throw new HttpProblem(
      'malformed-request',
      `The JSON is nested more than ${limits.jsonDepth} deep, which no request needs.`,
    );
  }
  const json = parse(text);
  const reserved = reservedKeys(json, []);
  if (reserved.length > 0) throw new HttpProblem('invalid-input', sentence(reserved), { errors: reserved });
  return json;
}

interface BodyWanted<Type extends string> {
  /** Media types, in small letters. */
  readonly types: readonly Type[];
  /** What is missing where there is no body. */
  readonly expected: string;
  readonly mostBytes: number;
  /** From the headers to the last byte. */
  readonly ms: number;
}

/** A request's body in UTF-8, of one of the media types, uncompressed. Throws HttpProblem. */
export async function readBody<const Type extends string>(
  ctx: HttpContext,
  { types, expected, mostBytes, ms }: BodyWanted<Type>,
): Promise<{ readonly bytes: Buffer; readonly type: Type }> {
  const { req, request } = ctx;
  refuseCoding(ctx);
  if (!hasBody(req))
    throw new HttpProblem('malformed-request', `The body is empty; ${expected} was expected.`);
  const type = types.find((each) => each === request.type.toLowerCase());
  if (type === undefined || !/^(utf-?8)?$/i.test(request.charset)) {
    throw new HttpProblem('unsupported-type', `The body was expected as ${types.join(' or ')} in UTF-8.`, {
      headers: { Accept: types.join(', ') },
    });
  }
  if (Number(req.headers['content-length'] ?? 0) > mostBytes) throw tooLarge(mostBytes);
  if (req.headers.expect !== undefined) ctx.res.writeContinue();
  return { bytes: await collect(req, mostBytes, ms), type };
}

/** True when the head of the request announces a body of any length but 0. */
export function hasBody(req: IncomingMessage): boolean {
  const length = req.headers['content-length'];
  return req.headers['transfer-encoding'] !== undefined || (length !== undefined && Number(length) !== 0);
}

export function refuseCoding({ req }: HttpContext): void {
  const coding = req.headers['content-encoding'];
  if (coding === undefined || coding.toLowerCase() === 'identity') return;
  throw new HttpProblem('unsupported-type', 'The body is compressed; it was expected as it is.', {
    headers: { 'Accept-Encoding': 'identity' },
  });
}

function tooLarge(mostBytes: number): HttpProblem {
  return new HttpProblem('too-large', `The body has more than ${mostBytes} bytes, the most that is read.`);
}

function collect(req: IncomingMessage, mostBytes: number, ms: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      req.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      act();
    };
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > mostBytes) settle(() => reject(tooLarge(mostBytes)));
    };
    const onEnd = (): void => settle(() => resolve(Buffer.concat(chunks)));
    const onClose = (): void =>
      settle(() =>
        reject(new HttpProblem('malformed-request', 'The body ended before its announced length.')),
      );
    const timer = setTimeout(
      () =>
        settle(() =>
          reject(
            new HttpProblem('too-slow', `The body did not arrive within ${ms / 1000} s.`, {
              headers: { Connection: 'close' },
            }),
          ),
        ),
      ms,
    );
    req.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem('malformed-request', 'The body holds bytes that are not UTF-8.');
  }
}

/** Nesting depth of brackets outside of strings, measured before anything is parsed. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const where = position === undefined ? '' : ` (the fault is at character ${position})`;
    throw new HttpProblem('malformed-request', `The body is not JSON${where}.`);
  }
}

/** JSON.parse makes `__proto__` an own key, which schema libraries skip. */
function reservedKeys(value: unknown, path: readonly string[]): FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '__proto__'
      ? [{ in: 'body' as const, pointer: jsonPointer([...path, key]), detail: 'is not a known field' }]
      : reservedKeys(inner, [...path, key]),
  );
}

const MOST_SAID = 3;

/** The first few field problems as one sentence. */
export function sentence(problems: readonly FieldProblem[]): string {
  const said = problems
    .slice(0, MOST_SAID)
    .map(({ pointer, detail }) => `${pointer === '' ? 'the JSON' : pointer} ${detail}`);
  const more = problems.length - said.length;
  return `${[...said, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}.`;
}
