import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type * as Kubernetes from '@kubernetes/client-node';
import type {
  ApiextensionsV1Api,
  AppsV1Api,
  AuthorizationV1Api,
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  VersionApi,
} from '@kubernetes/client-node';
import { InputInvalid } from '@shortfactory/core/errors';
import { chooseContext } from './context.ts';
import type { ContextChoice } from './context.ts';

/** A cluster by the official client, in one context of a kubeconfig. */
export interface Cluster {
  readonly context: string;
  /** Address of its API. */
  readonly server: string;
  /** Knative's own kinds. */
  readonly objects: CustomObjectsApi;
  readonly core: CoreV1Api;
  readonly apps: AppsV1Api;
  readonly definitions: ApiextensionsV1Api;
  readonly access: AuthorizationV1Api;
  readonly versions: VersionApi;
}

/** An answer that takes longer than this is a reading not had. */
const TIMEOUT_MS = 30_000;

type Environment = Readonly<Record<string, string | undefined>>;
type Client = typeof Kubernetes;

/**
 * Reads the kubeconfig where kubectl does: KUBECONFIG (several files are merged), else ~/.kube/config. Throws
 * InputInvalid when there is none, or no context that may be taken.
 */
export async function openCluster(
  env: Environment,
  which: Pick<ContextChoice, 'given' | 'declared' | 'environment'>,
): Promise<Cluster> {
  // Loaded here: it takes half a second, which who deploys to Cloud Run shall not wait for.
  const client = await import('@kubernetes/client-node');
  const config = kubeconfig(client, env);
  const context = chooseContext({
    ...which,
    contexts: config.getContexts().map(({ name, cluster }) => ({
      name,
      cluster,
      server: config.getCluster(cluster)?.server ?? '',
    })),
    current: config.getCurrentContext() || undefined,
  });
  if (context.server === '')
    throw new InputInvalid('--context', `${context.name} names a cluster that the kubeconfig does not have.`);
  config.setCurrentContext(context.name);
  const settings = configuration(client, config, context.server);
  return {
    context: context.name,
    server: context.server,
    objects: new client.CustomObjectsApi(settings),
    core: new client.CoreV1Api(settings),
    apps: new client.AppsV1Api(settings),
    definitions: new client.ApiextensionsV1Api(settings),
    access: new client.AuthorizationV1Api(settings),
    versions: new client.VersionApi(settings),
  };
}

function kubeconfig({ KubeConfig }: Client, env: Environment): KubeConfig {
  const given = (env['KUBECONFIG'] ?? '').split(delimiter).filter((file) => file !== '');
  const files = given.length > 0 ? given : [join(env['HOME'] ?? homedir(), '.kube', 'config')];
  const config = new KubeConfig();
  for (const [index, file] of files.entries()) {
    const part = index === 0 ? config : new KubeConfig();
    try {
      part.loadFromFile(file);
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
      throw new InputInvalid('', `The kubeconfig ${file} cannot be used: ${why ?? ''}`);
    }
    if (index > 0) config.mergeConfig(part, true);
  }
  return config;
}

function configuration(
  { createConfiguration, ServerConfiguration }: Client,
  config: KubeConfig,
  server: string,
) {
  return createConfiguration({
    baseServer: new ServerConfiguration(server, {}),
    authMethods: { default: config },
    promiseMiddleware: [
      {
        pre: (request) => {
          request.setSignal(AbortSignal.timeout(TIMEOUT_MS));
          // The client would send a list of operations; ours are objects.
          if (String(request.getHttpMethod()) === 'PATCH')
            request.setHeaderParam('Content-Type', 'application/merge-patch+json');
          return Promise.resolve(request);
        },
        post: (response) => Promise.resolve(response),
      },
    ],
  });
}
