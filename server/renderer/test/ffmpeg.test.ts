import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { childMemoryBytes } from '@shortfactory/child-process';
import { ProgramKilled, RenderFailed, StorageFailed } from '@shortfactory/core';
import { expect } from 'chai';
import type { FfmpegPlan } from '../ffmpeg/arguments.ts';
import { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import { linkedStatically } from '../ffmpeg/linked-statically.ts';

const PATH = process.env['PATH'] ?? '';
const REAL = Ffmpeg.locate(process.env['FFMPEG_PATH'], PATH);
/** Starts in a millisecond; many a system's takes fifty. */
const QUICK = Ffmpeg.locate(undefined, '');
const never = new AbortController().signal;

/** Grey frames of 64 × 64 from standard input to nowhere. */
const TAKES_FRAMES: FfmpegPlan = {
  doing: 'take frames',
  inputs: [{ options: ['-f', 'rawvideo', '-pix_fmt', 'gray', '-s', '64x64', '-r', '30'], source: 'pipe:0' }],
  outputs: [{ options: ['-map', '0:v', '-f', 'null'], file: '-' }],
};

/** An endless encode: a generated picture for an hour. */
function endless(file: string): FfmpegPlan {
  return {
    doing: 'encode for an hour',
    inputs: [{ options: ['-f', 'lavfi', '-re'], source: 'testsrc2=s=320x240:d=3600' }],
    outputs: [{ options: ['-map', '0:v', '-c:v', 'libx264', '-f', 'mp4'], file: `file:${file}` }],
  };
}

async function failure(work: Promise<unknown>): Promise<Error> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).to.be.instanceOf(Error);
  return error as Error;
}

describe('the ffmpeg wrapper', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ffmpeg-test-'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  /** A program in ffmpeg's place: what it is told, line by line, it writes down. */
  async function impostor(name: string, script: string): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
    return file;
  }

  async function pidOf(file: string): Promise<number> {
    // A program that loads this package from its source takes seconds on a busy machine.
    const deadlineMs = performance.now() + 30_000;
    while (performance.now() < deadlineMs) {
      const pid = Number(await readFile(file, 'utf8').catch(() => ''));
      if (pid > 0) return pid;
      await wait(20);
    }
    throw new Error(`${file} names no process`);
  }

  /** True for a process that still does something; one that only waits to be collected by its parent does not. */
  async function alive(pid: number): Promise<boolean> {
    try {
      process.kill(pid, 0);
    } catch {
      return false;
    }
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    return !/^State:\s+Z/m.test(status);
  }

  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGSEGV'] as const) {
    it(`reports that another process ended it with ${signal}, which is retryable`, async () => {
      const pidFile = join(folder, `pid-${signal}`);
      const real = await impostor(`real-${signal}`, `echo $$ > ${pidFile}; exec ${REAL.path} "$@"`);
      const plan = endless(join(folder, `${signal}.mp4`));
      const failed = failure(new Ffmpeg(real, PATH).run(plan, { signal: never }));
      const pid = await pidOf(pidFile);
      // ffmpeg heeds a SIGTERM only once it has begun.
      for (let i = 0; i < 250 && !(await stat(join(folder, `${signal}.mp4`)).catch(() => undefined)); i++)
        await wait(20);
      process.kill(pid, signal);
      const error = await failed;
      expect(error).to.be.instanceOf(ProgramKilled).and.include({ signal, doing: 'encode for an hour' });
    });
  }

  it('says so of one that is killed while it is fed, and not that a pipe is broken', async () => {
    const pidFile = join(folder, 'pid-fed');
    const real = await impostor('fed', `echo $$ > ${pidFile}; exec ${REAL.path} "$@"`);
    let frames = 0;
    const error = await failure(
      new Ffmpeg(real, PATH).run(TAKES_FRAMES, {
        signal: never,
        feed: async (write) => {
          for (;;) {
            await write(new Uint8Array(64 * 64));
            frames += 1;
            if (frames === 100) process.kill(await pidOf(pidFile), 'SIGKILL');
          }
        },
      }),
    );
    expect(error).to.be.instanceOf(ProgramKilled).and.include({ signal: 'SIGKILL' });
  });

  it('says so when a program between us and it says so with its exit code', async () => {
    const wrapped = await impostor('wrapped', 'cat >/dev/null; exit 137');
    const error = await failure(new Ffmpeg(wrapped).run(TAKES_FRAMES, { signal: never }));
    expect(error).to.be.instanceOf(ProgramKilled).and.include({ signal: 'SIGKILL' });
  });

  it('does not say so of one that a limit of ours ended', async () => {
    const greedy = await impostor('greedy', 'kill -XCPU $$');
    const error = await failure(new Ffmpeg(greedy).run(TAKES_FRAMES, { signal: never }));
    expect(error).to.be.instanceOf(RenderFailed);
  });

  it('finds what it needs in a full build', async () => {
    await REAL.check();
  });

  it('prefers the one that was named, then one that is linked statically, then the PATH', async () => {
    const named = await impostor('named-ffmpeg', 'exit 0');
    expect(Ffmpeg.locate(named, PATH).path).to.equal(named);
    const bin = await mkdtemp(join(folder, 'bin-'));
    await symlink(named, join(bin, 'ffmpeg'));
    const onPath = [join(bin, 'ffmpeg'), QUICK.path];
    const order = linkedStatically(QUICK.path) ? [...onPath].reverse() : onPath;
    expect(Ffmpeg.all(undefined, `/nowhere:${bin}`).map(({ path }) => path)).to.deep.equal(order);
    expect(Ffmpeg.locate(undefined, `/nowhere:${bin}`).path).to.equal(order[0]);
    // Of two that are equal in this the PATH's: the image's own, which has no other.
    const same = await mkdtemp(join(folder, 'same-'));
    await symlink(QUICK.path, join(same, 'ffmpeg'));
    expect(Ffmpeg.locate(undefined, same).path).to.equal(join(same, 'ffmpeg'));
    expect(Ffmpeg.locate(undefined, '/nowhere').path).to.include('@ffmpeg-installer');
  });

  it('takes nothing for statically linked that is not certainly so', async () => {
    if (process.platform === 'linux' && process.arch === 'x64')
      expect(linkedStatically(QUICK.path)).to.equal(true);
    const script = await impostor('script', 'exit 0');
    const cut = join(folder, 'cut');
    await writeFile(cut, (await readFile(QUICK.path)).subarray(0, 80));
    // Node loads libc at the least, wherever it is built for Linux.
    for (const file of [process.execPath, script, cut, '/nowhere/ffmpeg', folder])
      expect(linkedStatically(file), file).to.equal(false);
  });

  it('can be run without anything on the PATH: no prlimit, no setpriv, no nice', async () => {
    const report = await Ffmpeg.locate(undefined, '').run(TAKES_FRAMES, {
      signal: never,
      feed: async (write) => {
        for (let i = 0; i < 30; i++) await write(Buffer.alloc(64 * 64, i));
      },
    });
    expect(report).to.match(/frame= *30/);
  });

  it('names an ffmpeg that cannot be run, and how to mend it', async () => {
    const error = await failure(new Ffmpeg('/nowhere/ffmpeg', PATH).check());
    expect(error).to.be.instanceOf(RenderFailed);
    expect(error.message).to.equal(
      'The ffmpeg at /nowhere/ffmpeg cannot be run; set FFMPEG_PATH to one that can.',
    );
  });

  it('names every filter and encoder that a poor build lacks', async () => {
    const poor = await impostor(
      'poor-ffmpeg',
      `case "$*" in
        *-filters*) printf ' T.. crop V->V crops\\n ... scale V->V scales\\n' ;;
        *-encoders*) printf ' ------\\n A....D aac AAC\\n' ;;
      esac`,
    );
    const error = await failure(new Ffmpeg(poor, PATH).check());
    expect(error).to.be.instanceOf(RenderFailed);
    expect(error.message).to.match(
      /^The ffmpeg at \S+poor-ffmpeg lacks .*filter highpass, .*filter overlay.*, encoder libx264, encoder mjpeg.*, demuxer mov, .*; set FFMPEG_PATH to a full build\.$/,
    );
    expect(error.message).to.not.match(/filter (?:crop|scale)|encoder aac/);
  });

  for (const [list, part] of [
    ['filters', 'highpass'],
    ['filters', 'adelay'],
    ['decoders', 'vorbis'],
    ['demuxers', 'ogg'],
    ['muxers', 'wav'],
    ['encoders', 'pcm_s16le'],
  ] as const) {
    it(`refuses a build that has everything but ${part} of its ${list}`, async () => {
      const without = await impostor(
        `without-${part}`,
        `case "$*" in
          *-${list}*) '${QUICK.path}' "$@" | grep -vw '${part}' ;;
          *) exec '${QUICK.path}' "$@" ;;
        esac`,
      );
      const error = await failure(new Ffmpeg(without, PATH).check());
      expect(error.message).to.equal(
        `The ffmpeg at ${without} lacks ${list.slice(0, -1)} ${part}; set FFMPEG_PATH to a full build.`,
      );
    });
  }

  it('asks a binary once what it can do, another binary in its place anew, and each time whether it runs', async () => {
    const asked = join(folder, 'asked');
    const script = `echo "$@" >> ${asked}; exec '${QUICK.path}' "$@"`;
    const ffmpeg = new Ffmpeg(await impostor('exchanged', script), PATH);
    const questions = async (): Promise<string[]> => (await readFile(asked, 'utf8')).trim().split('\n');
    const { version, year } = await ffmpeg.check();
    expect(version).to.match(/\d/);
    expect(year).to.be.within(2018, 2100);
    const first = (await questions()).length;
    await ffmpeg.check();
    expect((await questions()).slice(first)).to.deep.equal(['-version']);
    await impostor('exchanged', `case "$*" in *-filters*) exit 0 ;; *) exec '${QUICK.path}' "$@" ;; esac`);
    expect((await failure(ffmpeg.check())).message).to.match(/lacks filter abuffer, /);
    await rm(join(folder, 'exchanged'));
    expect((await failure(ffmpeg.check())).message).to.match(/cannot be run/);
  });

  describe('on a machine whose cores are all taken', () => {
    it('is asked again for longer, and works', async () => {
      const tries = join(folder, 'tries');
      const slow = await impostor(
        'slow',
        `echo x >> ${tries}; if [ $(wc -l < ${tries}) = 1 ]; then exec sleep 60; fi; exec '${QUICK.path}' "$@"`,
      );
      expect((await new Ffmpeg(slow, PATH, { answerMs: [300, 20_000] }).check()).version).to.match(/\d/);
    });

    it('is said not to have answered in so many seconds, not to be a wrong program', async () => {
      const stuck = await impostor('stuck', 'exec sleep 60');
      const error = await failure(new Ffmpeg(stuck, PATH, { answerMs: [100, 500] }).check());
      expect(error).to.be.instanceOf(RenderFailed);
      expect(error.message).to.equal(
        `The ffmpeg at ${stuck} did not answer within 0.5 s; the machine may be overloaded.`,
      );
    });
  });

  it('hands each argument over as it is, in one piece, and none of our environment', async () => {
    const told = join(folder, 'told');
    const scribe = await impostor(
      'scribe',
      `for a in "$@"; do printf '%s\\n' "$a"; done > ${told}; env >> ${told}`,
    );
    const odd = 'title=a b "c" $HOME `id` ; rm %s \\ \'';
    await failure(
      new Ffmpeg(scribe, '/usr/bin:/bin')
        .run(
          {
            doing: 'write it down',
            inputs: [{ options: ['-f', 'lavfi'], source: 'file:with space' }],
            outputs: [{ options: ['-metadata', odd], file: 'file:out; touch x' }],
          },
          { signal: never },
        )
        .then(() => Promise.reject(new Error('settled'))),
    );
    const lines = (await readFile(told, 'utf8')).split('\n');
    expect(lines).to.include.members(['file:with space', odd, 'file:out; touch x', '-nostdin', '-xerror']);
    expect(lines.filter((line) => /^(?:HOME|PATH=.*node|DATA_DIR|npm_)/.test(line))).to.deep.equal([]);
  });

  it("is dead within a second of its signal, and rejects with the signal's reason", async () => {
    const pidFile = join(folder, 'pid');
    const wrapped = await impostor('wrapped', `echo $$ > ${pidFile}; exec ${REAL.path} "$@"`);
    const stop = new AbortController();
    const running = failure(
      new Ffmpeg(wrapped, PATH).run(endless(join(folder, 'a.mp4')), { signal: stop.signal }),
    );
    const pid = await pidOf(pidFile);
    const reason = new Error('enough');
    const from = performance.now();
    stop.abort(reason);
    expect(await running).to.equal(reason);
    expect(performance.now() - from).to.be.lessThan(1000);
    expect(await alive(pid)).to.equal(false);
  });

  it('starts nothing for a signal that has come already', async () => {
    const touched = join(folder, 'touched');
    const toucher = await impostor('toucher', `touch ${touched}`);
    const reason = new Error('too late');
    const error = await failure(
      new Ffmpeg(toucher, PATH).run(TAKES_FRAMES, { signal: AbortSignal.abort(reason) }),
    );
    expect(error).to.equal(reason);
    await wait(50);
    expect(await stat(touched).catch(() => undefined)).to.equal(undefined);
  });

  it('ends one that says and takes nothing for too long, and says what it hung in', async () => {
    const pidFile = join(folder, 'sleeper-pid');
    const sleeper = await impostor('sleeper', `echo $$ > ${pidFile}; exec sleep 60`);
    const running = failure(new Ffmpeg(sleeper, PATH, { stallMs: 300 }).run(TAKES_FRAMES, { signal: never }));
    const pid = await pidOf(pidFile);
    const error = await running;
    expect(error).to.be.instanceOf(RenderFailed);
    expect(error.message).to.equal('ffmpeg hung while it was to take frames.');
    expect(await alive(pid)).to.equal(false);
  });

  it('does not take one that reads on for one that hangs', async () => {
    const report = await new Ffmpeg(REAL.path, PATH, { stallMs: 300 }).run(TAKES_FRAMES, {
      signal: never,
      feed: async (write) => {
        for (let i = 0; i < 6; i++) {
          await write(Buffer.alloc(64 * 64));
          await wait(100);
        }
      },
    });
    expect(report).to.match(/frame= *6/);
  });

  it('rejects with the error of its feed', async () => {
    const fault = new Error('no more frames');
    const feed = async (write: (bytes: Uint8Array) => Promise<void>): Promise<void> => {
      await write(Buffer.alloc(64 * 64));
      throw fault;
    };
    expect(await failure(REAL.run(TAKES_FRAMES, { signal: never, feed }))).to.equal(fault);
  });

  it("returns the last line of ffmpeg's output when it stops reading, without the names of files", async () => {
    const plan: FfmpegPlan = {
      ...TAKES_FRAMES,
      outputs: [
        { options: ['-map', '0:v', '-f', 'mp4'], file: `file:${join(folder, 'no/such/folder.mp4')}` },
      ],
    };
    const feed = async (write: (bytes: Uint8Array) => Promise<void>): Promise<void> => {
      for (let i = 0; i < 10_000; i++) await write(Buffer.alloc(64 * 64));
    };
    const error = await failure(REAL.run(plan, { signal: never, feed }));
    expect(error).to.be.instanceOf(RenderFailed);
    expect(error.message).to.match(/^ffmpeg could not take frames \(.*No such file or directory.*\)\.$/);
    expect(error.message).to.not.include(folder);
  });

  it('calls a full disk a full disk', async () => {
    const full = await impostor(
      'full',
      'echo "av_interleaved_write_frame(): No space left on device" >&2; exit 1',
    );
    const error = await failure(new Ffmpeg(full, PATH).run(TAKES_FRAMES, { signal: never }));
    expect(error).to.be.instanceOf(StorageFailed);
    expect(error.message).to.match(/no space left on the disk/);
  });

  describe('limits (Linux, where prlimit and setpriv are there)', () => {
    before(function () {
      if (process.platform === 'linux') return;
      console.log('      not Linux: limits were not tried');
      this.skip();
    });

    it('may not take all memory, all files or all of a day, and leaves no core', async () => {
      const told = join(folder, 'limits');
      const asker = await impostor('asker', `cat /proc/self/limits > ${told}; nice >> ${told}`);
      await new Ffmpeg(asker, PATH).run(TAKES_FRAMES, { signal: never });
      const limits = await readFile(told, 'utf8');
      const soft = (name: string): number => Number(new RegExp(`^${name} +(\\d+)`, 'm').exec(limits)?.[1]);
      expect(soft('Max address space')).to.equal(childMemoryBytes());
      expect(soft('Max cpu time')).to.equal(1800);
      expect(soft('Max file size')).to.equal(4 * 2 ** 30);
      expect(soft('Max open files')).to.equal(256);
      expect(soft('Max core file size')).to.equal(0);
      expect(Number(limits.trim().split('\n').at(-1)), 'niceness').to.be.at.least(5);
    });

    it('lays out forty scenes within the memory that a container of 2 GiB leaves it', async () => {
      const seconds = 1;
      const wav = Buffer.alloc(44 + seconds * 96_000);
      wav.write('RIFF    WAVEfmt ', 'latin1');
      wav.writeUInt32LE(wav.length - 8, 4);
      // 16 bytes of format: PCM, one channel, 48,000 samples a second of 16 bits.
      for (const [at, value] of [
        [16, 16],
        [24, 48_000],
        [28, 96_000],
      ] as const)
        wav.writeUInt32LE(value, at);
      for (const [at, value] of [
        [20, 1],
        [22, 1],
        [32, 2],
        [34, 16],
      ] as const)
        wav.writeUInt16LE(value, at);
      wav.write('data', 36, 'latin1');
      wav.writeUInt32LE(wav.length - 44, 40);
      await writeFile(join(folder, 'scene.wav'), wav);
      const small = await impostor('small', `exec prlimit --as=${2 ** 30} -- '${REAL.path}' "$@"`);
      const scenes = Array.from({ length: 40 }, (_, i) => i);
      await new Ffmpeg(small, '').run(
        {
          doing: 'lay out forty scenes',
          inputs: scenes.map(() => ({ options: ['-f', 'wav'], source: `file:${join(folder, 'scene.wav')}` })),
          filter: `${scenes.map((i) => `[${i}:a]`).join('')}concat=n=40:v=0:a=1[all]`,
          outputs: [{ options: ['-map', '[all]', '-f', 'wav'], file: `file:${join(folder, 'all.wav')}` }],
        },
        { signal: never },
      );
      expect((await stat(join(folder, 'all.wav'))).size).to.be.above(40 * seconds * 96_000);
    });

    it('dies with the program that started it', async () => {
      const pidFile = join(folder, 'orphan-pid');
      const orphan = await impostor('orphan', `echo $$ > ${pidFile}; exec sleep 60`);
      const module = new URL('../ffmpeg/ffmpeg.ts', import.meta.url).href;
      const program = `
        const { Ffmpeg } = await import(${JSON.stringify(module)});
        await new Ffmpeg(${JSON.stringify(orphan)}, ${JSON.stringify(PATH)})
          .run(${JSON.stringify(TAKES_FRAMES)}, { signal: new AbortController().signal });`;
      const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        stdio: 'ignore',
      });
      const pid = await pidOf(pidFile);
      parent.kill('SIGKILL');
      for (let tries = 0; tries < 50 && (await alive(pid)); tries++) await wait(20);
      expect(await alive(pid)).to.equal(false);
    });
  });
});
