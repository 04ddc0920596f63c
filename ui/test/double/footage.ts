import type { FootageJson } from '@shortfactory/contract';

type Found = FootageJson['items'][number];

const LICENCES = {
  pexels: { id: 'Pexels', url: 'https://www.pexels.com/license/' },
  openverse: { id: 'CC BY', version: '2.0', url: 'https://creativecommons.org/licenses/by/2.0/' },
  wikimedia: { id: 'PDM', version: '1.0', url: 'https://creativecommons.org/publicdomain/mark/1.0/' },
} as const;

const NAMES = [
  ['pexels', 'Octopus swims off', 'Maria Oliveira', 24, 1920, 1080],
  ['pexels', 'Octopus, open water', 'Kenji Mori', 12, 1080, 1920],
  ['pexels', 'Octopus on sand', 'A. Tzortzis', 18, 1080, 1920],
  ['openverse', 'Octopus in its den', 'H. Krisp', undefined, 2000, 3000],
  [
    'openverse',
    'Suckers, close, in the light of a lamp that a diver holds',
    'S. Abebe',
    undefined,
    3000,
    2000,
  ],
  ['wikimedia', 'Moon jelly at night', 'NOAA', undefined, 2400, 2400],
  ['pexels', 'Aquarium visitors', 'Lotte Baan', 9, 1080, 1920],
] as const;

/** Photos and clips of an octopus, some pages of them. */
export const FOOTAGE: readonly Found[] = Array.from({ length: 6 }, (_, round) =>
  NAMES.map(([source, title, author, seconds, widthPx, heightPx], index): Found => {
    const kind = seconds === undefined ? 'photo' : 'clip';
    const id = `${kind}-${100 * round + index}`;
    return {
      ...{ source, id, kind, title, author, widthPx, heightPx, licence: LICENCES[source] },
      ...(seconds !== undefined && { seconds, film: `/api/footage/films/${id}` }),
      previewUrl: `https://${source}.example/${id}.jpg`,
      preview: `/api/footage/previews/${id}`,
      pageUrl: `https://${source}.example/${id}`,
      attribution: `${title} by ${author}`,
    };
  }),
).flat();
