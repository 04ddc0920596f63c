import { status } from '@grpc/grpc-js';
import { QueueUnavailable } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { expect } from 'chai';
import { openTasksClient } from '../cloud-tasks-client.ts';
import { CloudTasksQueue } from '../cloud-tasks.ts';
import { JOB_A, jobQueueContract, until } from '@shortfactory/testing/contracts/job-queue';
import type { QueueUnderTest } from '@shortfactory/testing/contracts/job-queue';
import { FakeCloudTasks } from '@shortfactory/testing/fakes/cloud-tasks';
import { FakeWorker } from '@shortfactory/testing/fakes/worker';

const PLACE = { projectId: 'a-project', region: 'europe-west1', queue: 'videos' };
const NAME = `projects/${PLACE.projectId}/locations/${PLACE.region}/queues/${PLACE.queue}`;
const SERVICE_ACCOUNT = 'queue@a-project.iam.gserviceaccount.com';

interface Opened extends QueueUnderTest {
  readonly queue: CloudTasksQueue;
  readonly worker: FakeWorker;
  readonly fake: FakeCloudTasks;
}

async function open(): Promise<Opened> {
  const worker = await FakeWorker.start();
  const fake = await FakeCloudTasks.start(NAME);
  const client = openTasksClient(fake.address);
  const queue = new CloudTasksQueue({
    client,
    clock: systemClock,
    ...PLACE,
    workerUrl: worker.url,
    serviceAccount: SERVICE_ACCOUNT,
  });
  return {
    queue,
    worker,
    fake,
    delivered: worker.delivered,
    get answer() {
      return worker.answer;
    },
    set answer(answer) {
      worker.answer = answer;
    },
    breakDown: async () => void (fake.failWith = status.UNAVAILABLE),
    close: async () => {
      await queue.close();
      fake.stop();
      await worker.stop();
    },
  };
}

jobQueueContract('CloudTasksQueue', open);

// With an emulator at hand the same holds for a service that is not ours.
const emulator = process.env['TASKS_EMULATOR_HOST'];
if (emulator !== undefined) {
  jobQueueContract(
    `CloudTasksQueue over the emulator at ${emulator}`,
    async () => {
      const worker = await FakeWorker.start();
      const client = openTasksClient(emulator);
      const { projectId, region } = PLACE;
      const queue = `videos-${performance.now().toFixed(3).replace('.', '-')}`;
      const parent = `projects/${projectId}/locations/${region}`;
      await client.createQueue({ parent, queue: { name: `${parent}/queues/${queue}` } });
      const opened = new CloudTasksQueue({
        client,
        clock: systemClock,
        ...{ projectId, region, queue },
        workerUrl: worker.url,
        serviceAccount: SERVICE_ACCOUNT,
      });
      return {
        queue: opened,
        delivered: worker.delivered,
        get answer() {
          return worker.answer;
        },
        set answer(answer) {
          worker.answer = answer;
        },
        breakDown: () => worker.stop(),
        close: async () => {
          await opened.close();
          await worker.stop();
        },
      };
    },
    false,
  );
}

describe('CloudTasksQueue', () => {
  let under: Opened;
  beforeEach(async () => (under = await open()));
  afterEach(() => under.close());

  it('makes a task without a name, with an identity token for the worker and the worker’s own time limit', async () => {
    await under.queue.enqueue(JOB_A, { delayMs: 0 });
    const [task] = under.fake.tasks;
    expect(task?.httpRequest).to.deep.include({
      url: `${under.worker.url}/internal/jobs/${JOB_A}/run`,
      httpMethod: 'POST',
    });
    expect(task?.httpRequest.oidcToken).to.deep.equal({
      serviceAccountEmail: SERVICE_ACCOUNT,
      audience: under.worker.url,
    });
    expect(task?.dispatchDeadline?.seconds).to.equal('900');
    await until('delivered', () => under.delivered.length === 1);
    expect(under.worker.delivered[0]?.headers.authorization).to.equal(
      `Bearer identity of ${SERVICE_ACCOUNT}`,
    );
  });

  const refusals: [string, number, RegExp][] = [
    ['a queue that is not there', status.NOT_FOUND, /does not exist/],
    ['a service account without the role', status.PERMISSION_DENIED, /may not be used/],
    ['a quota that is used up', status.RESOURCE_EXHAUSTED, /quota/],
    ['a service that is down', status.UNAVAILABLE, /cannot be reached/],
    ['anything else', status.INTERNAL, /code 13/],
  ];
  for (const [what, code, words] of refusals) {
    it(`says which queue did not take a job, and why: ${what}`, async () => {
      under.fake.failWith = code;
      const error: unknown = await under.queue.enqueue(JOB_A, { delayMs: 0 }).catch((e: unknown) => e);
      expect(error).to.be.instanceOf(QueueUnavailable);
      expect((error as Error).message)
        .to.match(/^The queue videos /)
        .and.to.match(words);
    });
  }

  it('says when the queue is paused', async () => {
    under.fake.state = 'PAUSED';
    const error: unknown = await under.queue.check(AbortSignal.timeout(5000)).catch((e: unknown) => e);
    expect((error as Error).message).to.equal('The queue videos is paused.');
  });
});
