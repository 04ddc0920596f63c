import { sendCreate } from '../features/create/model/client-action.ts';
import { loadCreatePage, submitCreateForm } from '../features/create/server/create-page.server.ts';
import { createMeta, CreatePage } from '../features/create/view/create-page.tsx';
import { keepPage } from '../shared/connection/keep-page.ts';

export const loader = loadCreatePage;
export const action = submitCreateForm;
export const clientAction = sendCreate;
export const shouldRevalidate = keepPage;
export const meta = createMeta;
export default CreatePage;
