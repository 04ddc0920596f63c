/** The Services of a deployment, in the order in which a deploy changes them. */
export const SERVICES = ['worker', 'server', 'ui'] as const;
export type ServiceName = (typeof SERVICES)[number];
