import { z } from 'zod';
import { called } from '../failure.ts';
import { KNATIVE } from '../service-driver.ts';
import { note, NOTHING, orAbsent, problem, together, unlessRefused } from './check.ts';
import type { Check, Findings, Planned } from './check.ts';

/** The namespace is there, and nobody else uses our Services' names in it; nor do we, in another one. */
export const names: Check = async (planned) => {
  const { cluster, namespace } = planned;
  const space = await unlessRefused(`The namespace ${namespace}`, async () => {
    const found = await orAbsent(
      called(`reading the namespace ${namespace}`, { plural: 'namespaces', name: namespace }, () =>
        cluster.core.readNamespace({ name: namespace }),
      ),
    );
    return found
      ? NOTHING
      : problem(
          `there is no namespace ${namespace}; kubectl apply -f dist/local/surroundings.yaml makes it, and what our Services need in it`,
        );
  });
  if (space.problems.length > 0) return space;
  const taken = planned.documents.map(({ metadata }) => plainService(planned, metadata.name));
  return together([space, ...(await Promise.all(taken)), await elsewhere(planned)]);
};

/** Knative makes a plain Service of the same name and never takes over one that it did not make. */
function plainService({ cluster, namespace }: Planned, name: string): Promise<Findings> {
  return unlessRefused(`The plain Service ${name}`, async () => {
    const service = await orAbsent(
      called(`reading the plain Service ${namespace}/${name}`, { plural: 'services', name }, () =>
        cluster.core.readNamespacedService({ name, namespace }),
      ),
    );
    const owners = service?.metadata?.ownerReferences ?? [];
    return service === undefined || owners.some(({ kind }) => kind === 'Route')
      ? NOTHING
      : problem(
          `the namespace ${namespace} has a plain Service ${name} that is not Knative's, so Knative cannot give ours its name`,
        );
  });
}

const found = z.object({
  items: z.array(
    z.object({
      metadata: z.object({
        name: z.string(),
        namespace: z.string(),
        labels: z.record(z.string(), z.string()).optional(),
      }),
    }),
  ),
});

/** A first deploy beside the deployment that stands is nearly always the wrong namespace. */
function elsewhere({ cluster, namespace, namespaceGiven, documents }: Planned): Promise<Findings> {
  return unlessRefused('Other namespaces', async () => {
    const answer: unknown = await called('listing the Services of all namespaces', undefined, () =>
      cluster.objects.listCustomObjectForAllNamespaces({ ...KNATIVE, plural: 'services' }),
    );
    const services = found.parse(answer).items.map(({ metadata }) => metadata);
    const findings = documents.map(({ metadata: { name, labels = {} } }) => {
      const same = services.filter((service) => service.name === name);
      if (same.length === 0 || same.some((service) => service.namespace === namespace)) return NOTHING;
      const ours = same.filter(({ labels: have = {} }) =>
        ['app', 'environment'].every((key) => have[key] === labels[key]),
      );
      const where = (all: typeof same): string => all.map((service) => service.namespace).join(', ');
      return ours.length > 0 && !namespaceGiven
        ? problem(
            `the Service ${name} of this environment is in the namespace ${where(ours)}, not in ${namespace}; --namespace with the right one was expected`,
          )
        : note(`the namespace ${where(same)} has a Service ${name} too; it is left alone`);
    });
    return together(findings);
  });
}
