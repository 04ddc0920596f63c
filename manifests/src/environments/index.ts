/** Environments by name, resolved and checked, and what follows from them. Loads neither cdk8s nor a chart. */
export * from './addresses.ts';
export { EnvironmentInvalid, resolveEnvironment } from './environment.ts';
export { OverrideInvalid } from './overrides.ts';
export type { Overrides } from './overrides.ts';
export { API_ONLY, CLOUD_NAMES, ENVIRONMENT_NAMES, SERVICE_KEYS, serviceName } from './schema.ts';
export type {
  CloudEnvironment,
  CloudName,
  Environment,
  EnvironmentName,
  LocalEnvironment,
  ServiceKey,
} from './schema.ts';
