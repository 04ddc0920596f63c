import { InputInvalid } from '@shortfactory/core/errors';
import { called } from '../failure.ts';
import { together } from './check.ts';
import type { Check, Findings, Planned } from './check.ts';
import { knative } from './knative.ts';
import { names } from './names.ts';
import { pods } from './pods.ts';
import { rights } from './rights.ts';
import { room } from './room.ts';

/** Each needs what the ones before it found in order. */
const STAGES: readonly (readonly Check[])[] = [[knative], [names, rights], [pods, room]];

/**
 * Looks at everything that a cluster can have against a deploy, before anything is applied. Says what could not be
 * looked at; throws InputInvalid with one sentence for each thing in the way, and CallFailed when the cluster does not
 * answer.
 */
export async function preflight(planned: Planned, say: (line: string) => void): Promise<void> {
  const { cluster, namespace } = planned;
  const { gitVersion } = await called(
    `the cluster of context ${cluster.context} (${cluster.server}) does not answer: asking its version`,
    undefined,
    () => cluster.versions.getCode(),
  );
  say(
    `Cluster: context ${cluster.context} (${cluster.server}), Kubernetes ${gitVersion}, namespace ${namespace}.`,
  );
  for (const stage of STAGES) {
    const { problems, notes }: Findings = together(await Promise.all(stage.map((check) => check(planned))));
    for (const each of notes) say(`Note: ${each.replace(/\.$/, '')}.`);
    if (problems.length > 0) {
      const lines = problems.map((each) => `  ${each.replace(/\.$/, '')}.`);
      throw new InputInvalid('', `Nothing was applied:\n${lines.join('\n')}`);
    }
  }
}
