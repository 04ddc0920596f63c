import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputInvalid } from '@shortfactory/core/errors';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ServiceShape } from './model.ts';

const SERVICE_FILE = /^shortfactory-.*\.yaml$/;

const manifest = z.object({
  metadata: z.object({ name: z.string(), annotations: z.record(z.string(), z.string()).default({}) }),
  spec: z.object({
    template: z.object({
      metadata: z
        .object({ annotations: z.record(z.string(), z.string()).default({}) })
        .default({ annotations: {} }),
      spec: z.object({
        containerConcurrency: z.number().default(80),
        containers: z.array(
          z.object({
            name: z.string().optional(),
            resources: z.object({ limits: z.record(z.string(), z.string()) }).optional(),
            env: z.array(z.object({ name: z.string(), value: z.string().optional() })).default([]),
          }),
        ),
      }),
    }),
  }),
});

/** What Services cost by: of manifests by path. */
export function shapesOf(files: ReadonlyMap<string, string>): ServiceShape[] {
  return [...files]
    .filter(([path]) => SERVICE_FILE.test(path))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => shapeOf(parse(text)));
}

/** The plain variables of the Service that makes videos. */
export function makerVariables(files: ReadonlyMap<string, string>): Record<string, string> {
  const [, text] = [...files].find(([path]) => path.endsWith('shortfactory-worker.yaml')) ?? [];
  if (text === undefined) return {};
  const [container] = manifest.parse(parse(text)).spec.template.spec.containers;
  const plain = (container?.env ?? []).flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value]],
  );
  return Object.fromEntries(plain) as Record<string, string>;
}

/** The same of an environment's synthesized Services, read from dist/, so that a change of a manifest changes the price. */
export async function serviceShapes(dist: string, env: string): Promise<ServiceShape[]> {
  const folder = join(dist, env);
  const files = (await readdir(folder).catch(() => [])).filter((name) => SERVICE_FILE.test(name));
  if (files.length === 0) {
    throw new InputInvalid(
      '--env',
      `there are no Services in ${env}'s folder of dist/; run npm run synth first.`,
    );
  }
  return Promise.all(
    files.sort().map(async (name) => shapeOf(parse(await readFile(join(folder, name), 'utf8')))),
  );
}

function shapeOf(document: unknown): ServiceShape {
  const { metadata, spec } = manifest.parse(document);
  const { annotations } = spec.template.metadata;
  const { containers, containerConcurrency } = spec.template.spec;
  const limit = (key: string): string[] => containers.map(({ resources }) => resources?.limits[key] ?? '0');
  return {
    name: metadata.name,
    vcpu: limit('cpu').reduce((sum, text) => sum + cpuOf(text), 0),
    appVcpu: cpuOf(limit('cpu')[0] ?? '1'),
    memoryGib: limit('memory').reduce((sum, text) => sum + gibOf(text), 0),
    minScale: Number(
      metadata.annotations['run.googleapis.com/minScale'] ??
        annotations['autoscaling.knative.dev/minScale'] ??
        0,
    ),
    maxScale: Number(
      metadata.annotations['run.googleapis.com/maxScale'] ??
        annotations['autoscaling.knative.dev/maxScale'] ??
        100,
    ),
    concurrency: containerConcurrency,
    instanceBased: annotations['run.googleapis.com/cpu-throttling'] === 'false',
    scraped: containers.some(({ name }) => name === 'collector'),
    tracedShare: tracedShare(containers),
    ownKey: annotations['run.googleapis.com/encryption-key'] !== undefined,
  };
}

/** Of the traces that begin at a Service, the share that it sends to a collector beside it. */
function tracedShare(
  containers: z.output<typeof manifest>['spec']['template']['spec']['containers'],
): number {
  if (!containers.some(({ name }) => name === 'otel-collector')) return 0;
  const said = containers[0]?.env.find(({ name }) => name === 'OTEL_TRACES_SAMPLER_ARG');
  return Number(said?.value ?? 1);
}

/** "2" or "500m" → vCPU. */
function cpuOf(text: string): number {
  return text.endsWith('m') ? Number(text.slice(0, -1)) / 1000 : Number(text);
}

/** "512Mi" or "2Gi" → GiB. */
function gibOf(text: string): number {
  const [, number = '0', unit = ''] = /^([\d.]+)(Mi|Gi|M|G)?$/.exec(text) ?? [];
  const inGib: Record<string, number> = { Gi: 1, Mi: 1 / 1024, G: 1e9 / 2 ** 30, M: 1e6 / 2 ** 30 };
  return Number(number) * (inGib[unit] ?? 1 / 2 ** 30);
}
