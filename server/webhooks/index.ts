export { createSend } from './sending/send.ts';
export type { Send } from './sending/send.ts';
export type { DeliveryRecord } from './store/delivery-record.ts';
export { deliveryName, dueMarker, webhooksName } from './store/names.ts';
export type { StandingWebhook } from './store/webhook-store.ts';
export { Webhooks } from './webhooks.ts';
