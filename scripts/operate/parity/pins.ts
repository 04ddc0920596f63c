/** What a cluster is made of, each by its version: a run of today and one of next year try the same. */
export const PINS = {
  /** Node image of kind. */
  kubernetes: 'kindest/node:v1.31.4',
  knative: '1.16.0',
  kourier: '1.16.0',
} as const;

/** Files of Knative's releases, in the order in which they are applied. */
export const KNATIVE_FILES = [
  `https://github.com/knative/serving/releases/download/knative-v${PINS.knative}/serving-crds.yaml`,
  `https://github.com/knative/serving/releases/download/knative-v${PINS.knative}/serving-core.yaml`,
  `https://github.com/knative-extensions/net-kourier/releases/download/knative-v${PINS.kourier}/kourier.yaml`,
] as const;

/** The cluster that --kind makes, and its context. */
export const KIND_CLUSTER = 'shortfactory';
export const KIND_CONTEXT = `kind-${KIND_CLUSTER}`;
/** Every name below it leads to this machine, so that no DNS has to be set up. */
export const KIND_DOMAIN = '127.0.0.1.sslip.io';
/** Port of this machine that leads to Kourier. */
export const KIND_PORT = 8080;
export const MEDIA_PORT = 4443;
