import { FRAME_PX, encodeWav, readWavHeader } from '@shortfactory/core';
import type { EditParts, Job, ShortOutput } from '@shortfactory/core';
import { noteParts } from '@shortfactory/jobs';
import { expect } from 'chai';
import { unzipSync } from 'fflate';
import { serveApp } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const FRAMES = 60;
const RATE = 22_050;

/** A tone of one second. */
function tone(): Uint8Array {
  const samples = Int16Array.from(
    { length: RATE },
    (_, i) => 8000 * Math.sin((2 * Math.PI * 300 * i) / RATE),
  );
  return encodeWav(samples, RATE);
}

describe('a video’s project for an editing program', () => {
  let app: ServedApp;
  before(async () => {
    app = await serveApp();
    const put = (name: string, bytes: Uint8Array) => app.store.create(name, { bytes });
    await put('artifacts/narrate/a.wav', tone());
    await put('videos/x/1-a.mp4', Buffer.from('a film'));
    await put('videos/x/c.srt', Buffer.from('1\n'));
  });
  after(() => app.stop());

  /** A finished job, and what it was made from where that is known. */
  async function job(parts?: Partial<EditParts>): Promise<string> {
    const made = await app.fetch('/api/videos', { json: { topic: 'x' } });
    const { id } = (await made.json()) as { id: string };
    const output: ShortOutput = {
      ...{ aspect: '9:16', object: 'videos/x/1-a.mp4', bytes: 6, seconds: 2, ...FRAME_PX['9:16'] },
    };
    const script = { title: 'Rain', language: 'en', scenes: [{ narration: 'It rains.', visual: 'rain' }] };
    const done: Partial<Job> = {
      status: 'done',
      title: 'Rain',
      outputs: [{ ...output, generation: '1', crc32c: 'x' }],
      short: {
        ...{ title: 'Rain', description: '', language: 'en', voice: 'nora', script, scenes: [] },
        captions: { srt: 'videos/x/c.srt', vtt: 'videos/x/c.vtt', ass: 'videos/x/c.ass' },
        ...{ outputs: [output], poster: 'videos/x/p.jpg', loudnessLufs: -14, degraded: [], offline: [] },
      },
    };
    app.jobs.move(id, done);
    if (parts) {
      await noteParts(
        app.store,
        { id, epoch: 1 },
        {
          scenes: [{ frames: FRAMES, speechMs: 150 }],
          ...{ narrations: ['artifacts/narrate/a.wav'], speed: 1, musicDb: 0, under: [] },
          captions: [{ startMs: 150, endMs: 1150, text: 'It rains.' }],
          ...parts,
        },
      );
    }
    return id;
  }

  const project = async (id: string, query = '') => app.fetch(`/api/videos/${id}/project.zip${query}`);

  it('is an archive of project files, captions and the media that they name, the voice in step with the film', async () => {
    const answer = await project(await job({}));
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('content-type')).to.equal('application/zip');
    expect(answer.headers.get('content-disposition')).to.match(/^attachment; filename="Rain project.zip"/);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files)).to.deep.equal([
      ...['project.otio', 'project.fcpxml', 'captions.srt', 'media/video.mp4', 'media/voice.wav'],
    ]);
    const voice = readWavHeader(files['media/voice.wav'] ?? new Uint8Array());
    expect(voice.seconds).to.equal(FRAMES / 30);
    expect(voice.channels).to.equal(1);
    expect(Buffer.from(files['media/video.mp4'] ?? []).toString()).to.equal('a film');
    expect(Buffer.from(files['project.otio'] ?? []).toString()).to.include('"media/voice.wav"');
  });

  it('says in a sentence that a video has none: not noted, cleared away, in another aspect', async () => {
    const gone = await job({ narrations: ['artifacts/narrate/gone.wav'] });
    for (const [id, query, says] of [
      [await job(), '', /put together from is not known any more.*Make it again/],
      [gone, '', /not kept any more.*two days.*Make it again/],
      [await job({}), '?aspect=1:1', /was not made in 1:1/],
    ] as const) {
      const answer = await project(id, query);
      expect(answer.status).to.equal(404);
      expect(((await answer.json()) as { detail: string }).detail).to.match(says);
    }
    expect((await project(await job({}), '?aspect=2:1')).status).to.equal(400);
  });
});
