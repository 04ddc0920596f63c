import { OPERATIONS } from '@shortfactory/mcp/api';
import { expect } from 'chai';
import type { AppDeps } from '../../http/app.ts';
import { routesFor } from '../../http/routes/index.ts';
import { CLIENT_LINES } from '@shortfactory/testing/support/mcp-clients';
import type { McpClient, ToolResult } from '@shortfactory/testing/support/mcp-clients';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const NAMES = [
  'write_script',
  'create_video',
  'get_video',
  'list_videos',
  'cancel_video',
  'retry_video',
  'list_voices',
  'search_footage',
];
const SCRIPT = {
  title: 'Three hearts',
  language: 'en',
  scenes: [{ narration: 'An octopus has three hearts.', visual: 'an octopus in the deep sea' }],
};

interface Structured {
  readonly id: string;
  readonly summary: string;
  readonly status: string;
  readonly outputs: readonly { readonly url: string }[];
  readonly kit: string;
  readonly project: string;
}

function structured(result: ToolResult): Structured {
  expect(result.isError, JSON.stringify(result.content)).not.to.equal(true);
  // Clients that show text only are told the same.
  expect(JSON.parse(result.content[0]?.text ?? '')).to.deep.equal(result.structuredContent);
  return result.structuredContent as unknown as Structured;
}

/** The sentence of a refused call. */
function refused({ isError, content }: ToolResult): string {
  expect(isError).to.equal(true);
  expect(content).to.have.length(1);
  return content[0]?.text ?? '';
}

/** A message of 2025 that any client could send; the protocol wants both media types. */
function message(method: string, params: object = {}): RequestInit & { json: unknown } {
  return {
    json: { jsonrpc: '2.0', id: 1, method, params },
    headers: { accept: 'application/json, text/event-stream' },
  };
}

for (const { line, revision, overHttp } of CLIENT_LINES) {
  describe(`MCP for the official client of ${line}`, () => {
    let app: ServedApp;
    let client: McpClient;
    const token = visitorToken();
    const listed = async (who = token): Promise<unknown[]> =>
      ((await (await app.fetch('/api/videos', { token: who })).json()) as { videos: unknown[] }).videos;
    before(async () => {
      app = await serveApp({ env: { APP_ENV: 'dev' } });
      client = await overHttp(`${app.base}/mcp`, { authorization: `Bearer ${token}` });
    });
    after(async () => {
      await client.close();
      await app.stop();
    });

    it('speaks its own revision', () => {
      expect(client.revision).to.match(revision);
    });

    it('lists the tools, each with one object that it takes and one that it gives', async () => {
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name)).to.deep.equal(NAMES);
      for (const tool of tools) {
        expect(tool['inputSchema'], String(tool['name'])).to.include({
          type: 'object',
          additionalProperties: false,
        });
        expect(tool['inputSchema']).not.to.have.any.keys('anyOf', 'oneOf', 'allOf');
        expect(tool['outputSchema']).to.include({ type: 'object' });
        expect(tool['description']).to.be.a('string').and.not.equal('');
      }
    });

    it('goes from a topic to links: script, video, progress, files', async () => {
      const written = structured(
        await client.call('write_script', { topic: 'why the sky is blue', seconds: 20 }),
      );
      const { script } = written as unknown as { script: typeof SCRIPT };
      expect(script.scenes.length).to.be.greaterThan(0);
      const made = structured(await client.call('create_video', { script, aspects: ['9:16'] }));
      expect(made).to.include({ status: 'queued', title: script.title });

      const told: number[] = [];
      const waiting = client.call(
        'get_video',
        { id: made.id, waitSeconds: 30 },
        { onprogress: ({ progress }) => told.push(progress) },
      );
      for (const percent of [10, 5, 60]) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        app.jobs.move(made.id, { status: 'running', stage: 'compose', percent });
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
      app.jobs.move(made.id, {
        ...{ status: 'done', percent: 100 },
        outputs: [
          {
            aspect: '9:16',
            object: 'outputs/x.mp4',
            generation: '1',
            crc32c: 'AAAAAA==',
            bytes: 4711,
            seconds: 20.4,
            widthPx: 1080,
            heightPx: 1920,
          },
        ],
        short: {
          ...{ title: script.title, description: 'The sky, in short.', language: 'en', script },
          ...{ offline: [], scenes: [] },
          ...{ captions: { srt: 's', vtt: 'v' }, poster: 'p' },
        } as never,
      });
      const result = await waiting;
      // It only grows, whatever the job does.
      expect(told).to.deep.equal([0, 10, 60, 100]);
      const done = structured(result);
      expect(done).to.include({
        status: 'done',
        summary: 'Done: 20 s of video, in 9:16. Its links are in outputs; kit has the words to post with it.',
      });
      const links = result.content.filter(({ type }) => type === 'resource_link');
      expect(links[0]).to.include({ mimeType: 'video/mp4', size: 4711 });
      expect(links.map(({ uri }) => uri)).to.deep.equal([
        `${app.base}/api/videos/${made.id}/file?aspect=9:16`,
        `${app.base}/api/videos/${made.id}/captions.srt`,
        `${app.base}/api/videos/${made.id}/captions.vtt`,
        `${app.base}/api/videos/${made.id}/poster`,
        `${app.base}/api/videos/${made.id}/kit`,
        `${app.base}/api/videos/${made.id}/project.zip`,
      ]);
      expect(done.outputs[0]?.url).to.equal(links[0]?.uri);
      expect([done.kit, done.project]).to.deep.equal(links.slice(-2).map(({ uri }) => uri));
      const kit = (await (await fetch(done.kit)).json()) as { description: string; videos: unknown[] };
      expect(kit.description).to.include('The sky, in short.');
      expect(kit.videos).to.have.length(1);
    });

    it('makes a video once, however often the same is asked for', async () => {
      const before = (await listed()).length;
      const asked = { topic: 'how bees see', seconds: 15 };
      const first = structured(await client.call('create_video', asked));
      const again = structured(await client.call('create_video', { seconds: 15, topic: 'how bees see' }));
      expect(again.id).to.equal(first.id);
      expect(again.summary).to.match(/^This video was asked for before with the same arguments/);
      expect((await listed()).length).to.equal(before + 1);

      const other = structured(await client.call('create_video', { ...asked, idempotencyKey: 'second' }));
      expect(other.id).not.to.equal(first.id);
      expect(
        structured(await client.call('create_video', { ...asked, idempotencyKey: 'second' })).id,
      ).to.equal(other.id);
      expect(
        refused(await client.call('create_video', { topic: 'another', idempotencyKey: 'second' })),
      ).to.match(/key/i);
      expect((await listed()).length).to.equal(before + 2);
    });

    const REFUSED: readonly [what: string, tool: string, args: Record<string, unknown>, says: RegExp][] = [
      ['an unknown field', 'create_video', { topic: 'x', colour: 'red' }, /^\/colour is not a known field/],
      [
        'an unknown field of an id',
        'get_video',
        { id: 'a'.repeat(26), wait: 5 },
        /^\/wait is not a known field \(expected id, waitSeconds\)/,
      ],
      ['neither topic nor script', 'create_video', {}, /an object with topic or script/],
      [
        'a length out of range',
        'create_video',
        { topic: 'x', seconds: 100_000 },
        /^\/seconds is not a number of seconds from/,
      ],
      [
        'a scene without words',
        'create_video',
        { script: { ...SCRIPT, scenes: [{ visual: 'x' }] } },
        /^\/script\/scenes\/0\/narration is missing/,
      ],
      ['no id', 'cancel_video', {}, /^\/id is missing \(expected the id of a video\)/],
      ['an id that is none', 'get_video', { id: '../../etc' }, /^\/id is not the id of a video/],
      ['an id of nothing', 'get_video', { id: '0'.repeat(26) }, /no video with this id/],
      [
        'a wait that is too long',
        'get_video',
        { id: '0'.repeat(26), waitSeconds: 600 },
        /^\/waitSeconds is not a whole number of seconds from 0 to 50/,
      ],
      ['a status that is none', 'list_videos', { status: 'lost' }, /^\/status is not one of queued, running/],
      ['a cursor that is none', 'list_videos', { cursor: 'x' }, /^\/cursor is not a cursor/],
      [
        'a key with a line end',
        'create_video',
        { topic: 'x', idempotencyKey: 'a\nb' },
        /^\/idempotencyKey is not 1 to 200/,
      ],
      [
        'a voice that nobody has',
        'create_video',
        { topic: 'x', voice: 'nobody' },
        /there is no voice "nobody"/,
      ],
      ['a language that is none', 'list_voices', { language: 'klingon!' }, /^\/language is not a BCP 47/],
    ];
    for (const [what, tool, args, says] of REFUSED) {
      it(`refuses ${what}, in one sentence, and makes nothing`, async () => {
        const before = (await listed()).length;
        expect(refused(await client.call(tool, args))).to.match(says);
        expect((await listed()).length).to.equal(before);
      });
    }

    it('says which tools there are to who calls another', async () => {
      const error = await client.call('make_coffee').then(
        () => undefined,
        (thrown: Error) => thrown,
      );
      expect(error?.message).to.match(/There is no tool “make_coffee” \(expected one of write_script, /);
    });

    it("lets nobody change another's video, and shows it to who has its id", async () => {
      const { id } = structured(await client.call('create_video', { topic: 'tides' }));
      const stranger = await overHttp(`${app.base}/mcp`, { authorization: `Bearer ${visitorToken()}` });
      try {
        for (const tool of ['cancel_video', 'retry_video'])
          expect(refused(await stranger.call(tool, { id }))).to.match(/not yours|Only its owner/);
        expect(structured(await stranger.call('get_video', { id }))).to.deep.include({ mine: false });
        expect(structured(await stranger.call('list_videos'))).to.deep.equal({ videos: [] });
      } finally {
        await stranger.close();
      }
      expect(structured(await client.call('get_video', { id })).status).to.equal('queued');
    });

    it('cancels what is under way, leaves what is done, and tries again what failed', async () => {
      const cancelled = structured(await client.call('create_video', { topic: 'volcanoes' }));
      expect(structured(await client.call('cancel_video', { id: cancelled.id })).status).to.equal(
        'cancelled',
      );

      const done = structured(await client.call('create_video', { topic: 'glaciers' }));
      app.jobs.move(done.id, { status: 'done' });
      expect(refused(await client.call('cancel_video', { id: done.id }))).to.match(/finished/);
      expect(structured(await client.call('get_video', { id: done.id })).status).to.equal('done');

      const failed = structured(await client.call('create_video', { topic: 'comets' }));
      app.jobs.move(failed.id, {
        status: 'failed',
        error: { stage: 'compose', title: 'No room', detail: 'The disk is full.', retryable: true },
      });
      const { summary } = structured(await client.call('get_video', { id: failed.id, waitSeconds: 5 }));
      expect(summary).to.equal(
        'Failed: No room. The disk is full. retry_video tries again; what is made is used again.',
      );
      expect(structured(await client.call('retry_video', { id: failed.id })).status).to.equal('queued');
    });

    it('lists videos page by page, and voices of a language', async () => {
      const first = structured(await client.call('list_videos', { limit: 2 })) as unknown as {
        videos: { id: string; script?: unknown }[];
        next: string;
      };
      expect(first.videos).to.have.length(2);
      expect(first.videos[0]).not.to.have.property('script');
      const second = structured(
        await client.call('list_videos', { limit: 2, cursor: first.next }),
      ) as unknown as typeof first;
      expect(second.videos.map(({ id }) => id)).not.to.include.members(first.videos.map(({ id }) => id));
      const { voices } = structured(await client.call('list_voices', { language: 'de' })) as unknown as {
        voices: { languages: string[]; sample: string }[];
      };
      expect(voices.length).to.be.greaterThan(0);
      for (const { languages, sample } of voices) {
        expect(languages.some((tag) => tag.startsWith('de'))).to.equal(true);
        expect(sample).to.match(new RegExp(`^${app.base}/api/voices/`));
      }
    });

    it('stops waiting when the caller has gone, and when the time is up', async () => {
      const { id } = structured(await client.call('create_video', { topic: 'deserts' }));
      const leaving = await overHttp(`${app.base}/mcp`, { authorization: `Bearer ${token}` });
      const waiting = leaving.call('get_video', { id, waitSeconds: 50 }).catch(() => undefined);
      await until(() => app.jobs.watching === 1 && app.streams === 1);
      await leaving.close();
      await waiting;
      await until(() => app.jobs.watching === 0 && app.streams === 0);
      const result = structured(await client.call('get_video', { id, waitSeconds: 1 }));
      expect(result.status).to.equal('queued');
      expect(result.summary).to.match(/Call get_video with this id and waitSeconds/);
      expect([app.jobs.watching, app.streams]).to.deep.equal([0, 0]);
    });

    it('shows nothing of an error of its own, and logs it', async () => {
      app.jobs.fault = new Error('secret inside');
      const said = refused(await client.call('list_videos'));
      expect(said).to.match(/^The server failed on this request/);
      await until(() => app.lines.some((each) => String(each['error']).includes('secret inside')));
    });
  });

  describe(`MCP for the official client of ${line}, where limits are low`, () => {
    it('says that a limit is reached as it does to any client, with the time', async () => {
      const app = await serveApp({ env: { APP_ENV: 'dev', RATE_LIMIT_PER_MINUTE: '60' } });
      const client = await overHttp(`${app.base}/mcp`, { authorization: `Bearer ${visitorToken()}` });
      try {
        const results: ToolResult[] = [];
        for (let i = 0; i < 11; i++) results.push(await client.call('create_video', { topic: `topic ${i}` }));
        // A sixth of what may be asked may be made.
        expect(results.filter(({ isError }) => isError !== true)).to.have.length(10);
        expect(refused(results[10] as ToolResult)).to.match(
          /^More than 10 requests of this kind in a minute; try again in \d+ s\./,
        );
      } finally {
        await client.close();
        await app.stop();
      }
    });

    it('gives who waits what is known when the server closes', async () => {
      const app = await serveApp({ env: { APP_ENV: 'dev' } });
      const client = await overHttp(`${app.base}/mcp`, { authorization: `Bearer ${visitorToken()}` });
      try {
        const { id } = structured(await client.call('create_video', { topic: 'rain' }));
        const waiting = client.call('get_video', { id, waitSeconds: 50 });
        await until(() => app.jobs.watching === 1);
        app.closing.abort(new Error('closing'));
        expect(structured(await waiting)).to.include({ id, status: 'queued' });
      } finally {
        await client.close();
        await app.stop();
      }
    });
  });
}

describe('the operations that tools use', () => {
  it('are routes of the API, at the same addresses', () => {
    const deps = { config: { ROLE: 'all', CORS_ORIGINS: [] }, closing: new AbortController().signal };
    const shapes = routesFor(deps as unknown as AppDeps).map(({ shape }) => shape);
    for (const [id, operation] of Object.entries(OPERATIONS)) {
      const { method, path } = shapes.find((each) => each.id === id) ?? {};
      expect([method, path], id).to.deep.equal(operation);
    }
  });
});

describe('POST /mcp', () => {
  let app: ServedApp;
  const token = visitorToken();
  before(async () => {
    app = await serveApp({ env: { APP_ENV: 'dev', CORS_ORIGINS: 'https://agents.example.org' } });
  });
  after(() => app.stop());

  const create = message('tools/call', { name: 'create_video', arguments: { topic: 'batches' } });
  const none = async (): Promise<void> => {
    const { videos } = (await (await app.fetch('/api/videos', { token })).json()) as { videos: unknown[] };
    expect(videos).to.deep.equal([]);
  };

  it('answers a batch once, and does nothing of it', async () => {
    const answer = await app.fetch('/mcp', { ...create, json: [create.json, create.json], token });
    expect(answer.status).to.equal(400);
    expect(await answer.json()).to.deep.equal({
      jsonrpc: '2.0',
      id: null,
      error: { code: -32600, message: 'One JSON-RPC message was expected, not a list; send each by itself.' },
    });
    await none();
  });

  const HEADERS = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' };
  const BAD: readonly [what: string, status: number, init: RequestInit, says: RegExp][] = [
    ['10 MB', 413, { body: JSON.stringify({ a: 'x'.repeat(10_000_000) }) }, /more than 262144 bytes/],
    [
      'another media type',
      415,
      { headers: { ...HEADERS, 'content-type': 'text/plain' } },
      /application\/json/,
    ],
    [
      'a client that takes pages only',
      406,
      { headers: { ...HEADERS, accept: 'text/html' } },
      /text\/event-stream/,
    ],
    ['what is not JSON', 400, { body: '{"jsonrpc":' }, /not JSON/],
    ['a deep nest', 400, { body: `${'['.repeat(60)}${']'.repeat(60)}` }, /nested/],
    [
      'a hidden prototype',
      400,
      { body: '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"__proto__":{}}}' },
      /__proto__/,
    ],
    [
      'a page of another site',
      403,
      { headers: { ...HEADERS, origin: 'https://evil.example.org' } },
      /another site/,
    ],
  ];
  for (const [what, status, init, says] of BAD) {
    it(`answers ${what} with ${status} and one sentence`, async () => {
      const answer = await app.fetch('/mcp', {
        method: 'POST',
        body: JSON.stringify(create.json),
        token,
        ...init,
        headers: { ...HEADERS, ...(init.headers as Record<string, string>) },
      });
      expect(answer.status).to.equal(status);
      expect(((await answer.json()) as { detail: string }).detail).to.match(says);
      await none();
    });
  }

  it('has no GET and no DELETE: there are no sessions', async () => {
    for (const method of ['GET', 'DELETE']) {
      const answer = await app.fetch('/mcp', { method, token, headers: { accept: 'text/event-stream' } });
      expect(answer.status).to.equal(405);
      expect(answer.headers.get('allow')).to.equal('OPTIONS, POST');
    }
  });

  it('wants a token where there are owners, and says how to show one', async () => {
    const answer = await app.fetch('/mcp', message('tools/list'));
    expect(answer.status).to.equal(401);
    expect(answer.headers.get('www-authenticate')).to.match(/^Bearer/);
  });

  it('answers pages of CORS_ORIGINS, preflight included', async () => {
    const origin = 'https://agents.example.org';
    const preflight = await app.fetch('/mcp', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, content-type, mcp-protocol-version, mcp-method',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).to.equal(origin);
    expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).to.include(
      'mcp-protocol-version',
    );
    const { json, headers } = message('tools/list');
    const answer = await app.fetch('/mcp', { json, headers: { ...(headers as object), origin }, token });
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('access-control-allow-origin')).to.equal(origin);
  });

  it('takes no name that is not ours on a machine with one owner', async () => {
    const local = await serveApp();
    try {
      const body = JSON.stringify(create.json);
      const said = await local.raw(
        `POST /mcp HTTP/1.1\r\nHost: evil.example.org\r\nAccept: application/json, text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
      expect(said).to.match(/^HTTP\/1\.1 421 /);
      const answer = await local.fetch('/mcp', create);
      expect(answer.status).to.equal(200);
    } finally {
      await local.stop();
    }
  });

  it('makes nothing for a visitor where keys are wanted', async () => {
    const keyed = await serveApp({
      env: { APP_ENV: 'dev' },
      secrets: { API_KEYS: `ci:${'0'.repeat(64)}` },
    });
    try {
      const answer = await keyed.fetch('/mcp', { ...create, token });
      expect(await answer.text()).to.include('An API key is needed to make something');
    } finally {
      await keyed.stop();
    }
  });
});

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!condition()) {
    if (performance.now() > end) throw new Error('not within 5 s');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
