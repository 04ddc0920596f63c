import type { AppDeps } from '../http/app.ts';
import { openApiDocument } from '../http/docs/openapi.ts';
import type { OpenApiDocument } from '../http/docs/openapi.ts';
import { isDescribed, routesFor } from '../http/routes/index.ts';

/** The description of the API as a deployment serves it, without a server; clients are made from it. */
export function apiDocument(version: string): OpenApiDocument {
  // Routes ask for what serves them when they are called, which none is here.
  const deps = {
    config: { ROLE: 'api', CORS_ORIGINS: [] },
    closing: new AbortController().signal,
  } as unknown as AppDeps;
  const shapes = routesFor(deps)
    .map(({ shape }) => shape)
    .filter(isDescribed);
  return openApiDocument(shapes, { version, isLocal: false });
}
