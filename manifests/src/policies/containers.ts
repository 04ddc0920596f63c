import { containers as each, POD, revisionSpec, violation } from './values/violation.ts';
import type { Policy, Violation } from './values/violation.ts';

/** Named containers with limits, of which exactly one takes requests, on one port. */
export const containers: Policy = (service) => {
  const all = each(service);
  const serving = all.filter(({ container }) => (container.ports ?? []).length > 0);
  const found: Violation[] = [];
  if (serving.length !== 1) {
    found.push(
      violation(`${POD}.containers`, `${serving.length} containers have ports; exactly one was expected`),
    );
  }
  for (const { container, path } of all) {
    const { name, image, ports = [], resources } = container;
    if (all.filter((other) => other.container.name === name).length > 1) {
      found.push(
        violation(`${path}.name`, `${name} is another container's name too; each name once was expected`),
      );
    }
    if (!image) found.push(violation(`${path}.image`, 'an image was expected'));
    for (const kind of ['cpu', 'memory'] as const) {
      if (resources?.limits?.[kind] === undefined)
        found.push(violation(`${path}.resources.limits.${kind}`, 'a limit was expected'));
    }
    if (ports.length > 1)
      found.push(violation(`${path}.ports`, `${ports.length} ports were given; one was expected`));
    const protocol = ports[0]?.name;
    if (protocol !== undefined && protocol !== 'http1' && protocol !== 'h2c') {
      found.push(violation(`${path}.ports[0].name`, `${protocol} was given; http1 or h2c was expected`));
    }
  }
  return [...found, ...requests(revisionSpec(service))];
};

function requests({ containerConcurrency, timeoutSeconds }: ReturnType<typeof revisionSpec>): Violation[] {
  const found: Violation[] = [];
  const outside = (value: number | undefined, most: number): boolean =>
    value === undefined || !Number.isInteger(value) || value < 1 || value > most;
  // Left out, each would get a default that was not chosen.
  if (outside(containerConcurrency, 1000)) {
    found.push(violation(`${POD}.containerConcurrency`, 'a whole number from 1 to 1000 was expected'));
  }
  if (outside(timeoutSeconds, 3600))
    found.push(violation(`${POD}.timeoutSeconds`, 'a whole number from 1 to 3600 was expected'));
  return found;
}
