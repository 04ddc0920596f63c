import { parseArgs } from 'node:util';
import { InputInvalid } from '../server/src/domain/errors.ts';
import { coldStartTable, measureColdStart } from './bench/cold-start.ts';
import { measureRender, renderTable } from './bench/render.ts';
import { measureStore, storeTable } from './bench/store.ts';

const USAGE = `Measures the renderer against a bare encode of the same frames in the same run.

  npm run bench [-- --runs N] [--json]
  npm run bench -- cold-start [--runs N] [--json]
  npm run bench -- store [--runs N] [--json]

  cold-start   instead: from the server process's start to its first answers, beside a bare Koa hello in the same run
  store        instead: a page of the list, a start and a sweep over 100 to 100,000 stored jobs in a folder
  --runs N     how often each is measured; the median counts (default: 3, cold starts: 10, store: 30)
  --json       prints {ratio, secondsPerVideoSecond, peakRssMiB, editRatio, ssim, cores, ...} instead of a table

Needs 3.5 GB of space for temporary files; store needs 700,000 inodes. Measure with nothing else running.`;

/** Of the environment only what says which tools there are: a provider that is switched on must not be asked here. */
function tools(): Record<string, string | undefined> {
  const { PATH, FFMPEG_PATH, RENDER_CONCURRENCY } = process.env;
  return { PATH, FFMPEG_PATH, RENDER_CONCURRENCY };
}

const DEFAULT_RUNS: Readonly<Record<string, number>> = { render: 3, 'cold-start': 10, store: 30 };

class Interrupted extends Error {}

async function main(): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort(new Interrupted());
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { runs: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      process.stdout.write(`${USAGE}\n`);
      return 0;
    }
    const [subject = 'render', ...more] = positionals;
    if (!['render', 'cold-start', 'store'].includes(subject) || more.length > 0)
      throw new InputInvalid(
        'bench',
        `"${positionals.join(' ')}" cannot be measured; cold-start, store or nothing was expected.`,
      );
    const runs = Number(values.runs ?? DEFAULT_RUNS[subject]);
    if (!Number.isInteger(runs) || runs < 1)
      throw new InputInvalid('--runs', 'a whole number from 1 was expected.');
    if (subject === 'cold-start') {
      const figures = await measureColdStart(runs, process.env['PATH']);
      process.stdout.write(`${values.json ? JSON.stringify(figures) : coldStartTable(figures)}\n`);
      return 0;
    }
    if (subject === 'store') {
      const figures = await measureStore(runs, process.env['PATH'], interruption.signal);
      process.stdout.write(`${values.json ? JSON.stringify(figures) : storeTable(figures)}\n`);
      return 0;
    }
    const figures = await measureRender(runs, tools(), interruption.signal);
    process.stdout.write(`${values.json ? JSON.stringify(figures) : renderTable(figures)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) return 130;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof InputInvalid || (error instanceof Error && error.name === 'TypeError') ? 2 : 1;
  }
}

process.exitCode = await main();
