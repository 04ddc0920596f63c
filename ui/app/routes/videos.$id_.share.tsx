import { changeLinks, loadSharePage } from '../features/share/server/share-page.server.ts';
import { SharePage, shareMeta } from '../features/share/view/share-page.tsx';
import { keepPage, sendOrUnsent } from '../shared/connection/keep-page.ts';
import '../shared/ui/css/field.css';
import '../features/share/css/share.css';

export const loader = loadSharePage;
export const action = changeLinks;
export const clientAction = sendOrUnsent;
export const shouldRevalidate = keepPage;
export const meta = shareMeta;
export default SharePage;
