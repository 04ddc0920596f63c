import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { installPatientFetch } from './shared/connection/patient-fetch.ts';
import { preloadPageScripts } from './shared/connection/page-scripts.ts';

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
