import { basename } from 'node:path';
import type { Job, ShortRequest } from '@shortfactory/core';
import { expect } from 'chai';
import pLimit from 'p-limit';
import { SharedFolder, WorkerProcess } from '@shortfactory/testing/jobs/processes';
import type { ProviderCall } from '@shortfactory/testing/jobs/processes';
import { recordingOf } from '@shortfactory/testing/jobs/recording';
import type { Death } from '@shortfactory/testing/jobs/worker-process';

const TOPIC: ShortRequest = {
  source: { topic: 'Why does an octopus have three hearts?' },
  seconds: 10,
  // The shape of the fewest pixels: all of them have the same stages.
  aspects: ['1:1'],
};

const SCENES = [
  { narration: 'Bakers knead their dough before dawn.', visual: 'a baker' },
  { narration: 'It rests for an hour in a warm room.', visual: 'dough in a bowl' },
];
const RECORDING = 'uploads/recording-of-the-whole-script';
/** A person's own voice, cut at the scenes of the script. */
const NARRATED: ShortRequest = {
  source: { script: { title: 'Bread', language: 'en', scenes: SCENES } },
  seconds: 10,
  aspects: ['1:1'],
  narration: RECORDING,
};

/** One job and the deaths that befall its workers, one after the other. */
const LIVES: readonly { readonly request?: ShortRequest; readonly deaths: readonly Death[] }[] = [
  {
    deaths: [
      { stage: 'story', percent: 0 },
      { stage: 'script', percent: 0 },
      { stage: 'illustrate', percent: 20 },
      { stage: 'caption', percent: 0 },
    ],
  },
  {
    deaths: [
      { stage: 'narrate', percent: 20 },
      { stage: 'compose', percent: 30 },
      { stage: 'compose', percent: 100 },
      { stage: 'publish', percent: 0 },
    ],
  },
  { deaths: [{ moment: 'first-published' }, { moment: 'before-commit' }, { moment: 'after-commit' }] },
  {
    request: NARRATED,
    // Nothing is stored between comparing and drawing: a third try that is lost there would end the job.
    deaths: [{ moment: 'comparing' }, { stage: 'compose', percent: 30 }],
  },
];

interface Life {
  readonly folder: SharedFolder;
  readonly job: Job;
  /** What stood when a worker had died, and what was asked for after that. */
  readonly deaths: readonly {
    readonly artifacts: readonly string[];
    readonly callsBefore: number;
    readonly ffmpegBefore: number;
  }[];
  readonly calls: readonly ProviderCall[];
  readonly ffmpeg: readonly string[];
}

describe('a worker that is killed in the middle of a job', function () {
  this.timeout(240_000);
  const lives: Life[] = [];

  before(async () => {
    // Two at a time: more starve one another until their short leases end, and each such end is work done twice.
    const two = pLimit(2);
    lives.push(...(await Promise.all(LIVES.map((each) => two(() => live(each))))));
  });
  after(() => Promise.all(lives.map(({ folder }) => folder.remove())));

  for (const [i, { request, deaths }] of LIVES.entries()) {
    const own = request?.narration === undefined ? '' : 'with a recording of one’s own, ';
    describe(`${own}at ${deaths.map(nameOf).join(', then at ')}`, () => {
      const life = (): Life => lives[i] as Life;

      it('leaves a job that the next one finishes', async () => {
        const { job, folder } = life();
        expect(job.status, JSON.stringify(job.error)).to.equal('done');
        for (const { object, bytes } of job.outputs)
          expect(await folder.store.head(object)).to.include({ bytes });
      });

      it('does not call a provider again for parts that were stored already', () => {
        const { calls, deaths: died } = life();
        for (const { artifacts, callsBefore } of died) {
          const later = calls.slice(callsBefore);
          for (const stage of ['story', 'script', 'illustrate', 'narrate'] as const) {
            const all = new Set(calls.filter((call) => call.stage === stage).map(({ of }) => of));
            const stood = artifacts.filter((name) =>
              new RegExp(`^artifacts/${stage}/[0-9a-f]{64}$`).test(name),
            );
            const again = new Set(later.filter((call) => call.stage === stage).map(({ of }) => of));
            expect(again.size, `${stage} after a death`).to.be.at.most(all.size - stood.length);
          }
        }
      });

      if (own !== '')
        it('reads the recording once more only where it was not cut yet, and lets nobody else speak', async () => {
          const { job, calls, folder } = life();
          const spoken = calls.filter(({ stage }) => stage === 'narrate').map(({ of }) => of);
          // The first worker died in the middle of comparing; the second one began anew, and cut it.
          const compared = SCENES.map(({ narration }) => `compared with: ${narration}`);
          expect(spoken).to.deep.equal([compared[0], ...compared]);
          expect(job.degraded).to.deep.equal([]);
          expect(await folder.store.head(RECORDING), 'the upload').not.to.equal(undefined);
        });

      it('does not render again what was stored already', () => {
        const { ffmpeg, deaths: died } = life();
        for (const { artifacts, ffmpegBefore } of died) {
          const later = ffmpeg.slice(ffmpegBefore).join('\n');
          for (const name of artifacts.filter((each) => /^artifacts\/compose\/[0-9a-f]{64}$/.test(each)))
            expect(later).to.not.contain(`${basename(name)}.mp4`);
        }
      });
    });
  }
});

async function live({ request = TOPIC, deaths }: (typeof LIVES)[number]): Promise<Life> {
  const folder = await SharedFolder.make();
  if (request.narration !== undefined)
    await folder.store.create(request.narration, { bytes: await recordingOf(SCENES, folder.path) });
  const { job } = await folder.jobs.submit('ada', request);
  const died: Life['deaths'][number][] = [];
  for (const [i, death] of deaths.entries()) {
    const worker = new WorkerProcess(folder, { name: `mortal-${i}`, death });
    const { signal } = await worker.exited;
    if (signal !== 'SIGKILL')
      throw new Error(`${nameOf(death)} was never reached: ${JSON.stringify(worker.said)}`);
    died.push({
      artifacts: await folder.artifacts(),
      callsBefore: folder.calls().length,
      ffmpegBefore: folder.ffmpegCalls().length,
    });
  }
  const last = new WorkerProcess(folder, { name: 'last' });
  try {
    const ended = await folder.ended(job.id);
    return { folder, job: ended, deaths: died, calls: folder.calls(), ffmpeg: folder.ffmpegCalls() };
  } finally {
    await last.end();
  }
}

function nameOf(death: Death): string {
  return 'stage' in death ? `${death.stage} ${death.percent} %` : death.moment;
}
