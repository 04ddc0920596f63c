/** Of every answer of the pages' server: the build that made it. */
export const BUILD_HEADER = 'x-ui-build';
