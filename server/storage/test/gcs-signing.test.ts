import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Storage } from '@google-cloud/storage';
import { expect } from 'chai';
import { GcsBucket } from '../gcs/bucket.ts';
import { GcsDelivery } from '../gcs/delivery.ts';
import { FakeGcs } from '@shortfactory/testing/fakes/gcs/server';
import { partsAt } from './gcs-parts.ts';

const ACCOUNT = 'shortfactory-server@test.iam.gserviceaccount.com';
const VARIABLES = [
  'GCE_METADATA_HOST',
  'METADATA_SERVER_DETECTION',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'HOME',
];

/**
 * As on Cloud Run: the instance's metadata server says who it is and gives tokens, and IAM signs for it. No key is
 * there to sign with; the fake bucket checks the signature with the account's public key.
 */
describe('links of a bucket, signed without a key', () => {
  let fake: FakeGcs;
  let google: Server;
  let delivery: GcsDelivery;
  let asked: string[];
  const outside = new Map(VARIABLES.map((name) => [name, process.env[name]]));
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

  before(async () => {
    asked = [];
    google = createServer((request, response) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      asked.push(`${request.method} ${path}`);
      response.setHeader('Metadata-Flavor', 'Google');
      if (path.endsWith(':signBlob')) {
        if (request.headers.authorization !== 'Bearer token-of-the-instance') {
          response.writeHead(403).end();
          return;
        }
        void json(request).then((body) => {
          const { payload } = body as { payload: string };
          const signedBlob = createSign('RSA-SHA256')
            .update(Buffer.from(payload, 'base64'))
            .sign(privateKey, 'base64');
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify({ keyId: 'k', signedBlob }));
        });
        return;
      }
      if (path.endsWith('/token')) {
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({ access_token: 'token-of-the-instance', expires_in: 3600, token_type: 'Bearer' }),
        );
      } else if (path.endsWith('/email')) response.end(ACCOUNT);
      else if (path.endsWith('/project-id')) response.end('test');
      else if (path.endsWith('/universe-domain') || path.endsWith('/universe_domain'))
        response.end('googleapis.com');
      else response.end('{}');
    });
    google.listen(0, '127.0.0.1');
    await once(google, 'listening');
    const address = `127.0.0.1:${(google.address() as AddressInfo).port}`;
    process.env['GCE_METADATA_HOST'] = address;
    process.env['METADATA_SERVER_DETECTION'] = 'assume-present';
    delete process.env['GOOGLE_APPLICATION_CREDENTIALS'];
    // No file of a person's own credentials is found there.
    process.env['HOME'] = '/nonexistent';
    fake = await FakeGcs.start();
    fake.publicKeys.set(ACCOUNT, publicKey);
    await partsAt(fake.url, fake.name).objects.create('videos/a.mp4', { bytes: Buffer.from('a video') });
    const storage = new Storage({
      apiEndpoint: fake.url,
      projectId: 'test',
      useAuthWithCustomEndpoint: true,
    });
    delivery = new GcsDelivery(new GcsBucket(storage.bucket(fake.name), { signsIn: false }), {
      signs: true,
      signingEndpoint: `http://${address}/v1/projects/-/serviceAccounts/`,
    });
  });
  after(async () => {
    for (const [name, value] of outside) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    google.close();
    google.closeAllConnections();
    await fake.stop();
  });

  it('are taken by the bucket and give the object', async () => {
    const link = await delivery.link('videos/a.mp4', { seconds: 300 });
    const response = await fetch(String(link));
    expect(response.status, await response.clone().text()).to.equal(200);
    expect(await response.text()).to.equal('a video');
    expect(asked.filter((line) => line.endsWith(':signBlob'))).to.deep.equal([
      `POST /v1/projects/-/serviceAccounts/${ACCOUNT}:signBlob`,
    ]);
  });

  it('name the file that is saved, in its own script too', async () => {
    const link = await delivery.link('videos/a.mp4', {
      seconds: 300,
      filename: 'Warum der Himmel blau ist – ü.mp4',
    });
    const response = await fetch(String(link));
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-disposition')).to.include("filename*=UTF-8''Warum%20der%20Himmel");
  });

  it('are refused when their object or expiry was changed', async () => {
    const link = new URL(String(await delivery.link('videos/a.mp4', { seconds: 300 })));
    const other = new URL(link);
    other.pathname = other.pathname.replace('a.mp4', 'b.mp4');
    const longer = new URL(link);
    longer.searchParams.set('X-Goog-Expires', '604800');
    expect([(await fetch(other)).status, (await fetch(longer)).status]).to.deep.equal([403, 403]);
  });

  it('hold for at most seven days, however long is asked for', async () => {
    const link = new URL(String(await delivery.link('videos/a.mp4', { seconds: 90 * 24 * 3600 })));
    expect(link.searchParams.get('X-Goog-Expires')).to.equal('604800');
  });
});
