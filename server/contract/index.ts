/** The API's contract: what the UI, other clients and the OpenAPI document are made from. */
export * from './batch-json.ts';
export * from './claim-json.ts';
export * from './connections-json.ts';
export * from './footage-json.ts';
export * from './job-json.ts';
export * from './key-json.ts';
export * from './kit-json.ts';
export * from './link-json.ts';
export * from './look-json.ts';
export * from './publication-json.ts';
export * from './requests.ts';
export * from './script-json.ts';
export * from './service-json.ts';
export * from './table-separator.ts';
export * from './webhook-json.ts';
export * from './webhook-request.ts';
export { jsonPointer } from './json-pointer.ts';
export { FOOTAGE_ID, PUBLICATION_ID } from './patterns.ts';
