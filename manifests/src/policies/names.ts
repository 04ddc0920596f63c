import { violation } from './values/violation.ts';
import type { Policy } from './values/violation.ts';

const DNS_1035 = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Names that the platform takes, and a revision that is recognized as its service's. */
export const names: Policy = ({ metadata, spec }) => {
  const found = [];
  const name = metadata?.name ?? '';
  const revision = spec?.template?.metadata?.name;
  if (!DNS_1035.test(name)) {
    found.push(
      violation(
        'metadata.name',
        `${name || 'nothing'} is not a DNS-1035 label; lowercase letters, digits and hyphens were expected`,
      ),
    );
  }
  if (revision === undefined) {
    found.push(
      violation('spec.template.metadata.name', `a revision name that begins with ${name}- was expected`),
    );
  } else if (!revision.startsWith(`${name}-`) || !DNS_1035.test(revision)) {
    found.push(
      violation(
        'spec.template.metadata.name',
        `${revision} was given; a DNS-1035 label of at most 63 characters that begins with ${name}- was expected`,
      ),
    );
  }
  return found;
};
