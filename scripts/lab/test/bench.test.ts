import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { FRAME_PX } from '@shortfactory/core';
import { expect } from 'chai';
import { timed } from '../bench/cpu-time.ts';
import { captionRows, ssimRows } from '../bench/quality.ts';
import { referencePlan } from '../bench/reference.ts';

describe("the benchmark's reference", () => {
  it('is the encoder of November 2026, whatever the product encodes with today', () => {
    const { inputs, outputs } = referencePlan('frames', 'video');
    expect(inputs[0]?.options.join(' ')).to.equal(
      '-f rawvideo -pix_fmt yuv420p -r 30 -s 1080x1920 ' +
        '-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv',
    );
    expect(outputs[0]?.options.join(' ')).to.equal(
      '-an -c:v libx264 -preset superfast -crf 20 -x264-params mbtree=1:rc-lookahead=10 ' +
        '-profile:v high -level:v 4.0 -pix_fmt yuv420p -g 90 -bf 2 ' +
        '-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv -f mp4',
    );
  });
});

describe("the benchmark's figures", () => {
  it('take each frame from what the ssim filter writes', () => {
    const stats =
      'n:1 Y:0.990000 U:0.995000 V:0.996000 All:0.991833 (20.879510)\n' +
      'n:2 Y:1.000000 U:1.000000 V:1.000000 All:1.000000 (inf)\n';
    expect(ssimRows(stats)).to.deep.equal([0.991833, 1]);
  });

  it('look for captions in even rows inside the frame, above what stays free below', () => {
    const { y, heightPx } = captionRows();
    expect([y % 2, heightPx % 2]).to.deep.equal([0, 0]);
    expect(y).to.be.greaterThan(FRAME_PX['9:16'].heightPx / 3);
    expect(y + heightPx).to.be.lessThan(FRAME_PX['9:16'].heightPx * 0.9);
  });

  it('count the CPU time of processes that the work starts', async () => {
    const busy = 'const end = process.cpuUsage().user + 1e5; while (process.cpuUsage().user < end);';
    const { cpuSeconds } = await timed(() => promisify(execFile)(process.execPath, ['-e', busy]));
    if (process.platform === 'linux') expect(cpuSeconds).to.be.greaterThan(0.08);
  });

  it('leave out what a process took before, though it ends while they are measured', async () => {
    const busy = 'const end = process.cpuUsage().user + 5e5; while (process.cpuUsage().user < end);';
    const program = `${busy} process.stdin.on('end', () => {}).resume(); console.log('rested');`;
    const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    const { cpuSeconds } = await timed(async () => {
      child.stdin.end();
      await once(child, 'exit');
    });
    if (process.platform === 'linux') expect(cpuSeconds).to.be.lessThan(0.3);
  });
});
