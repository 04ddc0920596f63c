import { runCommand } from '@shortfactory/command-line';
import { StartedServer } from '@shortfactory/testing/started-server';
import { expect } from 'chai';
import { operate } from '../../ask/command.ts';

describe('npm run operate', () => {
  let server: StartedServer;
  before(async function () {
    this.timeout(60_000);
    server = await StartedServer.start();
  });
  after(() => server.stop());

  const run = async (...args: string[]): Promise<{ code: number; out: string }> => {
    const lines: string[] = [];
    const say = (line: string): void => void lines.push(line);
    const code = await runCommand(operate, [...args, '--url', server.url], {}, { say, warn: say });
    return { code, out: lines.join('\n') };
  };
  const make = (): Promise<Response> =>
    fetch(`${server.url}/api/videos`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ topic: 'a topic of somebody' }),
    });

  it('lists jobs without what they are about, stops one, and finds it among those that ended', async () => {
    const { id } = (await (await make()).json()) as { id: string };
    const seen: string[] = [];
    for (const state of ['queued', 'running']) seen.push((await run('jobs', '--state', state)).out);
    expect(seen.join('\n')).to.include(id).and.not.to.include('a topic');
    expect(await run('cancel', id)).to.deep.equal({ code: 0, out: '1 done, 0 refused.' });
    await server.until(async () => (await run('jobs')).out.includes(id), 10_000);
    const again = await run('retry', id);
    expect(again.code).to.equal(1);
    expect(again.out).to.include('0 done, 1 refused.').and.to.include('Only a video that failed');
    expect((await run('log')).out).to.match(new RegExp(`machine +local .*job\\.cancel +${id}`));
    expect((await run('usage')).out).to.match(/\d{4}-\d\d-\d\d +0 +0 +1 /);
    expect((await run('failures')).out).to.match(/^0 of 1 that ended since /);
  });

  it('refuses new work until it is switched off, in its own words', async () => {
    const { out } = await run('maintenance', 'on', '--minutes', '5', '--sentence', 'We move house.');
    expect(out).to.match(/^No new work is taken: “We move house\.”, until /);
    const refused = await make();
    expect([refused.status, ((await refused.json()) as { detail: string }).detail]).to.deep.equal([
      503,
      'We move house.',
    ]);
    expect((await run()).out)
      .to.include('We move house.')
      .and.to.match(/^all .+: \d running$/m);
    expect((await run('maintenance', 'off')).out).to.equal('New work is taken.');
    expect((await run('--json')).out).to.include('"maintenance":{"on":false}');
  });

  it('says in one sentence what was expected', async () => {
    for (const [args, code] of [
      [['jobz'], 2],
      [['jobs', 'x'], 2],
      [['retry'], 2],
      [['retry', 'x', '--reason', 'y'], 2],
      [['cancel'], 2],
      [['maintenance', 'perhaps'], 2],
      [['jobs', '--limit', '1000'], 2],
      [['retry', '../secret'], 1],
      [['jobs', '--cursor', 'x'], 1],
    ] as const) {
      const { code: given, out } = await run(...args);
      expect([given, out.split('\n').length], `${args.join(' ')}: ${out}`).to.deep.equal([code, 1]);
    }
  });
});
