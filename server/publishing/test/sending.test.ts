import type { KilledAt } from '@shortfactory/testing/simulation/mortal';
import { expect } from 'chai';
import { idOf } from '../index.ts';
import { FILE, POST, SimulatedSenders, VIDEO_ID, WANTED } from './support/simulated-senders.ts';
import type { Sending } from './support/simulated-senders.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const UPLOAD = '/upload/youtube/v3/videos';
const LAST = `bytes 2097152-2499999/2500000`;

async function begun(senders: SimulatedSenders, wanted = WANTED): Promise<Sending> {
  const sending = senders.start();
  await senders.connect(sending);
  await senders.settled(sending.publications.publish('ada', wanted));
  return sending;
}

/** Until there is nothing to do any more. */
function ended(senders: SimulatedSenders, ms = HOUR): Promise<void> {
  return senders.pass(ms, () => senders.underWay.length === 0);
}

function expectOneVideo(senders: SimulatedSenders, name = ''): void {
  const { youtube, record } = senders;
  expect(youtube.videos, name).to.have.length(1);
  expect(youtube.videos[0]?.bytes.equals(FILE), name).to.equal(true);
  expect(youtube.videos[0]?.thumbnail?.toString(), name).to.equal('a picture');
  expect([record.state, record.sent?.id], name).to.deep.equal(['sent', youtube.videos[0]?.id]);
  expect(youtube.violations, name).to.deep.equal([]);
}

describe('sending to YouTube, in virtual time', () => {
  it('sends a file in parts, with its words and its thumbnail', async () => {
    const senders = new SimulatedSenders();
    await begun(senders, { ...WANTED, post: { ...POST, publishAtMs: 1_800_100_000_000 } });
    await ended(senders);
    expectOneVideo(senders);
    const [video] = senders.youtube.videos;
    expect(video?.snippet).to.deep.include({
      title: POST.title,
      description: POST.description,
      defaultLanguage: 'en',
    });
    expect(video?.snippet.tags.slice(0, 1)).to.deep.equal(['octopus']);
    expect(video?.status).to.deep.equal({
      ...{ privacyStatus: 'private', publishAt: '2027-01-16T11:46:40.000Z' },
      ...{ selfDeclaredMadeForKids: false, containsSyntheticMedia: true },
    });
    expect(senders.youtube.asked.filter((each) => each.includes('bytes'))).to.deep.equal([
      'PUT bytes 0-1048575/2500000',
      'PUT bytes 1048576-2097151/2500000',
      `PUT ${LAST}`,
    ]);
  });

  it('makes one video wherever a process is killed, however often it is asked', async () => {
    const whole = await killed(undefined);
    const steps = whole.steps.length;
    expect(steps).to.be.greaterThan(12);
    for (const when of ['before', 'after'] as const) {
      for (let step = 1; step <= steps; step++) {
        const senders = await killed({ step, when });
        expectOneVideo(senders, `killed ${when} step ${step}, ${whole.steps[step - 1] ?? ''}`);
        expect(senders.underWay).to.deep.equal([]);
      }
    }
  }).timeout(60_000);

  it('makes one video when every process is killed at every second step', async () => {
    const senders = new SimulatedSenders();
    await begun(senders);
    for (let kills = 0; kills < 60 && senders.underWay.length > 0; kills++) {
      senders.start({ killedAt: { step: 2 + (kills % 3), when: kills % 2 === 0 ? 'before' : 'after' } });
      await senders.pass(5 * MINUTE);
    }
    senders.start();
    await ended(senders);
    expectOneVideo(senders);
  });

  it('asks the upload what it has when the answer to its last byte is lost', async () => {
    const senders = new SimulatedSenders();
    once(senders, LAST, 'lost after');
    await begun(senders);
    await ended(senders);
    expectOneVideo(senders);
    expect(senders.youtube.asked).to.include('PUT bytes */2500000');
    expect(senders.youtube.asked.filter((each) => each === `PUT ${LAST}`)).to.have.length(1);
  });

  it('finds the video among those of the channel when its upload is forgotten after the last byte', async () => {
    const senders = new SimulatedSenders();
    senders.youtube.hidden = 1;
    once(senders, LAST, 'lost after', () => senders.youtube.expireUploads());
    await begun(senders);
    await senders.pass(MINUTE);
    expect(senders.record.problem?.sentence).to.equal(
      'YouTube forgot the upload after its last byte. It is looked for among your videos there.',
    );
    senders.youtube.hidden = 0;
    await ended(senders);
    expectOneVideo(senders);
  });

  it('asks its owner when it cannot be known, and sends again only when it is told so', async () => {
    const senders = new SimulatedSenders();
    once(senders, LAST, 'lost before', () => senders.youtube.expireUploads());
    const { publications } = await begun(senders);
    await ended(senders);
    expect([senders.record.state, senders.youtube.videos.length]).to.deep.equal(['unsure', 0]);
    expect(senders.record.problem?.sentence).to.match(/^The answer to its last byte was lost/);
    const same = await senders.settled(publications.publish('ada', WANTED));
    expect(same.state).to.equal('unsure');
    await senders.settled(publications.retry(idOf(same)));
    await ended(senders);
    expectOneVideo(senders);
  });

  it('begins again when its upload is forgotten before the last byte', async () => {
    const senders = new SimulatedSenders();
    once(senders, 'bytes 1048576-2097151/2500000', 'lost after', () => senders.youtube.expireUploads());
    await begun(senders);
    await ended(senders);
    expectOneVideo(senders);
  });

  it('goes on after faults in the middle, from the last byte that is kept', async () => {
    const senders = new SimulatedSenders();
    once(senders, 'bytes 1048576-2097151/2500000', { status: 503 });
    await begun(senders);
    await ended(senders);
    expectOneVideo(senders);
    const resumed = senders.youtube.asked.indexOf('PUT bytes */2500000');
    expect(senders.youtube.asked[resumed + 1]).to.equal('PUT bytes 1048576-2097151/2500000');
  });

  it('takes a new access token when the one before ends in the middle', async () => {
    const senders = new SimulatedSenders();
    let parts = 0;
    senders.youtube.fault = ({ headers }) => {
      if (headers['content-range'] !== undefined && ++parts === 2) senders.youtube.expireTokens();
      return undefined;
    };
    await begun(senders);
    await ended(senders);
    expectOneVideo(senders);
  });

  it('waits for midnight in California when the day is used up', async () => {
    const senders = new SimulatedSenders();
    senders.youtube.quota = 0;
    await begun(senders);
    await senders.pass(MINUTE);
    const { state, problem, dueMs } = senders.record;
    expect([state, problem?.why, problem?.sentence]).to.deep.equal([
      ...['waiting', 'quota', 'YouTube takes no more from here today.'],
    ]);
    expect(senders.events).to.deep.equal([{ type: 'publication-failed', why: 'quota' }]);
    expect(senders.lines.filter((line) => line.startsWith('A try to send a video failed.'))).to.deep.equal([
      `A try to send a video failed. ${JSON.stringify({ jobId: VIDEO_ID, publisher: 'youtube', why: 'quota', sentence: problem?.sentence })}`,
    ]);
    // It is 2027-01-15T08:00 and a little more in Greenwich.
    expect(new Date(dueMs).toISOString()).to.equal('2027-01-16T08:00:00.000Z');
    senders.youtube.quota = 100;
    await ended(senders, 25 * HOUR);
    expectOneVideo(senders);
    expect(senders.events.slice(1)).to.deep.equal([{ type: 'publication-ended', outcome: 'sent' }]);
  });

  it('says what it does not take, and takes it when it was changed', async () => {
    const senders = new SimulatedSenders();
    once(senders, UPLOAD, {
      status: 400,
      json: { error: { errors: [{ reason: 'invalidTitle' }], message: 'The request metadata …' } },
    });
    const { publications } = await begun(senders);
    await ended(senders);
    expect(senders.record).to.deep.include({
      state: 'refused',
      problem: { why: 'refused', sentence: 'YouTube did not take the title.', field: 'title' },
    });
    await senders.settled(
      publications.publish('ada', { ...WANTED, post: { ...POST, title: 'Three hearts' } }),
    );
    await ended(senders);
    expectOneVideo(senders);
    expect(senders.youtube.videos[0]?.snippet['title']).to.equal('Three hearts');
  });

  it('says so when access was taken back, and goes on when it is given again', async () => {
    const senders = new SimulatedSenders();
    const sending = senders.start();
    await senders.connect(sending);
    senders.youtube.revoke();
    const { publications } = senders.start();
    const publication = await senders.settled(publications.publish('ada', WANTED));
    await ended(senders);
    expect(senders.record.problem).to.deep.include({
      why: 'access',
      sentence: 'YouTube is not connected any more. Connect it again, then try again.',
    });
    expect(await senders.settled(publications.account('ada'))).to.equal(undefined);
    await senders.connect(sending);
    await senders.settled(publications.retry(idOf(publication)));
    await ended(senders);
    expectOneVideo(senders);
  });

  it('sends at its time, and not once it is stopped', async () => {
    const senders = new SimulatedSenders();
    const atMs = senders.store.nowMs + 3 * HOUR;
    const { publications } = await begun(senders, { ...WANTED, atMs });
    await senders.pass(2 * HOUR);
    expect(senders.youtube.asked.filter((each) => each.includes(UPLOAD))).to.deep.equal([]);
    const [waiting] = await senders.settled(publications.of(VIDEO_ID));
    await senders.settled(publications.stop(idOf(waiting as never)));
    await senders.pass(3 * HOUR);
    expect([senders.record.state, senders.youtube.videos, senders.underWay]).to.deep.equal([
      'stopped',
      [],
      [],
    ]);
    await senders.settled(publications.retry(idOf(waiting as never)));
    await ended(senders);
    expectOneVideo(senders);
  });

  it('takes no other words for what is under way or there', async () => {
    const senders = new SimulatedSenders();
    const { publications } = await begun(senders, { ...WANTED, atMs: senders.store.nowMs + HOUR });
    const other = { ...WANTED, post: { ...POST, title: 'Another' } };
    const refusal = await senders.settled(publications.publish('ada', other).catch(String));
    expect(refusal).to.match(/on its way to YouTube with other words/);
    await ended(senders, 2 * HOUR);
    expect(await senders.settled(publications.publish('ada', other).catch(String))).to.match(
      /on YouTube already/,
    );
    expectOneVideo(senders);
  });

  it('gives up after a day without an answer, with a sentence', async () => {
    const senders = new SimulatedSenders();
    senders.youtube.fault = ({ url }) => (url.pathname === UPLOAD ? 'lost before' : undefined);
    await begun(senders);
    await ended(senders, 30 * HOUR);
    expect(senders.record).to.deep.include({
      state: 'refused',
      problem: { why: 'away', sentence: 'YouTube did not answer within 20 s.' },
    });
  });

  it('sends nothing to an address that is not of YouTube', async () => {
    const senders = new SimulatedSenders();
    once(senders, UPLOAD, { status: 200, headers: { location: 'http://169.254.169.254/upload?id=1' } });
    await begun(senders);
    await ended(senders);
    expect(senders.record.problem?.sentence).to.equal(
      'YouTube named an address for the upload that is not its own.',
    );
    expect(senders.steps.join()).not.to.contain('169.254');
  });

  it('keeps every secret out of logs, and sealed in the store', async () => {
    const senders = new SimulatedSenders();
    once(senders, 'bytes 1048576-2097151/2500000', { status: 503 });
    await begun(senders);
    await ended(senders);
    for (const secret of senders.youtube.secrets)
      expect(senders.everythingSeen.includes(secret), secret).to.equal(false);
    for (const token of senders.youtube.secrets.filter((each) => /^(ya29|1\/\/)/.test(each)))
      expect(senders.registered.has(token), token).to.equal(true);
  });
});

/** One video, sent by a process that dies, and by those after it; its owner asks again, as people do. */
async function killed(killedAt: KilledAt | undefined): Promise<SimulatedSenders> {
  const senders = new SimulatedSenders();
  await senders.connect(senders.start());
  const before = senders.steps.length;
  const { publications } = senders.start(killedAt && { killedAt });
  publications.publish('ada', WANTED).catch(() => undefined);
  await senders.pass(10 * MINUTE, () => senders.youtube.videos.length === 1 && senders.underWay.length === 0);
  senders.steps.splice(0, before);
  const next = senders.start();
  await senders.settled(next.publications.publish('ada', WANTED));
  await ended(senders, 3 * HOUR);
  return senders;
}

/** Something else happens to the first request of this kind. */
function once(
  senders: SimulatedSenders,
  what: string,
  fault: ReturnType<SimulatedSenders['youtube']['fault']>,
  afterwards: () => void = () => undefined,
): void {
  let isOver = false;
  let rest = 1;
  senders.youtube.fault = ({ url, headers }) => {
    if (isOver && rest-- === 1) afterwards();
    if (isOver || (headers['content-range'] ?? url.pathname) !== what) return undefined;
    isOver = true;
    return fault;
  };
}
