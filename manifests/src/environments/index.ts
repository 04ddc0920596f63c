/** What deploy and bootstrap scripts need to know of an environment. */
export * from './addresses.ts';
export { environment, EnvironmentInvalid } from './environment.ts';
export { overridden } from './overrides.ts';
export { API_ONLY, CLOUD_NAMES, ENVIRONMENT_NAMES, SERVICE_KEYS, serviceName } from './schema.ts';
export type {
  CloudEnvironment,
  Environment,
  EnvironmentName,
  LocalEnvironment,
  ServiceKey,
} from './schema.ts';
