/** A name as it stands within a sentence. Words of the field are kept as they stand alone, with a capital. */

/** "Họ và tên" → "họ và tên"; abbreviations keep their capitals. */
export function inSentence(name: string): string {
  const [first = "", second = ""] = name;
  return second === second.toLowerCase() ? first.toLowerCase() + name.slice(1) : name;
}
