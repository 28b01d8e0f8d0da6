import { cx } from "./cx";

/** A trail of steps over hills, in the colours of the page; decoration. */
export function TrailPicture({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 160 96" className={cx("w-40", className)} fill="none" aria-hidden="true">
      <path d="M0 84c24-22 44-26 66-14s42 6 94-22v48H0Z" className="fill-sunken" />
      <path d="M0 92c30-14 56-14 82-6s48 2 78-10v20H0Z" className="fill-pressed" />
      <path
        d="M18 80c18-4 22-16 36-18s20 10 36 6 14-24 32-30"
        className="stroke-accent"
        strokeWidth="3"
        strokeLinecap="round"
        strokeDasharray="0.1 8"
      />
      <path
        d="M128 36c-6-7-9-11-9-16a9 9 0 0 1 18 0c0 5-3 9-9 16Z"
        className="fill-accent-soft stroke-accent"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <circle cx="128" cy="20" r="3" className="fill-accent" />
    </svg>
  );
}
