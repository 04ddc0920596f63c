import { loadVoicesPage } from '../features/voices/server/voices-page.server.ts';
import { VoicesPage, voicesMeta } from '../features/voices/view/voices-page.tsx';
import '../features/voices/css/voices.css';

export const loader = loadVoicesPage;
export const meta = voicesMeta;
export default VoicesPage;
