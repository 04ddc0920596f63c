import { loadUsageCsv } from '../features/usage/server/usage-page.server.ts';

export const loader = loadUsageCsv;
