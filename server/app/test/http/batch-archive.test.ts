import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BatchArchiveJson, BatchJson, BatchPageJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { unzipSync } from 'fflate';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const FILMS = ['a film', 'another film of more bytes', 'a third one'].map((text) => Buffer.from(text));

describe('the videos of a batch as an archive', () => {
  let served: ServedApp;
  let id: string;
  const token = visitorToken();
  const get = (path: string, headers: Record<string, string> = {}, by = token): Promise<Response> =>
    served.fetch(`/api/batches/${id}${path}`, { token: by, headers });
  const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());
  const videos = async (): Promise<string[]> => {
    const { rows } = (await (await get('')).json()) as BatchPageJson;
    return rows.flatMap(({ video, state }) => (video !== undefined && state !== 'repeated' ? [video] : []));
  };
  const finish = async (video: string, film: number, bytes = FILMS[film]?.length ?? 0): Promise<void> => {
    const object = `videos/${video}/1.mp4`;
    await served.store.create(object, { bytes: FILMS[film] ?? Buffer.alloc(0) });
    const output = { aspect: '9:16', object, bytes, generation: '1', crc32c: 'x', seconds: 1 } as const;
    served.jobs.move(video, {
      ...{ status: 'done', title: `Film ${film}: é`, finishedMs: Date.now() },
      outputs: [{ ...output, widthPx: 1080, heightPx: 1920 }],
    });
  };

  before(async () => {
    served = await serveApp({ env: { APP_ENV: 'dev' } });
    const answer = await served.fetch('/api/batches?name=Ocean', {
      ...{ method: 'POST', token, headers: { 'content-type': 'text/csv' } },
      body: 'topic\nWhy ice floats\nWhy ice floats\nWhy stars twinkle\n',
    });
    ({ id } = (await answer.json()) as BatchJson);
    await served.batches.settled();
  });
  after(() => served.stop());

  it('are none before the first one is ready', async () => {
    expect(await (await get('/archive')).json()).to.deep.equal({ parts: [] });
    const answer = await get('/videos.zip');
    expect(answer.status).to.equal(404);
    expect((await answer.json()) as object).to.include({
      detail: 'No video of this batch is ready, or their files are gone.',
    });
  });

  it('come whole, once each, with the list of all rows, as other programs read them', async () => {
    const [first = '', second = ''] = await videos();
    await finish(first, 0);
    await finish(second, 1);
    const { parts } = (await (await get('/archive')).json()) as BatchArchiveJson;
    expect(parts.map((part) => part.videos)).to.deep.equal([2]);
    const answer = await get('/videos.zip');
    expect(answer.headers.get('content-disposition')).to.match(/^attachment; filename="Ocean videos.zip"/);
    expect(answer.headers.get('content-length')).to.equal(String(parts[0]?.bytes));
    const zip = await bytesOf(answer);
    const names = ['rows.csv', '0002 Film 0 é 9x16.mp4', '0004 Film 1 é 9x16.mp4'];
    const files = unzipSync(new Uint8Array(zip));
    expect(Object.keys(files)).to.deep.equal(names);
    expect(Buffer.from(files[names[2] ?? ''] ?? []).toString()).to.equal(String(FILMS[1]));
    expect(Buffer.from(files['rows.csv'] ?? []).toString()).to.include('Film 1: é');
    expect(readByPython(zip) ?? names).to.deep.equal(names);
  });

  it('go on from any byte at which a download was cut, and begin anew when another one is ready', async () => {
    const whole = await bytesOf(await get('/videos.zip'));
    const etag = (await get('/videos.zip')).headers.get('etag') ?? '';
    for (let from = 1; from < whole.length; from += 7) {
      const range = { range: `bytes=${from}-${Math.min(from + 40, whole.length - 1)}`, 'if-range': etag };
      const part = await get('/videos.zip', range);
      expect(part.status).to.equal(206);
      expect((await bytesOf(part)).equals(whole.subarray(from, from + 41)), `from ${from}`).to.equal(true);
    }
    expect((await get('/videos.zip', { 'if-none-match': etag })).status).to.equal(304);
    expect((await get('/videos.zip', { range: `bytes=${whole.length}-` })).status).to.equal(416);
    const [first = ''] = await videos();
    // A file that is not as it was made is left out; its row stays in the list.
    await finish(first, 0, 5);
    const answer = await get('/videos.zip', { range: 'bytes=1-', 'if-range': etag });
    expect(answer.status).to.equal(200);
    expect(Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))).to.deep.equal([
      ...['rows.csv', '0004 Film 1 é 9x16.mp4'],
    ]);
  });

  it('are refused beyond their parts, and to others', async () => {
    expect(((await (await get('/videos.zip?part=2')).json()) as { detail: string }).detail).to.equal(
      'There is no part 2 of it; one was expected.',
    );
    expect((await get('/videos.zip?part=0')).status).to.equal(400);
    expect((await get('/videos.zip', {}, visitorToken())).status).to.equal(404);
  });
});

/** The names that Python's zipfile finds, which compares every checksum; undefined where there is no Python. */
function readByPython(zip: Buffer): string[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'archive-test-'));
  try {
    writeFileSync(join(folder, 'a.zip'), zip);
    const script =
      'import json, sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(json.dumps(z.namelist()))';
    return JSON.parse(
      execFileSync('python3', ['-c', script, join(folder, 'a.zip')], { encoding: 'utf8' }),
    ) as string[];
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    console.log('      python3 is not here: no other program read the archive');
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
