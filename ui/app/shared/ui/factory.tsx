/** The factory as a figure on its belt: asleep when nothing is being made, stopped when something is wrong. */
export function Factory({ mood }: { mood: 'asleep' | 'stopped' }) {
  return (
    <svg
      className="factory"
      viewBox="0 0 520 230"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <g stroke="var(--edge)" strokeWidth="4" strokeDasharray="14 10">
        <rect x="30" y="62" width="80" height="140" rx="8" />
        <rect x="411" y="62" width="80" height="140" rx="8" />
      </g>
      <path d="M0 204H520" stroke="var(--ink)" strokeWidth="4" strokeLinecap="butt" />
      <g stroke="var(--edge)" strokeWidth="3">
        {Array.from({ length: 21 }, (_, index) => (
          <circle key={index} cx={20 + index * 24} cy="217" r="6" />
        ))}
      </g>
      <g stroke="var(--ink)" strokeWidth="4">
        <path d="M203 146C188 148 176 158 174 176" />
        <path d="M304 146C320 148 332 158 334 175" />
        <rect x="206" y="188" width="28" height="15" fill="var(--surface)" />
        <rect x="286" y="188" width="28" height="15" fill="var(--surface)" />
        <path d="M202 188V88L236 64V88L270 64V88L304 64V188Z" fill="var(--surface)" />
        <rect x="304" y="29" width="40" height="72" rx="5" fill="var(--mark)" transform="rotate(8 324 65)" />
      </g>
      <path d="M318 55v18l15-9Z" fill="#12211c" transform="rotate(8 324 65)" />
      <g stroke="var(--ink)" strokeWidth="4">
        {mood === 'asleep' ? (
          <>
            <path d="M226 128q9 8 18 0" />
            <path d="M262 128q9 8 18 0" />
            <path d="M246 154q7 6 14 0" />
          </>
        ) : (
          <>
            <path d="M227 124l14 10m0-10-14 10" />
            <path d="M265 124l14 10m0-10-14 10" />
            <path d="M245 158q8-6 16 0" />
          </>
        )}
      </g>
      {mood === 'asleep' && (
        <g fill="var(--ink2)">
          <path d="M353 25h11v2.400l-6.800 5.200h7v2.600h-11.500v-2.400l6.800-5.200h-6.500Z" />
          <path d="M373 10h8v1.800l-4.900 3.700h5v2h-8.300v-1.800l4.900-3.700h-4.700Z" />
        </g>
      )}
    </svg>
  );
}
