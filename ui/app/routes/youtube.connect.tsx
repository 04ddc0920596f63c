export { beginYouTube as loader } from '../features/video/server/youtube-sign-in.server.ts';
