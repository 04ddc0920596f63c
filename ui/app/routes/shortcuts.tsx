import { shortcutsMeta, ShortcutsPage } from '../features/about/view/shortcuts-page.tsx';

export const meta = shortcutsMeta;
export default ShortcutsPage;
