import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import type { StartedServer } from '@shortfactory/testing/started-server';
import { suiteServers } from '@shortfactory/testing/started-server';
import { Crowd, HALF_A_HEAD, ONE_REQUEST } from '@shortfactory/testing/support/crowd';
import { getFrom } from '@shortfactory/testing/support/get-from';

const SCRIPT = {
  title: 'Two hearts',
  language: 'en',
  scenes: [
    { narration: 'An octopus has three hearts, and two of them rest while it swims.', visual: 'an octopus' },
    { narration: 'Its blood is blue, because copper carries the air in it.', visual: 'a blue drop' },
  ],
};
const OTHER_CLIENT = '127.0.0.2';

async function metric(server: StartedServer, name: string): Promise<number> {
  const { body } = await getFrom(OTHER_CLIENT, server.metricsUrl);
  return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(body)?.[1]);
}

describe('the server with thousands of idle connections', function () {
  this.timeout(180_000);
  const { start } = suiteServers();
  const crowds: Crowd[] = [];
  afterEach(() => crowds.splice(0).forEach((crowd) => crowd.leave()));
  const crowd = (url: string): Crowd => {
    const one = new Crowd(url);
    crowds.push(one);
    return one;
  };

  for (const [what, bytes] of [
    ['have sent one request', ONE_REQUEST],
    ['have sent half a head', HALF_A_HEAD],
    ['have sent nothing', ''],
  ] as const) {
    it(`answers another client while 4,200 of one address ${what}`, async () => {
      const server = await start();
      await crowd(server.url).fill(4200, bytes);
      for (let times = 0; times < 3; times++) {
        expect((await getFrom(OTHER_CLIENT, `${server.url}/api/options`)).status).to.equal(200);
      }
      // The client that fills them is served as well: its own longest idle one is closed.
      expect((await getFrom('127.0.0.1', `${server.url}/live`)).status).to.equal(200);
      expect(await metric(server, 'shortfactory_http_connections')).to.be.within(1, 4000);
      expect(await metric(server, 'shortfactory_http_connections_closed_total')).to.be.greaterThan(0);
    });
  }

  it('behind a proxy, whose address all have, closes the longest idle ones only', async () => {
    const server = await start({ TRUSTED_PROXIES: '1' });
    const many = crowd(server.url);
    await many.fill(4200, ONE_REQUEST);
    expect((await getFrom('127.0.0.1', `${server.url}/api/options`)).status).to.equal(200);
    expect(await metric(server, 'shortfactory_http_connections')).to.be.greaterThan(3900);
  });

  it('makes a video with 1,024 descriptors and 1,200 connections to each port, and loses no lease', async () => {
    const server = await start({}, ['prlimit', '--nofile=1024']);
    for (const url of [server.url, server.metricsUrl]) {
      const many = crowd(url);
      await many.fill(1200, ONE_REQUEST);
      many.keep(1200, ONE_REQUEST);
    }
    const made = await getFrom(OTHER_CLIENT, `${server.url}/api/videos`, {
      json: { script: SCRIPT, aspects: ['1:1'] },
    });
    expect(made.status, made.body).to.equal(202);
    const { id } = JSON.parse(made.body) as JobJson;
    let job: JobJson | undefined;
    await server.until(async () => {
      const { status, body } = await getFrom(OTHER_CLIENT, `${server.url}/api/videos/${id}`);
      expect(status, body).to.equal(200);
      job = JSON.parse(body) as JobJson;
      return job.status === 'done' || job.status === 'failed';
    }, 120_000);
    expect(job?.status).to.equal('done');
    expect(await metric(server, 'shortfactory_lease_losses_total')).to.equal(0);
    expect(server.log.filter(({ severity }) => severity === 'ERROR')).to.deep.equal([]);
    const said = server.log.filter(({ message }) =>
      /connections are taken|connections open/.test(String(message)),
    );
    expect(said).to.have.length.within(1, 3);
  });
});
