import { voiceInstallJson } from '@shortfactory/contract';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

const NO_STORE = { 'Cache-Control': 'no-store' };
const SHAPE = {
  path: '/api/voices/:voice/install',
  tag: 'Speech',
  access: 'machine',
  params: z.strictObject({ voice: z.string().min(1).max(100) }),
} as const;
const STATE = { description: 'How far it is', schema: voiceInstallJson } as const;

/** Natural voices that a person at the machine adds. */
export function voiceInstallRoutes({ voiceInstalls }: AppDeps): Route[] {
  if (!voiceInstalls) return [];
  return [
    route(
      {
        ...SHAPE,
        method: 'GET',
        id: 'getVoiceInstall',
        summary: 'How far a natural voice is that is being added',
        bucket: 'read',
        answers: { 200: STATE },
      },
      async ({ params }) => ({ status: 200, body: voiceInstalls.state(params.voice), headers: NO_STORE }),
    ),
    route(
      {
        ...SHAPE,
        method: 'POST',
        id: 'installVoice',
        summary: 'Begins to add a natural voice',
        description: 'It goes on whether somebody asks for it or not. One voice is added at a time.',
        bucket: 'make',
        answers: { 202: STATE },
        problems: ['conflict'],
      },
      async ({ params }) => ({ status: 202, body: voiceInstalls.begin(params.voice), headers: NO_STORE }),
    ),
    route(
      {
        ...SHAPE,
        method: 'DELETE',
        id: 'stopVoiceInstall',
        summary: 'Stops adding a natural voice; what has arrived is kept',
        bucket: 'make',
        answers: { 200: STATE },
      },
      async ({ params }) => ({ status: 200, body: voiceInstalls.stop(params.voice), headers: NO_STORE }),
    ),
  ];
}
