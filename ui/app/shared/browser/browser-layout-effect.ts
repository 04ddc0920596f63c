import { useEffect, useLayoutEffect } from 'react';

/** useLayoutEffect in a browser; on a server, where there is no layout, an effect that never runs. */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
