import type { LocalEnvironment } from '@shortfactory/manifests';
import type { Scene } from './scene.ts';

/**
 * Brings images onto the node from archives that lie there, as `docker save` writes them. What is pinned by digest gets
 * that name too where the node has its tag: whoever gives the archive says that it is the one, since an archive made
 * elsewhere has a digest of its own and no registry is there to ask.
 */
export async function loadArchives(
  onNode: NonNullable<Scene['onNode']>,
  archives: readonly string[],
  { surroundings }: LocalEnvironment,
): Promise<void> {
  if (archives.length === 0) return;
  for (const archive of archives) await onNode(`${CTR} import '${archive.replaceAll("'", `'\\''`)}'`);
  for (const image of Object.values(surroundings)) {
    const { tagged, pinned } = namesOf(image);
    if (pinned === undefined) continue;
    await onNode(
      `if [ -z "$(${CTR} ls -q name==${pinned})" ] && [ -n "$(${CTR} ls -q name==${tagged})" ]; then ${CTR} tag ${tagged} ${pinned}; fi`,
    );
  }
}

const CTR = 'ctr --namespace k8s.io images';

/** The whole names by which containerd has an image: with its tag, and with its digest alone. */
function namesOf(image: string): { readonly tagged: string; readonly pinned: string | undefined } {
  const [tagged = '', digest] = image.split('@');
  const [host = '', ...path] = tagged.split('/');
  const isHost = path.length > 0 && (/[.:]/.test(host) || host === 'localhost');
  const whole = isHost ? tagged : `docker.io/${path.length > 0 ? '' : 'library/'}${tagged}`;
  return {
    tagged: whole,
    pinned: digest === undefined ? undefined : `${whole.replace(/:[^/:]*$/, '')}@${digest}`,
  };
}
