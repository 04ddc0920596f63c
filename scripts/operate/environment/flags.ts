import { number, text, toggle, word } from '@shortfactory/command-line';
import { CLOUD_NAMES } from '@shortfactory/manifests';
import { SERVICES } from '../services/names.ts';

/** Options that say where: the same for every command that asks a cloud. */
export const PLACE_FLAGS = {
  env: word('ENV', 'environment', CLOUD_NAMES),
  project: text('P', "another project than the environment's"),
  'project-number': text('N', "that project's number, 12 digits"),
  region: text('R', "another region than the environment's"),
};

/** Images of a deploy, and where they go. */
export const IMAGE_FLAGS = {
  'server-image': text('I', 'image of server and worker, by digest or immutable tag'),
  'ui-image': text('I', 'image of the UI'),
};

/** Which Services a command is about. */
export const SERVICE_FLAG = { service: word('NAME', 'Services', ['all', ...SERVICES], 'all') };

/** How long a command waits for the platform. */
export const READY_FLAG = {
  'ready-seconds': number(
    'N',
    'how long to wait for the platform, such as for a revision to become ready',
    { least: 1, most: 3600 },
    600,
  ),
};

/** For commands that read the state all the same. */
export const DRY_RUN_FLAG = { 'dry-run': toggle('reads the state and prints exactly what would be run') };
