/** Full-width digits, letters and punctuation to half-width; the ideographic space to a space. */
export function halfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/　/g, ' ');
}
