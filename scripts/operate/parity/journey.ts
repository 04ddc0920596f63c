import { CallFailed } from '../services/service-driver.ts';
import type { Row } from './report.ts';
import { CannotBeTried } from './scene.ts';
import type { Scene, Step } from './scene.ts';

/** Walks through the steps. One that fails does not keep the next ones from being tried, unless it is the one that is `needed`. */
export async function walk(
  scene: Scene,
  steps: readonly Step[],
  needed: Step | undefined,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const step of steps) {
    const { name, expected } = step;
    scene.say(`${name} …`);
    try {
      const seen = await step.run(scene);
      rows.push({ step: name, seen, expected, good: true });
      scene.say(`${name}: ${seen}`);
    } catch (error) {
      if (scene.signal.aborted) throw error;
      const why = error instanceof CallFailed || error instanceof Error ? error.message : String(error);
      const tried = !(error instanceof CannotBeTried);
      const seen = `${tried ? '' : 'not tried: '}${why.replace(/\s+/g, ' ')}`.slice(0, 160);
      rows.push({ step: name, seen, expected, good: tried ? false : undefined });
      scene.say(`${name}: ${tried ? '' : 'cannot be tried here: '}${why}`);
      if (step === needed) break;
    }
  }
  return rows;
}
