import { changeAsked, loadAsked } from '../features/operate/server/list-or-page.server.ts';
import { ListOrPage, operateMeta } from '../features/operate/view/list-or-page.tsx';
import { keepPage, sendOrUnsent } from '../shared/connection/keep-page.ts';
import '../shared/ui/css/field.css';
import '../features/operate/css/operate.css';

// One route for the page and its list: each one costs every first page some bytes.
export const loader = loadAsked;
export const action = changeAsked;
export const clientAction = sendOrUnsent;
export const shouldRevalidate = keepPage;
export const meta = operateMeta;
export default ListOrPage;
