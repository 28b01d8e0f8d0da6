/** What a form is read with: a zod schema, full or mini. */
type Schema<Data> = {
  safeParse(
    values: unknown,
  ):
    | { success: true; data: Data }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } };
};

type Reading<Data> = { data: Data; problems: null } | { data: null; problems: readonly string[] };

/** What stands in a form, by the names of its controls. */
export function formValues(form: HTMLFormElement): Record<string, unknown> {
  return Object.fromEntries(new FormData(form));
}

/**
 * Reads a form with the input schema of its procedure. What does not fit is named by field, and
 * the first such field gets the focus.
 */
export function readForm<Data>(
  form: HTMLFormElement,
  schema: Schema<Data>,
  values: Record<string, unknown> = formValues(form),
): Reading<Data> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { data: parsed.data, problems: null };
  const problems = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? "")))];
  focusFirst(form, problems);
  return { data: null, problems };
}

function focusFirst(form: HTMLFormElement, names: readonly string[]): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && names.includes(control.name)) {
      control.focus();
      return;
    }
  }
}
