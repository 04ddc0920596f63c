import { claimVideos, loadClaimPage } from '../features/sign-in/server/claim-page.server.ts';
import { ClaimPage, claimMeta } from '../features/sign-in/view/claim-page.tsx';
import { keepPage, sendOrUnsent } from '../shared/connection/keep-page.ts';
import '../shared/ui/css/field.css';
import '../features/sign-in/css/sign-in.css';
import '../features/sign-in/css/claim.css';

export const loader = loadClaimPage;
export const action = claimVideos;
export const clientAction = sendOrUnsent;
export const shouldRevalidate = keepPage;
export const meta = claimMeta;
export default ClaimPage;
