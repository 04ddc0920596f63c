import type { Stage } from '@shortfactory/core';
import type { Progress } from '@shortfactory/pipeline';
import type { SingleBar } from 'cli-progress';

const LABEL: Record<Stage, string> = {
  story: 'Finding the story',
  script: 'Writing the script',
  illustrate: 'Drawing pictures',
  narrate: 'Speaking',
  caption: 'Timing captions',
  compose: 'Making the video',
  publish: 'Finishing',
};

/** Where a person looks: a terminal, or what it was sent to. */
export type Terminal = NodeJS.WritableStream & { readonly isTTY?: boolean };

export interface ProgressView {
  show(progress: Progress): void;
  /** Leaves the terminal as it was found. */
  end(): void;
}

/** A bar a stage on a terminal; elsewhere a line when a stage begins and when it is done. On standard error. */
export async function progressView(stream: Terminal): Promise<ProgressView> {
  return stream.isTTY ? bars(stream) : lines(stream);
}

async function bars(stream: Terminal): Promise<ProgressView> {
  const { MultiBar } = await import('cli-progress');
  const multi = new MultiBar({
    stream,
    format: '{label} {bar} {percentage} %',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: false,
  });
  const shown = new Map<Stage, SingleBar>();
  return {
    show({ stage, percent }) {
      const bar = shown.get(stage) ?? multi.create(100, 0, { label: LABEL[stage].padEnd(18) });
      shown.set(stage, bar);
      bar.update(Math.round(percent));
    },
    end: () => multi.stop(),
  };
}

function lines(stream: Terminal): ProgressView {
  const begun = new Set<Stage>();
  const done = new Set<Stage>();
  return {
    show({ stage, percent }) {
      if (!begun.has(stage)) {
        begun.add(stage);
        stream.write(`${LABEL[stage]} …\n`);
      }
      if (percent >= 100 && !done.has(stage)) {
        done.add(stage);
        stream.write(`${LABEL[stage]}: done\n`);
      }
    },
    end: () => undefined,
  };
}
