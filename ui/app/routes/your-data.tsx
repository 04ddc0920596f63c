import { changeYourData, loadYourDataPage } from '../features/your-data/server/your-data-page.server.ts';
import { YourDataPage, yourDataMeta } from '../features/your-data/view/your-data-page.tsx';
import { sendOrUnsent } from '../shared/connection/keep-page.ts';
import '../shared/ui/css/field.css';
import '../features/your-data/css/your-data.css';

export const loader = loadYourDataPage;
export const action = changeYourData;
export const clientAction = sendOrUnsent;
export const meta = yourDataMeta;
export default YourDataPage;
