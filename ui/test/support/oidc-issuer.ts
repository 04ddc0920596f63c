import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { Configuration } from 'oidc-provider';

export const CLIENT = { id: 'shortfactory', secret: 'a secret of tests, and of nothing else' };

export interface IssuerAccount {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** The certified provider over HTTP, whose account signs in and consents by itself. */
export interface TestIssuer {
  readonly url: string;
  /** Who signs in next. */
  account: IssuerAccount;
  close(): Promise<void>;
}

/** @param redirectUris of the web interface */
export async function startIssuer(redirectUris: readonly string[], home: string): Promise<TestIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = { url, account: { sub: 'ada' } as IssuerAccount, close: () => closed(server) };
  const configuration: Configuration = {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [...redirectUris],
        post_logout_redirect_uris: [`${home}/auth/sign-in`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['keys of tests'] },
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
    // Claims come with userinfo, as most providers have it.
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ ...issuer.account, sub: id }) }),
    ttl: { Session: 60, Grant: 60, Interaction: 60, AccessToken: 60, IdToken: 60 },
  };
  const provider = new Provider(url, configuration);
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next();
    const details = await provider.interactionDetails(ctx.req, ctx.res);
    const accountId = issuer.account.sub;
    const grant = new provider.Grant({ accountId, clientId: CLIENT.id });
    grant.addOIDCScope('openid profile email');
    const result = { login: { accountId }, consent: { grantId: await grant.save() } };
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
    void details;
  });
  server.on('request', (request, response) => void provider.callback()(request, response));
  return issuer;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
