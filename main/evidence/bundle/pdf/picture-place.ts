/** Where a picture stands on its A4 page. */
import { type Picture, pointsPerPixel, type Room } from '../image/pictures.ts';

/** Left edge and foot of the room for pictures, points. */
const PICTURE_AT = { x: 71, y: 57 };

/** Turns and scales the unit square so that a picture stands upright in its place (EXIF 1–8). */
export function pictureMatrix(p: Picture, room: Room): number[] {
  const sideways = p.orientation >= 5;
  const shown = sideways ? { w: p.height, h: p.width } : { w: p.width, h: p.height };
  const scale = pointsPerPixel(shown.w, shown.h, room);
  const w = shown.w * scale;
  const h = shown.h * scale;
  const x = PICTURE_AT.x + (room.width - w) / 2;
  const y = PICTURE_AT.y + room.height - h;
  switch (p.orientation) {
    case 2:
      return [-w, 0, 0, h, x + w, y];
    case 3:
      return [-w, 0, 0, -h, x + w, y + h];
    case 4:
      return [w, 0, 0, -h, x, y + h];
    case 5:
      return [0, -h, -w, 0, x + w, y + h];
    case 6:
      return [0, -h, w, 0, x, y + h];
    case 7:
      return [0, h, w, 0, x, y];
    case 8:
      return [0, h, -w, 0, x + w, y];
    default:
      return [w, 0, 0, h, x, y];
  }
}
