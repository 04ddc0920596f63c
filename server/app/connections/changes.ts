import { resolve } from 'node:path';
import { ADDRESS, KNOWN_ENDPOINTS, isEndpointUrl, isLoopback, objectOf } from '@shortfactory/config';
import type { Config, ServiceKey, StorableName, StoredConnections } from '@shortfactory/config';
import type { ConnectionRequest } from '@shortfactory/contract';
import { InputInvalid } from '@shortfactory/core';
import { installedVoices, runtimeHere } from '@shortfactory/neural';
import type { PartName } from '@shortfactory/providers';
import type { Env } from './live-config.ts';
import { LIST_OF, OTHER, PARTS, SPARE_KEYS, SWITCH_OF, entryOf, services } from './services.ts';
import type { Service } from './services.ts';

type Variables = Partial<Record<StorableName, string>>;
export type Edit = (stored: StoredConnections) => StoredConnections;

/** Variables of the environment that decide a list of providers, so that nothing entered can. */
export function fixedBy(part: PartName, env: Env): string | undefined {
  const set = [LIST_OF[part], SWITCH_OF[part]].filter((name) => (env[name] ?? '') !== '');
  return set.length === 0 ? undefined : set.join(' and ');
}

/** The entries of a list that are used now. */
export function listOf(part: PartName, config: Config): readonly string[] {
  return config[SWITCH_OF[part]] ? [...new Set(config[LIST_OF[part]])] : madeHere(part, config);
}

/** What is used without a service: natural voices, where there are any, before what always works. */
function madeHere(part: PartName, config: Config): readonly string[] {
  return part === 'voice' && isSetUp('neural', part, config) ? ['neural', 'offline'] : ['offline'];
}

/** Whether everything that it needs is there, as far as that is known without asking it. */
export function isSetUp(entry: string, part: PartName, config: Config): boolean {
  if (entry === 'google') return config.GCP_PROJECT_ID !== undefined;
  if (entry === 'neural')
    return installedVoices(resolve(config.VOICES_DIR)).length > 0 && runtimeHere() !== undefined;
  const { keys } = entryOf(entry, part, config);
  return (
    keys.length === 0 ||
    config.SECRETS === 'secret-manager' ||
    keys.some((name) => config[name] !== undefined)
  );
}

/** The entry that a request asks for, and how it comes to be used first. Throws InputInvalid. */
export function addition(
  request: ConnectionRequest,
  config: Config,
  env: Env,
  now: string,
): { readonly entry: string; readonly label: string; readonly edit: Edit } {
  const { part, key, model } = request;
  const service = services(config).find(({ name }) => name === request.service);
  if (!service?.parts.includes(part)) throw new InputInvalid('/service', 'is none that can be added here');
  const fixed = fixedBy(part, env);
  if (fixed !== undefined)
    throw new InputInvalid('/part', `is set by the environment (${fixed}) and changed there`);
  if (!service.needsModel && model !== undefined)
    throw new InputInvalid('/model', `is not asked for with ${service.label}`);
  if (service.needsModel && model === undefined)
    throw new InputInvalid('/model', 'is missing; the name of a model, such as qwen3:8b, was expected');
  const place = placeOf(service, request, config, env);
  const variable = place ? place.key : service.key;
  if (key !== undefined && variable !== undefined && (env[variable] ?? '') !== '')
    throw new InputInvalid('/key', `is set by the environment (${variable}), which wins`);
  const address = place?.url ?? service.address;
  const needsKey = service.name !== OTHER && variable && !(address && isLoopback(address));
  if (needsKey && key === undefined && config[variable] === undefined)
    throw new InputInvalid('/key', `is missing; ${service.label} needs one`);
  const name = place?.name ?? service.name;
  const entry = model === undefined ? name : `${name}:${model}`;
  const edit: Edit = ({ variables, setAt }) => {
    const next: Variables = { ...variables };
    const others = listOf(part, config).filter(
      (each) => each !== entry && (each === 'offline' || isSetUp(each, part, config)),
    );
    // A natural voice that is installed later speaks before the plain one.
    const natural = part === 'voice' && !others.includes('neural') && others.includes('offline');
    next[LIST_OF[part]] = [entry, ...others]
      .flatMap((each) => (natural && each === 'offline' ? ['neural', each] : [each]))
      .join(',');
    next[SWITCH_OF[part]] = 'true';
    if (place)
      next.ENDPOINTS = JSON.stringify({
        ...objectOf(variables.ENDPOINTS),
        [name]: {
          url: place.url,
          ...(service.name === OTHER ? { label: place.label, key: place.key ?? null } : {}),
        },
      });
    if (key !== undefined && variable !== undefined) next[variable] = key;
    return {
      variables: next,
      setAt: { ...setAt, ...(key !== undefined && variable !== undefined ? { [variable]: now } : {}) },
    };
  };
  return { entry, label: place?.label ?? service.label, edit };
}

interface Place {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly key: ServiceKey | undefined;
}

/** Where a server is that the tables do not know, or know elsewhere; undefined for one at its known place. */
function placeOf(service: Service, request: ConnectionRequest, config: Config, env: Env): Place | undefined {
  const url = request.address?.trim().replace(/\/+$/, '') ?? '';
  const isOther = service.name === OTHER;
  if (url === '' || url === service.address) {
    if (isOther) throw new InputInvalid('/address', `is missing; ${ADDRESS}`);
    return undefined;
  }
  if (!isOther && service.address === undefined)
    throw new InputInvalid('/address', `is not asked for with ${service.label}`);
  if (!isEndpointUrl(url)) throw new InputInvalid('/address', `is not one that is called; ${ADDRESS}`);
  const { host } = new URL(url);
  const name = isOther ? nameOf(host) : service.name;
  if (objectOf(env['ENDPOINTS'])?.[name] !== undefined)
    throw new InputInvalid('/address', `is set by the environment (ENDPOINTS) for ${name}`);
  if (!isOther) return { name, label: service.label, url, key: service.key };
  return { name, label: host, url, key: request.key === undefined ? undefined : spareKey(name, config, env) };
}

/** `models.example.org:8443` → `models-example-org-8443`: never a name that the tables have. */
function nameOf(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return (/^[a-z]/.test(name) && !KNOWN_ENDPOINTS.has(name) ? name : `at-${name}`).slice(0, 40);
}

function spareKey(name: string, config: Config, env: Env): ServiceKey {
  const own = config.ENDPOINTS?.get(name)?.key;
  const free = SPARE_KEYS.find(
    (key) =>
      key === own ||
      ((env[key] ?? '') === '' && ![...(config.ENDPOINTS?.values() ?? [])].some((each) => each.key === key)),
  );
  if (free) return free;
  throw new InputInvalid('/key', 'is one too many; two servers of one’s own can have keys');
}

/** A list in another order, or with less in it. Throws InputInvalid. */
export function reordered(part: PartName, list: readonly string[], config: Config, env: Env): Edit {
  const fixed = fixedBy(part, env);
  if (fixed !== undefined)
    throw new InputInvalid('/list', `is set by the environment (${fixed}) and changed there`);
  const now = listOf(part, config);
  if (new Set(list).size !== list.length || list.some((entry) => !now.includes(entry)))
    throw new InputInvalid('/list', 'is not made of what is used now, each once');
  return ({ variables, setAt }) => tidy({ variables: withList(variables, part, list, config), setAt });
}

/** Without a key, and without what cannot work without it. */
export function withoutKey(key: ServiceKey, config: Config, env: Env): Edit {
  return ({ variables, setAt }) => {
    let next: Variables = { ...variables };
    delete next[key];
    const rest = { ...config, [key]: env[key] === '' ? undefined : env[key] };
    for (const part of PARTS) {
      const list = next[LIST_OF[part]]?.split(',');
      if (list)
        next = withList(
          next,
          part,
          list.filter((entry) => entry === 'neural' || isSetUp(entry, part, rest)),
          rest,
        );
    }
    return tidy({ variables: next, setAt: without(setAt, key) });
  };
}

/** A list that needs no service is the one without a word. */
function withList(variables: Variables, part: PartName, list: readonly string[], config: Config): Variables {
  const next = { ...variables };
  delete next[LIST_OF[part]];
  delete next[SWITCH_OF[part]];
  const known = list.filter((entry) => entry !== 'neural' || isSetUp(entry, part, config));
  if (known.length === 0 || known.join() === madeHere(part, config).join()) return next;
  return { ...next, [LIST_OF[part]]: list.join(','), [SWITCH_OF[part]]: 'true' };
}

/** Without servers that no list names any more, and their keys. */
function tidy({ variables, setAt }: StoredConnections): StoredConnections {
  const rows = objectOf(variables.ENDPOINTS);
  if (!rows) return { variables, setAt };
  const entries = PARTS.flatMap((part) => variables[LIST_OF[part]]?.split(',') ?? []);
  const used = new Set(entries.map((entry) => modelName(entry)));
  const kept = Object.entries(rows).filter(([name]) => used.has(name));
  const { ENDPOINTS: _, ...others } = variables;
  const keys = new Set(kept.map(([, row]) => (row as { key?: unknown }).key));
  const gone = SPARE_KEYS.filter((key) => variables[key] !== undefined && !keys.has(key));
  return {
    variables: gone.reduce(without, {
      ...others,
      ...(kept.length > 0 ? { ENDPOINTS: JSON.stringify(Object.fromEntries(kept)) } : {}),
    }) as Variables,
    setAt: gone.reduce(without, setAt),
  };
}

const modelName = (entry: string): string => entry.slice(0, Math.max(0, entry.indexOf(':')));

function without<T extends object>(from: T, name: string): T {
  return Object.fromEntries(Object.entries(from).filter(([each]) => each !== name)) as T;
}
