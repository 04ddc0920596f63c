import { Ffmpeg } from '@shortfactory/renderer';
import { address, command, number, toggle } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { ApiClient } from './api-client.ts';
import { smokeApi, smokeUi, untilReady } from './smoke-checks.ts';

const EXAMPLE = 'http://127.0.0.1:8000';

const FLAGS = {
  url: address('URL', 'the API', EXAMPLE, EXAMPLE),
  'ui-url': address('URL', 'the web UI too', EXAMPLE),
  wait: number('N', 'seconds to wait for the API to be ready first', { least: 0, most: 600 }, 0),
  seconds: number('N', 'how long the video may take', { least: 10, most: 3600 }, 300),
  'dry-run': toggle('prints what would be asked'),
};

export const smoke = command({
  summary:
    'Uses a deployment as a person would, and says what does not work: health, story, script, a short video that completes, its file downloaded and decoded to its end.',
  usage: ['npm run smoke -- --url http://127.0.0.1:8000 [--ui-url http://127.0.0.1:3000]'],
  flags: FLAGS,
  notes: `An API key is read from SHORTFACTORY_API_KEY; without one it is a visitor of its own.
Exit codes: 0 everything works, 1 something does not, 2 bad input.`,
  run: smokeAll,
});

async function smokeAll(
  { url, 'ui-url': uiUrl, wait: waitSeconds, seconds, 'dry-run': dryRun }: Values<typeof FLAGS>,
  { env, say, signal }: CommandContext,
): Promise<void> {
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
    if (uiUrl !== undefined) say(`GET /live and GET / of ${uiUrl}`);
    return;
  }
  await untilReady([url, ...(uiUrl === undefined ? [] : [uiUrl])], waitSeconds, signal);
  const ffmpeg = Ffmpeg.locate(env['FFMPEG_PATH'], env['PATH'] ?? '');
  const api = new ApiClient(url, env['SHORTFACTORY_API_KEY'] || undefined);
  await smokeApi(api, { say, signal, ffmpeg, videoDeadlineMs: seconds * 1000 });
  if (uiUrl !== undefined) await smokeUi(uiUrl, { say, signal });
}
