export { configSchema, loadConfig } from './config.ts';
export type { Config } from './config.ts';
export { ENVIRONMENT_NAMES, count, hostName, list, oneOf, url } from './fields.ts';
export { maskedConfig } from './masked.ts';
