import { loadSignInPage } from '../features/sign-in/server/sign-in-page.server.ts';
import { SignInPage, signInMeta } from '../features/sign-in/view/sign-in-page.tsx';
import { keepPage } from '../shared/connection/keep-page.ts';
import '../features/sign-in/css/sign-in.css';

export const loader = loadSignInPage;
export const shouldRevalidate = keepPage;
export const meta = signInMeta;
export default SignInPage;
