import { actOnBatch, loadBatchPage } from '../features/batches/server/batch-page.server.ts';
import { BatchPage, batchMeta } from '../features/batches/view/batch-page.tsx';
import { keepPage, sendOrUnsent } from '../shared/connection/keep-page.ts';
import '../shared/ui/css/field.css';
import '../features/batches/css/batches.css';

export const loader = loadBatchPage;
export const action = actOnBatch;
export const clientAction = sendOrUnsent;
export const shouldRevalidate = keepPage;
export const meta = batchMeta;
export default BatchPage;
