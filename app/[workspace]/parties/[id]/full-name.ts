type Named = { name: string; title: string | null; suffix: string | null };

/** "Dr. Maxinchen Musterfrau, MBA": a person with title and suffix. */
export function fullName({ name, title, suffix }: Named): string {
  const titled = title === null ? name : `${title} ${name}`;
  return suffix === null ? titled : `${titled}, ${suffix}`;
}
