export { SERVE_VARIABLES, serveAll } from './serve.ts';
