import { loadLibraryPage } from '../features/library/server/library-page.server.ts';
import { libraryMeta, LibraryPage } from '../features/library/view/library-page.tsx';
import { keepPage } from '../shared/connection/keep-page.ts';

export const loader = loadLibraryPage;
export const shouldRevalidate = keepPage;
export const meta = libraryMeta;
export default LibraryPage;
