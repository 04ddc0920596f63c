import '@remix-run/server-runtime';
import type { MadeHere, SignIn } from './shared/account/account.ts';
import type { VisitorApi } from './shared/api/api.server.ts';

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** Of this answer's Content-Security-Policy. */
    readonly nonce: string;
    /** Of this server. */
    readonly version: string;
    readonly api: VisitorApi;
    /** Undefined where nobody signs in. */
    readonly signIn: SignIn | undefined;
    /** Of the browser of a person who has signed in; undefined where it never was a visitor's. */
    readonly madeHere: MadeHere | undefined;
    /** Writes to the server's log why a page could not be made; a bounded number of lines. */
    readonly pageFailed: (error: unknown) => void;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
