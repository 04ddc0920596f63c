import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { installPatientFetch } from './patient-fetch.ts';
import { preloadPageScripts } from './page-scripts.ts';

installPatientFetch(window.__remixManifest.version);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
preloadPageScripts();
