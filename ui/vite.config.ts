import { vitePlugin as remix } from '@remix-run/dev';
import { CAPTION_LOOK } from '@shortfactory/core';
import { defineConfig } from 'vite';

/** What several pages share and the first one, which everybody waits for, does not need. */
const BEYOND_THE_FIRST =
  /\/ui\/app\/shared\/(ui\/(confirm|fact-list|notice|refused)|videos\/(video-card|degraded)|drafts\/video-request|browser\/(use-seconds|slow-navigation)|format\/create-path)\./;

/**
 * What pages share is one file, which every page loads: each further request costs half a kilobyte besides its bytes, and
 * the build would put parts of one page into files that others load.
 */
function sharedFile(module: string): string | undefined {
  // What only sheets need that are fetched when they open, and what only pages of one's account do.
  if (/\/ui\/app\/shared\/(late|account)\//.test(module)) return undefined;
  if (BEYOND_THE_FIRST.test(module)) return 'pages';
  // What loads files later is Vite's; it would land in any page's file, which every other page then waited for.
  return module.includes('/ui/app/shared/') || module.includes('vite/preload-helper') ? 'shared' : undefined;
}

/** In style sheets `caption-colour(mark)` is that colour of the captions in the videos. */
const captionColours = {
  postcssPlugin: 'caption-colours',
  Declaration(declaration: { value: string }): void {
    declaration.value = declaration.value.replaceAll(/caption-colour\((.*?)\)/g, (_, name: string) => {
      const colour = Object.entries(CAPTION_LOOK.colours).find(([each]) => each === name)?.[1];
      if (colour === undefined) throw new Error(`Captions have no colour "${name}" (see CAPTION_LOOK).`);
      return colour;
    });
  },
};

export default defineConfig({
  css: { postcss: { plugins: [captionColours] } },
  plugins: [
    remix({
      appDirectory: 'app',
      buildDirectory: 'build',
      serverModuleFormat: 'esm',
      future: {
        v3_fetcherPersist: true,
        // All pages are known from the start: going to one needs nothing that a lost connection or a rollout took away.
        v3_lazyRouteDiscovery: false,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  build: {
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    cssMinify: true,
    // An icon is no file of its own: each request costs more than its bytes.
    rollupOptions: { output: { experimentalMinChunkSize: 20_000, manualChunks: sharedFile } },
  },
  // The workspace package is TypeScript; everything else is bundled by scripts/build.ts afterwards.
  ssr: { noExternal: [/^@shortfactory\//] },
  server: { fs: { allow: ['..'] } },
});
