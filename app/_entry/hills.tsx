/** The land a trail leads through, along the foot of the window; decoration. */
export function Hills() {
  return (
    <svg
      viewBox="0 0 1440 280"
      preserveAspectRatio="xMaxYMax slice"
      className="pointer-events-none absolute inset-x-0 bottom-0 -z-10 h-52 w-full sm:h-70"
      fill="none"
      aria-hidden="true"
    >
      <path
        d="M0 150c160-52 300-66 470-26s300 58 470 2 330-74 500-30v184H0Z"
        className="fill-sunken"
      />
      <path
        d="M0 206c210-44 380-40 560-14s320 16 500-30 260-36 380-14v132H0Z"
        className="fill-[color-mix(in_oklch,var(--hover)_55%,var(--canvas))]"
      />
      {/* Keeps clear of the last 80 px, where the page has its controls. */}
      <path
        d="M-10 178c150-8 190-42 330-40s230 44 400 44 210-54 350-64 150-24 270-22"
        className="stroke-accent"
        strokeOpacity="0.55"
        strokeWidth="4"
        strokeLinecap="round"
        strokeDasharray="0.1 14"
      />
      <path
        d="M1354 84c-10-12-16-19-16-28a16 16 0 0 1 32 0c0 9-6 16-16 28Z"
        className="fill-accent-soft stroke-accent"
        strokeWidth="3"
        strokeLinejoin="round"
      />
      <circle cx="1354" cy="56" r="5" className="fill-accent" />
    </svg>
  );
}
