import { randomBytes } from 'node:crypto';
import { InputInvalid } from '@shortfactory/core/errors';
import { askedPercents, askedTag, percentWords, sameEntries, templateName } from './service-state.ts';
import type { ServiceState } from './service-state.ts';

/** Annotation of a Service with the id of the deploy that wrote its template last. */
export const OWNER = 'shortfactory/deploy';
/** Annotation of a Service that a deploy of ours made, and did not take over, with the id of that deploy. */
export const MADE_BY = 'shortfactory/made-by';
const RUN_ID = /^\d{8}t\d{6}z-[0-9a-f]{8}$/;
const MODIFIER = 'serving.knative.dev/lastModifier';
const CLIENT = 'run.googleapis.com/client-name';

/** Id of a deploy: when it began (UTC), and something that no other has. */
export function newRunId(now = new Date()): string {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return `${time.toLowerCase()}-${randomBytes(4).toString('hex')}`;
}

export function ownerOf(state: ServiceState): string | undefined {
  return state.metadata.annotations?.[OWNER];
}

/** The deploy of ours that made the Service; undefined for one that was made by others, or before this was written down. */
export function madeBy(state: ServiceState): string | undefined {
  const id = state.metadata.annotations?.[MADE_BY];
  return id !== undefined && RUN_ID.test(id) ? id : undefined;
}

/** What a deploy asked for last. */
export interface Asked {
  readonly owner: string;
  readonly template: string;
  readonly percents: ReadonlyMap<string, number>;
  readonly blue: string;
  readonly green: string;
}

/** What was changed by others since, field by field; undefined when it stands as it was asked for. Further tags do not count. */
export function changeOf(state: ServiceState, asked: Asked): string | undefined {
  const percents = askedPercents(state);
  const changes = [
    changed('the deploy that owns it', asked.owner, ownerOf(state)),
    changed('the template', asked.template, templateName(state)),
    ...(sameEntries(percents, asked.percents)
      ? []
      : [`the traffic from ${percentWords(asked.percents)} to ${percentWords(percents)}`]),
    changed('the tag blue', asked.blue, askedTag(state, 'blue')),
    changed('the tag green', asked.green, askedTag(state, 'green')),
  ].filter((change) => change !== undefined);
  return changes.length === 0 ? undefined : `${changes.join(', ')}${byWhom(state)}`;
}

function changed(what: string, before: string, now: string | undefined): string | undefined {
  return before === now ? undefined : `${what} from ${before} to ${now ?? 'none'}`;
}

function byWhom({ metadata: { annotations = {} } }: ServiceState): string {
  const words = [annotations[MODIFIER], annotations[CLIENT] && `with ${annotations[CLIENT]}`];
  const known = words.filter((word) => word !== undefined && word !== '');
  return known.length === 0 ? '' : ` (last changed by ${known.join(' ')})`;
}

/** The Service was changed by others during the deploy: nothing of it is undone. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
  constructor(service: string, change: string) {
    super(
      `${service}: another change was made during this deploy: ${change}. It is left as it is; this deploy goes no further.`,
    );
  }
}

/** Labels that each of our manifests writes; a Service without them was made by others. */
export type Labels = Readonly<Record<string, string>>;

export function labelsOf(environment: string, component: string): Labels {
  return { app: 'shortfactory', environment, component };
}

/** A sentence for each label of ours that the Service has not. */
export function missingLabels({ metadata: { labels = {} } }: ServiceState, ours: Labels): string[] {
  return Object.entries(ours)
    .filter(([key, value]) => labels[key] !== value)
    .map(([key, value]) => `${key}=${value} was expected, it has ${labels[key] ?? 'none'}`);
}

/** Throws InputInvalid when the Service is not ours. */
export function refuseForeign(state: ServiceState, ours: Labels, otherwise: string): void {
  const { name } = state.metadata;
  const words = missingLabels(state, ours);
  if (words.length === 0) return;
  throw new InputInvalid(
    '',
    `There is a Service ${name} that was not made by this environment's deploys (label ${words.join('; ')}). Nothing was changed. ${otherwise}`,
  );
}
