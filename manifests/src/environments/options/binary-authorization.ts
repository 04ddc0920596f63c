import { SIGNING_POLICY } from '../../policies/cloud/keys-and-signatures.ts';
import { text } from '../fields.ts';

export const binaryAuthorization = text(
  SIGNING_POLICY,
  'default, or a policy such as projects/my-project/platforms/cloudRun/policies/signed,',
).describe(
  'The policy of Binary Authorization that an image has to pass before it runs: default is the project’s own.',
);
