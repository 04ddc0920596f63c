import { loadStatusPage } from '../features/status/server/status-page.server.ts';
import { statusMeta, StatusPage } from '../features/status/view/status-page.tsx';
import { keepPage } from '../shared/connection/keep-page.ts';

export const loader = loadStatusPage;
export const shouldRevalidate = keepPage;
export const meta = statusMeta;
export default StatusPage;
