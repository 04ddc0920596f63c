import { finishYouTube } from '../features/video/server/youtube-sign-in.server.ts';
import { NotConnected, notConnectedMeta } from '../features/video/view/youtube/not-connected.tsx';
import '../features/video/css/youtube.css';

export const loader = finishYouTube;
export const meta = notConnectedMeta;
export default NotConnected;
