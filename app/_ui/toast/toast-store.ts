/** How a toast looks and how loudly it is read: `error` interrupts and stays. */
type ToastTone = "neutral" | "success" | "error";

export type ToastOptions = {
  title: string;
  description?: string | undefined;
  tone?: ToastTone | undefined;
  /** One thing to do about it, mostly "Rückgängig"; closes the toast. */
  action?: { label: string; run: () => void } | undefined;
  /** Milliseconds until it goes; 0 stays. 5 s, with an action 8 s, errors stay. */
  duration?: number | undefined;
  /** A toast with the same id is replaced in its place, e.g. for progress. */
  id?: string | undefined;
};

export type Toast = ToastOptions & { id: string; tone: ToastTone; duration: number };

const limit = 3;

let toasts: readonly Toast[] = [];
let made = 0;
const listeners = new Set<() => void>();

/** Shows a toast and returns its id. */
export function showToast(options: ToastOptions): string {
  const id = options.id ?? `toast-${++made}`;
  const tone = options.tone ?? "neutral";
  const toast = { ...options, id, tone, duration: options.duration ?? lasting(tone, options) };
  const replaces = toasts.some((shown) => shown.id === id);
  publish(
    replaces
      ? toasts.map((shown) => (shown.id === id ? toast : shown))
      : [...toasts, toast].slice(-limit),
  );
  return id;
}

/** Takes a toast away; unknown ids are fine. */
export function dismissToast(id: string): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

function lasting(tone: ToastTone, { action }: ToastOptions): number {
  if (tone === "error") return 0;
  return action ? 8_000 : 5_000;
}

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
