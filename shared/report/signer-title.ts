/**
 * The title of who signs, in the lines in which a form wants it: whose place it is in, then what the signer is. An office
 * writes it down once, in a field of one line.
 *
 * Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.7.a: TM. for a body, KT. for its head, TL. and TUQ. by order.
 */

const onBehalf = /^(?:TM|KT|TL|TUQ)\.\s*/u;
const further = /\s+(?=(?:KT|TL|TUQ)\.)/gu;
/** What people sign as. */
const ownTitle =
  /(?<=\s)(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|GIÁM ĐỐC|CHỦ NHIỆM|CHỈ HUY TRƯỞNG)/gu;

/** "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in two lines; what is in lines already, or is no such title, as it is. */
export function titleLines(title: string): string {
  const front = onBehalf.exec(title)?.[0];
  if (front === undefined || title.includes("\n")) return title;
  const parted = title.replaceAll(further, "\n");
  const [...found] = parted.matchAll(ownTitle);
  const at = found.at(-1)?.index ?? 0;
  const isBehind = at > 0 && !/(?:^|\n)(?:TM|KT|TL|TUQ)\.\s*$/u.test(parted.slice(0, at));
  return isBehind ? `${parted.slice(0, at).trimEnd()}\n${parted.slice(at)}` : parted;
}
