import { changeTable, loadBatchesPage } from '../features/batches/server/batches-page.server.ts';
import { BatchesPage, batchesMeta } from '../features/batches/view/batches-page.tsx';
import { keepPage, sendOrUnsent } from '../shared/connection/keep-page.ts';
import '../shared/ui/css/field.css';
import '../features/batches/css/batches.css';

export const loader = loadBatchesPage;
export const action = changeTable;
export const clientAction = sendOrUnsent;
export const shouldRevalidate = keepPage;
export const meta = batchesMeta;
export default BatchesPage;
