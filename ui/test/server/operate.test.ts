import { expect } from 'chai';
import { ApiDouble } from '../double/api.ts';
import { OperateDouble } from '../double/operate.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';

const JOB = `0${'1'.padStart(25, '0')}`;

describe('the page of who runs it', () => {
  const api = new ApiDouble();
  let ui: RunningUi;
  before(async () => {
    ui = await startUi(await api.listen());
  });
  beforeEach(() => {
    api.operate = new OperateDouble(api.operate.checks);
  });
  after(async () => {
    await ui.stop();
    await api.close();
  });

  const textOf = async (path: string): Promise<string> => {
    const answer = await fetch(ui.url + path);
    expect(answer.status, path).to.equal(200);
    return answer.text();
  };
  /** As a browser without scripts sends a form. */
  const post = (path: string, fields: readonly (readonly [string, string])[]): Promise<Response> =>
    fetch(ui.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ui.url },
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    });

  it('says what is wrong, and each number of jobs, failures, days and the log, without a script', async () => {
    const html = await textOf('/operate');
    expect(html).to.include('Pictures: not working').and.include('91 % spent');
    expect(html)
      .to.match(/<strong>14<\/strong>.*6 owners/s)
      .and.include('Try again later.');
    expect(html).to.include('aria-label="Waiting, 1–5 min: 17"').and.include('at least 212 GB');
    expect(html).to.include('Asked to try again').and.include('sfk_4Wd0');
    expect(html).to.include('content="30"');
    expect(html).not.to.include('No new work is taken');
  });

  it('tries reasons again, takes no new work and takes it again, by plain forms', async () => {
    const retried = await post('/operate?days=7', [
      ...[['do', 'retry'] as const, ['days', '7'] as const],
      ['reason', '0123456789'],
    ]);
    expect(await retried.text())
      .to.include('1 is tried again, 1 refused.')
      .and.include('It is done already.');
    expect(api.operate.sent[0]).to.deep.equal({
      path: '/jobs/retry',
      body: { reason: '0123456789', days: 7 },
    });
    expect(await (await post('/operate', [['do', 'retry']])).text()).to.include('Choose a reason first.');
    const on = await post('/operate', [
      ['do', 'maintenance-on'],
      ['sentence', 'Back at three.'],
      ['minutes', '60'],
    ]);
    expect(await on.text())
      .to.include('Back at three.')
      .and.include('Take new work again');
    expect(api.operate.sent.at(-1)?.body).to.deep.equal({
      on: true,
      sentence: 'Back at three.',
      minutes: 60,
    });
    await post('/operate', [['do', 'maintenance-off']]);
    expect(api.operate.sent.at(-1)?.body).to.deep.equal({ on: false });
  });

  it('stops chosen jobs only once that is confirmed, and opens one only with a reason', async () => {
    const list = await textOf('/operate/jobs?state=running');
    expect(list).to.include(`value="${JOB}"`).and.include('p-91ac071000');
    const asked = await post('/operate/jobs?state=running', [
      ['do', 'ask-cancel'],
      ['id', JOB],
    ]);
    expect(await asked.text()).to.include('Stop 1 video?');
    expect(api.operate.sent).to.deep.equal([]);
    await post('/operate/jobs?state=running', [
      ['do', 'cancel'],
      ['id', JOB],
    ]);
    expect(api.operate.sent).to.deep.equal([{ path: '/jobs/cancel', body: { ids: [JOB] } }]);
    expect(await (await post('/operate/jobs', [['do', 'cancel']])).text()).to.include('Choose a job first.');
    const open = (why: string) =>
      post('/operate/jobs', [
        ['do', 'open'],
        ['id', JOB],
        ['why', why],
      ]);
    expect(await (await open(' ')).text()).to.include('Write why.');
    expect((await open('asked for help')).headers.get('location')).to.equal(`/videos/${JOB}`);
    expect(api.operate.sent.at(-1)).to.deep.equal({
      path: `/jobs/${JOB}/open`,
      body: { why: 'asked for help' },
    });
  });

  it('is nobody else’s, and says so', async () => {
    api.operate.isOperator = false;
    for (const path of ['/operate', '/operate/jobs']) {
      const answer = await fetch(ui.url + path);
      expect(answer.status, path).to.equal(403);
      const html = await answer.text();
      expect(html).to.include('This page is for whoever runs ShortFactory here.');
      expect(html).not.to.include('Gemini answered 503');
    }
    const refused = await post('/operate', [['do', 'maintenance-off']]);
    expect(refused.status).to.equal(403);
    expect(api.operate.sent).to.deep.equal([]);
  });

  it('asks the API in nobody’s name whom a browser makes up', async () => {
    await fetch(`${ui.url}/operate`, {
      headers: {
        'x-visitor-role': 'admin',
        'x-visitor-subject': 'a'.repeat(43),
        'x-visitor-key': 'b'.repeat(43),
      },
    });
    const asked = api.seen.filter(({ path }) => path.startsWith('/api/operate')).at(-1);
    expect(asked?.headers).not.to.have.any.keys('x-visitor-role', 'x-visitor-subject', 'x-visitor-key');
    expect((await fetch(`${ui.url}/api/operate`)).status).to.equal(404);
  });
});
