import type { File } from './api.ts';

const COLOURS = ['#0c5a73', '#f0905f', '#16335e', '#1c7f8c', '#2f7fd8', '#4fa14f', '#3a2a5c', '#b06a3a'];

/** A flat picture of the right shape, for tests that do not look at it. */
export function placeholder(name: string, scene: number | 'poster'): File {
  const at =
    ([...name].reduce((sum, char) => sum + char.charCodeAt(0), 0) + (scene === 'poster' ? 3 : scene)) % 8;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="1920"><rect width="1080" height="1920" fill="${COLOURS[at]}"/><circle cx="540" cy="800" r="260" fill="#ffffff55"/></svg>`;
  return { type: 'image/svg+xml', bytes: Buffer.from(svg) };
}
