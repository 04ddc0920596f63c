import type { AppDeps } from '../deps.ts';
import type { Route } from '../route.ts';
import { serviceRoutes } from './service.ts';

/** The routes of a role: the queue's for workers, everybody's for the API, what a platform asks for both. */
export function routesFor(deps: AppDeps): Route[] {
  return serviceRoutes(deps);
}
