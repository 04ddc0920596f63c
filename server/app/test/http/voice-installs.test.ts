import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VOICES, filesOf } from '@shortfactory/neural';
import { VoiceInstalls } from '@shortfactory/neural/install';
import { expect } from 'chai';
import { serveApp } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

describe('adding a natural voice over HTTP', () => {
  let app: ServedApp;
  let folder: string;
  const closing = new AbortController();
  // It sends a beginning and then nothing more.
  const publisher = createServer((_, answer) => answer.writeHead(200).write('begun'));
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voices-'));
    await new Promise<void>((listening) => publisher.listen(0, '127.0.0.1', listening));
    const base = `http://127.0.0.1:${(publisher.address() as AddressInfo).port}`;
    const voices = VOICES.map(({ model, style, ...voice }) => ({
      ...voice,
      model: { ...model, graph: { ...model.graph, url: `${base}/graph` } },
      ...(style && { style: { ...style, url: `${base}/style` } }),
    }));
    const log = { info: () => undefined, warn: () => undefined } as never;
    const voiceInstalls = new VoiceInstalls({ folder, voices, log, closing: closing.signal });
    app = await serveApp({ env: { APP_ENV: 'local' }, deps: { voiceInstalls } });
  });
  after(async () => {
    closing.abort();
    publisher.closeAllConnections();
    publisher.close();
    await app.stop();
    await rm(folder, { recursive: true });
  });
  const ask = async (method: string, name: string, headers = {}) => {
    const answer = await app.fetch(`/api/voices/${name}/install`, { method, headers });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };

  it('begins, tells how much has arrived, and stops', async () => {
    const of = filesOf(VOICES[0] as (typeof VOICES)[number]).reduce((sum, { bytes }) => sum + bytes, 0);
    expect(await ask('GET', 'heart')).to.deep.equal({
      status: 200,
      json: { voice: 'heart', state: 'absent', bytes: 0, of },
    });
    expect((await ask('POST', 'heart')).status).to.equal(202);
    while ((await ask('GET', 'heart')).json['bytes'] !== 5);
    expect(await ask('POST', 'heart'), 'asked for again').to.deep.include({ status: 202 });
    const other = await ask('POST', 'emma');
    expect(other.status).to.equal(409);
    expect(other.json['detail']).to.equal('heart is being added; one voice is added at a time.');
    expect((await ask('DELETE', 'heart')).json['state']).to.equal('absent');
    expect(await readdir(folder), 'what arrived').to.deep.equal(['kokoro-v1.0.int8.onnx.part']);
  });

  it('is for a person at the machine, and for voices of the table', async () => {
    expect((await ask('POST', 'nobody')).status).to.equal(404);
    expect((await ask('POST', 'heart', { 'x-forwarded-for': '192.0.2.7' })).status).to.equal(403);
    expect((await ask('POST', 'heart', { origin: 'https://example.org' })).status).to.equal(403);
    expect((await ask('GET', 'heart')).json['state']).to.equal('absent');
  });
});
