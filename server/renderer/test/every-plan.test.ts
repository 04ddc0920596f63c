import { expect } from 'chai';
import * as plans from '../ffmpeg/arguments.ts';
import * as soundPlans from '../sound/audio.ts';
import { everyPlan } from '../ffmpeg/every-plan.ts';
import { needsOf } from '../ffmpeg/ffmpeg-needs.ts';
import { readFile } from 'node:fs/promises';
import { childMemoryBytes } from '@shortfactory/child-process';

const GIB = 2 ** 30;

describe('what ffmpeg must be able to do', () => {
  it('is read from every function that makes a plan', async () => {
    const makers = [...Object.keys(plans), ...Object.keys(soundPlans)].filter((name) => /Plan$/.test(name));
    const source = await readFile(new URL('../ffmpeg/every-plan.ts', import.meta.url), 'utf8');
    expect(makers.length).to.be.greaterThan(5);
    for (const maker of makers) expect(source, maker).to.match(new RegExp(`^\\s+\\S*${maker}\\(`, 'm'));
  });

  it('is all named in the plans: what reads and writes, and how', () => {
    for (const { doing, inputs, outputs } of everyPlan()) {
      for (const { options, source } of inputs) {
        expect(options, `${doing}: ${source}`).to.include('-f').and.to.include('-codec_whitelist');
      }
      for (const { options } of outputs) {
        expect(options, doing).to.include('-f');
        expect(
          options.some((option) => /^-c(:[va])?$/.test(option)),
          doing,
        ).to.equal(true);
      }
    }
  });

  it('names what the sound is laid out with', () => {
    expect(needsOf(everyPlan()).filters).to.include.members(['highpass', 'adelay', 'apad', 'atrim']);
  });
});

describe('the memory of a child', () => {
  it('is half of what the container has, or of the machine where that has no limit', () => {
    expect(childMemoryBytes(2 * GIB, 64 * GIB)).to.equal(GIB);
    expect(childMemoryBytes(0, 6 * GIB)).to.equal(3 * GIB);
    expect(childMemoryBytes(2 ** 63, 6 * GIB)).to.equal(3 * GIB);
    expect(childMemoryBytes(64 * GIB, 256 * GIB)).to.equal(4 * GIB);
  });
});
