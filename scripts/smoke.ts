import { InputInvalid } from '../server/src/domain/errors.ts';
import { Ffmpeg } from '../server/src/renderer/ffmpeg.ts';
import { ApiClient } from './operate/api-client.ts';
import { runCommand } from './operate/command.ts';
import type { CommandContext } from './operate/command.ts';
import { numberFlag, readFlags, textFlag } from './operate/options.ts';
import { smokeApi, smokeUi, untilReady } from './operate/smoke-checks.ts';

const USAGE = `Uses a deployment as a person would, and says what does not work: health, story, script, a short video that
completes, its file downloaded and decoded to its end.

  npm run smoke -- --url http://127.0.0.1:8000 [--ui-url http://127.0.0.1:3000]

Options
  --url URL        the API (default: http://127.0.0.1:8000)
  --ui-url URL     the web UI too
  --wait N         seconds to wait for the API to be ready first, 0 to 600 (default: 0)
  --seconds N      how long the video may take, 10 to 3600 (default: 300)
  --dry-run        prints what would be asked
  --help           prints this

An API key is read from SHORTFACTORY_API_KEY; without one it is a visitor of its own.
Exit codes: 0 everything works, 1 something does not, 2 bad input.`;

async function smoke({ args, env, say, signal }: CommandContext): Promise<void> {
  const given = readFlags(args, {
    url: { type: 'string' },
    'ui-url': { type: 'string' },
    seconds: { type: 'string' },
    wait: { type: 'string' },
    'dry-run': { type: 'boolean' },
  });
  if (given['help']) return say(USAGE);
  const url = address('--url', textFlag(given, 'url') ?? 'http://127.0.0.1:8000');
  const uiUrl = textFlag(given, 'ui-url');
  if (uiUrl !== undefined) address('--ui-url', uiUrl);
  const seconds = numberFlag(given, 'seconds', 300, 10, 3600);
  const waitSeconds = numberFlag(given, 'wait', 0, 0, 600);
  if (given['dry-run']) {
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

function address(option: string, value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new InputInvalid(
      option,
      `“${value}” is not an address; one such as http://127.0.0.1:8000 was expected.`,
    );
  }
  return value;
}

process.exitCode = await runCommand(process.argv.slice(2), process.env, smoke);
