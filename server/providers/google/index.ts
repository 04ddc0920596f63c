import type { Narrator } from '@shortfactory/core';
import { CallFailed } from '../calls/failure.ts';
import { callsFor } from '../tools.ts';
import type { Build } from '../tools.ts';
import { videoPrice } from '../video-price.ts';
import { GoogleNarrator } from './narrator.ts';
import { applicationDefaultToken } from './token.ts';

/** Set up where a project is named: it uses the identity that the process runs with. */
export const googleNarrator: Build<Narrator> = (tools) => {
  const { GCP_PROJECT_ID: project, GOOGLE_TTS_BASE_URL: baseUrl } = tools.config;
  if (project === undefined) return undefined;
  const calls = callsFor(tools, 'voice', 'google', 'Google Cloud');
  const port = new GoogleNarrator({ token: applicationDefaultToken(), calls, project, baseUrl });
  return {
    port,
    ...videoPrice('voice', 'google', tools.config),
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
