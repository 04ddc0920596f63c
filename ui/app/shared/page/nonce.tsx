import { createContext, useContext } from 'react';

const NonceContext = createContext<string | undefined>(undefined);

/** Set on the server only: a browser hides nonces from scripts, and needs none after the page has loaded. */
export const NonceProvider = NonceContext.Provider;

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
