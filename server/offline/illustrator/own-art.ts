import { type Art, parseArt } from './art.ts';

/** Motifs that the icon package lacks, drawn for this project in the same 32 × 32 box and flat manner. */
const BODIES: Readonly<Record<string, string>> = {
  arrow: `
    <path fill="#e4483c" d="M2.500 12.500h14V6.200c0-1 1.200-1.600 2-.9l11 9.600c.7.600.7 1.600 0 2.200l-11 9.600c-.8.700-2 .1-2-.9v-6.300h-14z"/>
    <path fill="#ffffff" d="M2.500 12.500h14V6.200c0-1 1.200-1.600 2-.9l11 9.600c.4.300.5.700.500 1.100H2.500z" opacity="0.22"/>`,
  'light-bulb': `
    <path fill="#fff3b8" d="M16 2C9.9 2 5.5 6.600 5.500 12.200c0 4 2.100 6.300 3.800 8.400 1 1.200 1.500 2.400 1.600 3.600h10.200c.1-1.200.6-2.400 1.600-3.600 1.700-2.100 3.800-4.400 3.800-8.400C26.500 6.600 22.100 2 16 2z"/>
    <path fill="#ffd54a" d="M16 2v22.200h5.100c.1-1.200.6-2.400 1.600-3.600 1.700-2.100 3.800-4.400 3.800-8.400C26.500 6.600 22.100 2 16 2z" opacity="0.7"/>
    <path fill="#f59a23" d="M12.300 12.200c1-1.400 2.600-1.400 3.700 0 1.100-1.400 2.700-1.400 3.700 0l-1.200.9c-.6-.8-1.300-.8-1.800.1l-.2 11h-1l-.2-11c-.5-.9-1.200-.9-1.800-.1z"/>
    <rect x="10.900" y="24" width="10.200" height="2.400" rx="1" fill="#9aa4b5"/>
    <rect x="11.400" y="26.200" width="9.200" height="2.200" rx="1" fill="#7b8598"/>
    <path fill="#596173" d="M12.600 28.200h6.800c-.3 1.300-1.600 2-3.400 2s-3.100-.7-3.400-2z"/>
    <ellipse cx="11" cy="9" rx="1.600" ry="3" fill="#ffffff" transform="rotate(28 11 9)"/>`,
  bridge: `
    <path fill="#c9483b" d="M.6 20.300C4.300 18.300 7 12.800 7.800 7.200l1 .200C8 13.400 5.200 19.300 1.100 21.500zM31.400 20.300C27.700 18.300 25 12.800 24.200 7.200l-1 .200C24 13.400 26.800 19.300 30.900 21.500z"/>
    <path fill="#c9483b" d="M8 7.200C9.600 15.400 12.600 18.600 16 18.600s6.400-3.200 8-11.400l1 .200C23.400 16.400 20 19.800 16 19.800S8.600 16.400 7 7.400z"/>
    <path fill="#a8382f" d="M4.300 18.600h.6V22h-.6zM10.700 14.600h.6V22h-.6zM13.300 18h.6v4h-.6zM15.700 19h.6v3h-.6zM18.100 18h.6v4h-.6zM20.700 14.600h.6V22h-.6zM27.100 18.600h.6V22h-.6z"/>
    <path fill="#d8573f" d="M6.800 5h2.400v24H6.800zM22.800 5h2.400v24h-2.400z"/>
    <path fill="#a8382f" d="M8.300 5h.9v24h-.9zM24.300 5h.9v24h-.9zM6.200 27h3.600v2.600H6.200zM22.200 27h3.600v2.600h-3.600z"/>
    <rect x="0" y="21.600" width="32" height="2.600" fill="#5b6478"/>
    <rect x="0" y="21.600" width="32" height=".9" fill="#8791a6"/>`,
  lighthouse: `
    <path fill="#e4483c" d="M16 .8l3.600 4.400h-7.200z"/>
    <rect x="13" y="5" width="6" height="4.200" fill="#ffe9a0"/>
    <rect x="15.600" y="5" width=".8" height="4.200" fill="#3a3f52"/>
    <rect x="11.400" y="9" width="9.200" height="1.400" rx=".5" fill="#3a3f52"/>
    <path fill="#f8f3e8" d="M12.600 10.400h6.800L21.400 31H10.600z"/>
    <path fill="#e4483c" d="M12.200 14.400h7.600l.4 4h-8.400zM11.400 22.600h9.200l.4 4.200h-10z"/>
    <path fill="#2c3145" d="M16 10.400h3.400L21.400 31H16z" opacity="0.14"/>
    <rect x="14.700" y="28" width="2.600" height="3" rx="1.200" fill="#4a3a34"/>
    <rect x="15.200" y="19.400" width="1.600" height="2" rx=".7" fill="#3a3f52"/>`,
  pyramid: `
    <path fill="#f0c36d" d="M16 5L30.500 28H16z"/><path fill="#d89b45" d="M16 5L16 28H30.500z" opacity="0.55"/>
    <path fill="#f7d690" d="M16 5L1.500 28H19z"/>
    <path fill="#b97c33" d="M13.600 9h4l.7 1h-5.300zM10.200 14.400h7.600l.2.900H9.600zM6.800 19.800h11l.2.900H6.200zM3.400 25.200h15l.2.900H2.800z" opacity="0.55"/>
    <path fill="#7a4e20" d="M9 28v-2.600a1.600 1.600 0 0 1 3.200 0V28z"/>`,
  windmill: `
    <path fill="#f3e6cf" d="M11.500 13h9L23 31H9z"/><path fill="#cbb694" d="M16 13h4.500L23 31h-7z" opacity="0.6"/>
    <path fill="#a6543c" d="M10.600 13.400C11 9.600 13 7.400 16 7.400s5 2.200 5.400 6z"/>
    <rect x="14.200" y="25.400" width="3.600" height="5.600" rx="1.700" fill="#7a4a32"/>
    <path fill="#fffaf0" d="M16.600 10.900l8-9.300 2.300 2-8 9.300zM15.400 13.100l-8 9.300-2.300-2 8-9.300zM17.100 12.600l9.300 8-2 2.300-9.300-8zM14.900 11.400l-9.300-8 2-2.300 9.300 8z"/>
    <circle cx="16" cy="12" r="1.700" fill="#6b4a3a"/>`,
  'wind-turbine': `
    <path fill="#dfe6ee" d="M15.300 13h1.400l1 18h-3.400z"/><path fill="#ffffff" d="M16 11.200C15 8 15.100 3.600 16 .8c.9 2.800 1 7.200 0 10.400zM16.900 12.600c3.300-.700 7.500.600 9.900 2.400-3 .300-7.100-.600-9.900-2.400zM15.100 12.600c-2.800 1.800-6.900 2.700-9.900 2.400 2.400-1.800 6.600-3.100 9.900-2.400z"/>
    <circle cx="16" cy="12.200" r="1.500" fill="#9fb0c4"/>`,
  submarine: `
    <path fill="#f2b53a" d="M4 20c0-4 4-6.500 10-6.500h6c5 0 8.500 2.600 9.500 6.500-1 3.900-4.500 6.500-9.500 6.500h-6C8 26.500 4 24 4 20z"/>
    <path fill="#d98a24" d="M4.300 21.500c1 3.200 4.700 5 9.700 5h6c5 0 8.500-2.600 9.500-6.500-6 2.500-17 3-25.200 1.500z"/>
    <path fill="#e59a2b" d="M12 13.800l1-4.300h7l1 4.300z"/><path fill="#4a5468" d="M17 9.500V4.500h4v1.700h-2.300v3.300z"/>
    <path fill="#c9721f" d="M4.600 18L1 14.500v11L4.600 22z"/>
    <circle cx="12" cy="19.400" r="2.300" fill="#5a4a3a"/><circle cx="12" cy="19.400" r="1.600" fill="#bfeafc"/>
    <circle cx="18" cy="19.400" r="2.300" fill="#5a4a3a"/><circle cx="18" cy="19.400" r="1.600" fill="#bfeafc"/>
    <circle cx="24" cy="19.400" r="2.300" fill="#5a4a3a"/><circle cx="24" cy="19.400" r="1.600" fill="#bfeafc"/>`,
  neuron: `
    <path fill="#8f6fd8" d="M12.700 9.200c-.5-2.300-.1-4.800-1.500-7.200l1.500-.6c1.300 2 1.300 4.400 1.900 6.400.8-1.500 2.800-2.900 4.200-5.600l1.400.8c-1 2.400-2.600 4-3 6 2.200-.4 4.300-1.700 7-1.400v1.600c-2.600.1-4.400 1.500-6.200 2.600.5 2.600.2 4.500 1.700 6.400 1.800 2.300 4.500 3.900 5.500 6.800 1.700.2 3.300.900 4.600 2.200l-1 1.200c-1.100-.9-2.200-1.500-3.400-1.700.4 1.300.3 2.800-.2 4.200l-1.500-.5c.5-1.600.5-3.100-.4-4.800-1.300-2.500-4.400-4.200-6.300-6.600-1.500-1.900-1.900-4-3.900-5.100-2.300.6-4.800 2.600-7.300 2.900L5.300 15c2-.6 3.900-1.800 5-3.400-2.600-.4-5.300.3-7.800-.7l.5-1.500c2.900.7 6.500.700 9.700-.2z"/>
    <circle cx="15" cy="11.300" r="3.100" fill="#ffd76a"/><circle cx="14.200" cy="10.500" r="1" fill="#fff4c8"/>
    <ellipse cx="20" cy="19.600" rx="1.300" ry="2.200" fill="#c9b6f2" transform="rotate(-38 20 19.600)"/><ellipse cx="23.200" cy="23" rx="1.300" ry="2.200" fill="#c9b6f2" transform="rotate(-38 23.200 23)"/>`,
  cell: `
    <path fill="#8fd6a8" d="M16 2.500c6 0 9 2.500 11.500 6.500s2.500 9-.5 14-7 6.500-12 6.500S5 27 3 21 3 9.500 6.500 6 11.500 2.500 16 2.500z"/>
    <path fill="#c4efcf" d="M16 4.700c5 0 7.800 2.200 9.700 5.500s2 7.600-.5 11.800-6 5.300-10.200 5.300-8-1.900-9.700-6.800-.2-9.500 2.700-12.600 4.500-3.200 8-3.200z"/>
    <circle cx="17.500" cy="14.500" r="5.600" fill="#8a6fd0"/><circle cx="18.600" cy="13.600" r="2.300" fill="#5b43a8"/>
    <ellipse cx="9.400" cy="12" rx="2.400" ry="1.300" fill="#f08a5c" transform="rotate(-40 9.400 12)"/><ellipse cx="11" cy="22" rx="2.600" ry="1.300" fill="#f08a5c" transform="rotate(25 11 22)"/><ellipse cx="22.400" cy="22.600" rx="2.300" ry="1.200" fill="#f08a5c" transform="rotate(-30 22.400 22.600)"/>
    <circle cx="14" cy="7.400" r="1" fill="#4fae78"/><circle cx="8" cy="17.400" r="1" fill="#4fae78"/><circle cx="16.600" cy="24.600" r="1" fill="#4fae78"/><circle cx="24.400" cy="9.800" r=".9" fill="#4fae78"/>`,
  'blood-cell': `
    <ellipse cx="16" cy="16" rx="13.500" ry="10.500" fill="#d8352f"/><ellipse cx="16" cy="15" rx="13.500" ry="9.800" fill="#f0564a"/>
    <ellipse cx="16" cy="15" rx="6.800" ry="4.200" fill="#c42a2a"/><ellipse cx="16" cy="16" rx="6" ry="3.100" fill="#dd4238"/><ellipse cx="9" cy="10.400" rx="3" ry="1.400" fill="#ff9a8c" transform="rotate(-24 9 10.400)"/>`,
  'black-hole': `
    <ellipse cx="16" cy="16" rx="15" ry="5.200" fill="#ff8a3c" transform="rotate(-16 16 16)"/><ellipse cx="16" cy="16" rx="12.600" ry="3.900" fill="#ffd27a" transform="rotate(-16 16 16)"/>
    <circle cx="16" cy="16" r="9" fill="#ffb04f"/><circle cx="16" cy="16" r="7.900" fill="#0b0914"/>
    <path fill="#ffe3a3" d="M3.200 19.200c6 1.600 18.600-1.600 25.600-7.200.6 2.400-5.600 6-12.400 8-6.200 1.800-13 1.600-13.200-.8z"/>`,
  'eiffel-tower': `
    <path fill="#8a6a50" d="M15.500 1h1l.5 6 1.200 8 2.600 7.500L25.500 31h-4.200c-.8-3.400-2.600-5.400-5.300-5.400S11.500 27.600 10.700 31H6.500l4.700-8.500L13.800 15 15 7z"/>
    <path fill="#b58f70" d="M14.800 8.500h2.400l.2 1.500h-2.800zM13.400 15h5.200l.4 1.800h-6zM10.600 22.400h10.800l.7 2H9.900z"/>
    <path fill="#6b4f3a" d="M16 17.500l2 4.200h-4z"/>`,
  iceberg: `
    <path fill="#f4fbff" d="M4 14L9.500 5.500l4 3L18 2.500l5 6.500 4.500 5z"/><path fill="#cfe8f6" d="M18 2.500l5 6.500 4.500 5H17z"/>
    <path fill="#7cc3e8" d="M3 14h26l-3 7.500-5 3.500-4.500 5.500L11 26l-5-4z"/><path fill="#4f9fd0" d="M17 14h12l-3 7.500-5 3.500-4.500 5.500z"/>
    <path fill="#ffffff" d="M1.500 13.600h29v.9h-29z"/>`,
  prism: `
    <path fill="#dff1fb" d="M16 5L29 27H3z"/><path fill="#a9d3ee" d="M16 5L29 27H18z"/>
    <path fill="#ffffff" d="M0 18.800l10-3.300v1.100L0 20z"/>
    <path fill="#f2504a" d="M21 14.500l11-1v1.500l-10.500.8z"/><path fill="#f7a63a" d="M21.500 15.800L32 15v1.500l-10 .5z"/><path fill="#f7dd4a" d="M22 17l10-.5V18l-9.500.2z"/><path fill="#5cc06a" d="M22.500 18.200L32 18v1.500l-9-.1z"/><path fill="#4a90e8" d="M23 19.400l9 .1V21l-8.500-.5z"/><path fill="#8f5fd0" d="M23.500 20.500l8.500.5v1.500l-7.800-.9z"/>`,
  'solar-panel': `
    <path fill="#dfe5ec" d="M14.800 22h2.400v7h-2.400z"/><path fill="#9aa7b8" d="M9 28.500h14V31H9z"/>
    <path fill="#e9eef4" d="M6 6h20l5 17H1z"/><path fill="#2f6fd0" d="M7.200 7.400h5l-.8 4.200H6zM13.400 7.400h5.200l.4 4.200h-6zM19.800 7.400h5L26 11.600h-5.400zM5.700 12.800h5.500l-.8 4H4.500zM12.800 12.800h6.400l.4 4h-7.200zM20.800 12.800h5.500l1.200 4h-5.900zM4.200 18h6l-.7 4H3zM12.200 18h7.600l.4 4h-8.400zM21.800 18h6L29 22h-6.500z"/>`,
  rover: `
    <path fill="#e9edf2" d="M6 15h19l2 5H5z"/><path fill="#c2cad6" d="M5 20h22v2.500H5z"/>
    <path fill="#5a6577" d="M20.500 15V7.500h1.600V15z"/><rect x="18" y="4" width="7.500" height="4.200" rx="1" fill="#e9edf2"/><circle cx="20.300" cy="6.100" r="1.200" fill="#2f6fd0"/><circle cx="23.400" cy="6.100" r="1.200" fill="#2f6fd0"/>
    <path fill="#d9a441" d="M3 11.500h11l1.500 3.500H5.500z"/><path fill="#5a6577" d="M7 22h2l-1 3.500H5.500zM15 22h2v4h-2zM23 22h2l1.500 3.500H24z"/>
    <circle cx="6.500" cy="26.500" r="3.500" fill="#3d4656"/><circle cx="16" cy="26.500" r="3.500" fill="#3d4656"/><circle cx="25.500" cy="26.500" r="3.500" fill="#3d4656"/>
    <circle cx="6.500" cy="26.500" r="1.500" fill="#aab4c4"/><circle cx="16" cy="26.500" r="1.500" fill="#aab4c4"/><circle cx="25.500" cy="26.500" r="1.500" fill="#aab4c4"/>`,
  oven: `
    <rect x="3" y="2" width="26" height="28" rx="2.500" fill="#c9d0da"/><rect x="3" y="2" width="26" height="7" rx="2.500" fill="#8f9aab"/>
    <circle cx="8" cy="5.500" r="1.600" fill="#f7f3ea"/><circle cx="13" cy="5.500" r="1.600" fill="#f7f3ea"/><circle cx="24" cy="5.500" r="1.600" fill="#f2703c"/>
    <rect x="6" y="12" width="20" height="14" rx="1.600" fill="#3d2a24"/><rect x="7.500" y="13.500" width="17" height="11" rx="1" fill="#e07a2c"/><rect x="7.500" y="20" width="17" height="1" fill="#5f3a24"/><rect x="8" y="10" width="16" height="1.200" rx=".6" fill="#6d7789"/>`,
};

const drawn = new Map<string, Art>();

/** Names of the motifs drawn here. */
export const OWN_ART_NAMES: readonly string[] = Object.keys(BODIES);

export function ownArt(name: string): Art | undefined {
  const known = drawn.get(name);
  if (known) return known;
  const body = BODIES[name];
  const art = body === undefined ? undefined : parseArt(name, body.replace(/\s+/g, ' '));
  if (art) drawn.set(name, art);
  return art;
}
