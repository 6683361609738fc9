// An SVG as the bytes of a PNG: drawn on a canvas twice as fine as it is shown, as far as browsers draw that large.
const finest = 2;
const mostPixels = 8192;
const mostLooks = 60;
/** The part of a picture in which nothing stands but its title. */
const titleHeight = 64;

function hasInk(pen: CanvasRenderingContext2D, width: number, height: number): boolean {
  const { data } = pen.getImageData(0, 0, width, height);
  for (let at = 0; at < data.length; at += 4) if ((data[at] as number) < 128) return true;
  return false;
}

/** Null where the browser cannot draw it. */
export async function pngOf(svg: string): Promise<Uint8Array | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const scale = Math.min(finest, mostPixels / image.width, mostPixels / image.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return null;
  pen.scale(scale, scale);
  // The type inside the picture is read a moment after the picture: until then its words are not drawn.
  for (let looks = 0; looks < mostLooks; looks += 1) {
    pen.drawImage(image, 0, 0);
    if (hasInk(pen, canvas.width, Math.round(titleHeight * scale))) break;
    await new Promise((settle) => setTimeout(settle, 50));
  }
  const blob = await new Promise<Blob | null>((settle) => canvas.toBlob(settle, 'image/png'));
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}
