import type { Narrator } from '@shortfactory/core';
import { CallFailed } from '../calls/failure.ts';
import { callsFor } from '../tools.ts';
import type { Build } from '../tools.ts';
import { GoogleNarrator, NATURAL_USD_PER_CHARACTER } from './narrator.ts';
import { applicationDefaultToken } from './token.ts';

const CHARACTERS_A_SECOND = 14;

/** Set up where a project is named: it uses the identity that the process runs with. */
export const googleNarrator: Build<Narrator> = (tools) => {
  const { GCP_PROJECT_ID: project, GOOGLE_TTS_BASE_URL: baseUrl } = tools.config;
  if (project === undefined) return undefined;
  const calls = callsFor(tools, 'voice', 'google', 'Google Cloud');
  const port = new GoogleNarrator({ token: applicationDefaultToken(), calls, project, baseUrl });
  return {
    port,
    usdPerVideo: 0,
    usdPerSecond: NATURAL_USD_PER_CHARACTER * CHARACTERS_A_SECOND,
    async check(signal) {
      const missing = await port.check(signal);
      if (missing.length === 0) return 'the credentials are accepted, and its voices are there';
      throw new CallFailed(
        'request',
        `Google Cloud accepts the credentials, but does not have ${missing.join(', ')}.`,
      );
    },
  };
};
