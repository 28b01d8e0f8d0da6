/** The look of everything that can be typed into or chosen from. */
export const controlStyle =
  "w-full rounded-8 border border-edge bg-surface px-3 text-text transition-colors duration-(--motion-fast) placeholder:text-faint hover:border-muted focus-visible:border-ring focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-red disabled:cursor-not-allowed disabled:border-hairline-strong disabled:bg-sunken disabled:text-faint";
