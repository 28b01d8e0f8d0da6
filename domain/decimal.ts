/**
 * Exact decimals as strings, added and multiplied as scaled BigInts: money never becomes a float.
 * Accepted by every function: an optional "-", digits, optionally "." and digits (as Postgres
 * writes numeric). Returned: the canonical form, without leading or trailing zeros and without "-0".
 */

const plain = /^(-?)(\d+)(?:\.(\d+))?$/;

type Scaled = { units: bigint; scale: number };

/** @throws RangeError when the text is no plain decimal: a mistake of the program, not of a user. */
function toScaled(decimal: string): Scaled {
  const match = plain.exec(decimal);
  if (!match) throw new RangeError(`not a decimal: ${decimal.slice(0, 40)}`);
  const [, sign = "", whole = "0", fraction = ""] = match;
  return { units: BigInt(sign + whole + fraction), scale: fraction.length };
}

function rescale({ units, scale }: Scaled, to: number): bigint {
  return units * 10n ** BigInt(to - scale);
}

function fromScaled({ units, scale }: Scaled): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  const magnitude = fraction === "" ? whole : `${whole}.${fraction}`;
  return negative ? `-${magnitude}` : magnitude;
}

/** The one spelling of a value: "007.50" becomes "7.5". */
export function canonicalDecimal(decimal: string): string {
  return fromScaled(toScaled(decimal));
}

function combine(a: string, b: string, join: (x: bigint, y: bigint) => bigint): string {
  const left = toScaled(a);
  const right = toScaled(b);
  const scale = Math.max(left.scale, right.scale);
  return fromScaled({ units: join(rescale(left, scale), rescale(right, scale)), scale });
}

export function addDecimals(a: string, b: string): string {
  return combine(a, b, (x, y) => x + y);
}

export function subtractDecimals(a: string, b: string): string {
  return combine(a, b, (x, y) => x - y);
}

/**
 * `factor` is a safe integer. A weighted sum is `multiplyDecimalByInteger(amount, probability)`
 * moved two places by `shiftDecimal(…, -2)`, which loses nothing.
 */
export function multiplyDecimalByInteger(decimal: string, factor: number): string {
  if (!Number.isSafeInteger(factor)) throw new RangeError(`not a safe integer: ${factor}`);
  const { units, scale } = toScaled(decimal);
  return fromScaled({ units: units * BigInt(factor), scale });
}

/** Multiplies by ten to the power of `places` (negative: divides), exactly. */
export function shiftDecimal(decimal: string, places: number): string {
  const { units, scale } = toScaled(decimal);
  const shifted = scale - places;
  if (shifted >= 0) return fromScaled({ units, scale: shifted });
  return fromScaled({ units: units * 10n ** BigInt(-shifted), scale: 0 });
}

/** -1, 0 or 1, as `Array.prototype.sort` wants it. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const left = toScaled(a);
  const right = toScaled(b);
  const scale = Math.max(left.scale, right.scale);
  const x = rescale(left, scale);
  const y = rescale(right, scale);
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

/** Rounds half away from zero, as Postgres rounds numeric, to `places` digits after the point. */
export function roundDecimal(decimal: string, places: number): string {
  const { units, scale } = toScaled(decimal);
  if (scale <= places) return fromScaled({ units, scale });
  const divisor = 10n ** BigInt(scale - places);
  const half = units < 0n ? -(divisor / 2n) : divisor / 2n;
  return fromScaled({ units: (units + half) / divisor, scale: places });
}
