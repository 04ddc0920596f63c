import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { ApiDouble } from '../double/api.ts';
import { octopusJob } from '../double/jobs.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';

/** As a browser without scripts gets pages and sends forms. */
describe('a video that stopped', () => {
  const api = new ApiDouble();
  let ui: RunningUi;
  before(async function () {
    this.timeout(120_000);
    ui = await startUi(await api.listen());
  });
  after(async () => {
    await ui.stop();
    await api.close();
  });
  beforeEach(() => {
    api.made.length = 0;
  });

  const show = (job: JobJson): Promise<string> => {
    api.videos = [job, ...api.videos.filter(({ id }) => id !== job.id)];
    return get(`/videos/${job.id}`);
  };
  const get = async (path: string): Promise<string> => (await fetch(ui.url + path)).text();
  const press = (job: JobJson, fields: Record<string, string>): Promise<Response> =>
    fetch(`${ui.url}/videos/${job.id}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  const early = (): JobJson => ({
    ...octopusJob('queued', Date.now()),
    status: 'cancelled',
    topic: 'Why bread rises in the oven',
    settings: { language: 'en-GB', voice: 'nora', imageStyle: 'ink', seconds: 60, aspects: ['9:16', '1:1'] },
  });

  it('before its script is started again as it was, once however often it is pressed', async () => {
    const job = early();
    const page = await show(job);
    expect(page).to.include('Start it again').and.not.include('Edit the script');
    const key = /name="key" value="([\w-]+)"/.exec(page)?.[1] ?? '';
    for (let times = 0; times < 2; times += 1) {
      const answer = await press(job, { intent: 'again', key });
      expect(answer.headers.get('location')).to.match(/^\/videos\/job_made_1/);
    }
    expect(api.made).to.deep.equal([{ topic: job.topic, ...job.settings }]);
  });

  it('before its script leads to its topic, with its length and language, from the script’s address too', async () => {
    const job = early();
    const path = '/?topic=Why+bread+rises+in+the+oven&seconds=60&language=en-GB';
    expect(await show(job)).to.include(`href="${path.replaceAll('&', '&amp;')}"`);
    const answer = await fetch(`${ui.url}/scripts/new?from=${job.id}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).to.equal(path);
    const create = await get(path);
    expect(create).to.include('>Why bread rises in the oven</textarea>');
    expect(create).to.match(/<option value="60" selected="">/);
  });

  it('with its script is started again of what was made', async () => {
    const job = octopusJob('cancelled', Date.now());
    expect(await show(job))
      .to.include('Start it again')
      .and.include('Edit the script');
    await press(job, { intent: 'again', key: 'a' });
    const [made] = api.made;
    expect(made && 'script' in made && made.script).to.deep.equal(job.script);
    expect(made?.seconds).to.equal(job.settings.seconds);
  });

  for (const state of ['failed', 'cancelled'] as const) {
    it(`can be deleted, after a question: ${state}`, async () => {
      const job = octopusJob(state, Date.now());
      expect(await show(job)).to.match(/<a[^>]* href="\?ask=remove">/);
      expect(await get(`/videos/${job.id}?ask=remove`)).to.include('Delete this video?');
      expect((await press(job, { intent: 'remove' })).headers.get('location')).to.equal('/videos');
      expect(api.videos.map(({ id }) => id)).to.not.include(job.id);
    });
  }

  it('of another visitor has none of these ways', async () => {
    const page = await show({ ...early(), mine: false });
    expect(page).to.not.include('Start it again').and.not.include('ask=remove');
  });
});
