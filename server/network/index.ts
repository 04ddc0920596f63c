export { NotPublic, checkedLookup, hostOf } from './checked-lookup.ts';
export { lookupByDns, lookupHere } from './lookup.ts';
export type { Lookup } from './lookup.ts';
export { isMetadataName, networkRule } from './networks.ts';
export type { AllowedNetworks, MayReach } from './networks.ts';
