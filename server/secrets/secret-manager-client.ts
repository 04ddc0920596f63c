import { SecretManagerServiceClient } from '@google-cloud/secret-manager';
import { googleAuthLibrary, grpc } from 'google-gax';

/** Google's client: for Google, or for an emulator at `host:port` without credentials. */
export function openClient(emulatorHost?: string): SecretManagerServiceClient {
  if (emulatorHost === undefined) return new SecretManagerServiceClient();
  const at = emulatorHost.lastIndexOf(':');
  return new SecretManagerServiceClient({
    servicePath: emulatorHost.slice(0, at),
    port: Number(emulatorHost.slice(at + 1)),
    // Otherwise the client looks for Google's metadata server.
    authClient: new googleAuthLibrary.PassThroughClient(),
    sslCreds: grpc.credentials.createInsecure(),
  });
}
