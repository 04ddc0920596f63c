import { randomBytes } from 'node:crypto';
import { isTerminal } from '@shortfactory/core';
import type { JobWebhook } from '@shortfactory/core';
import { seeded } from '@shortfactory/testing/seeded';
import { healthy, titled } from '@shortfactory/testing/simulation/simulated-pipeline';
import { EPOCH_MS } from '@shortfactory/testing/simulation/virtual-time';
import { expect } from 'chai';
import { SimulatedReceiver, verified } from './receiver.ts';
import { SimulatedService, requestOf } from '@shortfactory/testing/simulation/simulated-service';
import type { Member } from '@shortfactory/testing/simulation/simulated-service';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SECRET = `whsec_${randomBytes(32).toString('base64')}`;
const own = ({ webhooks }: Member): JobWebhook =>
  webhooks.forJob({ url: 'https://example.org/hook', secret: SECRET });

/** Everything that is under way in the store: nothing, in the end. */
function underWay({ store }: SimulatedService): string[] {
  return [...store.names('active/'), ...store.names('due/')];
}

describe('the delivery of webhooks, in virtual time', () => {
  it('reaches a receiver that fails half its answers and is away for an hour with the end of each of 200 videos', async () => {
    const service = new SimulatedService();
    const random = seeded(7);
    const isAway = (): boolean => service.time.nowMs > 2 * MINUTE && service.time.nowMs < 62 * MINUTE;
    const receiver = new SimulatedReceiver(service.time, SECRET, () =>
      isAway() ? undefined : random() < 0.5 ? 500 : 204,
    );
    const members = [0, 1].map(() => service.start({ send: receiver.send, jobs: 4 }));
    const ids: string[] = [];
    for (let i = 0; i < 200; i++) {
      const member = members[i % 2] as Member;
      const submitted = member.jobs.submit(
        'ada',
        requestOf(titled(`A video, ${i}`, ({ poisonStage }) => poisonStage === undefined)),
        undefined,
        own(member),
      );
      ids.push((await service.settled(submitted)).job.id);
    }
    await service.pass(26 * HOUR, () => receiver.taken.size === ids.length);
    await service.pass(2 * MINUTE);
    expect([...receiver.taken].sort()).to.deep.equal(ids.sort());
    expect(underWay(service)).to.deep.equal([]);
    expect(receiver.received.some(({ answered }) => answered === 500)).to.equal(true);
    const messages = new Set(receiver.received.map(({ id, video }) => `${video} ${id}`));
    expect(messages.size, 'one message a video, however often it is sent').to.equal(ids.length);
    const types = new Set(receiver.received.map(({ type }) => type));
    expect([...types].sort()).to.deep.equal(['video.done', 'video.failed']);
  }).timeout(120_000);

  it('reaches its receiver wherever the process is killed, and leaves nothing under way', async () => {
    const undisturbed = await oneVideo({});
    expect(undisturbed.receiver.taken.size).to.equal(1);
    const steps = undisturbed.service.steps.length;
    expect(steps).to.be.greaterThan(15);
    for (const when of ['before', 'after'] as const) {
      for (let step = 1; step <= steps; step++) {
        const { service, receiver, id } = await oneVideo({ killedAt: { step, when } });
        const name = `killed ${when} step ${step}, ${service.steps[step - 1]}`;
        expect([...receiver.taken], name).to.deep.equal([id]);
        expect(id, name).to.be.a('string');
        expect(underWay(service), name).to.deep.equal([]);
      }
    }
  }).timeout(120_000);

  it('tells of a failure before a retry forgets its round, and of the next end as well', async () => {
    const service = new SimulatedService();
    const receiver = new SimulatedReceiver(service.time, SECRET);
    const member = service.start({ send: receiver.send });
    const { job } = await service.settled(
      member.jobs.submit(
        'ada',
        requestOf(titled('A video', ({ failingStage }) => failingStage !== undefined)),
        undefined,
        own(member),
      ),
    );
    await service.pass(10 * MINUTE, () => receiver.received.length === 1);
    await service.settled(member.jobs.retry(job.id, 'ada'));
    await service.pass(10 * MINUTE, () => receiver.received.length === 2);
    expect(receiver.received.map(({ type }) => type)).to.deep.equal(['video.failed', 'video.failed']);
    expect(new Set(receiver.received.map(({ id }) => id)).size).to.equal(2);
  });

  it('tells of a video that is cancelled while it waits', async () => {
    const service = new SimulatedService();
    const receiver = new SimulatedReceiver(service.time, SECRET);
    const member = service.start({ send: receiver.send, jobs: 1 });
    await service.settled(member.jobs.submit('ada', requestOf(healthy('The first'))));
    const second = await service.settled(
      member.jobs.submit('ada', requestOf(healthy('The second')), undefined, own(member)),
    );
    await service.settled(member.jobs.cancel(second.job.id, 'ada'));
    await service.pass(MINUTE, () => receiver.received.length > 0);
    expect(receiver.received.map(({ type, video }) => [type, video])).to.deep.equal([
      ['video.cancelled', second.job.id],
    ]);
  });

  it('gives a receiver up that is gone for more than a day, and delivers when it is asked to', async () => {
    const service = new SimulatedService();
    let isThere = false;
    const receiver = new SimulatedReceiver(service.time, SECRET, () => (isThere ? 200 : undefined));
    const member = service.start({ send: receiver.send });
    const { job } = await service.settled(
      member.jobs.submit('ada', requestOf(healthy('A video')), undefined, own(member)),
    );
    const log = () => service.settled(member.webhooks.deliveriesOf(job.id));
    await service.pass(23 * HOUR);
    expect((await log()).map(({ state }) => state)).to.deep.equal(['pending']);
    await service.pass(6 * HOUR);
    const [given] = await log();
    expect(given).to.include({ state: 'failed', event: 'video.done' });
    expect(given?.attempts).to.have.length(12);
    const [first, last] = [given?.attempts.at(0)?.atMs ?? 0, given?.attempts.at(-1)?.atMs ?? 0];
    expect(last - first)
      .to.be.greaterThan(24 * HOUR)
      .and.lessThan(27 * HOUR);
    expect(given?.attempts.at(0)?.problem).to.equal('It refused the connection.');
    isThere = true;
    await service.settled(member.webhooks.redeliver(job.id, given?.id ?? ''));
    await service.pass(MINUTE);
    expect(receiver.taken.size).to.equal(1);
    expect((await log()).map(({ state }) => state)).to.deep.equal(['delivered']);
    expect(underWay(service)).to.deep.equal([]);
  });

  it('delivers in the last hour to a receiver that is back after a day', async () => {
    const service = new SimulatedService();
    const receiver = new SimulatedReceiver(service.time, SECRET, () =>
      service.time.nowMs > 24 * HOUR ? 200 : undefined,
    );
    const member = service.start({ send: receiver.send });
    await service.settled(member.jobs.submit('ada', requestOf(healthy('A video')), undefined, own(member)));
    await service.pass(28 * HOUR, () => receiver.taken.size === 1);
    expect(receiver.taken.size).to.equal(1);
  });

  it('asks no more of a receiver that answers 410', async () => {
    const service = new SimulatedService();
    const receiver = new SimulatedReceiver(service.time, SECRET, () => 410);
    const member = service.start({ send: receiver.send });
    const { job } = await service.settled(
      member.jobs.submit('ada', requestOf(healthy('A video')), undefined, own(member)),
    );
    await service.pass(HOUR);
    expect(receiver.received).to.have.length(1);
    const [delivery] = await service.settled(member.webhooks.deliveriesOf(job.id));
    expect(delivery?.state).to.equal('failed');
  });

  it('tells every standing webhook of its owner, by its events, with both secrets while one is renewed', async () => {
    const service = new SimulatedService();
    const received: { url: string; headers: Readonly<Record<string, string>>; body: string }[] = [];
    const member = service.start({
      send: async ({ url, headers, body }) => {
        received.push({ url: url.href, headers, body });
        return { status: 200 };
      },
    });
    const { webhooks } = member;
    const all = await service.settled(webhooks.add('ada', { url: 'https://example.org/all' }));
    await service.settled(webhooks.add('ada', { url: 'https://example.org/bad', events: ['video.failed'] }));
    await service.settled(webhooks.add('bob', { url: 'https://example.org/bob' }));
    await service.settled(member.jobs.submit('ada', requestOf(healthy('A video'))));
    await service.pass(5 * MINUTE, () => received.length > 0);
    const renewed = await service.settled(webhooks.renewSecret('ada', all.webhook.id));
    await service.settled(member.jobs.submit('ada', requestOf(healthy('Another video'))));
    await service.pass(5 * MINUTE, () => received.length > 1);
    await service.pass(25 * HOUR);
    await service.settled(member.jobs.submit('ada', requestOf(healthy('A third video'))));
    await service.pass(5 * MINUTE, () => received.length > 2);
    expect(received.map(({ url }) => url)).to.deep.equal(Array(3).fill('https://example.org/all'));
    const signedBy = received.map(({ headers, body }) =>
      [all.secret, renewed.secret].map((secret) => signs(service, secret, headers, body)),
    );
    expect(signedBy).to.deep.equal([
      [true, false],
      [true, true],
      [false, true],
    ]);
  });

  it('goes with who takes it along, wherever that is cut off, and what waits for it is delivered', async () => {
    for (let step = 0; step <= 4; step++) {
      const service = new SimulatedService();
      let isThere = false;
      const receiver = new SimulatedReceiver(service.time, SECRET, () => (isThere ? 200 : undefined));
      const member = service.start({ send: receiver.send });
      const url = 'https://example.org/hook';
      const { webhook, secret } = await service.settled(member.webhooks.add('a visitor', { url }));
      receiver.secret = secret;
      const { job } = await service.settled(member.jobs.submit('a visitor', requestOf(healthy('A video'))));
      await service.pass(5 * MINUTE);
      const killedAt = { step, when: 'after' } as const;
      const mover = service.start({ send: receiver.send, ...(step > 0 && { killedAt }) });
      void mover.webhooks.handOver('a visitor', 'ada');
      await service.pass(MINUTE);
      await service.settled(member.webhooks.handOver('a visitor', 'ada'));
      const lists = [
        await service.settled(member.webhooks.list('a visitor')),
        await service.settled(member.webhooks.list('ada')),
      ];
      expect(lists.map((each) => each.map(({ id }) => id))).to.deep.equal([[], [webhook.id]]);
      isThere = true;
      await service.pass(20 * HOUR);
      const [delivery] = await service.settled(member.webhooks.deliveriesOf(job.id));
      expect(delivery?.state, `killed after step ${step}`).to.equal('delivered');
    }
  });

  it('drops what a webhook that was removed still had to be told', async () => {
    const service = new SimulatedService();
    const receiver = new SimulatedReceiver(service.time, SECRET, () => undefined);
    const member = service.start({ send: receiver.send });
    const { webhook } = await service.settled(
      member.webhooks.add('ada', { url: 'https://example.org/hook' }),
    );
    const { job } = await service.settled(member.jobs.submit('ada', requestOf(healthy('A video'))));
    await service.pass(5 * MINUTE);
    await service.settled(member.webhooks.remove('ada', webhook.id));
    await service.pass(HOUR);
    const [delivery] = await service.settled(member.webhooks.deliveriesOf(job.id));
    expect(delivery?.state).to.equal('dropped');
    expect(underWay(service)).to.deep.equal([]);
  });

  it('stores no secret that can be read', async () => {
    const service = new SimulatedService();
    const receiver = new SimulatedReceiver(service.time, SECRET, () => 500);
    const member = service.start({ send: receiver.send });
    const made = await service.settled(member.webhooks.add('ada', { url: 'https://example.org/hook' }));
    await service.settled(member.jobs.submit('ada', requestOf(healthy('A video')), undefined, own(member)));
    await service.pass(5 * MINUTE);
    const stored = [...service.store.objects.values()].map(({ bytes }) => Buffer.from(bytes).toString());
    for (const secret of [SECRET, made.secret]) {
      const [, base64 = ''] = secret.split('_');
      expect(stored.filter((text) => text.includes(base64))).to.deep.equal([]);
    }
  });
});

/** One video with a webhook, by a process that may be killed and one that follows it. No id where none was told. */
async function oneVideo({ killedAt }: { killedAt?: { step: number; when: 'before' | 'after' } }) {
  const service = new SimulatedService();
  const receiver = new SimulatedReceiver(service.time, SECRET);
  const first = service.start({ send: receiver.send, ...(killedAt && { killedAt }) });
  let id: string | undefined;
  void first.jobs
    .submit('ada', requestOf(healthy('A video')), 'one key', own(first))
    .then(({ job }) => (id = job.id));
  const ended = (): boolean => receiver.taken.size > 0 && underWay(service).length === 0;
  await service.pass(10 * MINUTE, () => first.process.isDead || ended());
  if (first.process.isDead) {
    const second = service.start({ send: receiver.send });
    // Who got no answer asks again, with the same key.
    if (id === undefined)
      id = (
        await service.settled(
          second.jobs.submit('ada', requestOf(healthy('A video')), 'one key', own(second)),
        )
      ).job.id;
  }
  // A marker that no record names is left for an hour, or two days.
  await service.pass(60 * HOUR, () => ended() && hasEnded(service, id));
  return { service, receiver, id };
}

function hasEnded({ store }: SimulatedService, id: string | undefined): boolean {
  const record = store.objects.get(`jobs/${id}`);
  if (!record) return false;
  const { job } = JSON.parse(Buffer.from(record.bytes).toString('utf8')) as {
    job: { status: Parameters<typeof isTerminal>[0] };
  };
  return isTerminal(job.status);
}

/** A title whose video has this nature, whenever it is made. */
function signs(
  { time }: SimulatedService,
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): boolean {
  try {
    const at = Number(headers['webhook-timestamp']) * 1000;
    expect(at).to.be.lessThan(EPOCH_MS + time.nowMs + 1);
    verified(secret, { ...headers }, body, at);
    return true;
  } catch {
    return false;
  }
}
