import { loadAccountPage } from '../features/account/server/account-page.server.ts';
import { AccountPage, accountMeta } from '../features/account/view/account-page.tsx';
import { keepPage } from '../shared/connection/keep-page.ts';
import '../features/account/css/account-page.css';

export const loader = loadAccountPage;
export const shouldRevalidate = keepPage;
export const meta = accountMeta;
export default AccountPage;
