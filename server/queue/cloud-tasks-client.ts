import { CloudTasksClient } from '@google-cloud/tasks';
import { googleAuthLibrary, grpc } from 'google-gax';

/** Google's client: for Google, or for an emulator at `host:port` without credentials. */
export function openTasksClient(emulatorHost?: string): CloudTasksClient {
  if (emulatorHost === undefined) return new CloudTasksClient();
  const at = emulatorHost.lastIndexOf(':');
  return new CloudTasksClient({
    servicePath: emulatorHost.slice(0, at),
    port: Number(emulatorHost.slice(at + 1)),
    // Otherwise the client looks for Google's metadata server.
    authClient: new googleAuthLibrary.PassThroughClient(),
    sslCreds: grpc.credentials.createInsecure(),
  });
}
