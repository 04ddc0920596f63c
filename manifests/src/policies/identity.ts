import { POD, revisionSpec, violation } from './values/violation.ts';
import type { Policy } from './values/violation.ts';

const EMAIL = /^[a-z]([a-z0-9-]{4,28}[a-z0-9])@[a-z0-9.-]+\.iam\.gserviceaccount\.com$/;
const PATH = `${POD}.serviceAccountName`;

/** Each service runs as an account of its own: the default ones may change the whole project. */
export const identity: Policy = (service, platform) => {
  const account = revisionSpec(service).serviceAccountName;
  if (platform === 'knative') return [];
  if (account === undefined) return [violation(PATH, 'a service account of its own was expected')];
  if (/-compute@developer\.gserviceaccount\.com$|@appspot\.gserviceaccount\.com$/.test(account)) {
    return [violation(PATH, `${account} is a default account of the project; one of its own was expected`)];
  }
  return EMAIL.test(account) ? [] : [violation(PATH, `${account} is not a service account's e-mail address`)];
};
