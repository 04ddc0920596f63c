import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Illustrator, ShortRequest } from '@shortfactory/core';
import { makeShort } from '@shortfactory/pipeline';
import type { PipelineDeps, RunOptions } from '@shortfactory/pipeline';
import { faultOf } from '@shortfactory/testing/contracts/port';
import { servicesAndProducts } from '@shortfactory/testing/pipeline/product';
import { expect } from 'chai';

const { product } = servicesAndProducts();

const LAST = 'a whale under the ice';
const request: ShortRequest = {
  source: {
    script: {
      title: 'Cold water',
      language: 'en',
      scenes: [
        { narration: 'Ice floats.', visual: 'ice on a lake' },
        { narration: 'Fish sleep, deep down.', visual: 'a fish' },
        { narration: 'And whales sing.', visual: LAST },
      ],
    },
  },
  aspects: ['1:1'],
  seconds: 10,
};

describe('clips of a video whose last picture takes long', () => {
  /** Makes the video with an illustrator that does `before` before it draws the last scene. */
  async function make(before: (parts: PipelineDeps) => Promise<void>, options: Partial<RunOptions> = {}) {
    const { parts, folder } = await product({ RENDER_CONCURRENCY: '2' });
    const illustrator: Illustrator = {
      id: parts.illustrator.id,
      illustrate: async (picture, ...rest) => {
        if (picture.visual === LAST) await before(parts);
        return parts.illustrator.illustrate(picture, ...rest);
      },
    };
    const { signal } = new AbortController();
    const made = makeShort({ ...parts, illustrator }, request, { signal, ...options });
    return { made, parts, leftovers: () => readdir(join(folder, 'scratch')) };
  }

  const clipsIn = async ({ store }: PipelineDeps): Promise<string[]> =>
    (await store.list('artifacts/compose/', { limit: 100 })).filter((name) => !name.includes('.'));

  const aClip = async (parts: PipelineDeps): Promise<void> => {
    while ((await clipsIn(parts)).length === 0) await sleep(20);
  };

  it('are there before it is drawn, and are those of a video whose pictures come at once', async () => {
    const percents: number[] = [];
    const slow = await make(aClip, {
      onProgress: ({ stage, percent }) => stage === 'compose' && percents.push(percent),
    });
    const first = await slow.made;
    const { made } = await make(async () => undefined);
    expect(first.short.outputs).to.deep.equal((await made).short.outputs);
    expect(percents).to.deep.equal([...percents].sort((a, b) => a - b));
    expect(percents[0]).to.be.greaterThan(0);
    expect(percents.at(-1)).to.equal(100);
  });

  it('end with it when it cannot be drawn', async () => {
    const { made, leftovers } = await make(async (parts) => {
      await aClip(parts);
      throw new Error('There is no paint left.');
    });
    expect((await faultOf(made)) as Error).to.have.property('message', 'There is no paint left.');
    expect((await leftovers()).filter((name) => name.startsWith('shortfactory-'))).to.deep.equal([]);
  });

  it('are not begun any more once the run may not go on', async () => {
    let isOver = false;
    const stopped = new Error('somebody else has it');
    const { made, parts } = await make(
      async () => {
        isOver = true;
        await sleep(300);
      },
      {
        beforeStep: async () => {
          if (isOver) throw stopped;
        },
      },
    );
    const error = await faultOf(made);
    expect(error).to.have.property('message', stopped.message);
    const clips = await clipsIn(parts);
    await sleep(100);
    expect(await clipsIn(parts)).to.deep.equal(clips);
  });
});
