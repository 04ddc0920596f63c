export { OWN_PROVIDERS, configSchema, loadConfig } from './config.ts';
export type { Config } from './config.ts';
export { ConnectionsFile } from './connections-file.ts';
export { ADDRESS, MODEL_EXPECTED, isEndpointUrl, isLoopback, modelRef } from './endpoints.ts';
export type { ModelRef } from './endpoints.ts';
export { KNOWN_ENDPOINTS } from './known-endpoints.ts';
export type { Endpoint, EndpointPrices } from './known-endpoints.ts';
export {
  AUTH_NAMES,
  ENVIRONMENT_NAMES,
  PRONUNCIATIONS_EXPECTED,
  count,
  flag,
  hostName,
  iapAudience,
  list,
  oneOf,
  pronunciationsOf,
  secret,
  share,
  url,
} from './fields.ts';
export { maskedConfig } from './masked.ts';
export { NOTHING_STORED, SERVICE_KEYS, objectOf, withStored } from './stored-connections.ts';
export type { ServiceKey, StorableName, StoredConnections } from './stored-connections.ts';
export { enteredProblem, withEntered } from './with-entered.ts';
