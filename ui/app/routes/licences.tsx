import { licencesMeta, LicencesPage } from '../features/about/view/licences-page.tsx';

export const meta = licencesMeta;
export default LicencesPage;
