/** Environments by name, resolved and checked, and what follows from them. Loads neither cdk8s nor a chart. */
export * from './addresses.ts';
export { resolveEnvironment } from './environment.ts';
export { forgetFile } from './files/environment-file.ts';
export { guardsService, peopleSignIn } from './options/iap.ts';
export { bucketPlace, regionsOf } from './options/regions.ts';
export { ttlMs } from './options/preview.ts';
export { valueAt } from './files/settings.ts';
export { environmentNames, OWN_FOLDER, writtenEnvironment } from './files/environment-folder.ts';
export { settingProblem } from './setting-problem.ts';
export { environmentJsonSchema, SCHEMA_FILE } from './json-schema.ts';
export { OverrideInvalid } from './overrides.ts';
export type { Overrides } from './overrides.ts';
export { EnvironmentInvalid } from './problem.ts';
export type { SettingPath } from './problem.ts';
export { API_ONLY, SERVICE_KEYS, serviceName } from './schema.ts';
export type { CloudEnvironment, Environment, LocalEnvironment, ServiceKey } from './schema.ts';
