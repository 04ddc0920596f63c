import { SERVICE_KEYS } from '@shortfactory/config';
import {
  connectionPart,
  connectionRequest,
  connectionsJson,
  foundJson,
  listRequest,
  testAnswer,
  testRequest,
} from '@shortfactory/contract';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { isAtMachine } from '../identity/at-machine.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';

const TAG = 'Connections';
const NO_STORE = { 'Cache-Control': 'no-store' };
const CHANGED = { 200: { description: 'As it is now', schema: connectionsJson } } as const;

/** Who writes, draws and speaks; keys are tested, kept and removed by a person at the machine, and never given back. */
export function connectionRoutes({ config, connections }: AppDeps): Route[] {
  if (!connections) return [];
  const changed = async () => ({ status: 200, body: await connections.state(true), headers: NO_STORE });
  return [
    route(
      {
        method: 'GET',
        path: '/api/connections',
        id: 'getConnections',
        tag: TAG,
        summary: 'Who writes, draws and speaks, in the order in which they are asked',
        description: 'Names of variables and what they lead to; never a key.',
        access: 'owner',
        bucket: 'read',
        answers: { 200: { description: 'What is connected', schema: connectionsJson } },
      },
      async ({ ctx }) => ({
        status: 200,
        body: await connections.state(isAtMachine(config, ctx)),
        headers: NO_STORE,
      }),
    ),
    route(
      {
        method: 'GET',
        path: '/api/connections/found',
        id: 'findConnections',
        tag: TAG,
        summary: 'Model servers that answer on this machine; none is used unasked',
        access: 'machine',
        bucket: 'read',
        answers: { 200: { description: 'What answers', schema: foundJson } },
      },
      async ({ signal }) => ({ status: 200, body: await connections.found(signal), headers: NO_STORE }),
    ),
    route(
      {
        method: 'POST',
        path: '/api/connections',
        id: 'addConnection',
        tag: TAG,
        summary: 'Tests a connection, and keeps it when it works',
        access: 'machine',
        bucket: 'make',
        body: connectionRequest,
        answers: CHANGED,
        problems: ['conflict'],
      },
      async ({ body, signal }) => {
        await connections.add(body, signal);
        return changed();
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/connections/test',
        id: 'testConnection',
        tag: TAG,
        summary: 'Asks a connection that is used now',
        access: 'machine',
        bucket: 'make',
        body: testRequest,
        answers: { 200: { description: 'What it answered', schema: testAnswer } },
      },
      async ({ body, signal }) => ({
        status: 200,
        body: await connections.test(body.part, body.entry, signal),
        headers: NO_STORE,
      }),
    ),
    route(
      {
        method: 'PUT',
        path: '/api/connections/lists/:part',
        id: 'setConnectionList',
        tag: TAG,
        summary: 'Who is asked first',
        access: 'machine',
        bucket: 'make',
        params: z.strictObject({ part: connectionPart }),
        body: listRequest,
        answers: CHANGED,
        problems: ['conflict'],
      },
      async ({ params, body }) => {
        await connections.setList(params.part, body.list);
        return changed();
      },
    ),
    route(
      {
        method: 'DELETE',
        path: '/api/connections/keys/:name',
        id: 'removeConnectionKey',
        tag: TAG,
        summary: 'Removes a key that was entered, and whom it was for',
        access: 'machine',
        bucket: 'make',
        params: z.strictObject({ name: z.enum(SERVICE_KEYS) }),
        answers: CHANGED,
        problems: ['conflict'],
      },
      async ({ params }) => {
        await connections.removeKey(params.name);
        return changed();
      },
    ),
  ];
}
