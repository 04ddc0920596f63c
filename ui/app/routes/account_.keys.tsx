import { changeKeys, loadKeysPage } from '../features/account/server/keys-page.server.ts';
import { KeysPage, keysMeta } from '../features/account/view/keys-page.tsx';
import { keepPage, sendOrUnsent } from '../shared/connection/keep-page.ts';
import '../shared/ui/css/field.css';
import '../features/account/css/account-page.css';
import '../features/account/css/keys.css';

export const loader = loadKeysPage;
export const action = changeKeys;
export const clientAction = sendOrUnsent;
export const shouldRevalidate = keepPage;
export const meta = keysMeta;
export default KeysPage;
