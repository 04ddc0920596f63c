import type { VoiceInstallJson } from '@shortfactory/contract';

type Listener = (install: VoiceInstallJson) => void;

const LOOK_MS = 500;
/** So often in a row without an answer, nobody waits any longer. */
const MOST_LOST = 20;
const followed = new Map<string, Set<Listener>>();

/** Only a person at the machine adds voices. */
export class AddedElsewhere extends Error {}

/** Begins to add a voice, or stops it. Throws AddedElsewhere, and an Error with the server's sentence where it gave one. */
export async function askInstall(voice: string, method: 'POST' | 'DELETE'): Promise<VoiceInstallJson> {
  const answer = await fetch(pathOf(voice), { method });
  if (answer.ok) return (await answer.json()) as VoiceInstallJson;
  if (answer.status === 403) throw new AddedElsewhere();
  const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
  throw new Error(detail ?? '');
}

/** Tells how far a voice is until it is there, failed or was stopped, also when the sheet is closed. Ends by what it gives. */
export function followInstall(voice: string, listener: Listener): () => void {
  const listeners = followed.get(voice) ?? new Set();
  listeners.add(listener);
  if (!followed.has(voice)) {
    followed.set(voice, listeners);
    void look(voice, listeners).finally(() => followed.delete(voice));
  }
  return () => listeners.delete(listener);
}

async function look(voice: string, listeners: ReadonlySet<Listener>): Promise<void> {
  for (let lost = 0; lost < MOST_LOST;) {
    const install = await fetch(pathOf(voice))
      .then(async (answer) => (answer.ok ? ((await answer.json()) as VoiceInstallJson) : undefined))
      .catch(() => undefined);
    lost = install ? 0 : lost + 1;
    if (install) for (const listener of [...listeners]) listener(install);
    if (install && install.state !== 'adding') return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function pathOf(voice: string): string {
  return `/api/voices/${encodeURIComponent(voice)}/install`;
}
