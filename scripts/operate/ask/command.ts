import { address, command, number, text, toggle, word } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { JOB_STATES } from '@shortfactory/contract';
import type {
  AuditListJson,
  ChangedManyJson,
  FailuresJson,
  MaintenanceJson,
  OperateJobListJson,
  OperateOverviewJson,
  OperateUsageJson,
} from '@shortfactory/contract';
import { InputInvalid } from '@shortfactory/core';
import { publicUrl } from '@shortfactory/manifests';
import { environmentOf } from '../environment/cloud-environment.ts';
import { FOLDER_FLAG, OVERRIDE_FLAGS } from '../environment/flags.ts';
import { OperateApi } from './operate-api.ts';
import { changedLines, failureLines, jobLines, logLines, overviewLines, usageLines } from './lines.ts';

const EXAMPLE = 'http://127.0.0.1:8000';

const FLAGS = {
  env: text('ENV', 'environment whose API is asked: the name of its file'),
  ...FOLDER_FLAG,
  ...OVERRIDE_FLAGS,
  url: address('URL', `the API; without --env ${EXAMPLE}`, EXAMPLE),
  state: word('STATE', 'with jobs', ['any', ...JOB_STATES], 'any'),
  reason: text('REASON', 'with jobs and retry: one that failures names'),
  days: word('N', 'with failures, usage and retry', ['1', '7', '30'], '1'),
  limit: number('N', 'with jobs and log: how many', { least: 1, most: 100, whole: true }, 50),
  cursor: text('CURSOR', 'with jobs and log: the page behind it'),
  sentence: text('TEXT', 'with maintenance on: what people read'),
  minutes: number('N', 'with maintenance on: it ends by itself then', {
    least: 1,
    most: 10_080,
    whole: true,
  }),
  json: toggle('prints what the API answered'),
};

export const operate = command({
  summary:
    'Asks a deployment how it is, and tries again, stops or refuses work: what the page Operate shows.',
  usage: [
    'npm run operate',
    'npm run operate -- jobs --state failed',
    'npm run operate -- failures --days 7',
    'npm run operate -- usage --days 30',
    'npm run operate -- log',
    'npm run operate -- retry ID…',
    'npm run operate -- retry --reason REASON',
    'npm run operate -- cancel ID…',
    'npm run operate -- maintenance on --minutes 30',
    'npm run operate -- maintenance off',
  ],
  flags: FLAGS,
  takesPositionals: true,
  notes: `An API key is read from SHORTFACTORY_API_KEY; the deployment’s OPERATORS has to name it. On the machine itself none is needed.
Exit codes: 0 done, 1 the API did not answer, or refused one of the jobs, 2 bad input.`,
  async run(values: Values<typeof FLAGS>, context: CommandContext): Promise<number | void> {
    const [verb = 'overview', ...given] = context.positionals;
    const act = VERBS[verb];
    if (!act) throw new InputInvalid('', `${EXPECTED}; “${verb}” is none of them.`);
    const environment = values.env === undefined ? undefined : environmentOf({ ...values, env: values.env });
    const url = values.url ?? (environment ? publicUrl(environment, 'server') : EXAMPLE);
    const api = new OperateApi(url, context.env['SHORTFACTORY_API_KEY'] || undefined, context.signal);
    return act(api, values, context, given);
  },
});

const EXPECTED = 'jobs, failures, usage, log, retry, cancel, maintenance or nothing was expected';

type Act = (
  api: OperateApi,
  values: Values<typeof FLAGS>,
  context: CommandContext,
  given: readonly string[],
) => Promise<number | void>;

/** Prints what was answered, or lines that say it. */
function shown<T>(
  ask: (api: OperateApi, values: Values<typeof FLAGS>) => Promise<T>,
  lines: (answer: T) => string[],
): Act {
  return async (api, values, { say }, given) => {
    if (given.length > 0) throw new InputInvalid('', `“${given[0]}” was not expected.`);
    const answer = await ask(api, values);
    for (const line of values.json ? [JSON.stringify(answer)] : lines(answer)) say(line);
  };
}

const VERBS: Readonly<Record<string, Act>> = {
  overview: shown((api) => api.get<OperateOverviewJson>('', {}), overviewLines),
  jobs: shown(
    (api, { state, reason, limit, cursor }) =>
      api.get<OperateJobListJson>('/jobs', {
        ...(state !== 'any' && { state }),
        ...{ reason, cursor, limit: String(limit) },
      }),
    jobLines,
  ),
  failures: shown((api, { days }) => api.get<FailuresJson>('/failures', { days }), failureLines),
  usage: shown((api, { days }) => api.get<OperateUsageJson>('/usage', { days }), usageLines),
  log: shown(
    (api, { limit, cursor }) => api.get<AuditListJson>('/log', { cursor, limit: String(limit) }),
    logLines,
  ),
  retry: async (api, { reason, days, json }, { say }, ids) => {
    if (ids.length > 0 === (reason !== undefined))
      throw new InputInvalid('', 'ids of jobs, or --reason, was expected with retry.');
    const body = reason === undefined ? { ids } : { reason, days: Number(days) };
    return told(await api.send<ChangedManyJson>('POST', '/jobs/retry', body), json, say);
  },
  cancel: async (api, { json }, { say }, ids) => {
    if (ids.length === 0) throw new InputInvalid('', 'ids of jobs were expected with cancel.');
    return told(await api.send<ChangedManyJson>('POST', '/jobs/cancel', { ids }), json, say);
  },
  maintenance: async (api, { sentence, minutes }, { say }, [on, ...more]) => {
    if ((on !== 'on' && on !== 'off') || more.length > 0)
      throw new InputInvalid('', 'on or off was expected with maintenance.');
    const wanted =
      on === 'on' ? { on: true, ...(sentence && { sentence }), ...(minutes && { minutes }) } : { on: false };
    const now = await api.send<MaintenanceJson>('PUT', '/maintenance', wanted);
    say(
      now.on
        ? `No new work is taken: “${now.sentence}”${now.ends ? `, until ${now.ends}` : ''}`
        : 'New work is taken.',
    );
  },
};

function told(answer: ChangedManyJson, json: boolean, say: (line: string) => void): number {
  for (const line of json ? [JSON.stringify(answer)] : changedLines(answer)) say(line);
  return answer.refused.length > 0 ? 1 : 0;
}
