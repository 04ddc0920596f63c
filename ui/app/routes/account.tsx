import { endSessions, loadAccountPage } from '../features/account/server/account-page.server.ts';
import { AccountPage, accountMeta } from '../features/account/view/account-page.tsx';
import { keepPage, sendOrUnsent } from '../shared/connection/keep-page.ts';
import '../features/account/css/account-page.css';
import '../features/account/css/sessions.css';

export const loader = loadAccountPage;
export const action = endSessions;
export const clientAction = sendOrUnsent;
export const shouldRevalidate = keepPage;
export const meta = accountMeta;
export default AccountPage;
