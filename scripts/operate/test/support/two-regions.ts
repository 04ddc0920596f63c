/** The file of an environment in two regions. */
export const TWO_REGIONS = `extends: prod
project: acme-shorts
projectNumber: '123456789012'
region: us-central1
regions: [us-central1, us-east1]
edge: load-balancer
domains: { api: api.acme.example, ui: acme.example }
services: { ui: { scaling: { min: 2 } }, server: { scaling: { min: 1 } } }
`;
