/**
 * Posts of villages as lists write them: behind the post stands the village that it is held in ("Trưởng thôn 5", "Bí thư Chi
 * bộ TDP số 3"). The post is the same in every village, so it is asked about once; which village it is, is noted beside it.
 *
 * Source: Nghị định 33/2023/NĐ-CP, Điều 33 khoản 6 (Bí thư Chi bộ, Trưởng thôn hoặc Tổ trưởng tổ dân phố, Trưởng Ban công tác
 * Mặt trận); what else a village or a quarter is called, from the lists of offices.
 */
import { foldExact } from "../text/fold";
import type { Reading } from "./reading";

/** A post of a village, and where it is held. */
export interface VillagePost {
  /** Written alike wherever it stands: "Trưởng thôn". */
  readonly post: string;
  /** "Thôn 5"; "" where no village is named. */
  readonly place: string;
}

/** A text without its villages. */
export interface OutOfVillages {
  /** What is the same in every village; the text as it stands where it names no post of one. */
  readonly text: string;
  /** The villages that it names, in its order. */
  readonly places: readonly string[];
}

/** What villages and quarters are called, and whether only a number behind it tells that one is meant. */
const places: Readonly<Record<string, "any" | "named" | "numbered">> = {
  "tổ dân phố": "any",
  "khu dân cư": "any",
  "tổ dân cư": "any",
  "tiểu khu": "any",
  "khu phố": "any",
  "khối phố": "any",
  thôn: "any",
  xóm: "any",
  bản: "any",
  làng: "any",
  ấp: "any",
  buôn: "any",
  bon: "any",
  phum: "any",
  sóc: "any",
  khóm: "any",
  tdp: "any",
  kdc: "any",
  kp: "any",
  // "Trưởng khu vực", "Trưởng Khối Dân vận", "Tổ trưởng tổ bảo vệ" are of no village.
  khu: "named",
  khối: "numbered",
  tổ: "numbered",
};

const shortPlaces: Readonly<Record<string, string>> = {
  tdp: "tổ dân phố",
  kdc: "khu dân cư",
  kp: "khu phố",
};

const anyPlace = `(${Object.keys(places).join("|")})(?:\\s+(.+))?`;
/** "Trưởng bản Mẫu", "Tổ trưởng TDP 3": the kind of village is a part of the post. */
const ofPlace = new RegExp(`^(phó tổ trưởng|phó trưởng|tổ trưởng|tổ phó|trưởng|phó)\\s+${anyPlace}$`, "iu");
/** "Bí thư Chi bộ thôn 5": called alike in every kind of village. */
const alike: readonly (readonly [post: string, written: RegExp])[] = [
  ["Bí thư Chi bộ", /^(?:bí thư|bt) chi bộ(?: (.+))?$/iu],
  ["Phó Bí thư Chi bộ", /^(?:phó bí thư|pbt) chi bộ(?: (.+))?$/iu],
  ["Trưởng Ban công tác Mặt trận", /^trưởng ban (?:công tác mặt trận|công tác mttq|ctmt)(?: (.+))?$/iu],
  [
    "Phó Trưởng Ban công tác Mặt trận",
    /^phó (?:trưởng )?ban (?:công tác mặt trận|công tác mttq|ctmt)(?: (.+))?$/iu,
  ],
];
const onePlace = new RegExp(`^${anyPlace}$`, "iu");
const numbered = /^(?:số )?(?:\d+\p{L}?|[IVX]+)(?:\s.*)?$/u;
const named = /^\p{Lu}/u;

/** What parts posts from each other; a name of a village has none of it. */
const parted = /(\s*[,;+/]\s*|\s+[-–—]\s+|\s+(?:kiêm(?:\s+nhiệm)?|và)\s+)/iu;
/** More letters are a sentence. */
const longest = 200;

/** @returns null for a text that is no post of a village, or is more than one post */
export function villagePost(text: string): VillagePost | null {
  const said = text
    .normalize("NFC")
    .replace(/[\s():]+/gu, " ")
    .trim();
  if (said.length > longest || parted.test(said)) return null;
  const [, lead, kind = "", name] = ofPlace.exec(said) ?? [];
  if (lead !== undefined) {
    const post = capital(`${lead} ${shortPlaces[foldExact(kind)] ?? kind}`.toLowerCase());
    return isPlace(kind, name) ? { post, place: placeText(kind, name) } : null;
  }
  for (const [post, written] of alike) {
    const found = written.exec(said);
    if (found !== null) return calledAlike(post, found[1]);
  }
  return null;
}

function calledAlike(post: string, where: string | undefined): VillagePost | null {
  if (where === undefined) return { post, place: "" };
  if (numbered.test(where)) return { post, place: `Chi bộ ${where}` };
  const [, kind, name] = onePlace.exec(where) ?? [];
  return kind !== undefined && isPlace(kind, name) ? { post, place: placeText(kind, name) } : null;
}

function isPlace(kind: string, name: string | undefined): boolean {
  if (name === undefined) return true;
  const by = places[foldExact(kind)];
  return by === "any" || numbered.test(name) || (by === "named" && named.test(name));
}

/** "Trưởng thôn (thôn 5)" names the kind twice. */
function placeText(kind: string, name: string | undefined): string {
  if (name === undefined) return "";
  const isTwice = foldExact(name).startsWith(`${foldExact(kind)} `);
  return capital(isTwice ? name : `${kind} ${name}`);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What a text asks in every village alike. */
export function outOfVillages(text: string): OutOfVillages {
  const asIs = { text, places: [] };
  if (text.length > longest) return asIs;
  const found: VillagePost[] = [];
  // What parts the posts stands at every second place.
  const parts = text.split(parted).map((part, at) => {
    const one = at % 2 === 1 ? null : villagePost(part);
    if (one !== null) found.push(one);
    return one?.post ?? part;
  });
  if (found.length === 0) return asIs;
  return { text: parts.join(""), places: found.flatMap(({ place }) => (place === "" ? [] : [place])) };
}

/** The villages of a text, for the row of its post. */
export function besideInVillage(text: string): Readonly<Record<string, string>> | undefined {
  const said = [...new Set(outOfVillages(text).places)];
  return said.length === 0 ? undefined : { note: said.join(", ") };
}

/** A reading of a post with the village that its text names, unless it says already where it is. */
export function inVillage(reading: Reading, text: string): Reading {
  if (reading.kind !== "value") return reading;
  const isNoted = [reading, ...(reading.further ?? [])].some(({ beside }) => beside?.["note"] !== undefined);
  const beside = isNoted ? undefined : besideInVillage(text);
  return beside === undefined ? reading : { ...reading, beside: { ...reading.beside, ...beside } };
}

/** Posts that a text names, in whatever village. @param named ids of those that are called so */
export function postsNamed(text: string, named: (text: string) => readonly string[]): readonly string[] {
  const found = named(text);
  const of = found.length > 0 ? null : villagePost(text);
  return of === null ? found : named(of.post);
}
