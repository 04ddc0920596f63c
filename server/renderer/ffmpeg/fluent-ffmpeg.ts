import type { ChildProcess } from 'node:child_process';
import FfmpegCommand from 'fluent-ffmpeg';
import type { FfmpegPlan } from './arguments.ts';

/** Lines of ffmpeg's messages that are kept for an error. */
const STDERR_LINES = 200;

/**
 * Nothing of ours, and two arenas in place of glibc's eight a core: each reserves 64 MiB of the addresses that a child may
 * have, one for each thread that asks, and ffmpeg starts a thread for each input. Of a video with 24 scenes the last ones
 * could not be started in a container of 2 GiB.
 */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '2' } as const;

/** Methods of fluent-ffmpeg that its types leave out or get wrong; the package is archived and pinned, so they stay. */
interface Spawning {
  _checkCapabilities(done: (error: null) => void): void;
  availableEncoders(done: (error: null, encoders: object) => void): void;
  _spawnFfmpeg(args: string[], options: object, ...callbacks: unknown[]): void;
}

/**
 * A plan as a command that is not started yet: its events are start, end and error. It starts `launcher`, a program
 * with the arguments in front of ffmpeg's, with an environment that has nothing of ours in it. The only file that knows the package.
 */
export function ffmpegCommand(
  plan: FfmpegPlan,
  launcher: readonly string[],
  captureStdout = true,
): FfmpegCommand.FfmpegCommand {
  const command = composed(plan);
  const [program, ...rest] = launcher as [string, ...string[]];
  command.setFfmpegPath(program);
  const spawning = command as unknown as Spawning;
  const plain = spawning._spawnFfmpeg.bind(command);
  spawning._spawnFfmpeg = (args, options, ...callbacks) =>
    typeof options === 'function'
      ? plain([...rest, ...args], { env: ENVIRONMENT }, options, ...callbacks)
      : plain(
          [...rest, ...args],
          { ...options, env: ENVIRONMENT, ...(captureStdout ? {} : { captureStdout }) },
          ...callbacks,
        );
  // `Ffmpeg.check` asks what the binary lacks; the package would start it three times more before the first plan.
  spawning._checkCapabilities = (done) => done(null);
  spawning.availableEncoders = (done) => done(null, {});
  return command;
}

/** The process of a command that has started. */
export function childOf(command: FfmpegCommand.FfmpegCommand): ChildProcess {
  return (command as unknown as { ffmpegProc: ChildProcess }).ffmpegProc;
}

function composed(plan: FfmpegPlan): FfmpegCommand.FfmpegCommand {
  const command = FfmpegCommand({ stdoutLines: STDERR_LINES });
  const strict = plan.skipsDamage ? ['-nostdin', '-hide_banner'] : ['-nostdin', '-xerror'];
  // These stand first, and -y last, so that each call has two options or more: a single one would be split at spaces.
  for (const input of plan.inputs) {
    command.input(input.source);
    (command.inputOptions as (...options: string[]) => unknown)(...strict, ...input.options);
  }
  if (plan.filter !== undefined) command.complexFilter(plan.filter);
  for (const output of plan.outputs) {
    command.output(output.file);
    (command.outputOptions as (...options: string[]) => unknown)(...output.options, '-y');
  }
  return command;
}
