import type { FoundFootage } from '@shortfactory/core';
import { licenceName } from './licence.ts';

const KINDS = { photo: 'Photo', clip: 'Video' } as const;

/**
 * The line that goes with a video that shows it. Pexels and Pixabay ask for author, house and a link; Creative Commons for
 * title, author, source, licence with its address, and that it was changed.
 * @see https://wiki.creativecommons.org/wiki/Recommended_practices_for_attribution
 */
export function attributionOf(item: Omit<FoundFootage, 'attribution'>): string {
  const { kind, title, author, pageUrl, licence } = item;
  if (licence.id === 'Pexels' || licence.id === 'Pixabay')
    return `${KINDS[kind]} by ${author} on ${licence.id} (${pageUrl})`;
  const name = title === '' ? KINDS[kind] : `“${title}”`;
  const isFree = licence.id === 'CC0' || licence.id === 'PDM';
  const changed = isFree ? '' : ', cropped and edited';
  return `${name} by ${author} (${pageUrl}), ${licenceName(licence)} (${licence.url})${changed}`;
}
