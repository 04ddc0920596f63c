import { number, required, text, texts, toggle, word } from '@shortfactory/command-line';
import type { Flag, Values } from '@shortfactory/command-line';
import type { Overrides } from '@shortfactory/manifests';
import { SERVICES } from '../services/names.ts';

/** Where the files of the environments are. */
export const FOLDER_FLAG = {
  environments: text(
    'DIR',
    'folder of your own environments, a YAML file each (default: manifests/environments)',
  ),
};

/** What takes the place of an environment's own settings, in every command alike. */
export const OVERRIDE_FLAGS = {
  project: text('P', 'Google Cloud project'),
  'project-number': text('N', 'its number, 12 digits; part of every run.app address'),
  region: text('R', 'such as us-central1'),
  'api-domain': text('HOST', 'a name of your own in front of the server'),
  'ui-domain': text('HOST', 'a name of your own in front of the web interface'),
  edge: text('E', 'run.app or load-balancer'),
  ttl: text('TIME', "a preview's: how long it lasts from this deploy on, such as 48h or 7d"),
  'secret-version': texts('NAME=N', 'version of a secret, such as GEMINI_API_KEY=3'),
  'budget-usd': text('N', 'monthly budget'),
  'notification-channel': texts('C', 'projects/P/notificationChannels/N'),
  'cluster-domain': text('D', "a cluster's: below which its ingress gives addresses"),
  registry: text('R', "a cluster's: the registry of its images, such as registry.example.com/team"),
  'image-pull-secret': texts('NAME', "a cluster's: a secret of the namespace that opens a private registry"),
  'ui-origin': text('URL', "a cluster's: where browsers outside find the web interface"),
  'api-origin': text('URL', "a cluster's: where they find the API"),
  'media-origin': text('URL', "a cluster's: where they send uploads, which is the store"),
} satisfies Partial<Record<keyof Overrides, Flag<unknown>>>;

/** Options that say where: the same for every command that asks a cloud. */
export const PLACE_FLAGS = {
  env: required(text('ENV', 'environment: the name of its file, such as prod'), 'the name of an environment'),
  ...FOLDER_FLAG,
  ...OVERRIDE_FLAGS,
};

/** Images of a deploy, and where they go. */
export const IMAGE_FLAGS = {
  'server-image': text('I', 'image of server and worker, by digest or immutable tag'),
  'ui-image': text('I', 'image of the UI'),
};

/** The images that were given. */
export function imageOverrides(values: Values<typeof IMAGE_FLAGS>): Overrides {
  const { 'server-image': server, 'ui-image': ui } = values;
  return {
    ...(server === undefined ? {} : { 'server-image': server }),
    ...(ui === undefined ? {} : { 'ui-image': ui }),
  };
}

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
