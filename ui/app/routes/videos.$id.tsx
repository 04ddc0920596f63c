import { actOnVideo, loadVideoPage } from '../features/video/server/video-page.server.ts';
import { videoMeta, VideoPage } from '../features/video/view/video-page.tsx';
import { keepPage, sendOrUnsent } from '../shared/connection/keep-page.ts';
import '../shared/ui/css/field.css';
import '../features/video/css/youtube.css';

export const loader = loadVideoPage;
export const action = actOnVideo;
export const clientAction = sendOrUnsent;
export const shouldRevalidate = keepPage;
export const meta = videoMeta;
export default VideoPage;
