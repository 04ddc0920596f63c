import { smokeApi, smokeUi } from '../smoke/smoke-checks.ts';
import { Ffmpeg } from '@shortfactory/renderer';
import { Prober } from './scaling.ts';
import type { Step } from './scene.ts';

const PROBE_EVERY_MS = 50;
const SECONDS = (began: number): string => `${((performance.now() - began) / 1000).toFixed(0)} s`;

/** A name that no revision has, as a commit would be. */
const revision = (): string => `parity-${Date.now().toString(36)}`;

export const firstDeploy: Step = {
  name: 'deploy of every Service',
  expected: 'each new revision ready, then all requests to it',
  run: async ({ command }) => {
    const began = performance.now();
    await command('deploy', '--revision', revision(), '--steps', '100', '--bake-seconds', '0');
    return `served after ${SECONDS(began)}`;
  },
};

export function smokeStep(env: Readonly<Record<string, string | undefined>>): Step {
  return {
    name: 'smoke test',
    expected: 'story, script, a video that plays, the first page',
    run: async ({ api, uiUrl, door, say, signal }) => {
      const began = performance.now();
      const ffmpeg = Ffmpeg.locate(env['FFMPEG_PATH'], env['PATH'] ?? '');
      await smokeApi(api(), { say, signal, ffmpeg, videoDeadlineMs: 600_000 });
      await smokeUi(uiUrl, { say, signal, peopleSignIn: false }, door);
      return `passed in ${SECONDS(began)}`;
    },
  };
}

/** The rollout's own code, and its way back, while requests come in. */
export const blueGreen: Step = {
  name: 'blue/green in steps, and rollback',
  expected: 'no request is lost',
  run: async (scene) => {
    const began = performance.now();
    const prober = new Prober(scene, PROBE_EVERY_MS);
    try {
      await scene.command('deploy', '--revision', revision(), '--steps', '50,100', '--bake-seconds', '5');
      await scene.command('rollback');
    } finally {
      await prober.stop();
    }
    return judged(await prober.stop(), SECONDS(began));
  },
};

function judged(
  { sent, wrong }: { readonly sent: number; readonly wrong: ReadonlyMap<string, number> },
  took: string,
): string {
  const failures = [...wrong.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...wrong].map(([kind, count]) => `${count} × ${kind}`).join(', ');
  if (failures > 0) throw new Error(`${failures} of ${sent} requests failed: ${kinds}`);
  return `${sent} requests, none failed, ${took}`;
}
