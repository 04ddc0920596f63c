import { synthesize } from '@shortfactory/manifests';
import type { LocalEnvironment } from '@shortfactory/manifests';
import type { Shell } from './shell.ts';

/** Label of a namespace that a run made: only such a one is taken away again. */
const MADE = 'shortfactory-parity=made';

/** The namespace, its secrets, and the store beside our Services. Gives whether the namespace is this run's. */
export async function applySurroundings(
  shell: Shell,
  environment: LocalEnvironment,
  kubectl: readonly string[],
): Promise<void> {
  const { namespace } = environment;
  const manifests = synthesize(environment).get('surroundings.yaml') ?? '';
  const there = await shell.run([
    ...kubectl,
    'get',
    'namespace',
    namespace,
    '--ignore-not-found',
    '-o',
    'name',
  ]);
  await shell.run([...kubectl, 'apply', '-f', '-'], manifests);
  if (there.trim() === '') await shell.run([...kubectl, 'label', 'namespace', namespace, MADE]);
  const rollout = ['rollout', 'status', 'deployment/gcs-emulator', '--timeout=180s'];
  await shell.run([...kubectl, '--namespace', namespace, ...rollout]);
}

/** Takes away the namespace, if a run made it. */
export async function removeSurroundings(
  shell: Shell,
  namespace: string,
  kubectl: readonly string[],
): Promise<void> {
  const which = ['--selector', MADE, '--field-selector', `metadata.name=${namespace}`];
  await shell.undo([...kubectl, 'delete', 'namespace', ...which, '--ignore-not-found', '--wait=false']);
}
