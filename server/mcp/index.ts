/** The API as tools of the Model Context Protocol: what one POST is answered with. */
export { serveMcp } from './http.ts';
