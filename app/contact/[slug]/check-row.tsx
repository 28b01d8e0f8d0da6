import { useId } from "react";

type CheckRowProps = {
  name: string;
  value: string;
  label: string;
  note: string | null;
  defaultChecked: boolean;
  required?: boolean;
  error?: string | undefined;
};

/** A choice with its words, as high as a thumb. */
export function CheckRow({ label, note, error, ...input }: CheckRowProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2">
        <input
          id={id}
          type="checkbox"
          className="mt-0.5 size-5 shrink-0 accent-(--accent)"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          {...input}
        />
        <span>
          {label}
          {note && <span className="block text-14 text-muted">{note}</span>}
        </span>
      </label>
      {error && (
        <p id={`${id}-error`} className="text-13 text-red-text">
          {error}
        </p>
      )}
    </div>
  );
}
