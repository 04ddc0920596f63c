import { chmod, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { ConnectionsJson, ProblemJson, TestAnswer } from '@shortfactory/contract';
import { OpenAiServer } from '@shortfactory/testing/fakes/providers/openai';
import { suiteServers } from '@shortfactory/testing/started-server';
import type { StartedServer } from '@shortfactory/testing/started-server';
import { expect } from 'chai';

const KEY = 'sk-canary-0123456789-of-connections';

/** One server takes all of it: each starts for a second. */
describe('connections that are entered at the machine', function () {
  this.timeout(120_000);
  const { start } = suiteServers();
  const service = new OpenAiServer(KEY);
  before(() => service.listen());
  after(() => service.close());
  afterEach(() => service.reset());

  const ask = (
    { url }: StartedServer,
    method: string,
    path: string,
    json?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(`${url}/api/connections${path}`, {
      method,
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  const stateOf = async (server: StartedServer): Promise<ConnectionsJson> =>
    (await (await ask(server, 'GET', '')).json()) as ConnectionsJson;
  const entries = ({ parts }: ConnectionsJson, wanted = 'llm'): string[] =>
    parts.find(({ part }) => part === wanted)?.list.map(({ entry }) => entry) ?? [];
  const fileOf = ({ folder }: StartedServer): string => join(folder, 'data', 'connections.json');
  const addOpenAi = (model = 'writer', key = KEY) => ({
    ...{ part: 'llm', service: 'openai', address: `${service.url}/v1`, key, model },
  });

  it('are tested, kept for their owner alone, used by the next request, ordered and removed', async () => {
    const server = await start();
    expect((await stateOf(server)).editable).to.equal(true);
    const wrong = await ask(server, 'POST', '', addOpenAi('writer', 'sk-not-the-right-one'));
    const problem = (await wrong.json()) as ProblemJson;
    expect(wrong.status, JSON.stringify(problem)).to.equal(400);
    expect(problem.errors?.[0]).to.have.property('pointer', '/key');
    expect(problem.detail).to.include('did not accept the key').and.include('It was not kept.');
    expect(await readdir(join(server.folder, 'data'))).not.to.include('connections.json');

    const kept = await ask(server, 'POST', '', addOpenAi());
    const text = await kept.text();
    expect(kept.status, text).to.equal(200);
    expect(text).not.to.include(KEY);
    expect((await stat(fileOf(server))).mode & 0o777).to.equal(0o600);
    expect(entries(await stateOf(server))).to.deep.equal(['openai:writer', 'offline']);
    const { services, parts } = await stateOf(server);
    expect(services.find(({ name }) => name === 'openai')?.key).to.include({ from: 'entered' });
    expect(parts[0]?.list[0]?.tested).to.include({ ok: true, detail: 'writer is there' });

    // Without a restart: the process that makes videos asks the new writer.
    const written = await fetch(`${server.url}/api/scripts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ topic: 'Why paper planes glide', language: 'en' }),
    });
    expect(written.status, await written.clone().text()).to.equal(200);
    expect(service.works.length).to.be.greaterThan(0);
    expect(service.works[0]?.headers.authorization).to.equal(`Bearer ${KEY}`);

    const health = (await (await fetch(`${server.url}/health`)).json()) as {
      checks: { llm: { detail: string } };
    };
    expect(health.checks.llm.detail).to.include('openai:writer');

    expect((await ask(server, 'POST', '', addOpenAi('painter'))).status).to.equal(200);
    const order = ['openai:writer', 'openai:painter', 'offline'];
    expect((await ask(server, 'PUT', '/lists/llm', { list: order })).status).to.equal(200);
    expect(entries(await stateOf(server))).to.deep.equal(order);
    expect((await ask(server, 'PUT', '/lists/llm', { list: ['gemini'] })).status).to.equal(400);

    service.fault = () => 'busy';
    const tested = (await (
      await ask(server, 'POST', '/test', { part: 'llm', entry: 'openai:writer' })
    ).json()) as TestAnswer;
    expect(tested).to.include({ ok: false, detail: 'OpenAI gets too many requests at the moment.' });

    const removed = await ask(server, 'DELETE', '/keys/OPENAI_API_KEY');
    expect(removed.status).to.equal(200);
    expect(entries((await removed.json()) as ConnectionsJson)).to.deep.equal(order);
    const file = await readFile(fileOf(server), 'utf8');
    expect(file).not.to.include(KEY);
    expect(server.output + server.errors, 'the log').not.to.include(KEY);
  });

  it('are refused with a sentence that says where, and change nothing', async () => {
    const html = createServer((_request, response) => response.end('<html>hello</html>'));
    const mute = createServer(() => undefined);
    for (const each of [html, mute])
      await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));
    const portOf = (of: typeof html): number => (of.address() as { port: number }).port;
    const server = await start();
    const other = { part: 'llm', service: 'other', model: 'm' };
    try {
      for (const [given, pointer, words] of [
        [{ ...other, address: 'not an address' }, '/address', 'https'],
        [{ ...other, address: 'http://192.168.1.20:8080/v1' }, '/address', 'https'],
        [{ ...other, address: 'https://169.254.169.254/latest' }, '/address', 'https'],
        [{ ...other, address: 'https://metadata.google.internal/v1' }, '/address', 'https'],
        [{ ...other, address: 'https://me:secret@example.org/v1' }, '/address', 'https'],
        [{ ...other }, '/address', 'missing'],
        [{ ...addOpenAi(), key: `${KEY}\nX-Other: 1` }, '/key', 'line ends'],
        [{ ...addOpenAi(), key: 'k'.repeat(10_000) }, '/key', '8 to 1000'],
        [{ ...addOpenAi(), key: 'short' }, '/key', '8 to 1000'],
        [{ part: 'llm', service: 'openai', model: 'gpt' }, '/key', 'needs one'],
        [{ part: 'llm', service: 'elevenlabs', key: KEY }, '/service', 'none that can be added'],
        [{ part: 'image', service: 'gemini', key: KEY, model: 'x' }, '/model', 'not asked for'],
        [{ part: 'llm', service: 'ollama' }, '/model', 'missing'],
        [addOpenAi('singer'), '/model', 'it has writer, painter, speaker'],
        [{ ...other, address: `http://127.0.0.1:${portOf(html)}/v1` }, '', 'cannot be read'],
        [{ ...other, address: 'http://127.0.0.1:9/v1' }, '', '127.0.0.1:9 cannot be reached'],
      ] as const) {
        const answer = await ask(server, 'POST', '', given);
        const problem = (await answer.json()) as ProblemJson;
        const what = JSON.stringify([given, problem]).slice(0, 400);
        expect(answer.status, what).to.equal(400);
        expect(problem.errors?.[0]?.pointer, what).to.equal(pointer);
        expect(problem.detail, what).to.include(words);
        expect(JSON.stringify(problem)).not.to.include(KEY).and.not.include('secret@');
      }
      service.fault = () => 'redirect';
      expect(await (await ask(server, 'POST', '', addOpenAi())).text()).to.include('cannot be reached');
      service.fault = () => 'busy';
      expect(await (await ask(server, 'POST', '', addOpenAi())).text()).to.include('too many requests');
      const silent = await ask(server, 'POST', '', {
        ...{ ...other, address: `http://127.0.0.1:${portOf(mute)}/v1` },
      });
      expect(await silent.text()).to.include('did not answer within 10 s. It was not kept.');
      expect(entries(await stateOf(server))).to.deep.equal(['offline']);
      expect(await readdir(join(server.folder, 'data'))).not.to.include('connections.json');
    } finally {
      for (const each of [html, mute]) each.close().closeAllConnections();
    }
  });

  it('are nobody’s but the person’s at the machine, and the environment wins', async () => {
    const server = await start({
      ...{ USE_REAL_VOICE: 'true', VOICE_PROVIDERS: 'elevenlabs,offline', ELEVENLABS_API_KEY: KEY },
      ALLOWED_HOSTS: 'films.example.lan',
    });
    const { port } = new URL(server.url);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example' },
      { origin: `http://127.0.0.1:${Number(port) + 1}` },
      { 'x-forwarded-for': '192.0.2.7' },
      { 'x-forwarded-for': '127.0.0.1, 192.0.2.7' },
      { 'x-forwarded-host': 'films.example.lan' },
    ] as Record<string, string>[]) {
      const what = JSON.stringify(headers);
      for (const [method, path, json] of [
        ['POST', '', addOpenAi()],
        ['POST', '/test', { part: 'voice', entry: 'elevenlabs' }],
        ['PUT', '/lists/voice', { list: ['offline'] }],
        ['DELETE', '/keys/ELEVENLABS_API_KEY', undefined],
        ['GET', '/found', undefined],
      ] as const)
        expect((await ask(server, method, path, json, headers)).status, `${method} ${path} ${what}`).to.equal(
          403,
        );
      const read = (await (await ask(server, 'GET', '', undefined, headers)).json()) as ConnectionsJson;
      expect(read, what).to.include({ editable: false });
      expect(read.services).to.deep.equal([]);
    }
    const state = await stateOf(server);
    expect(state.parts[2]).to.include({ from: 'environment', fixedBy: 'VOICE_PROVIDERS and USE_REAL_VOICE' });
    expect(state.parts[2]?.list[0]?.key).to.deep.equal({
      variable: 'ELEVENLABS_API_KEY',
      from: 'environment',
    });
    expect(JSON.stringify(state)).not.to.include(KEY);
    const fixed = await ask(server, 'PUT', '/lists/voice', { list: ['offline'] });
    expect(fixed.status).to.equal(400);
    expect(await fixed.text()).to.include('is set by the environment');
    expect(service.received).to.have.length(0);
  });

  it('of a file that cannot be used leave what counted before, and are not overwritten', async () => {
    const server = await start();
    expect((await ask(server, 'POST', '', addOpenAi())).status).to.equal(200);
    const file = fileOf(server);
    const good = await readFile(file, 'utf8');
    for (const [text, words] of [
      ['{"version": 1, "vari', 'damaged'],
      ['{"version":2,"connections":[]}', 'later version'],
      ['{"version":1,"variables":{"PATH":"/tmp"},"setAt":{}}', 'damaged'],
      [
        '{"version":1,"variables":{"LLM_PROVIDERS":"gone:x","USE_REAL_LLM":"true"},"setAt":{}}',
        'does not fit',
      ],
    ] as const) {
      await writeFile(file, text);
      const state = await stateOf(server);
      expect(state.problem, text).to.include(words).and.include('What counted before goes on.');
      expect(state.problem).not.to.include('\n').and.not.include(KEY);
      expect(entries(state), text).to.deep.equal(['openai:writer', 'offline']);
      if (words === 'does not fit') continue;
      const refused = await ask(server, 'PUT', '/lists/llm', { list: ['offline'] });
      expect(refused.status, text).to.equal(409);
      expect(await readFile(file, 'utf8')).to.equal(text);
    }
    await writeFile(file, good);
    await chmod(file, 0o644);
    expect((await stateOf(server)).problem)
      .to.include('may be read by others')
      .and.include('chmod 600');
    await chmod(file, 0o600);
    expect(await stateOf(server)).not.to.have.property('problem');
  });

  it('are not there elsewhere: the page is told what the environment set', async () => {
    const server = await start({ APP_ENV: 'dev', HOST: '127.0.0.1' });
    const token = { authorization: `Bearer ${'t'.repeat(43)}` };
    const state = (await (await ask(server, 'GET', '', undefined, token)).json()) as ConnectionsJson;
    expect(state).to.include({ editable: false });
    expect((await ask(server, 'POST', '', addOpenAi(), token)).status).to.equal(403);
    const found = (await (await fetch(`${server.url}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(found.paths).filter((path) => path.includes('connections'))).to.deep.equal([
      '/api/connections',
    ]);
  });
});
