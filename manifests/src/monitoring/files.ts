import type { Environment } from '../environments/schema.ts';

/** Files below dist/<env>/monitoring/. */
export function monitoringFiles(_environment: Environment): Map<string, string> {
  return new Map();
}
