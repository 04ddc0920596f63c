import { matchRoutes } from '@remix-run/react';
import type { Location } from '@remix-run/react';
import { checkConnection } from './online.ts';

/** After the page itself, and what it shows, has come. */
const REST_AFTER_MS = 2_000;

const SUSPICIOUS_MS = 4_000;

const loaded = new Set<string>();

/**
 * Has the browser load the scripts of all pages into this one, in the background: a page that is gone to later needs
 * none, when there is no connection and when a rollout has taken the old files away. Visitors who save data load each
 * when they need it.
 */
export function preloadPageScripts(): void {
  const { routes } = window.__remixManifest;
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  setTimeout(() => void loadScripts(Object.keys(routes)), REST_AFTER_MS);
}

/** Whether a page can be gone to without a script that is not here yet. */
export function hasScriptsFor(page: Location): boolean {
  return routesOf(page).every(isLoaded);
}

/**
 * Loads what is missing for a page; false when it could not be had. The router would load the whole page anew then, and
 * without a connection that ends in the browser's own error page.
 */
export function loadScriptsFor(page: Location): Promise<boolean> {
  return loadScripts(routesOf(page));
}

async function loadScripts(ids: readonly string[]): Promise<boolean> {
  const all = await Promise.all(ids.filter((id) => !isLoaded(id)).map(loadOne));
  return all.every(Boolean);
}

async function loadOne(id: string): Promise<boolean> {
  const file = window.__remixManifest.routes[id]?.module;
  if (file === undefined) return false;
  // Nothing ends an import that hangs; the bar says at least that the server does not answer.
  const suspicious = setTimeout(() => void checkConnection(), SUSPICIOUS_MS);
  try {
    await import(/* @vite-ignore */ file);
    loaded.add(id);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(suspicious);
  }
}

function isLoaded(id: string): boolean {
  return loaded.has(id) || id in window.__remixRouteModules;
}

function routesOf(page: Location): string[] {
  return (matchRoutes(window.__remixRouter.routes, page) ?? []).map(({ route }) => route.id ?? '');
}
