import type { CloudResources } from './cloud-resources.ts';
import { accountEmail } from './cloud-resources.ts';
import type { Part, Step } from './step.ts';
import { command, named } from './step.ts';

const POOL = 'github';
const PROVIDER = 'shortfactory';
const ID = 'federation';
const TITLE = 'Keyless deploys from GitHub';
/** The GitHub environment whose jobs build and push images. Deploys use the one with the environment's own name. */
const BUILD_ENVIRONMENT = 'build';

/**
 * Workflows of one repository act as the pusher or the deployer; no key is made. A token is taken only from main and
 * only from a job in a GitHub environment, and each account can be used from one environment only: so the approval that
 * GitHub asks for before a job in `prod` is the only way to the deployer of prod, whatever a workflow says.
 */
export function federation(resources: CloudResources): Step {
  const { github, projectNumber } = resources;
  if (github === undefined) {
    return {
      id: ID,
      title: TITLE,
      parts: [{ note: 'No --github OWNER/NAME was given: workflows cannot deploy yet.' }],
    };
  }
  const pool = `projects/${projectNumber}/locations/global/workloadIdentityPools/${POOL}`;
  const inPool = ['--location=global', `--workload-identity-pool=${POOL}`];
  const settings = [
    // Repository and environment in one attribute: another provider of the pool cannot pass for it by half of them.
    "--attribute-mapping=google.subject=assertion.sub,attribute.target=assertion.repository_id + '/' + assertion.environment",
    `--attribute-condition=assertion.repository_id == '${github.id}' && assertion.ref == 'refs/heads/main' && assertion.environment in ['${BUILD_ENVIRONMENT}', '${resources.env}']`,
  ];
  const provider = ['iam', 'workload-identity-pools', 'providers'];
  const usableFrom = (account: 'pusher' | 'deployer', environment: string) =>
    command(
      ...['iam', 'service-accounts', 'add-iam-policy-binding', accountEmail(resources, account)],
      `--member=principalSet://iam.googleapis.com/${pool}/attribute.target/${github.id}/${environment}`,
      ...['--role=roles/iam.workloadIdentityUser', '--condition=None'],
    );
  return {
    id: ID,
    title: TITLE,
    parts: [
      {
        look: ['iam', 'workload-identity-pools', 'describe', POOL, '--location=global'],
        proof: ['iam', 'workload-identity-pools', 'list', '--location=global', named(POOL)],
        create: [command('iam', 'workload-identity-pools', 'create', POOL, '--location=global')],
      },
      {
        look: [...provider, 'describe', PROVIDER, ...inPool],
        proof: [...provider, 'list', ...inPool, named(PROVIDER)],
        create: [
          command(
            ...[...provider, 'create-oidc', PROVIDER, ...inPool],
            ...['--issuer-uri=https://token.actions.githubusercontent.com', ...settings],
          ),
        ],
        whenFound: [command(...provider, 'update-oidc', PROVIDER, ...inPool, ...settings)],
      },
      {
        always: [usableFrom('pusher', BUILD_ENVIRONMENT), usableFrom('deployer', resources.env)],
        note:
          `In GitHub, set GCP_WIF_PROVIDER to ${pool}/providers/${PROVIDER} in the environments ${BUILD_ENVIRONMENT} and ${resources.env}, ` +
          `GCP_PUSHER to ${accountEmail(resources, 'pusher')} in ${BUILD_ENVIRONMENT}, ` +
          `and GCP_DEPLOYER to ${accountEmail(resources, 'deployer')} in ${resources.env}.`,
      },
      grantByName(resources, pool, github.name),
    ],
  };
}

/** What earlier versions set up: the deployer usable by every job of the repository, whatever its environment. */
function grantByName(resources: CloudResources, pool: string, repository: string): Part {
  const deployer = accountEmail(resources, 'deployer');
  const member = `principalSet://iam.googleapis.com/${pool}/attribute.repository/${repository}`;
  return {
    look: [
      ...['iam', 'service-accounts', 'get-iam-policy', deployer],
      ...['--flatten=bindings[].members', `--filter=bindings.members="${member}"`],
    ],
    whenFound: [
      command(
        ...['iam', 'service-accounts', 'remove-iam-policy-binding', deployer],
        ...[`--member=${member}`, '--role=roles/iam.workloadIdentityUser', '--condition=None'],
      ),
    ],
  };
}
