import { isReady, tagUrl } from '../services/service-state.ts';
import type { ServiceName } from '../services/names.ts';
import type { Target } from '../target/target.ts';
import { judgeByProbes } from './probed-verdict.ts';
import { cloudRunErrors, judge, revisionErrors, serverErrors } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export type Judge = (name: ServiceName, revision: string, signal: AbortSignal) => Promise<Verdict>;

/**
 * What a rollout goes by: error rates of a Prometheus that was named, else the platform's own monitoring, else probes.
 * @param prometheus address of a Prometheus
 * @param maxErrorRatio 0 … 1
 */
export function judgeOf(target: Target, prometheus: string | undefined, maxErrorRatio: number): Judge {
  const { monitoring, region } = target;
  if (prometheus !== undefined) {
    // Cloud Run's labels are not known to a Prometheus of one's own; on a cluster it is the one of our manifests.
    const source = { url: prometheus, query: monitoring ? serverErrors : revisionErrors };
    return (name, revision, signal) => judge(source, `shortfactory-${name}`, revision, maxErrorRatio, signal);
  }
  if (monitoring) {
    return async (name, revision, signal) => {
      const source = { ...(await monitoring()), query: cloudRunErrors(region) };
      return judge(source, `shortfactory-${name}`, revision, maxErrorRatio, signal);
    };
  }
  return async (name, revision, signal) => {
    const service = target.service(name);
    const state = (await service.revisions(signal)).find(({ metadata }) => metadata.name === revision);
    const url = tagUrl(await service.stands(signal), 'green');
    const reached = url === undefined ? undefined : target.reach(name, url);
    return judgeByProbes(reached, state !== undefined && isReady(state), target.door, maxErrorRatio, signal);
  };
}
