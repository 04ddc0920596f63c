import { z } from 'zod';
import { OTLP_ENDPOINT } from '../../constructs/otel-collector.ts';
import { isMutable } from '../../policies/images.ts';
import { memoryProblem } from '../../policies/memory-by-cpu.ts';
import { millicores } from '../../policies/values/quantities.ts';
import { cpu, image, memory, versioned } from '../fields.ts';

const SHARE = 'a share from 0 to 1 was expected';
const MOST_MILLICORES = 8000;

export const traces = z
  .strictObject({
    share: z
      .number({ error: SHARE })
      .min(0, { error: SHARE })
      .max(1, { error: SHARE })
      .describe(
        'Of the traces that begin here, the share that is kept; 0 traces nothing, and no collector runs.',
      ),
    image,
    cpu,
    memory,
    config: versioned,
  })
  .describe('Spans of all three services, by a collector beside each, in Cloud Trace.');

interface Traced {
  readonly appEnv: string;
  readonly traces: z.output<typeof traces>;
  readonly collector: { readonly cpu: string };
  readonly services: Readonly<
    Record<
      'server' | 'worker' | 'ui',
      { readonly resources: { readonly cpu: string }; readonly env: Readonly<Record<string, string>> }
    >
  >;
}

/** Where a program of a traced environment sends its spans, and how many; nothing where nothing is traced. */
export function traceVariables({
  traces: { share },
}: Pick<Traced, 'traces'>): Readonly<Record<string, string>> {
  return share === 0
    ? {}
    : { OTEL_EXPORTER_OTLP_ENDPOINT: OTLP_ENDPOINT, OTEL_TRACES_SAMPLER_ARG: String(share) };
}

/** A collector that stays the same, fits into the instance, and is where the spans go. */
export function traceProblems({ appEnv, traces: given, collector, services }: Traced): string[] {
  if (given.share === 0) return [];
  const problems: string[] = [];
  if (isMutable(given.image)) {
    problems.push(
      `traces.image: ${given.image} can mean another collector tomorrow; a digest or a version was expected`,
    );
  }
  const tooLittle = memoryProblem(given.cpu, given.memory);
  if (tooLittle) problems.push(`traces.memory: ${tooLittle}`);
  if (appEnv === 'prod' && given.config.version === 'latest') {
    problems.push(
      'traces.config.version: latest changes under a running revision; in prod a number was expected',
    );
  }
  for (const [key, { resources, env }] of Object.entries(services)) {
    const scraped = key === 'ui' ? 0 : millicores(collector.cpu);
    const total = millicores(resources.cpu) + scraped + millicores(given.cpu);
    if (total > MOST_MILLICORES) {
      problems.push(
        `services.${key}.resources.cpu: with its collectors that makes ${total}m, more than an instance's ${MOST_MILLICORES}m`,
      );
    }
    if (env['OTEL_EXPORTER_OTLP_ENDPOINT'] !== undefined) {
      problems.push(
        `services.${key}.env.OTEL_EXPORTER_OTLP_ENDPOINT: is given by traces.share; one of them was expected`,
      );
    }
  }
  return problems;
}
