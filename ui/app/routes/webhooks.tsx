import { changeWebhooks, loadWebhooksPage } from '../features/webhooks/server/webhooks-page.server.ts';
import { WebhooksPage, webhooksMeta } from '../features/webhooks/view/webhooks-page.tsx';
import { keepPage, sendOrUnsent } from '../shared/connection/keep-page.ts';
import '../shared/ui/css/field.css';
import '../features/webhooks/css/webhooks.css';

export const loader = loadWebhooksPage;
export const action = changeWebhooks;
export const clientAction = sendOrUnsent;
export const shouldRevalidate = keepPage;
export const meta = webhooksMeta;
export default WebhooksPage;
