import { InputInvalid } from '@shortfactory/core';
import { command, number, toggle } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { coldStartTable, measureColdStart } from './cold-start.ts';
import { measureRender, renderTable } from './render.ts';
import { measureStore, storeTable } from './store.ts';

const DEFAULT_RUNS = { render: 3, clips: 3, 'cold-start': 10, store: 30 } as const;
type Subject = keyof typeof DEFAULT_RUNS;
const MOST_RUNS = 10_000;

const FLAGS = {
  runs: number('N', 'how often each is measured; the median counts', {
    least: 1,
    most: MOST_RUNS,
    whole: true,
    otherwise: `${DEFAULT_RUNS.render}, cold starts ${DEFAULT_RUNS['cold-start']}, store ${DEFAULT_RUNS.store}`,
  }),
  json: toggle(
    'prints {ratio, cpuRatio, editRatio, peakRssMiB, ssim, worstFrameSsim, bytesRatio, vmaf, ...} instead of a table',
  ),
};

export const bench = command({
  summary: 'Measures the renderer against the frozen reference encode of the same frames in the same run.',
  usage: [
    'npm run bench [-- --runs N] [--json]',
    'npm run bench -- clips [...]        instead: the same with a clip in every scene, which is read before it is measured',
    "npm run bench -- cold-start [...]   instead: from the server process's start to its first answers, beside a bare Koa hello",
    'npm run bench -- store [...]        instead: a page of the list, a start and a sweep over 100 to 100,000 jobs, on disk and in a bucket',
  ],
  flags: FLAGS,
  takesPositionals: true,
  notes:
    'Needs 3.5 GB of space for temporary files; store needs 700,000 inodes and 2 GB of memory. Measure with nothing else running.',
  run: measure,
});

async function measure({ runs, json }: Values<typeof FLAGS>, context: CommandContext): Promise<void> {
  const subject = subjectOf(context.positionals);
  context.say(await figuresOf(subject, runs ?? DEFAULT_RUNS[subject], json, context));
}

async function figuresOf(
  subject: Subject,
  runs: number,
  json: boolean,
  { env, signal }: CommandContext,
): Promise<string> {
  if (subject === 'cold-start') {
    const figures = await measureColdStart(runs, env['PATH']);
    return json ? JSON.stringify(figures) : coldStartTable(figures);
  }
  if (subject === 'store') {
    const figures = await measureStore(runs, env['PATH'], signal);
    return json ? JSON.stringify(figures) : storeTable(figures);
  }
  const figures = await measureRender(runs, tools(env), signal, { moving: subject === 'clips' });
  return json ? JSON.stringify(figures) : renderTable(figures);
}

function subjectOf([subject = 'render', ...more]: readonly string[]): Subject {
  const known = (['render', 'clips', 'cold-start', 'store'] as const).find((each) => each === subject);
  if (known !== undefined && more.length === 0) return known;
  throw new InputInvalid(
    'bench',
    `"${[subject, ...more].join(' ')}" cannot be measured; clips, cold-start, store or nothing was expected.`,
  );
}

/** Of the environment only which tools to use: a provider that is switched on must not be called here. */
function tools(env: CommandContext['env']): CommandContext['env'] {
  const { PATH, FFMPEG_PATH, RENDER_CONCURRENCY, RENDER_SKIP } = env;
  return { PATH, FFMPEG_PATH, RENDER_CONCURRENCY, RENDER_SKIP };
}
