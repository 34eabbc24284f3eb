/**
 * What somebody types who looks for a unit: the office instead of its unit ("UBND xã Quảng Yên"), short forms of what
 * units are ("tp", "tt"). Units are kept by their own names, so the words around them are taken off or written out.
 */
import { foldExact } from "./fold";

const offices =
  /^(?:(?:vp|văn phòng|van phong|ubnd|ủy ban nhân dân|uy ban nhan dan|ủy ban|uy ban|hđnd|hdnd|hội đồng nhân dân|hoi dong nhan dan|đảng ủy|dang uy|đu|và|va|-|&)\s+)+(?=\S)/u;
const shortForms: Readonly<Record<string, string>> = {
  tp: "thành phố",
  "tp.": "thành phố",
  tt: "thị trấn",
  "tt.": "thị trấn",
  tx: "thị xã",
  "tx.": "thị xã",
  "p.": "phường",
  "x.": "xã",
  "h.": "huyện",
  "t.": "tỉnh",
};

/** @returns lower case, one space between words; the query as it is where nothing but such words was typed */
export function unitQuery(query: string): string {
  const said = foldExact(query).replace(offices, "");
  return said
    .split(" ")
    .map((word) => shortForms[word] ?? word)
    .join(" ");
}
