import { seeded, whole } from '@shortfactory/testing/seeded';
import { healthy, natureOf, titled } from '@shortfactory/testing/simulation/simulated-pipeline';
import { SimulatedService, requestOf } from '@shortfactory/testing/simulation/simulated-service';
import type { Member } from '@shortfactory/testing/simulation/simulated-service';
import { expect } from 'chai';
import { countsOf, spentUsd } from '../index.ts';
import type { BatchRecord, BatchWanted, RowPlan } from '../index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NEVER = new AbortController().signal;
const NONE = { waiting: 0, making: 0, done: 0, failed: 0, cancelled: 0, repeated: 0 };

describe('batches, in virtual time', () => {
  it('end each of 500 rows once on two workers that are killed, while a video of somebody else starts in its turn', async () => {
    const service = new SimulatedService({ hasQueue: true });
    const random = seeded(5);
    const start = (): Member => service.start({ ...told([]), jobs: 1, rows: 2 });
    const members = [start(), start()];
    const wanted = table(Array.from({ length: 500 }, (_, row) => steady(`Row ${row}`)));
    const { batch } = await service.settled(alive(members).batches.accept('ada', wanted));
    for (let kills = 0; kills < 40; kills++) {
      await service.pass(whole(random, 1000, 2 * MINUTE));
      const place = whole(random, 0, 1);
      members[place]?.process.kill();
      await service.pass(whole(random, 100, 20_000));
      members[place] = start();
    }
    const other = healthy('A video of somebody else');
    const { job } = await service.settled(alive(members).jobs.submit('bob', requestOf(other)));
    await service.pass(40 * HOUR, () => !isActive(service));
    const ended = await service.settled(alive(members).batches.get(batch.id, 'ada'));
    expect(service.invariants.violation).to.equal(undefined);
    // A row whose worker dies three times in one place fails, and ends all the same.
    const { done, failed } = countsOf(ended);
    expect([ended.status, done + failed]).to.deep.equal(['done', 500]);
    expect(failed).to.be.lessThan(10);
    expect(service.store.names('jobs/')).to.have.length(501);
    const { startedMs = Infinity, createdMs } =
      (await service.settled(alive(members).jobs.get(job.id))) ?? job;
    const longestMs = Math.max(...wanted.plans.map(({ title }) => sum(natureOf(title).stagesMs)));
    expect(startedMs - createdMs).to.be.lessThan(longestMs);
  }).timeout(120_000);

  it('end each row once wherever the process is killed, tell it, and leave nothing under way', async () => {
    const undisturbed = await smallBatch();
    expect(undisturbed.events).to.deep.equal(['batch.done']);
    const steps = undisturbed.service.steps.length;
    expect(steps).to.be.greaterThan(30);
    for (const when of ['before', 'after'] as const) {
      for (let step = 1; step <= steps; step++) {
        const { service, batch, events } = await smallBatch({ step, when });
        const name = `killed ${when} step ${step}, ${service.steps[step - 1]}`;
        expect(countsOf(batch), name).to.include({ done: 2, repeated: 1 });
        expect(service.store.names('jobs/'), name).to.have.length(2);
        expect(new Set(events), name).to.deep.equal(new Set(['batch.done']));
        expect(isActive(service), name).to.equal(false);
      }
    }
  }).timeout(120_000);

  it('make nothing twice when a table is sent again, as it was or with one more row', async () => {
    const { member, service, send } = one();
    const titles = [healthy('One'), healthy('Two')];
    const first = await send(table(titles));
    await service.pass(HOUR, () => !isActive(service));
    const again = await send(table(titles));
    expect([again.id, again.status]).to.deep.equal([first.id, 'done']);
    const more = await send(table([...titles, healthy('Three')]));
    expect(more.id).to.not.equal(first.id);
    await service.pass(HOUR, () => !isActive(service));
    expect(countsOf(await service.settled(member.batches.get(more.id, 'ada')))).to.include({ done: 3 });
    expect(service.store.names('jobs/')).to.have.length(3);
  });

  it('become somebody else’s once, with their videos, wherever the process is killed that moves them', async () => {
    const undisturbed = await movedBatch();
    const steps = undisturbed.service.steps.length;
    expect(steps).to.be.greaterThan(40);
    for (const when of ['before', 'after'] as const) {
      for (let step = 1; step <= steps; step++) {
        const { service, member, id } = await movedBatch({ step, when });
        const name = `killed ${when} step ${step}, ${service.steps[step - 1]}`;
        expect(service.invariants.violation, name).to.equal(undefined);
        const batch = await service.settled(member.batches.get(id, 'ada'));
        expect(countsOf(batch), name).to.include({ done: 3 });
        expect(service.store.names('jobs/'), name).to.have.length(3);
        const lists = await Promise.all(
          ['ada', 'a visitor'].map(async (owner) => [
            (await service.settled(member.batches.list(owner, { limit: 9 }))).batches.length,
            (await service.settled(member.jobs.list(owner, { limit: 9 }, NEVER))).jobs.length,
          ]),
        );
        expect(lists, name).to.deep.equal([
          [1, 3],
          [0, 0],
        ]);
        expect(isActive(service), name).to.equal(false);
      }
    }
  }).timeout(120_000);

  it('keep the uploads that their rows name while these wait, and no longer', async () => {
    const { member, service, send } = one();
    service.store.put('uploads/own.jpg', Buffer.from('a picture'));
    const ageMs = (): number =>
      service.store.nowMs - (service.store.objects.get('uploads/own.jpg')?.updatedMs ?? 0);
    const { plans } = table([healthy('One')]);
    const scenes = [{ narration: 'A word.', visual: 'A thing.', upload: 'uploads/own.jpg' }];
    const request = { ...requestOf('One'), source: { script: { title: 'One', language: 'en', scenes } } };
    const batch = await send({ plans: plans.map((plan) => ({ ...plan, request })), isPaused: true });
    for (let day = 1; day <= 20; day++) {
      await service.pass(24 * HOUR);
      expect(ageMs(), `day ${day}`).to.be.lessThan(24 * HOUR);
    }
    await service.settled(member.batches.cancel(batch.id, 'ada'));
    await service.pass(48 * HOUR);
    expect(ageMs()).to.be.greaterThan(24 * HOUR);
  });

  it('make a table anew that was cancelled, and again what of it was stopped', async () => {
    const { member, service, send } = one();
    const titles = [steady('One'), steady('Two')];
    const first = await send(table(titles));
    await service.pass(1000);
    await service.settled(member.batches.cancel(first.id, 'ada'));
    await service.pass(HOUR, () => !isActive(service));
    const stopped = await service.settled(member.batches.get(first.id, 'ada'));
    expect([stopped.status, countsOf(stopped).cancelled]).to.deep.equal(['cancelled', 2]);
    await service.pass(1000);
    const second = await send(table(titles));
    expect(second.id).to.not.equal(first.id);
    await service.pass(HOUR, () => !isActive(service));
    expect(countsOf(await service.settled(member.batches.get(second.id, 'ada')))).to.include({ done: 2 });
  });

  it('begin nothing while they are held, and finish what is under way', async () => {
    const { member, service, send } = one();
    const { id } = await send(table(['One', 'Two', 'Three'].map(steady), { isPaused: true }));
    await service.pass(10 * MINUTE);
    expect(service.store.names('jobs/')).to.have.length(0);
    await service.settled(member.batches.resume(id, 'ada'));
    await service.pass(1000);
    await service.settled(member.batches.pause(id, 'ada'));
    await service.pass(10 * MINUTE);
    const held = await service.settled(member.batches.get(id, 'ada'));
    expect([held.status, countsOf(held)]).to.deep.equal(['paused', { ...NONE, done: 1, waiting: 2 }]);
    await service.settled(member.batches.resume(id, 'ada'));
    await service.pass(HOUR, () => !isActive(service));
    expect(countsOf(await service.settled(member.batches.get(id, 'ada')))).to.include({ done: 3 });
  });

  it('begin no row that would pass the cap, and go on with a higher one', async () => {
    const { member, service, send } = one();
    const wanted = table(['One', 'Two', 'Three'].map(steady), { usd: 0.6, capUsd: 1 });
    const { id } = await send(wanted);
    // Rows of the simulation cost nothing, so that what counts is what the next one may cost.
    await service.pass(HOUR, () => !isActive(service));
    expect(countsOf(await service.settled(member.batches.get(id, 'ada')))).to.include({ done: 3 });
    const dear = await send(table(['Four', 'Five'].map(steady), { usd: 2, capUsd: 1 }));
    await service.pass(10 * MINUTE);
    const capped = await service.settled(member.batches.get(dear.id, 'ada'));
    expect([capped.status, countsOf(capped).waiting, spentUsd(capped)]).to.deep.equal(['capped', 2, 0]);
    await service.settled(member.batches.resume(dear.id, 'ada', 4));
    await service.pass(HOUR, () => !isActive(service));
    expect(countsOf(await service.settled(member.batches.get(dear.id, 'ada')))).to.include({ done: 2 });
  });

  it('try rows again that have failed, and tell each end', async () => {
    const events: string[] = [];
    const service = new SimulatedService();
    const member = service.start(told(events));
    const hook = { url: 'https://example.org/hook', events: ['batch.done'] as const };
    await service.settled(member.webhooks.add('ada', hook));
    const failing = titled('A row', ({ failingStage }) => failingStage !== undefined);
    const { batch } = await service.settled(member.batches.accept('ada', table([failing, steady('Two')])));
    await service.pass(HOUR, () => !isActive(service));
    const ended = await service.settled(member.batches.get(batch.id, 'ada'));
    expect([ended.status, countsOf(ended)]).to.deep.equal(['done', { ...NONE, done: 1, failed: 1 }]);
    const again = await service.settled(member.batches.retry(batch.id, 'ada', 2));
    expect([again.status, countsOf(again)]).to.deep.equal(['running', { ...NONE, done: 1, waiting: 1 }]);
    await service.pass(HOUR, () => !isActive(service));
    expect(events).to.deep.equal(['batch.done', 'batch.done']);
    const third = await service.settled(member.batches.retry(batch.id, 'ada', 3).catch(String));
    expect(third).to.match(/line 3 has not failed/);
  });
});

/** A name whose job is done at its first try. */
function steady(begin: string): string {
  return titled(
    begin,
    ({ poisonStage, failingStage, flakiness }) =>
      poisonStage === undefined && failingStage === undefined && flakiness === 0,
  );
}

function one() {
  const service = new SimulatedService();
  const member = service.start({ ...told([]), rows: 1 });
  const send = async (wanted: BatchWanted): Promise<BatchRecord> =>
    (await service.settled(member.batches.accept('ada', wanted))).batch;
  return { service, member, send };
}

function told(events: string[]) {
  return {
    send: async ({ body }: { body: string }) => {
      events.push((JSON.parse(body) as { type: string }).type);
      return { status: 200 };
    },
  };
}

/** Two rows and one that repeats the first, on a process that may be killed at a step, and on another after it. */
async function smallBatch(killedAt?: { step: number; when: 'before' | 'after' }) {
  const service = new SimulatedService();
  const events: string[] = [];
  const first = service.start({ ...told(events), ...(killedAt && { killedAt }) });
  const titles = ['One', 'Two'].map(healthy);
  const wanted = table([...titles, ...titles.slice(0, 1)]);
  const hook = { url: 'https://example.org/hook', events: ['batch.done'] as const };
  const prepare = async ({ webhooks, batches }: Member): Promise<BatchRecord> => {
    // Who got no answer asks again.
    if ((await webhooks.list('ada')).length === 0) await webhooks.add('ada', hook);
    return (await batches.accept('ada', wanted)).batch;
  };
  let accepted: BatchRecord | undefined;
  void prepare(first).then((batch) => (accepted = batch));
  await service.pass(HOUR, () => first.process.isDead || (accepted !== undefined && !isActive(service)));
  const member = first.process.isDead ? service.start(told(events)) : first;
  if (first.process.isDead) accepted = await service.settled(prepare(member));
  // A marker that no record names is left for an hour, or two days.
  await service.pass(60 * HOUR, () => !isActive(service));
  const batch = await service.settled(member.batches.get(accepted?.id ?? '', 'ada'));
  return { service, batch, events };
}

/** Three rows of a visitor that somebody takes along while they are made, by a process that may be killed at a step. */
async function movedBatch(killedAt?: { step: number; when: 'before' | 'after' }) {
  const service = new SimulatedService();
  const first = service.start({ ...told([]), rows: 1, ...(killedAt && { killedAt }) });
  const wanted = table(['One', 'Two', 'Three'].map(healthy));
  let id = '';
  let isMoved = false;
  const move = async ({ batches, process }: Member): Promise<void> => {
    // Who got no answer asks again.
    if (id === '') ({ id } = (await batches.accept('a visitor', wanted)).batch);
    await process.sleep(5000, new AbortController().signal);
    isMoved = (await batches.handOver([id], 'a visitor', 'ada', NEVER)).includes(id);
  };
  void move(first);
  await service.pass(HOUR, () => first.process.isDead || (isMoved && !isActive(service)));
  const member = first.process.isDead ? service.start({ ...told([]), rows: 1 }) : first;
  if (first.process.isDead) await service.settled(move(member));
  // A marker that no record names is left for an hour, or two days.
  await service.pass(60 * HOUR, () => !isActive(service));
  return { service, member, id };
}

function table(
  titles: readonly string[],
  { usd = 0, ...more }: { usd?: number } & Partial<BatchWanted> = {},
): BatchWanted {
  const plans = titles.map((title, index): RowPlan => {
    const request = requestOf(title);
    return { line: index + 2, key: title, title, seconds: 10, usd, request };
  });
  return { plans, isPaused: false, ...more };
}

/** Whether something is under way in the store. */
function isActive({ store }: SimulatedService): boolean {
  return ['active/', 'active-batches/', 'due/'].some((prefix) => store.names(prefix).length > 0);
}

function alive(members: readonly Member[]): Member {
  return members.find(({ process }) => !process.isDead) as Member;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
