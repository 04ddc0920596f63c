import { InputInvalid } from '@shortfactory/core/errors';

/** A context of a kubeconfig and the cluster that it leads to. */
export interface KnownContext {
  readonly name: string;
  readonly cluster: string;
  readonly server: string;
}

export interface ContextChoice {
  readonly contexts: readonly KnownContext[];
  readonly current: string | undefined;
  /** What --context says. */
  readonly given: string | undefined;
  /** What the environment says that it runs in. */
  readonly declared: string | undefined;
  readonly environment: string;
}

const PRODUCTION = /(^|[^a-z])(prod|prd|production|live)([^a-z]|$)/i;

/**
 * The context that a command works in. Nobody deploys to production because it was the last thing they looked at: the
 * current one is taken only where it is no other than the environment's, and nothing of it is called production.
 * Throws InputInvalid.
 */
export function chooseContext({
  contexts,
  current,
  given,
  declared,
  environment,
}: ContextChoice): KnownContext {
  const known = contexts.map(({ name }) => name).slice(0, 10);
  const listed = known.length === 0 ? 'the kubeconfig has none' : `it has ${known.join(', ')}`;
  const wanted = given ?? declared ?? current;
  if (wanted === undefined || wanted === '')
    throw new InputInvalid('--context', `is missing, and the kubeconfig has no current one; ${listed}.`);
  const context = contexts.find(({ name }) => name === wanted);
  if (!context) {
    const where =
      given === undefined && declared !== undefined ? `the environment ${environment} names` : 'there is no';
    throw new InputInvalid('--context', `${where} context “${wanted}” in the kubeconfig; ${listed}.`);
  }
  if (given !== undefined) return context;
  if (declared !== undefined && current !== undefined && declared !== current) {
    throw new InputInvalid(
      '--context',
      `the environment ${environment} is declared for the context ${declared}, and the current one is ${current}; --context with one of them was expected.`,
    );
  }
  const production = [context.name, context.cluster, context.server].find((text) => PRODUCTION.test(text));
  if (production !== undefined) {
    throw new InputInvalid(
      '--context',
      `the current context ${context.name} looks like production (${production}); --context ${context.name} was expected, given explicitly.`,
    );
  }
  return context;
}
