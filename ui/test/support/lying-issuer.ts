import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { CLIENT } from './oidc-issuer.ts';

export interface IssuerKey {
  readonly key: CryptoKey;
  readonly jwk: JWK;
}

/** An issuer that answers as a test says, right or wrong; it has no page of its own. */
export interface LyingIssuer {
  readonly url: string;
  /** What it publishes. */
  keys: readonly JWK[];
  /** Answers to the token endpoint, as text; an Error is no JSON but a page. */
  token: () => Promise<string> | string;
  metadata: Readonly<Record<string, unknown>>;
  /** Status and type of every answer. */
  answers: { status: number; type: string };
  close(): void;
}

export async function issuerKey(kid: string): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { key: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

export async function startLyingIssuer(): Promise<LyingIssuer> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const json = async (): Promise<string> => {
      if (path === '/.well-known/openid-configuration')
        return JSON.stringify({
          issuer: issuer.url,
          authorization_endpoint: `${issuer.url}/authorize`,
          token_endpoint: `${issuer.url}/token`,
          jwks_uri: `${issuer.url}/jwks`,
          authorization_response_iss_parameter_supported: true,
          id_token_signing_alg_values_supported: ['RS256'],
          ...issuer.metadata,
        });
      return path === '/jwks' ? JSON.stringify({ keys: issuer.keys }) : issuer.token();
    };
    void json().then((text) => {
      response.writeHead(issuer.answers.status, { 'content-type': issuer.answers.type });
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer: LyingIssuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys: [],
    token: () => '{}',
    metadata: {},
    answers: { status: 200, type: 'application/json' },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return issuer;
}

/** What an honest issuer would say, changed. */
export function idToken(
  { url }: Pick<LyingIssuer, 'url'>,
  { key, jwk }: IssuerKey,
  nonce: string,
  change: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: url, aud: CLIENT.id, sub: 'ada', nonce, iat: now, exp: now + 60, ...change };
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: String(jwk.kid) }).sign(key);
}

export function tokenAnswer(token: string): string {
  return JSON.stringify({ access_token: 'a', token_type: 'bearer', id_token: token });
}
