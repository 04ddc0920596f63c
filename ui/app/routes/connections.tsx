import {
  changeConnections,
  loadConnectionsPage,
} from '../features/connections/server/connections-page.server.ts';
import { connectionsMeta, ConnectionsPage } from '../features/connections/view/connections-page.tsx';
import { keepPage, sendOrUnsent } from '../shared/connection/keep-page.ts';
import '../shared/ui/css/field.css';
import '../features/connections/css/connections.css';
import '../features/connections/css/fold.css';
import '../features/connections/css/narrow.css';

export const loader = loadConnectionsPage;
export const action = changeConnections;
export const clientAction = sendOrUnsent;
export const shouldRevalidate = keepPage;
export const meta = connectionsMeta;
export default ConnectionsPage;
