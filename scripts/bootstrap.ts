import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CLOUD_NAMES } from '../manifests/src/environments/index.ts';
import { writeFolder } from '../manifests/src/output.ts';
import { synthesize } from '../manifests/src/synth.ts';
import { InputInvalid } from '../server/src/domain/errors.ts';
import { invoker, roles } from './bootstrap/access-steps.ts';
import { accounts, apis, bucket, queue, registry, secrets } from './bootstrap/base-steps.ts';
import { edge } from './bootstrap/edge-steps.ts';
import { federation } from './bootstrap/federation-step.ts';
import type { GithubRepository } from './bootstrap/foundation.ts';
import { foundationOf } from './bootstrap/foundation-of.ts';
import { layDown } from './bootstrap/lay-down.ts';
import { budget, monitoring } from './bootstrap/watch-steps.ts';
import type { Step } from './bootstrap/step.ts';
import { runCommand } from './operate/command.ts';
import type { CommandContext } from './operate/command.ts';
import { Gcloud } from './operate/gcloud.ts';
import { readFlags, textFlag, wordFlag } from './operate/options.ts';
import { cloudEnvironment, PLACE_FLAGS } from './operate/place.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const USAGE = `Lays down what a deployment stands on. Safe to run again: what is right already is left alone.

  npm run bootstrap -- --env prod --github OWNER/NAME --github-id N --billing-account ID

Steps, in order: apis, registry, bucket, accounts, secrets, queue, roles, federation, budget, monitoring, invoker, edge.

Options
  --env ENV              ${CLOUD_NAMES.join(', ')}
  --only LIST            these steps only, separated by commas
  --github OWNER/NAME    the repository whose main branch may deploy, without a key
  --github-id N          its id, which no other repository ever gets: gh api repos/OWNER/NAME --jq .id
  --billing-account ID   for the budget
  --project P, --project-number N, --region R
  --dry-run              asks and changes nothing; prints exactly what would be run
  --help                 prints this

Exit codes: 0 done, 1 a command failed (run it again: it goes on from there), 2 bad input.`;

async function bootstrap({ args, env, say, signal }: CommandContext): Promise<void> {
  const given = readFlags(args, {
    ...PLACE_FLAGS,
    only: { type: 'string' },
    github: { type: 'string' },
    'github-id': { type: 'string' },
    'billing-account': { type: 'string' },
  });
  if (given['help']) return say(USAGE);
  const environment = cloudEnvironment(wordFlag(given, 'env', CLOUD_NAMES), given);
  const dryRun = given['dry-run'] === true;
  const gcloud = new Gcloud({ env, project: environment.project, dryRun, say });
  const github = repository(textFlag(given, 'github'), textFlag(given, 'github-id'));
  const billingAccount = textFlag(given, 'billing-account');
  const files = synthesize(environment);
  const foundation = foundationOf(environment, {
    runMonitoring: files.get('monitoring/run-monitoring.yaml') ?? '',
    ...(github === undefined ? {} : { github }),
    ...(billingAccount === undefined ? {} : { billingAccount }),
  });
  // What the commands read: written with --dry-run too, so that what is printed can be pasted.
  const folder = `out/bootstrap/${environment.name}`;
  writeFolder(`${ROOT}${folder}`, files);
  const corsFile = `${folder}/cors.json`;
  await writeCors(`${ROOT}${corsFile}`, foundation.origins);
  const steps = [
    apis(),
    registry(foundation),
    bucket(foundation, corsFile),
    accounts(foundation),
    secrets(foundation),
    queue(foundation),
    roles(foundation),
    federation(foundation),
    budget(foundation),
    await monitoring(foundation, ROOT, `${folder}/monitoring`),
    invoker(foundation),
    edge(foundation),
  ];
  process.chdir(ROOT);
  await layDown(chosen(steps, textFlag(given, 'only')), { gcloud, say, signal });
}

/** Both or none: a name alone could come to mean another repository. */
function repository(name: string | undefined, id: string | undefined): GithubRepository | undefined {
  if (name === undefined && id === undefined) return undefined;
  if (name === undefined || !/^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/.test(name)) {
    throw new InputInvalid('--github', `“${name ?? ''}” is not a repository; OWNER/NAME was expected.`);
  }
  if (id === undefined || !/^[1-9]\d{0,18}$/.test(id)) {
    const ask = `gh api repos/${name} --jq .id`;
    throw new InputInvalid(
      '--github-id',
      `“${id ?? ''}” is not the id of a repository; what “${ask}” prints was expected.`,
    );
  }
  return { name, id };
}

/** Pages of ours may upload to the bucket and play from it; no other page may. */
async function writeCors(file: string, origins: readonly string[]): Promise<void> {
  const rules = [
    {
      origin: origins,
      method: ['GET', 'HEAD', 'PUT', 'POST'],
      responseHeader: ['Content-Type', 'Content-Range', 'Range', 'Location', 'x-goog-resumable'],
      maxAgeSeconds: 3600,
    },
  ];
  await writeFile(file, `${JSON.stringify(rules, null, 2)}\n`);
}

function chosen(steps: readonly Step[], only: string | undefined): readonly Step[] {
  if (only === undefined) return steps;
  const wanted = only.split(',').map((id) => id.trim());
  const unknown = wanted.find((id) => !steps.some((step) => step.id === id));
  if (unknown !== undefined) {
    const known = steps.map(({ id }) => id).join(', ');
    throw new InputInvalid('--only', `“${unknown}” is not a step; ${known} are.`);
  }
  return steps.filter(({ id }) => wanted.includes(id));
}

process.exitCode = await runCommand(process.argv.slice(2), process.env, bootstrap);
