import { loadSharedPage } from '../features/share/server/shared-page.server.tsx';

// Without a component: the loader answers with the whole document.
export const loader = loadSharedPage;
