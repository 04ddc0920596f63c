export { serviceShapes } from './manifests.ts';
export { measuredVideo } from './measured.ts';
export { ASSUMED } from './model.ts';
export { PRICES } from './prices.ts';
export { providersUsd } from './providers.ts';
