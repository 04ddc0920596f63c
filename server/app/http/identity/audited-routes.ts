import type { Audited } from '@shortfactory/operations';

/** What is entered in the audit log when a route has done it, by the route's id. Operators' own routes enter it themselves. */
export const AUDITED_ROUTES: Readonly<Record<string, Audited>> = {
  makeKey: 'key.made',
  renewKey: 'key.renewed',
  revokeKey: 'key.revoked',
  endSession: 'session.ended',
  endOtherSessions: 'sessions.ended',
  makeLink: 'link.made',
  revokeLink: 'link.revoked',
  addWebhook: 'webhook.added',
  renewWebhookSecret: 'webhook.renewed',
  removeWebhook: 'webhook.removed',
  connectedYoutube: 'channel.connected',
  disconnectYoutube: 'channel.disconnected',
  claimVideos: 'videos.claimed',
  deleteVideo: 'video.deleted',
  askDeletion: 'account.leaving',
  keepEverything: 'account.kept',
};

const ID = /^[\w-]{1,40}$/;

/** What it was done to, by the ids in the address and in the answer. */
export function auditedThing({ params, body }: { readonly params: unknown; readonly body: unknown }): string {
  const ids = [...textsIn(params), ...textsIn(body, ['id'])].filter((id) => ID.test(id));
  return [...new Set(ids)].join(' ').slice(0, 120);
}

function textsIn(given: unknown, only?: readonly string[]): string[] {
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given)
    .filter(([name]) => only?.includes(name) ?? true)
    .flatMap(([, value]) => (typeof value === 'string' ? value : []));
}
