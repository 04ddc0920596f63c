import { whole } from '@shortfactory/testing/seeded';

/** Bytes to send as they are, and how the sender behaves. */
export interface BadRequest {
  readonly bytes: Buffer;
  /** Its framing is right, so another request may follow on the connection. */
  readonly framed?: true;
  /** Sends no more and waits for nothing: the connection is left half open, closed or reset. */
  readonly halfOpen?: 'end' | 'reset' | 'linger';
}

type Random = () => number;

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'SEARCH',
  'LOCK',
];
const STRINGS = [
  '',
  ' ',
  'a',
  '\u0000',
  '\ud83c',
  '\u202e',
  '🦊'.repeat(50),
  'ﷺ'.repeat(400),
  'x'.repeat(301),
  'x'.repeat(70_000),
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '%2e%2e%2f',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  "'; DROP TABLE jobs;--",
  '${7*7}{{7*7}}',
  '<script>alert(1)</script>',
  'a\r\nX-Injected: 1',
  '__proto__',
  'constructor',
  'uploads/../jobs/x',
  '9:16',
  'en',
  'zh-Hans-CN-x-private-use-tag-that-goes-on',
];
const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1e999',
  '1e-999',
  '0.1',
  '30',
  '9007199254740993',
  '1E400',
  '00',
  '0x10',
  '-',
];
const LITERALS = ['true', 'false', 'null', 'NaN', 'undefined', '[]', '{}', '[[]]', '[null]', '{"":""}'];
const SCENE = { narration: 'An octopus has three hearts.', visual: 'an octopus' };
const SCRIPT = { title: 'Hearts', language: 'en', scenes: [SCENE, SCENE] };
const STORY = { title: 'T', summary: 'S', imageStyle: 'flat', characters: [], language: 'en' };
/** Bodies that are right, or nearly so, before they are spoiled. The last has an unknown style. */
const BODIES: readonly [string, object][] = [
  ['/api/videos', { topic: 'why the sky is blue', seconds: 30, aspects: ['9:16'] }],
  [
    '/api/videos',
    { script: SCRIPT, voice: 'nora', aspects: ['9:16', '1:1'], music: `uploads/${'a'.repeat(40)}` },
  ],
  ['/api/stories', { topic: 'bees', language: 'en' }],
  ['/api/scripts', { topic: 'bees', seconds: 30 }],
  ['/api/topics/check', { topic: 'bees', language: 'en' }],
  ['/api/scripts', { story: STORY, seconds: 30 }],
  ['/api/scripts/check', { script: SCRIPT, aspects: ['9:16'] }],
  ['/api/uploads', { filename: 'a.png', contentType: 'image/png', bytes: 100 }],
  ['/api/illustrations', { ...SCENE, language: 'en', imageStyle: 'oil', take: 1 }],
];
const PATHS = [
  '/',
  '/live',
  '/health',
  '/openapi.json',
  '/docs',
  '/api/options',
  '/api/videos',
  '/api/videos/ID',
  '/api/videos/ID/events',
  '/api/videos/ID/file',
  '/api/videos/ID/captions.srt',
  '/api/videos/ID/poster',
  '/api/videos/ID/scenes/0/illustration',
  '/api/videos/ID/retry',
  '/api/uploads/UPLOAD',
  '/internal/jobs/ID/run',
  '/metrics',
  '/favicon.ico',
];
const BAD_IDS = [
  '..',
  '%2e%2e',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%',
  '%zz',
  '%C0%AE',
  'a'.repeat(64),
  'a'.repeat(3000),
  '.%00.',
  '%F0%9F%A6%8A',
  'A'.repeat(26),
  '__proto__',
  'con',
  '*',
  ';',
  '~',
  '$(id)',
];
const HEADERS: readonly [string, readonly string[]][] = [
  [
    'Accept',
    ['text/html', 'application/json', '', ';;', 'a/b;q=x', '*/*;q=0', 'text/event-stream', 'x'.repeat(3000)],
  ],
  [
    'Authorization',
    [
      'Bearer',
      'Bearer x',
      'Basic eDp5',
      `Bearer ${'a'.repeat(43)}`,
      `Bearer ${'é'.repeat(50)}`,
      'x'.repeat(9000),
    ],
  ],
  ['Content-Encoding', ['gzip', 'br', 'identity, gzip', 'x', '']],
  [
    'Content-Type',
    [
      'text/plain',
      'application/json; charset=utf-16',
      'multipart/form-data',
      ';',
      '',
      'image/png',
      'application/JSON',
    ],
  ],
  ['Expect', ['100-continue', '200-ok', '']],
  ['Host', ['evil.example', '', '[', '127.0.0.1:99999', 'a b', '☃']],
  ['Idempotency-Key', ['', ' ', '""', 'a'.repeat(300), 'ключ', '"a', '\t']],
  ['If-Match', ['*', '"x"', '"', ',', 'W/']],
  ['If-Modified-Since', ['yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT', '-1']],
  ['If-None-Match', ['*', 'W/"x"', '"'.repeat(2000)]],
  ['If-Range', ['"x"', 'W/"x"', 'Sat']],
  ['Last-Event-ID', ['-1', '1', '9'.repeat(500), 'x']],
  ['Origin', ['null', 'https://evil.example', 'file://', '']],
  [
    'Range',
    [
      'bytes=0-',
      'bytes=5-1',
      'bytes=-0',
      `bytes=${'0-0,'.repeat(1000)}`,
      'bytes=99999999999999999999-',
      'x=0-1',
    ],
  ],
  ['Transfer-Encoding', ['chunked', 'gzip, chunked', 'identity', 'xchunked', 'chunked, chunked']],
  ['Content-Length', ['0', '-1', '1', '5', '99999999999999999999', '0x10', '+5', '5, 5', ' 7 ']],
  ['Upgrade', ['websocket', 'h2c']],
  ['Connection', ['close', 'upgrade', 'keep-alive, x', 'Host']],
  ['X-Forwarded-For', ['127.0.0.1', 'x', ','.repeat(500), '::ffff:1.2.3.4', '1.2.3.4, 5.6.7.8']],
  ['X-HTTP-Method-Override', ['DELETE']],
  ['X-Request-Id', ['"><', 'a'.repeat(64), 'ok-request-id', ' ']],
  ['traceparent', ['00-x', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`, 'ff'.repeat(200)]],
  ['Cookie', ['a=b; '.repeat(500)]],
  ['bad header', ['x']],
  ['X-Nul', ['a\0b']],
  ['X-Large', ['x'.repeat(17_000), 'x'.repeat(8000)]],
  ['', ['x']],
];
const GARBAGE = [
  '\r\n\r\n',
  'GET\r\n\r\n',
  'GET / HTTP/9.9\r\nHost: a\r\n\r\n',
  'GET / HTTP/1.1\nHost: a\n\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'GET / HTTP/0.9\r\n\r\n',
  'GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n',
  'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
  '\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03',
  'POST /api/videos HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n',
  'POST /api/videos HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\n{\r\n0\r\nX: y\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a\r\n folded: x\r\n\r\n',
];

/** One request that is wrong in some way: the same for the same state of the generator. */
export function badRequest(random: Random, ids: readonly string[]): BadRequest {
  const kind = random();
  if (kind < 0.4) return spoiltBody(random);
  if (kind < 0.75) return spoiltHead(random, ids);
  if (kind < 0.88) return { bytes: garbage(random, ids) };
  const { bytes } = random() < 0.5 ? spoiltBody(random) : spoiltHead(random, ids);
  const halfOpen = pick(random, ['end', 'reset', 'linger'] as const);
  return { bytes: bytes.subarray(0, whole(random, 0, Math.max(0, bytes.length - 1))), halfOpen };
}

function spoiltBody(random: Random): BadRequest {
  const [path, right] = pick(random, BODIES);
  let text = spoiltJson(random, right);
  if (random() < 0.2) text = text.slice(0, whole(random, 0, text.length));
  if (random() < 0.005) text += ' '.repeat(whole(random, 200_000, 600_000));
  const body = Buffer.from(text);
  for (let flips = random() < 0.3 ? whole(random, 1, 6) : 0; flips > 0 && body.length > 0; flips--) {
    body[whole(random, 0, body.length - 1)] = whole(random, 0, 255);
  }
  const type = random() < 0.02 ? 'text/plain' : 'application/json';
  return { bytes: message(random, 'POST', path, [['Content-Type', type]], body), framed: true };
}

/** A value as JSON text with something in it replaced, added, doubled or nested. */
function spoiltJson(random: Random, value: unknown): string {
  const chance = random();
  if (chance < 0.12) return JSON.stringify(pick(random, STRINGS));
  if (chance < 0.2) return pick(random, NUMBERS);
  if (chance < 0.28) return pick(random, LITERALS);
  if (chance < 0.3) {
    const depth = whole(random, 1, 5000);
    return `${'['.repeat(depth)}${']'.repeat(depth)}`;
  }
  if (Array.isArray(value)) {
    const times = random() < 0.1 ? whole(random, 0, 60) : value.length;
    return `[${Array.from({ length: times }, (_, index) => spoiltOrNot(random, value[index % value.length])).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, inner]) => {
    const name = random() < 0.06 ? pick(random, STRINGS) : key;
    return `${JSON.stringify(name)}:${spoiltOrNot(random, inner)}`;
  });
  if (random() < 0.3) fields.push(`${JSON.stringify(pick(random, STRINGS))}:${spoiltJson(random, 1)}`);
  return `{${fields.join(',')}}`;
}

function spoiltOrNot(random: Random, value: unknown): string {
  return random() < 0.5 ? spoiltJson(random, value) : (JSON.stringify(value) ?? 'null');
}

function spoiltHead(random: Random, ids: readonly string[]): BadRequest {
  const id = (): string => pick(random, random() < 0.4 ? BAD_IDS : ids);
  let path = pick(random, PATHS).replace('ID', id()).replace('UPLOAD', id());
  if (random() < 0.3)
    path += `?${pick(random, ['aspect', 'download', 'limit', 'cursor', 'q', 'v', '__proto__', 'x[]'])}=${escaped(pick(random, STRINGS))}`;
  if (random() < 0.05) path += '&a=1'.repeat(whole(random, 1, 900));
  if (random() < 0.05) path = path.replaceAll('/', '//');
  const headers = Array.from({ length: whole(random, 0, 6) }, (): [string, string] => {
    const [name, values] = pick(random, HEADERS);
    return [name, pick(random, values)];
  });
  return { bytes: message(random, pick(random, METHODS), path, headers, Buffer.alloc(0)) };
}

/** For a query. A half of a surrogate pair cannot be, so it is left out. */
function escaped(text: string): string {
  return encodeURIComponent(text.slice(0, 2000).replace(/\p{Cs}/gu, ''));
}

function message(
  random: Random,
  method: string,
  path: string,
  headers: readonly (readonly [string, string])[],
  body: Buffer,
): Buffer {
  const names = headers.map(([name]) => name.toLowerCase());
  const all = [
    ...(names.includes('host') ? [] : [['Host', 'localhost'] as const]),
    ...headers,
    ...(body.length === 0 && method !== 'POST' ? [] : [['Content-Length', String(body.length)] as const]),
  ];
  const lines = all.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines}\r\n`), body]);
}

function garbage(random: Random, ids: readonly string[]): Buffer {
  if (random() < 0.5) return Buffer.from(pick(random, GARBAGE), 'latin1');
  if (random() < 0.5)
    return Buffer.from(Array.from({ length: whole(random, 1, 400) }, () => whole(random, 0, 255)));
  const bytes = Buffer.from(spoiltHead(random, ids).bytes);
  for (let flips = whole(random, 1, 10); flips > 0; flips--) {
    bytes[whole(random, 0, bytes.length - 1)] = whole(random, 0, 255);
  }
  return bytes;
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[whole(random, 0, from.length - 1)] as T;
}
