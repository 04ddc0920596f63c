import { isService } from '../services/service-state.ts';
import { labelsOf, refuseForeign } from '../services/ownership.ts';
import type { CloudResources } from './cloud-resources.ts';
import type { Part, Step } from './step.ts';
import { command } from './step.ts';

const SERVICE = 'shortfactory-ui';

/**
 * Who enters the web interface through Google's Identity-Aware Proxy, and that nobody else calls it. The Service, and at a
 * load balancer its backend, have to exist: run after the first deploy.
 * @see https://cloud.google.com/run/docs/securing/identity-aware-proxy-cloud-run
 */
export function iap(resources: CloudResources): Step {
  const { iap: signIn } = resources;
  const step = { id: 'iap', title: 'Who signs in at the web interface' };
  if (signIn === undefined) {
    return {
      ...step,
      parts: [{ note: 'The environment has no iap: each browser is a visitor of its own.' }],
    };
  }
  return {
    ...step,
    parts: [
      {
        always: [
          command('services', 'enable', 'iap.googleapis.com'),
          // Makes the account by which the proxy calls the Service.
          command('beta', 'services', 'identity', 'create', '--service=iap.googleapis.com'),
        ],
      },
      ...resources.regions.map((region) => letIn(region, resources, signIn)),
    ],
  };
}

function letIn(
  region: string,
  { env, projectNumber }: CloudResources,
  { members, atBackend }: NonNullable<CloudResources['iap']>,
): Part {
  const at = `--region=${region}`;
  const agent = `service-${projectNumber}@gcp-sa-iap.iam.gserviceaccount.com`;
  const resource = atBackend
    ? ['--resource-type=backend-services', `--service=${SERVICE}`]
    : ['--resource-type=cloud-run', `--service=${SERVICE}`, at];
  return {
    look: ['run', 'services', 'describe', SERVICE, at],
    proof: ['run', 'revisions', 'list', `--service=${SERVICE}`, at],
    check: (found) => {
      if (isService(found)) refuseForeign(found, labelsOf(env, 'ui'), 'Deploy it with --adopt first.');
    },
    note: `${SERVICE} is not deployed yet: run this again with --only iap after the first deploy.`,
    whenFound: [
      command(
        ...['run', 'services', 'add-iam-policy-binding', SERVICE, at],
        ...[`--member=serviceAccount:${agent}`, '--role=roles/run.invoker'],
      ),
      ...(atBackend
        ? [command('compute', 'backend-services', 'update', SERVICE, '--global', '--iap=enabled')]
        : []),
      ...members.map((member) =>
        command(
          // Only the beta command of gcloud 528 knows Services of Cloud Run.
          ...['beta', 'iap', 'web', 'add-iam-policy-binding', ...resource],
          ...[`--member=${member}`, '--role=roles/iap.httpsResourceAccessor'],
        ),
      ),
    ],
  };
}
