import { expect } from 'chai';
import type { BatchCheckJson, BatchJson, BatchPageJson, ProblemJson } from '@shortfactory/contract';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const CSV = 'text/csv';

describe('batches over HTTP', () => {
  let served: ServedApp;
  const token = visitorToken();
  before(async () => {
    served = await serveApp({ env: { APP_ENV: 'dev' } });
  });
  after(() => served.stop());

  const send = (
    body: string | Buffer,
    {
      path = '',
      type = CSV,
      token: by = token,
      key,
    }: { path?: string; type?: string; token?: string; key?: string } = {},
  ): Promise<Response> =>
    served.fetch(`/api/batches${path}`, {
      method: 'POST',
      token: by,
      headers: { 'content-type': type, ...(key === undefined ? {} : { 'idempotency-key': key }) },
      body,
    });
  const problem = async (answer: Promise<Response>): Promise<ProblemJson> =>
    (await (await answer).json()) as ProblemJson;
  const accepted = async (body: string, options?: Parameters<typeof send>[1]): Promise<BatchJson> => {
    const answer = await send(body, options);
    expect(answer.status, await answer.clone().text()).to.equal(202);
    return (await answer.json()) as BatchJson;
  };
  const page = async (id: string, query = ''): Promise<BatchPageJson> =>
    (await (await served.fetch(`/api/batches/${id}${query}`, { token })).json()) as BatchPageJson;
  const act = (id: string, what: string): Promise<Response> =>
    served.fetch(`/api/batches/${id}/${what}`, { method: 'POST', token });

  it('accept a table with its cost before anything is made, and show its rows by pages', async () => {
    const batch = await accepted(
      'id,topic,seconds\na,Why bees dance,30\nb,Why cats purr,20\nc,Why it rains,20\n',
      {
        path: '?name=bees.csv&start=paused&capUsd=5',
      },
    );
    expect(batch).to.include({ name: 'bees.csv', status: 'paused', rows: 3, capUsd: 5, costUsd: 0 });
    expect(batch.estimateUsd).to.be.closeTo(3 * 0.01 + 70 * 0.001, 0.0001);
    const first = await page(batch.id, '?limit=2');
    expect(
      first.rows.map(({ line, id, title, state, place }) => [line, id, title, state, place]),
    ).to.deep.equal([
      [2, 'a', 'Why bees dance', 'waiting', 1],
      [3, 'b', 'Why cats purr', 'waiting', 2],
    ]);
    const second = await page(batch.id, `?limit=2&cursor=${first.next}`);
    expect(second.rows.map(({ id }) => id)).to.deep.equal(['c']);
    expect(second.next).to.equal(undefined);
    expect((await page(batch.id, '?state=done')).rows).to.deep.equal([]);
  });

  it('make the rows of the caller, a few at a time, and list them with their videos', async () => {
    const batch = await accepted('topic\n=1+1\nWhy ice floats\nWhy ice floats\nWhy stars twinkle\n');
    await served.batches.settled();
    const running = await page(batch.id);
    expect(running.batch.counts).to.include({ making: 2, waiting: 1, repeated: 1 });
    const videos = running.rows.flatMap(({ video }) => video ?? []);
    expect(new Set(videos).size).to.equal(2);
    for (const id of new Set(videos))
      served.jobs.move(id, { status: 'done', costUsd: 0.02, finishedMs: Date.now() });
    await act(batch.id, 'resume?capUsd=9');
    await served.batches.settled();
    const csv = await served.fetch(`/api/batches/${batch.id}/manifest.csv`, { token });
    expect(csv.headers.get('content-type')).to.equal('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).to.match(/^attachment; filename=/);
    const lines = (await csv.text()).split('\r\n');
    expect(lines[1]).to.match(/^2,,done,'=1\+1,/);
    const manifest = (await (
      await served.fetch(`/api/batches/${batch.id}/manifest`, { token })
    ).json()) as BatchPageJson;
    expect(manifest.rows.map(({ state }) => state)).to.deep.equal(['done', 'done', 'repeated', 'making']);
    expect(manifest.rows[2]?.video).to.equal(manifest.rows[1]?.video);
    expect(manifest.batch.costUsd).to.equal(0.04);
  });

  it('are one batch when the same table is sent again, and refuse a key that was another’s', async () => {
    const table = 'topic\nWhy owls turn their heads\n';
    const first = await accepted(table, { path: '?start=paused' });
    const again = await send(table);
    expect(again.headers.get('idempotent-replayed')).to.equal('true');
    expect(((await again.json()) as BatchJson).id).to.equal(first.id);
    const keyed = await accepted(table, { key: 'one', path: '?start=paused' });
    expect(keyed.id).to.not.equal(first.id);
    expect((await problem(send('topic\nAnother\n', { key: 'one' }))).status).to.equal(422);
  });

  it('are held, gone on with and cancelled by their owner, and are nothing to others', async () => {
    const { id } = await accepted('topic\nWhy leaves fall\n', { path: '?start=paused' });
    for (const path of [`/${id}`, `/${id}/manifest`, `/${id}/manifest.csv`])
      expect((await served.fetch(`/api/batches${path}`, { token: visitorToken() })).status, path).to.equal(
        404,
      );
    for (const what of ['pause', 'resume', 'retry', 'cancel'])
      expect((await send('', { path: `/${id}/${what}`, token: visitorToken() })).status, what).to.equal(404);
    expect((await served.fetch(`/api/batches/${id}`)).status).to.equal(401);
    expect((await act(id, 'retry')).status).to.equal(409);
    expect(await (await act(id, 'resume')).json()).to.include({ status: 'running' });
    expect(await (await act(id, 'pause')).json()).to.include({ status: 'paused' });
    expect(await (await act(id, 'cancel')).json()).to.include({ status: 'cancelled' });
    expect(await (await act(id, 'cancel')).json()).to.include({ status: 'cancelled' });
    expect((await act(id, 'resume')).status).to.equal(409);
  });

  it('are listed newest first, by pages', async () => {
    const own = visitorToken();
    const names = ['one', 'two', 'three'];
    for (const name of names)
      await accepted(`topic\nWhy ${name}\n`, { path: `?start=paused&name=${name}`, token: own });
    const list = async (query: string) =>
      (await (await served.fetch(`/api/batches${query}`, { token: own })).json()) as {
        batches: BatchJson[];
        next?: string;
      };
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.next}`);
    expect([...first.batches, ...second.batches].map(({ name }) => name).sort()).to.deep.equal(
      [...names].sort(),
    );
    expect(second.next).to.equal(undefined);
  });

  it('are looked at row by row before they are sent, and leave faulty rows out only when told to', async () => {
    const table =
      '\ufefftopic;voice;seconds\nWhy bees dance;;30\nHvers vegna;nobody;30\nWhy bees dance;;30\nToo long;;900\n';
    const check = (await (await send(table, { path: '/check' })).json()) as BatchCheckJson;
    expect(check.rows.map(({ line, sameAs }) => [line, sameAs])).to.deep.equal([
      [2, undefined],
      [4, 2],
    ]);
    expect(check.problems.map(({ line }) => line)).to.deep.equal([3, 5]);
    expect(check.problems[0]?.problem).to.match(/voice/);
    expect(check.videos).to.equal(1);
    const refused = await problem(send(table));
    expect(refused.status).to.equal(400);
    expect(refused.detail).to.match(/^line 3: .*; line 5: .* Nothing was made\.$/);
    expect(refused.errors?.map(({ pointer }) => pointer)).to.deep.equal(['/line 3', '/line 5']);
    expect((await accepted(table, { path: '?faults=skip&start=paused' })).rows).to.equal(2);
  });

  it('come with what mends a row, a voice that speaks its language too', async () => {
    const table =
      'topic;voice;language;seconds\nHvers vegna;nora;is;30\nBees;norra;en;30\nBees;zzz;en;30\nBees;;en;900\n';
    const { problems } = (await (await send(table, { path: '/check' })).json()) as BatchCheckJson;
    expect(problems[0]?.problem).to.match(/Nora doesn't speak Icelandic/);
    const [icelandic, near, ...others] = problems.map(({ fix }) => fix);
    expect(near).to.deep.equal({ column: 'voice', value: 'nora', label: 'Use Nora' });
    expect(others).to.deep.equal([undefined, { column: 'seconds', value: '180', label: 'Use 180 s' }]);
    expect(icelandic?.column).to.equal('voice');
    const mended = table.replace('nora;is', `${icelandic?.value};is`);
    const again = (await (await send(mended, { path: '/check' })).json()) as BatchCheckJson;
    expect(again.problems.map(({ line }) => line)).to.deep.equal([3, 4, 5]);
  });

  const cutAt = (at: string): string =>
    JSON.stringify({
      script: {
        ...{ title: 'T', language: 'en' },
        scenes: [{ narration: 'One, two, three.', visual: 'x', cuts: [{ at, visual: 'y' }] }],
      },
    });
  const many = `topic\n${'Why\n'.repeat(100_000)}`;
  for (const [what, body, status, detail, type] of [
    [
      'a quote that never closes',
      'topic\n"Why bees\nWhy cats\n',
      400,
      /^line 2: the quote that begins here is never closed/,
    ],
    ['two columns of one name', 'topic,Topic\na,b\n', 400, /^line 1: there are two columns “Topic”/],
    ['no heading', 'Why bees dance\n', 400, /^line 1: there is no column “Why bees dance”/],
    ['a heading alone', 'topic\n', 400, /no rows/],
    ['100,000 rows', many, 400, /more than 1000 rows/],
    ['too many bytes', Buffer.alloc(4_000_001, 'a'), 413, /4000000 bytes/],
    ['what is not UTF-8', Buffer.from([0x74, 0xff, 0xfe]), 400, /not UTF-8/],
    ['nothing', '', 400, /a table as CSV or JSON lines was expected/],
    ['JSON', '{}', 415, /text\/csv or .*jsonl/, 'application/json'],
    [
      'a cut at a word that is not said',
      cutAt('four'),
      400,
      /^line 1: \/script\/scenes\/0\/cuts\/0\/at:? is not a word or phrase/,
      'application/jsonl',
    ],
    ['a line that is no JSON', '{"topic":"a"}\n{', 400, /^line 2: it is not JSON/, 'application/jsonl'],
  ] as const)
    it(`refuse ${what} with one sentence`, async () => {
      const refused = await problem(send(body, { ...(type && { type }) }));
      expect([refused.status, refused.detail]).to.satisfy(
        ([is, said]: [number, string]) => is === status && detail.test(said),
        JSON.stringify(refused),
      );
    });

  it('refuse a cap that is no amount', async () => {
    expect((await problem(send('topic\nWhy\n', { path: '?capUsd=-1' }))).detail).to.match(
      /\/capUsd is not an amount/,
    );
  });
});
