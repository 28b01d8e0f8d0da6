export type Point = { x: number; y: number };

type Node = { id: string; kind: "person" | "organization" };

/**
 * Places the parties around one in the middle: organizations in the upper half, people in the lower,
 * each evenly on an ellipse, so that a picture of the same parties is always the same. Units are
 * those of the box from 0 0 to `width` `height`.
 */
export function placeAround(
  nodes: readonly Node[],
  { width, height, margin }: { width: number; height: number; margin: Point },
): Map<string, Point> {
  const places = new Map<string, Point>();
  const above = nodes.filter(({ kind }) => kind === "organization");
  const below = nodes.filter(({ kind }) => kind === "person");
  const whole = above.length === 0 || below.length === 0;
  const arc = whole ? 2 * Math.PI : Math.PI;
  function place(half: readonly Node[], from: number) {
    for (const [index, { id }] of half.entries()) {
      const angle = from + (arc * (whole ? index : index + 0.5)) / half.length;
      places.set(id, {
        x: width / 2 + (width / 2 - margin.x) * Math.cos(angle),
        y: height / 2 + (height / 2 - margin.y) * Math.sin(angle),
      });
    }
  }
  // y grows downwards: from half a turn on lies above.
  place(above, whole ? -Math.PI / 2 : Math.PI);
  place(below, whole ? -Math.PI / 2 : 0);
  return places;
}
