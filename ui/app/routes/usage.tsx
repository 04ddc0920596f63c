import { loadUsagePage } from '../features/usage/server/usage-page.server.ts';
import { UsagePage, usageMeta } from '../features/usage/view/usage-page.tsx';
import '../features/usage/css/usage.css';

export const loader = loadUsagePage;
export const meta = usageMeta;
export default UsagePage;
