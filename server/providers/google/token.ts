import type { GoogleAuth } from 'google-auth-library';
import { CallFailed } from '../calls/failure.ts';

/**
 * Access tokens from the application default credentials: the service account of a Cloud Run service, or a file that
 * GOOGLE_APPLICATION_CREDENTIALS names. The library caches and renews them.
 * @see https://cloud.google.com/docs/authentication/application-default-credentials
 */
export function applicationDefaultToken(): () => Promise<string> {
  let auth: Promise<GoogleAuth> | undefined;
  return async () => {
    auth ??= import('google-auth-library').then(
      ({ GoogleAuth }) => new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/cloud-platform'] }),
    );
    const token = await (await auth).getAccessToken().catch((cause: unknown) => {
      throw new CallFailed('key', 'There are no application default credentials for Google Cloud.', {
        cause,
      });
    });
    if (!token)
      throw new CallFailed('key', 'The application default credentials give no token for Google Cloud.');
    return token;
  };
}
