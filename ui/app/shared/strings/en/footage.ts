import type { FootageAbout, SceneFootage } from '../../drafts/scene-footage.ts';

/** Photos and clips of others. */
export const footage = {
  sources: {
    pexels: 'Pexels',
    pixabay: 'Pixabay',
    openverse: 'Openverse',
    wikimedia: 'Wikimedia Commons',
  } satisfies Record<SceneFootage['source'], string>,
  photo: 'Photo',
  clip: 'Clip',
  licence: ({ id, version }: FootageAbout['licence']) => {
    if (id === 'PDM') return 'Public domain';
    if (id === 'Pexels' || id === 'Pixabay') return `${id} licence`;
    return version === undefined ? id : `${id} ${version}`;
  },
};
