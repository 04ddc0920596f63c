import type { TrafficTarget } from '../constructs/shapes.ts';
import { violation } from './values/violation.ts';
import type { Policy, Violation } from './values/violation.ts';

const DNS_1035 = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** `<tag>---<service>-<hash>` has to fit into one DNS label. */
const TAG_AND_SERVICE = 46;

/** A block without which a replace sends everything to the newest revision and forgets every tag. */
export const traffic: Policy = (service, platform) => {
  const targets = service.spec?.traffic ?? [];
  if (targets.length === 0) return [violation('spec.traffic', 'at least one target was expected')];
  const sum = targets.reduce((total, { percent }) => total + (percent ?? 0), 0);
  return [
    ...(sum === 100 ? [] : [violation('spec.traffic', `the percents sum to ${sum}; 100 was expected`)]),
    ...targets.flatMap((target, index) => ofTarget(target, `spec.traffic[${index}]`)),
    ...tags(targets, service.metadata?.name ?? '', platform === 'cloud-run'),
  ];
};

function ofTarget({ percent, latestRevision, revisionName }: TrafficTarget, path: string): Violation[] {
  const found: Violation[] = [];
  if (percent !== undefined && (!Number.isInteger(percent) || percent < 0 || percent > 100)) {
    found.push(
      violation(`${path}.percent`, `${percent} was given; a whole number from 0 to 100 was expected`),
    );
  }
  if (latestRevision === true && revisionName !== undefined) {
    found.push(
      violation(
        `${path}.revisionName`,
        `${revisionName} stands beside latestRevision: true; one of them was expected`,
      ),
    );
  }
  if (latestRevision !== true && revisionName === undefined) {
    found.push(violation(path, 'a revisionName or latestRevision: true was expected'));
  }
  return found;
}

function tags(targets: readonly TrafficTarget[], service: string, tagsShareALabel: boolean): Violation[] {
  return targets.flatMap(({ tag }, index) => {
    if (tag === undefined) return [];
    const path = `spec.traffic[${index}].tag`;
    if (!DNS_1035.test(tag))
      return [
        violation(
          path,
          `${tag} is not a DNS-1035 label; lowercase letters, digits and hyphens were expected`,
        ),
      ];
    const found: Violation[] = [];
    if (targets.findIndex((other) => other.tag === tag) < index) {
      found.push(violation(path, `${tag} is on another target too; each tag once was expected`));
    }
    const length = tag.length + service.length;
    if (tagsShareALabel && length > TAG_AND_SERVICE) {
      found.push(
        violation(
          path,
          `${tag} and ${service} have ${length} characters together; at most ${TAG_AND_SERVICE} were expected`,
        ),
      );
    }
    return found;
  });
}
