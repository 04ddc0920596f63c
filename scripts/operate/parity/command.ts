import { InputInvalid } from '@shortfactory/core/errors';
import { command, number, runCommand, text, texts, toggle } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import type { LocalEnvironment } from '@shortfactory/manifests';
import { deploy } from '../deploy/command.ts';
import { FOLDER_FLAG, IMAGE_FLAGS, imageOverrides, OVERRIDE_FLAGS } from '../environment/flags.ts';
import type { Cluster } from '../kubernetes/cluster.ts';
import { openCluster } from '../kubernetes/cluster.ts';
import { rollback } from '../rollback/command.ts';
import { ApiClient } from '../smoke/api-client.ts';
import { direct, through } from '../smoke/door.ts';
import { CLUSTER_FLAGS } from '../target/flags.ts';
import { clusterOf, domainOf } from '../target/knative.ts';
import { faultSteps } from './faults/faults.ts';
import { walk } from './journey.ts';
import { loadArchives } from './image-archives.ts';
import { makeKind, removeKind } from './kind.ts';
import { KIND_CONTEXT, KIND_DOMAIN, KIND_PORT, MEDIA_PORT } from './pins.ts';
import { podsOf } from './pods.ts';
import { scraped } from './prometheus.ts';
import { tableOf } from './report.ts';
import { blueGreen, firstDeploy, smokeStep } from './rollouts.ts';
import { manyJobs, oneJobOnePod, toZero } from './scaling.ts';
import type { Scene, Step } from './scene.ts';
import { Shell } from './shell.ts';
import { applySurroundings, removeSurroundings } from './surroundings.ts';
import { manyUsers } from './users.ts';

const FLAGS = {
  env: text('ENV', 'environment on a cluster: the name of its file', 'local'),
  ...FOLDER_FLAG,
  ...OVERRIDE_FLAGS,
  ...CLUSTER_FLAGS,
  ...IMAGE_FLAGS,
  kind: toggle('makes a cluster with kind, Knative and Kourier first, and builds and loads the images'),
  users: number('N', 'users with an address each', { least: 1, most: 200, whole: true }, 50),
  faults: toggle('also kills, evicts, starves and cuts off workers in the middle of a render'),
  'faults-only': toggle('only these, on the deployment that an earlier run left'),
  fault: texts('WORD', 'of the faults those with this word in their name, such as evicted'),
  'node-shell': text(
    'CMD',
    "prefix of a command on the cluster's node as root, for the faults that need it (with --kind: docker exec of its node)",
  ),
  'image-archive': texts(
    'FILE',
    'images of a docker save on the node, imported first; what is pinned by digest and there by tag counts as it (needs --node-shell)',
  ),
  keep: toggle('leaves what it made'),
  down: toggle('only takes away what an earlier run left with --keep'),
  'dry-run': toggle('prints what would be run and tried; asks no cluster'),
};
type ParityValues = Values<typeof FLAGS>;

export const parity = command({
  summary:
    'The same journey on any cluster with Knative: deploy, smoke test, many users, scaling from zero and back, blue/green with a rollback, and with --faults what happens to a worker in a render. Prints one table beside what Cloud Run is documented to do.',
  usage: [
    'npm run parity -- --kind',
    'npm run parity -- --context NAME --ingress http://127.0.0.1:8080 [--users 50] [--faults]',
  ],
  flags: FLAGS,
  notes: `Needs kubectl; --kind needs kind and docker too. A namespace that was there before is left, with our Services in it.
Exit codes: 0 everything is as expected, 1 something is not, 2 bad input or a cluster that cannot take it.`,
  run: tryAll,
});

/** In this order; without the first one there is nothing to try. */
function stepsOf(
  env: CommandContext['env'],
  { faults, 'faults-only': only, fault: words = [] }: ParityValues,
): readonly Step[] {
  const smoke = smokeStep(env);
  const chosen = faultSteps.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  if (chosen.length === 0)
    throw new InputInvalid(
      '--fault',
      `is in no name; ${faultSteps.map(({ name }) => name).join(', ')} are there.`,
    );
  if (only) return [smoke, ...chosen];
  const journey = [firstDeploy, smoke, scraped, manyUsers, toZero, oneJobOnePod, manyJobs, blueGreen];
  return [...journey, ...(faults ? chosen : []), toZero];
}

async function tryAll(given: ParityValues, context: CommandContext): Promise<void> {
  const values = given.kind ? onKind(given) : given;
  const { 'dry-run': dryRun, keep, down, kind } = values;
  const { env, say, signal } = context;
  const shell = new Shell({ env, dryRun, say, signal });
  const environment = clusterOf(values, imageOverrides(values));
  const steps = stepsOf(env, values);
  const onNode = nodeOf(values, shell);
  const archives = values['image-archive'] ?? [];
  if (archives.length > 0 && onNode === undefined)
    throw new InputInvalid('--image-archive', 'is imported on the node; --node-shell was expected with it.');
  const load = async (): Promise<void> => {
    if (onNode) await loadArchives(onNode, archives, environment);
  };
  if (dryRun && !down) {
    const kubectl = kubectlIn(values.context);
    if (kind) await makeKind(shell, environment.images);
    await load();
    await applySurroundings(shell, environment, kubectl);
    for (const { name, expected } of steps) say(`${name} (expected: ${expected})`);
    return;
  }
  if (down && kind) return removeKind(shell);
  if (down && dryRun) return removeSurroundings(shell, environment.namespace, kubectlIn(values.context));
  if (kind) await makeKind(shell, environment.images);
  const cluster = await openCluster(env, {
    given: values.context,
    declared: environment.context,
    environment: environment.name,
  });
  const kubectl = kubectlIn(cluster.context);
  if (down) return removeSurroundings(shell, environment.namespace, kubectl);
  const cleanUp: (() => void)[] = [];
  try {
    await load();
    await applySurroundings(shell, environment, kubectl);
    // Files are fetched from the store itself, which no ingress leads to.
    const forward = [
      '--namespace',
      environment.namespace,
      'port-forward',
      'service/gcs-emulator',
      `${MEDIA_PORT}`,
    ];
    if (kind) cleanUp.push(shell.background(['kubectl', '--context', cluster.context, ...forward]));
    const rows = await walk(
      await sceneOf(values, cluster, environment, { shell, onNode }, context),
      steps,
      steps[0],
    );
    say('');
    say(tableOf(rows));
    const wrong = rows.filter(({ good }) => good === false);
    if (wrong.length > 0) throw new Error(`Not as expected: ${wrong.map(({ step }) => step).join('; ')}.`);
  } finally {
    for (const each of cleanUp) each();
    if (!keep) await (kind ? removeKind(shell) : removeSurroundings(shell, environment.namespace, kubectl));
  }
}

const kubectlIn = (context: string | undefined): string[] => [
  'kubectl',
  ...(context === undefined ? [] : ['--context', context]),
];

/** What --kind says of the cluster that it makes. */
function onKind(values: ParityValues): ParityValues {
  if (values.context !== undefined && values.context !== KIND_CONTEXT)
    throw new InputInvalid(
      '--context',
      `is “${values.context}”; --kind makes the cluster of ${KIND_CONTEXT}.`,
    );
  const space = values.namespace ?? 'shortfactory';
  const at = (service: string): string => `http://${service}.${space}.${KIND_DOMAIN}:${KIND_PORT}`;
  return {
    ...values,
    context: KIND_CONTEXT,
    ingress: values.ingress ?? `http://127.0.0.1:${KIND_PORT}`,
    url: values.url ?? at('shortfactory-server'),
    'ui-url': values['ui-url'] ?? at('shortfactory-ui'),
    'ui-origin': values['ui-origin'] ?? at('shortfactory-ui'),
    'api-origin': values['api-origin'] ?? at('shortfactory-server'),
    'media-origin': values['media-origin'] ?? `http://localhost:${MEDIA_PORT}`,
    'node-shell': values['node-shell'] ?? `docker exec ${KIND_CONTEXT.slice('kind-'.length)}-control-plane`,
  };
}

async function sceneOf(
  values: ParityValues,
  cluster: Cluster,
  environment: LocalEnvironment,
  { shell, onNode }: Pick<Scene, 'shell' | 'onNode'>,
  { env, say, signal }: CommandContext,
): Promise<Scene> {
  const { namespace } = environment;
  const { ingress } = values;
  const domain = (await domainOf(cluster)) ?? 'svc.cluster.local';
  const url = values.url ?? `http://shortfactory-server.${namespace}.${domain}`;
  const uiUrl = values['ui-url'] ?? `http://shortfactory-ui.${namespace}.${domain}`;
  const door = ingress === undefined ? direct : through(ingress);
  return {
    cluster,
    namespace,
    shell,
    url,
    uiUrl,
    door,
    say,
    signal,
    users: values.users,
    serverImage: environment.images.server,
    api: () => new ApiClient(url, env['SHORTFACTORY_API_KEY'] || undefined, door),
    workers: () => podsOf(cluster, namespace, 'shortfactory-worker'),
    onNode,
    command: async (which, ...args) => {
      const options = ['--target', 'knative', '--context', cluster.context, ...passedOn(values), ...args];
      let last = '';
      const output = {
        say: (line: string) => say(`  ${line}`),
        warn: (line: string) => say(`  ${(last = line)}`),
      };
      const code =
        which === 'deploy'
          ? await runCommand(deploy, [...options, ...imagesOf(values)], env, output)
          : await runCommand(rollback, options, env, output);
      signal.throwIfAborted();
      if (code !== 0) throw new Error(`npm run ${which} ended with ${code}: ${last}`);
    },
  };
}

/** The way to the cluster's node that was given. */
function nodeOf({ 'node-shell': given }: ParityValues, shell: Shell): Scene['onNode'] {
  if (given === undefined) return undefined;
  const prefix = given.split(' ').filter((word) => word !== '');
  return async (script, always = false) => {
    const args = [...prefix, 'sh', '-c', script];
    if (!always) return shell.run(args);
    await shell.undo(args);
    return '';
  };
}

/** Options of this run as a deploy and a rollback take them too. */
function passedOn(values: ParityValues): string[] {
  const names = [
    ...(['env', 'environments', 'namespace', 'ingress', 'url', 'ui-url'] as const),
    ...(Object.keys(OVERRIDE_FLAGS) as (keyof typeof OVERRIDE_FLAGS)[]),
  ];
  return names.flatMap((name) => {
    const value = values[name];
    const texts: readonly string[] = typeof value === 'string' ? [value] : (value ?? []);
    return texts.flatMap((text) => [`--${name}`, text]);
  });
}

const imagesOf = (values: ParityValues): string[] =>
  Object.entries(imageOverrides(values)).flatMap(([name, image]) => [`--${name}`, String(image)]);
