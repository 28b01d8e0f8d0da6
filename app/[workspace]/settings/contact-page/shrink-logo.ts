import { maxLogoLength } from "@/domain/contact-page-settings-input";

/** What can be read; a drawing (SVG) may run scripts where it is opened by itself. */
export const logoTypes: readonly string[] = ["image/png", "image/jpeg", "image/webp"];

const maxFileBytes = 20_000_000;

/** Longer sides in pixels; a picture of the last one fits whatever it shows. */
const sides = [320, 240, 160, 96];

/**
 * A picture made as small as the contact page carries it, as a data URL; null for what is no
 * picture that can be read.
 */
export async function shrinkLogo(file: File): Promise<string | null> {
  if (!logoTypes.includes(file.type) || file.size > maxFileBytes) return null;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const found = firstThatFits(picture);
  picture.close();
  return found;
}

function firstThatFits(picture: ImageBitmap): string | null {
  for (const side of sides) {
    const url = encoded(draw(picture, side));
    if (url) return url;
  }
  return null;
}

function draw(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  if (context) {
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

/** Without loss where that fits, else as WebP, which some browsers cannot write. */
function encoded(canvas: HTMLCanvasElement): string | null {
  const exact = canvas.toDataURL("image/png");
  if (exact.length <= maxLogoLength) return exact;
  const near = canvas.toDataURL("image/webp", 0.9);
  return near.startsWith("data:image/webp") && near.length <= maxLogoLength ? near : null;
}
