import type { FoundKey } from '@shortfactory/access';
import type { KeyScope } from '@shortfactory/core';
import { HttpProblem } from '@shortfactory/http-server';

/** A scope; `any` key, for what is everybody's; no key at all (`never`). */
type Wanted = KeyScope | 'any' | 'never';

/** What a key of a person has to be allowed for each route, by the route's id. A route that is missing takes no key. */
export const SCOPES: Readonly<Record<string, Wanted>> = {
  ...routesOf('any', 'getService', 'getLive', 'getReady', 'getHealth', 'getOpenApi', 'getDocs', 'getOptions'),
  // Its tools are routes, each with a scope of its own.
  ...routesOf('any', 'listVoices', 'mcp'),
  // Who has a link needs no key.
  ...routesOf('any', 'getShared', 'getSharedFile', 'getSharedPoster', 'getSharedCaptions'),
  ...routesOf('read', 'listVideos', 'getVideo', 'watchVideo', 'getVideoFile', 'getSrtCaptions'),
  ...routesOf('read', 'getVttCaptions', 'getPoster', 'getIllustration', 'getKit', 'getKitText', 'getProject'),
  ...routesOf('read', 'getUpload', 'getFootagePreview', 'getFootageFilm', 'getConnections'),
  ...routesOf('read', 'listBatches', 'getBatch', 'getBatchManifest', 'getBatchManifestCsv'),
  ...routesOf('read', 'getBatchArchive', 'getBatchVideos', 'listBatchDeliveries'),
  ...routesOf('read', 'listWebhooks', 'listDeliveries', 'listLinks', 'getUsage'),
  ...routesOf('read', 'getExport', 'getExportArchive', 'getDeletion'),
  ...routesOf('read', 'listPublications', 'getPublication', 'listPublishers'),
  ...routesOf('make', 'makeVideo', 'retryVideo', 'cancelVideo', 'announceUpload', 'sendUpload'),
  ...routesOf('make', 'writeStory', 'checkTopic', 'writeScript', 'checkScript', 'drawIllustration'),
  ...routesOf('make', 'hearVoice', 'speak', 'hearRecording', 'searchFootage', 'getFootage'),
  ...routesOf('make', 'checkBatch', 'makeBatch', 'pauseBatch', 'resumeBatch', 'retryBatch', 'cancelBatch'),
  ...routesOf('manage', 'deleteVideo', 'makeLink', 'revokeLink'),
  ...routesOf('manage', 'addWebhook', 'renewWebhookSecret', 'removeWebhook', 'redeliver', 'redeliverBatch'),
  ...routesOf('manage', 'publishVideo', 'stopPublication', 'retryPublication'),
  ...routesOf('never', 'connectYoutube', 'connectedYoutube', 'disconnectYoutube'),
  ...routesOf('never', 'askDeletion', 'keepEverything'),
  ...routesOf('never', 'listKeys', 'makeKey', 'renewKey', 'revokeKey', 'claimVideos', 'runJob'),
  ...routesOf('never', 'listSessions', 'noteSession', 'endSession', 'endOtherSessions'),
  ...routesOf('never', 'findConnections', 'addConnection', 'testConnection', 'setConnectionList'),
  ...routesOf('never', 'getOperate', 'listOperateJobs', 'listFailures', 'getOperateUsage', 'getOperateStore'),
  ...routesOf('never', 'listAuditLog', 'retryManyJobs', 'cancelManyJobs', 'openJob', 'setMaintenance'),
  ...routesOf('never', 'removeConnectionKey', 'getVoiceInstall', 'installVoice', 'stopVoiceInstall'),
};

function routesOf(wanted: Wanted, ...ids: readonly string[]): Record<string, Wanted> {
  return Object.fromEntries(ids.map((id) => [id, wanted]));
}

/**
 * Throws HttpProblem 403 where a key may not ask for a route.
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3.1
 */
export function wantScope({ scopes }: Pick<FoundKey, 'scopes'>, routeId: string): void {
  const wanted = SCOPES[routeId] ?? 'never';
  if (wanted === 'any' || scopes.some((scope) => scope === wanted)) return;
  if (wanted === 'never') throw new HttpProblem('forbidden', 'No key may do this.');
  throw new HttpProblem(
    'forbidden',
    `This key may ${LIST.format(scopes)}; for this one was expected that may ${wanted}.`,
    {
      headers: {
        'WWW-Authenticate': `Bearer realm="shortfactory", error="insufficient_scope", scope="${wanted}"`,
      },
    },
  );
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });
