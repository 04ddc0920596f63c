export { openFootage } from './open.ts';
