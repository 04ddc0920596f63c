import { setPriority } from 'node:os';
import type { Config } from '@shortfactory/config';
import { pipelineHere } from '@shortfactory/jobs/pipeline-here';
import { createStudio, sweepScratch } from '@shortfactory/pipeline';
import { openTraces } from '@shortfactory/observability/traces';
import { findEndpoints } from '@shortfactory/providers';
import { tracesOf } from '../composition/traces-of.ts';
import { assemble } from '../composition/composition.ts';
import type { FromPipelineProcess, ToPipelineProcess } from './protocol.ts';
import { Generation } from './generation.ts';
import { Line } from './serve.ts';
import type { Handlers } from './serve.ts';

/** The entry of the pipeline process. `PipelineProcess` starts it and is its only client. */

/** Requests are answered first, then pictures drawn; encoders come last (see renderer/ffmpeg.ts). */
const NICENESS = 5;
/** When the IPC channel closes, running calls have this long to end their ffmpeg and remove their scratch files. */
const LEAVE_MS = 700;

function send(message: FromPipelineProcess): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

const line = new Line(send);

let closeTraces = async (): Promise<void> => undefined;

async function open(config: Config, isFirst: boolean): Promise<Generation> {
  const isNew = current === undefined;
  if (isNew) {
    const { traces, close } = await openTraces(tracesOf(config, line.log));
    line.traces = traces;
    closeTraces = close;
  }
  const assembled = await assemble(config, {
    secrets: line.secrets,
    telemetry: line.telemetry,
    log: line.log,
    traces: line.traces,
  });
  const { parts, ffmpeg, rates, whichFfmpeg } = assembled;
  if (isNew) void sweep(parts.scratchDir);
  if (isFirst) {
    for (const shortfall of ffmpeg.limitShortfalls) line.log.warn(shortfall);
    // /health reports what is wrong with it.
    void whichFfmpeg().then(
      (sentence) => line.log.info(sentence, {}),
      () => undefined,
    );
  }
  const pipeline = pipelineHere(parts);
  const studio = createStudio(parts, rates);
  const handlers: Handlers = {
    make: ({ signal, emit, mayStep }, request, spentUsd) =>
      pipeline.make(request, {
        signal,
        beforeStep: mayStep,
        onProgress: (progress) => emit({ kind: 'progress', progress }),
        onDegraded: (sentence) => emit({ kind: 'degraded', sentence }),
        onSpent: (usd) => emit({ kind: 'spent', usd }),
        onArtifact: (stage, found) => emit({ kind: 'artifact', stage, found }),
        onStageEnd: (stage, outcome, seconds) => emit({ kind: 'stage-end', stage, outcome, seconds }),
        ...(spentUsd === undefined ? {} : { spentUsd }),
      }),
    inspect: ({ signal }, object, seconds) => pipeline.inspect(object, seconds, signal),
    about: () => studio.about(),
    tellStory: ({ signal }, request) => studio.tellStory(request, signal),
    writeScript: ({ signal }, wanted) => studio.writeScript(wanted, signal),
    drawScene: ({ signal }, wanted) => studio.drawScene(wanted, signal),
    speak: ({ signal }, wanted) => studio.speak(wanted, signal),
    checkMusic: ({ signal }, upload) => studio.checkMusic(upload, signal),
    checkUploads: ({ signal }, script) => studio.checkUploads(script, signal),
    hearRecording: ({ signal }, given) => studio.hearRecording(given, signal),
    checkRecordings: ({ signal }, script, narration) => studio.checkRecordings(script, narration, signal),
    stems: ({ signal }, parts) => studio.stems(parts, signal),
    review: (_context, script, aspects) => studio.review(script, aspects),
    checkFfmpeg: () => ffmpeg.check(),
    tryProvider: ({ signal }, other, part, entry) => assembled.tryProvider(other, part, entry, signal),
    findEndpoints: ({ signal }) => findEndpoints(signal),
  };
  return new Generation(handlers, () => assembled.close());
}

/** Scratch files of killed processes would fill the disk. */
async function sweep(scratchDir: string): Promise<void> {
  try {
    const folders = await sweepScratch(scratchDir);
    if (folders > 0) line.log.info('Scratch folders of processes that are gone were removed.', { folders });
  } catch (error) {
    line.log.warn('Scratch folders of processes that are gone could not be removed.', { error });
  }
}

let current: Promise<Generation> | undefined;

/** A changed configuration that cannot be used leaves the one before in place. */
function begin(config: Config, isFirst: boolean): void {
  const before = current;
  const next = open(config, isFirst);
  current = before
    ? next.then(
        async (generation) => {
          void before.then((old) => old.retire()).catch(() => undefined);
          return generation;
        },
        (error: unknown) => {
          line.log.error('The changed configuration cannot be used; the one before goes on.', { error });
          return before;
        },
      )
    : next;
  // Each call rejects with it; without a call it is not needed.
  current.catch(() => undefined);
}
const opened = new Promise<void>((resolve) => {
  process.on('message', (message: ToPipelineProcess) => {
    if (message.type === 'begin') {
      begin(message.config, message.isFirst);
      resolve();
      send({ type: 'ready' });
    } else {
      line.receive(message, current ?? opened.then(() => current as Promise<Generation>));
    }
  });
});
process.on('disconnect', () => {
  void line
    .giveUp(LEAVE_MS)
    .then(closeTraces)
    .finally(() => process.exit());
});
// Ctrl-C in a terminal reaches the whole process group; the parent process decides when to exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('uncaughtException', (error) => {
  line.log.error('Pipeline process stopped because of an unhandled error.', { error });
  process.exitCode = 1;
  // A second error may occur while the process exits.
  if (process.connected) process.disconnect();
});
try {
  setPriority(NICENESS);
} catch (error) {
  line.log.debug('Pipeline process keeps its current priority.', { error });
}
