import { Ffmpeg } from '@shortfactory/renderer';
import { address, command, number, text, toggle } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { peopleSignIn, publicUrl } from '@shortfactory/manifests';
import { environmentOf } from '../environment/cloud-environment.ts';
import { FOLDER_FLAG, OVERRIDE_FLAGS } from '../environment/flags.ts';
import { ApiClient } from './api-client.ts';
import { direct, through } from './door.ts';
import { smokeApi, smokeUi, untilReady } from './smoke-checks.ts';

const EXAMPLE = 'http://127.0.0.1:8000';

const FLAGS = {
  env: text('ENV', 'environment whose API and web UI are used: the name of its file'),
  ...FOLDER_FLAG,
  ...OVERRIDE_FLAGS,
  url: address('URL', `the API; without --env ${EXAMPLE}`, EXAMPLE),
  'ui-url': address('URL', 'the web UI too', EXAMPLE),
  ingress: address(
    'URL',
    'where to connect to for these addresses, whose names no DNS knows: the ingress of a cluster',
    'http://127.0.0.1:8080',
  ),
  wait: number('N', 'seconds to wait for the API to be ready first', { least: 0, most: 600 }, 0),
  seconds: number('N', 'how long the video may take', { least: 10, most: 3600 }, 300),
  'dry-run': toggle('prints what would be asked'),
};

export const smoke = command({
  summary:
    'Uses a deployment as a person would, and says what does not work: health, story, script, a short video that completes, its file downloaded and decoded to its end.',
  usage: [
    'npm run smoke -- --url http://127.0.0.1:8000 [--ui-url http://127.0.0.1:3000]',
    'npm run smoke -- --env prod',
  ],
  flags: FLAGS,
  notes: `An API key is read from SHORTFACTORY_API_KEY; without one it is a visitor of its own.
Exit codes: 0 everything works, 1 something does not, 2 bad input.`,
  run: smokeAll,
});

/** The given addresses, or those of the environment. */
function addressesOf({ env, ...values }: Values<typeof FLAGS>): {
  url: string;
  uiUrl: string | undefined;
  signIn: boolean;
} {
  const environment = env === undefined ? undefined : environmentOf({ ...values, env });
  return {
    url: values.url ?? (environment ? publicUrl(environment, 'server') : EXAMPLE),
    signIn: environment !== undefined && peopleSignIn(environment),
    uiUrl: values['ui-url'] ?? (environment ? publicUrl(environment, 'ui') : undefined),
  };
}

async function smokeAll(values: Values<typeof FLAGS>, { env, say, signal }: CommandContext): Promise<void> {
  const { ingress, wait: waitSeconds, seconds, 'dry-run': dryRun } = values;
  const { url, uiUrl, signIn } = addressesOf(values);
  if (dryRun) {
    const routes = [
      'GET /health',
      'POST /api/stories',
      'POST /api/scripts',
      'POST /api/videos',
      'GET /api/videos/:id',
      'GET /api/videos/:id/file',
      'DELETE /api/videos/:id',
    ];
    for (const route of routes) say(`${route} of ${url}`);
    if (uiUrl !== undefined) say(`${signIn ? 'GET /, as a stranger,' : 'GET /live and GET /'} of ${uiUrl}`);
    return;
  }
  const door = ingress === undefined ? direct : through(ingress);
  await untilReady([url, ...(uiUrl === undefined ? [] : [uiUrl])], waitSeconds, signal, door);
  const ffmpeg = Ffmpeg.locate(env['FFMPEG_PATH'], env['PATH'] ?? '');
  const api = new ApiClient(url, env['SHORTFACTORY_API_KEY'] || undefined, door);
  await smokeApi(api, { say, signal, ffmpeg, videoDeadlineMs: seconds * 1000 });
  if (uiUrl !== undefined) await smokeUi(uiUrl, { say, signal, peopleSignIn: signIn }, door);
}
