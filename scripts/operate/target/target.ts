import type { CommandContext } from '@shortfactory/command-line';
import type { Environment, Overrides } from '@shortfactory/manifests';
import type { Patience } from '../services/live-service.ts';
import type { LiveService } from '../services/live-service.ts';
import type { ServiceName } from '../services/names.ts';
import type { Door } from '../smoke/door.ts';
import { openCloudRun } from './cloud-run.ts';
import type { TargetValues } from './flags.ts';

/** Where the Services run, and everything in which one platform differs from another for a rollout. */
export interface Target {
  /** Name of the environment. */
  readonly name: string;
  /** Cloud Run's; a cluster has none. */
  readonly region?: string;
  /** The environment with what a deploy says instead. Throws InputInvalid. */
  readonly environment: (overrides: Overrides) => Environment;
  readonly service: (name: ServiceName) => LiveService;
  /**
   * Looks at what stands in the way of these manifests, before anything is applied. Throws with every sentence.
   * @param files manifests, one Service each
   */
  readonly preflight: (files: readonly string[]) => Promise<void>;
  /** The way to an address of ours that the platform says; undefined where none leads there from outside. */
  readonly reach: (name: ServiceName, url: string) => string | undefined;
  readonly door: Door;
  /** Cloud Monitoring, where the platform counts requests itself. */
  readonly monitoring?: () => Promise<{ readonly url: string; readonly token: string }>;
}

export interface TargetOptions {
  readonly patience: Patience;
  readonly dryRun: boolean;
}

/**
 * Every place where the environment runs, in the order in which it is changed. Throws InputInvalid when the options do not
 * fit the platform, or name no cluster that may be taken.
 */
export async function openTargets(
  values: TargetValues,
  options: TargetOptions,
  context: CommandContext,
): Promise<readonly Target[]> {
  if (values.target === 'cloud-run') return openCloudRun(values, options, context);
  const { openKnative } = await import('./knative.ts');
  return [await openKnative(values, options, context)];
}
