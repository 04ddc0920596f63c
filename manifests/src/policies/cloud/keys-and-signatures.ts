import { shown, violation } from '../values/violation.ts';
import type { Policy } from '../values/violation.ts';

const KEY = 'run.googleapis.com/encryption-key';
const REVOKED = 'run.googleapis.com/post-key-revocation-action-type';
const SIGNED = 'run.googleapis.com/binary-authorization';
const REGION = 'cloud.googleapis.com/location';
const at = (key: string): string => `spec.template.metadata.annotations["${key}"]`;

/** The name of a key of Cloud KMS, without a version; its first group is where it is. */
export const KEY_NAME =
  /^projects\/[a-z][a-z0-9-]{4,28}[a-z0-9]\/locations\/([a-z0-9-]+)\/keyRings\/[\w-]{1,63}\/cryptoKeys\/[\w-]{1,63}$/;
/** The project's own policy of Binary Authorization, or one of the platform's by name. */
export const SIGNING_POLICY =
  /^(default|projects\/[a-z][a-z0-9-]{4,28}[a-z0-9]\/platforms\/cloudRun\/policies\/[a-z0-9-]{1,63})$/;

/** Keys that there can be, in the service's own region; and a policy by which images are checked that there can be. */
export const keysAndSignatures: Policy = (service, platform) => {
  if (platform !== 'cloud-run') return [];
  const { annotations = {} } = service.spec?.template?.metadata ?? {};
  const found = [];
  const { [KEY]: key, [REVOKED]: revoked } = annotations;
  if (key !== undefined) {
    const where = KEY_NAME.exec(key)?.[1];
    const region = service.metadata?.labels?.[REGION];
    if (where === undefined) {
      found.push(
        violation(
          at(KEY),
          `${shown(key)} was given; projects/…/locations/…/keyRings/…/cryptoKeys/… was expected`,
        ),
      );
    } else if (region !== undefined && where !== region) {
      found.push(violation(at(KEY), `the key is in ${where}; one in ${region} was expected`));
    }
  }
  if (revoked !== undefined && !['prevent-new', 'shut-down'].includes(revoked)) {
    found.push(violation(at(REVOKED), `${shown(revoked)} was given; prevent-new or shut-down was expected`));
  }
  if (revoked !== undefined && key === undefined) {
    found.push(violation(at(REVOKED), 'says what follows when a key is taken away, and there is none'));
  }
  const policy = service.metadata?.annotations?.[SIGNED];
  if (policy !== undefined && !SIGNING_POLICY.test(policy)) {
    found.push(
      violation(
        `metadata.annotations["${SIGNED}"]`,
        `${shown(policy)} was given; default or projects/…/platforms/cloudRun/policies/… was expected`,
      ),
    );
  }
  return found;
};
