import { SECRET_NAMES } from '@shortfactory/core/secrets';
import { isMutable } from '../policies/images.ts';
import { GEN2_LEAST_MIB, memoryProblem } from '../policies/memory-by-cpu.ts';
import { mebibytes, millicores } from '../policies/values/quantities.ts';
import { contentSigningProblems } from './options/content-signing.ts';
import { oidcProblems } from './options/oidc.ts';
import { operatorProblems } from './options/operators.ts';
import { optionProblems } from './options/problems.ts';
import { pronunciationProblems } from './options/pronunciations.ts';
import { publishingProblems } from './options/publishing.ts';
import { quotaProblems } from './options/quotas.ts';
import { scalingTargetProblems } from './options/scaling-targets.ts';
import { SERVICE_KEYS, serviceName } from './schema.ts';
import type { CloudEnvironment, Environment, ServiceKey } from './schema.ts';
import { streamTimeoutProblems } from './stream-timeouts.ts';

/** The deadline that the server gives each task: past it the task is delivered again, while the first run may go on. */
const LONGEST_DISPATCH_SECONDS = 900;
/** Knative's own limit unless its config-defaults say otherwise. */
const LONGEST_KNATIVE_SECONDS = 600;
const RESERVED = /^(PORT|K_(SERVICE|REVISION|CONFIGURATION))$/;

/** What each field's own rule cannot see. One `path: sentence` each, paths below the environment's name. */
export function contradictions(environment: Environment): string[] {
  return [
    ...SERVICE_KEYS.flatMap((key) => serviceProblems(environment, key)),
    ...trafficProblems(environment),
    ...alertProblems(environment),
    ...pronunciationProblems(environment),
    ...contentSigningProblems(environment),
    ...quotaProblems(environment),
    ...publishingProblems(environment),
    ...oidcProblems(environment),
    ...operatorProblems(environment),
    ...keyProblems(environment),
    ...streamTimeoutProblems(environment),
    ...(environment.platform === 'cloud-run' ? cloudProblems(environment) : localProblems(environment)),
  ];
}

function serviceProblems(environment: Environment, key: ServiceKey): string[] {
  const { scaling, concurrency, resources, env } = environment.services[key];
  const path = `services.${key}`;
  const problems: string[] = [];
  if (scaling.min > scaling.max) {
    problems.push(`${path}.scaling.min: ${scaling.min} is more than scaling.max, which is ${scaling.max}`);
  }
  if (concurrency > 1 && millicores(resources.cpu) < 1000) {
    problems.push(
      `${path}.concurrency: ${concurrency} needs at least 1 CPU and resources.cpu is ${resources.cpu}; 1 was expected`,
    );
  }
  const { requests } = resources;
  if (requests && environment.platform === 'cloud-run') {
    problems.push(
      `${path}.resources.requests: Cloud Run reserves the limits; on a cluster only it was expected`,
    );
  }
  if (requests && millicores(requests.cpu) > millicores(resources.cpu)) {
    problems.push(
      `${path}.resources.requests.cpu: ${requests.cpu} is more than resources.cpu, which is ${resources.cpu}`,
    );
  }
  if (requests && mebibytes(requests.memory) > mebibytes(resources.memory)) {
    problems.push(
      `${path}.resources.requests.memory: ${requests.memory} is more than resources.memory, which is ${resources.memory}`,
    );
  }
  problems.push(...scalingTargetProblems(`${path}.scaling.targets`, scaling.targets, environment.platform));
  for (const name of Object.keys(env)) {
    if (RESERVED.test(name)) problems.push(`${path}.env.${name}: is set by the platform and cannot be given`);
    if ((SECRET_NAMES as readonly string[]).includes(name)) {
      problems.push(`${path}.env.${name}: is a secret; it was expected under secrets, by reference`);
    }
  }
  return problems;
}

function trafficProblems({ traffic: { live, canaryPercent, keepTags } }: Environment): string[] {
  const problems: string[] = [];
  const owner = (revision: string): ServiceKey | undefined =>
    SERVICE_KEYS.find((key) => revision.startsWith(`${serviceName(key)}-`));
  const expected = `a name that begins with ${SERVICE_KEYS.map((key) => `${serviceName(key)}-`).join(', ')} was expected`;
  for (const [index, revision] of live.entries()) {
    const key = owner(revision);
    if (!key) problems.push(`traffic.live[${index}]: ${revision} is not a revision of ours; ${expected}`);
    else if (live.findIndex((other) => owner(other) === key) < index) {
      problems.push(
        `traffic.live[${index}]: ${revision} is the second one for ${serviceName(key)}; one was expected`,
      );
    }
  }
  for (const [tag, revision] of Object.entries(keepTags)) {
    if (!owner(revision))
      problems.push(`traffic.keepTags.${tag}: ${revision} is not a revision of ours; ${expected}`);
    if (tag === 'blue' || tag === 'green') {
      problems.push(
        `traffic.keepTags.${tag}: blue and green are set by each deploy; another tag was expected`,
      );
    }
  }
  if (canaryPercent > 0 && live.length === 0) {
    problems.push(
      `traffic.canaryPercent: ${canaryPercent} % needs a live revision to share with, and traffic.live is empty`,
    );
  }
  return problems;
}

function alertProblems({ alerts, services }: Environment): string[] {
  return alerts.generationP95Seconds >= services.worker.timeoutSeconds
    ? [
        `alerts.generationP95Seconds: ${alerts.generationP95Seconds} is never reached, the worker stops at ${services.worker.timeoutSeconds} seconds (services.worker.timeoutSeconds)`,
      ]
    : [];
}

function cloudProblems(environment: CloudEnvironment): string[] {
  const { appEnv, services, collector, edge, domains } = environment;
  const problems: string[] = [];
  for (const key of SERVICE_KEYS) {
    const { cpu, memory } = services[key].resources;
    const problem = memoryProblem(cpu, memory);
    if (problem) problems.push(`services.${key}.resources.memory: ${problem}`);
    else if (mebibytes(memory) < GEN2_LEAST_MIB) {
      problems.push(
        `services.${key}.resources.memory: ${memory} is less than the ${GEN2_LEAST_MIB}Mi that gen2 starts with`,
      );
    }
    const total = millicores(cpu) + (key === 'ui' ? 0 : millicores(collector.cpu));
    if (total < 1000)
      problems.push(`services.${key}.resources.cpu: ${cpu} is less than the whole CPU that gen2 starts with`);
    if (total > 8000)
      problems.push(
        `services.${key}.resources.cpu: with the collector that makes ${total}m, more than an instance's 8000m`,
      );
  }
  if (services.worker.timeoutSeconds > LONGEST_DISPATCH_SECONDS) {
    problems.push(
      `services.worker.timeoutSeconds: ${services.worker.timeoutSeconds} is more than the ${LONGEST_DISPATCH_SECONDS} after which its task is delivered again`,
    );
  }
  const collectorMemory = memoryProblem(collector.cpu, collector.memory);
  if (collectorMemory) problems.push(`collector.memory: ${collectorMemory}`);
  if (edge === 'load-balancer') {
    for (const side of ['api', 'ui'] as const) {
      if (!domains[side]) problems.push(`domains.${side}: is needed with edge load-balancer`);
    }
  }
  if (domains.api !== undefined && domains.api === domains.ui) {
    problems.push(`domains.ui: ${domains.ui} is domains.api too; another name was expected`);
  }
  problems.push(...spendingProblems(environment), ...optionProblems(environment));
  if (appEnv === 'prod') problems.push(...prodProblems(environment));
  return problems;
}

function keyProblems({ uiKey, secrets }: Environment): string[] {
  if (uiKey && !secrets.API_KEYS)
    return ['uiKey: is known to no API without secrets.API_KEYS, the list with its SHA-256'];
  if (!uiKey && secrets.API_KEYS)
    return ['uiKey: is needed with secrets.API_KEYS: the API then refuses requests without a key'];
  return [];
}

function spendingProblems({ spending, alerts }: CloudEnvironment): string[] {
  const { usdPerVideo, usdPerDay } = spending;
  return [
    ...(usdPerVideo > usdPerDay
      ? [`spending.usdPerVideo: ${usdPerVideo} is more than spending.usdPerDay, which is ${usdPerDay}`]
      : []),
    ...(alerts.costUsdPerHour >= usdPerDay
      ? [
          `alerts.costUsdPerHour: ${alerts.costUsdPerHour} is never reached, a day ends at ${usdPerDay} (spending.usdPerDay)`,
        ]
      : []),
  ];
}

function prodProblems({ images, secrets, collector, uiKey, oidc }: CloudEnvironment): string[] {
  const problems: string[] = [];
  const pinned = Object.entries({ ...images, collector: collector.image });
  for (const [key, reference] of pinned) {
    if (!isMutable(reference)) continue;
    const path = key === 'collector' ? 'collector.image' : `images.${key}`;
    problems.push(
      `${path}: ${reference} can mean another image tomorrow; in prod a digest, a version or a commit as tag was expected`,
    );
  }
  const references = [
    ...Object.entries(secrets).map(([key, reference]) => [`secrets.${key}`, reference] as const),
    ['collector.config', collector.config] as const,
    ...(uiKey ? [['uiKey', uiKey] as const] : []),
    ...(oidc
      ? [['oidc.clientSecret', oidc.clientSecret] as const, ['oidc.cookieKeys', oidc.cookieKeys] as const]
      : []),
  ];
  if (!secrets.VISITOR_KEY) {
    problems.push(
      'secrets.VISITOR_KEY: is needed in prod; without it the limits of one client hold for all visitors of the web interface together',
    );
  }
  for (const [path, { version }] of references) {
    if (version !== 'latest') continue;
    problems.push(`${path}.version: latest changes under a running revision; in prod a number was expected`);
  }
  return problems;
}

function localProblems({ services }: Environment): string[] {
  return SERVICE_KEYS.flatMap((key) => {
    const seconds = services[key].timeoutSeconds;
    return seconds > LONGEST_KNATIVE_SECONDS
      ? [
          `services.${key}.timeoutSeconds: ${seconds} is more than the ${LONGEST_KNATIVE_SECONDS} that Knative accepts with its own defaults`,
        ]
      : [];
  });
}
