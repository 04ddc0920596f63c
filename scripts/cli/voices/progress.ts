import type { PublishedFile } from '@shortfactory/neural';

const STEP = 0.25;

/** A line for every quarter of a file that is large enough to be waited for. */
export function downloadView(warn: (line: string) => void): (file: PublishedFile, bytes: number) => void {
  const said = new Map<string, number>();
  return ({ name, bytes: all }, bytes) => {
    const step = Math.floor(bytes / all / STEP) * STEP;
    if (all < 1e7 || step <= (said.get(name) ?? 0)) return;
    said.set(name, step);
    warn(`${name}: ${Math.round(step * 100)} % of ${(all / 1e6).toFixed(0)} MB`);
  };
}
