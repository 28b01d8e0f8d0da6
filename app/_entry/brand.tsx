/** The mark and name of the product, as on the icon. */
export function Brand({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg viewBox="0 0 32 32" className="size-7 shrink-0" fill="none" aria-hidden="true">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path
          d="M8 23.5c6 0 7-3 7-6s2-5.5 5.5-6"
          className="stroke-on-accent"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray="0.1 5"
        />
        <circle cx="23.5" cy="9.5" r="3.5" className="fill-on-accent" />
      </svg>
      <span className="text-16 font-semibold tracking-tight">{name}</span>
    </span>
  );
}
