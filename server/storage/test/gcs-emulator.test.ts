import { randomBytes } from 'node:crypto';
import { deliveryContract } from '@shortfactory/testing/contracts/delivery';
import { objectStoreContract } from '@shortfactory/testing/contracts/object-store';
import { versionedObjectsContract } from '@shortfactory/testing/contracts/versioned-objects';
import { partsAt } from './gcs-parts.ts';
import type { GcsParts } from './gcs-parts.ts';

const emulator = process.env.STORAGE_EMULATOR_HOST;
const CALM = { attempts: 3, pauseMs: 10, answerMs: 20_000, idleMs: 20_000 };

async function ask(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
  return fetch(`${emulator}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function newBucket(): Promise<string> {
  const name = `shorts-${randomBytes(6).toString('hex')}`;
  const response = await ask('POST', '/storage/v1/b?project=test', { name });
  if (!response.ok) throw new Error(`The emulator made no bucket: ${response.status}`);
  return name;
}

/** Cloud Storage answers 412 to a removal whose generation does not match; fake-gcs-server 1.56 removes. */
async function removesAny(): Promise<boolean> {
  const bucket = await newBucket();
  await ask('POST', `/upload/storage/v1/b/${bucket}/o?uploadType=media&name=a`, 'a');
  const response = await ask('DELETE', `/storage/v1/b/${bucket}/o/a?ifGenerationMatch=1`);
  return response.status !== 412;
}

/** Cloud Storage takes the type from X-Upload-Content-Type; fake-gcs-server 1.56 does not. */
async function forgetsTypes(): Promise<boolean> {
  const bucket = await newBucket();
  const path = `/upload/storage/v1/b/${bucket}/o?uploadType=resumable&name=a`;
  const opened = await ask('POST', path, {}, { 'x-upload-content-type': 'image/png' });
  const session = opened.headers.get('location') ?? '';
  await fetch(session, { method: 'PUT', body: 'a', headers: { 'content-range': 'bytes 0-0/1' } });
  const made = (await (await ask('GET', `/storage/v1/b/${bucket}/o/a`)).json()) as { contentType?: string };
  return made.contentType !== 'image/png';
}

async function emptyBucket(): Promise<GcsParts> {
  return partsAt(emulator ?? '', await newBucket(), CALM);
}

const deviations =
  emulator === undefined ? undefined : { removesAny: await removesAny(), forgetsTypes: await forgetsTypes() };

// Another program than our own fake, so that the two do not share one mistake.
describe('Cloud Storage emulator (STORAGE_EMULATOR_HOST)', () => {
  if (!deviations) {
    it('is not asked: STORAGE_EMULATOR_HOST is not set');
    return;
  }
  objectStoreContract('a bucket', async () => (await emptyBucket()).objects);
  versionedObjectsContract('a bucket', emptyBucket, deviations);
  deliveryContract('a bucket', emptyBucket, deviations);
});
