type PublicHeadProps = { workspace: string; logo: string | null };

/** Whose page it is. */
export function PublicHead({ workspace, logo }: PublicHeadProps) {
  return (
    <div className="mb-8 flex min-h-10 flex-wrap items-center gap-3">
      {logo && (
        // A data URL of a few kilobytes: nothing to optimise.
        // biome-ignore lint/performance/noImgElement: see above
        <img src={logo} alt="" className="max-h-10 max-w-40" />
      )}
      <span className="text-16 font-semibold text-accent-text">{workspace}</span>
    </div>
  );
}
