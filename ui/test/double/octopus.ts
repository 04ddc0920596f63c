import type { JobJson } from '@shortfactory/contract';
import type { Script } from '../../app/shared/api/script.ts';

/** The script that the design's pictures show, scene by scene. */
export const OCTOPUS: Script = {
  title: 'Why octopuses have three hearts',
  language: 'en-GB',
  imageStyle: 'flat',
  scenes: [
    {
      narration: 'Octopuses don’t have one heart. They have three.',
      visual: 'An orange octopus in deep blue water, three hearts floating above it.',
    },
    {
      narration: 'Two of them do the same job: each pushes blood through one gill.',
      visual: 'Two anatomical hearts side by side, a pulse line below.',
    },
    {
      narration:
        'The third heart sends blood around the rest of the body, through eight arms, three quarters of a billion nerve cells and a brain shaped like a ring.',
      visual: 'The octopus seen through a brass porthole, one heart glowing.',
    },
    {
      narration: 'And when an octopus swims, that third heart stops beating.',
      visual: 'The octopus jetting sideways, a flat pulse line trailing behind.',
    },
    {
      narration: 'Its blood is blue, because it carries oxygen with copper.',
      visual: 'A blue drop of blood with a copper tile, Cu, in the middle.',
    },
    {
      narration: 'So most of the time, an octopus would rather crawl.',
      visual: 'The octopus walking on a sandy sea floor, shells around it.',
    },
  ],
};

export const OCTOPUS_SECONDS = [5.4, 6.1, 11.2, 5.8, 6.0, 4.9];
export const OCTOPUS_SETTINGS = {
  language: 'en-GB',
  imageStyle: 'flat',
  voice: 'nora',
  seconds: 40,
  aspects: ['9:16'],
} satisfies JobJson['settings'];
