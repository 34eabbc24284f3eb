/**
 * How lists of offices write posts: short forms of words, and names in use beside those of the decrees, by the key of the
 * shipped post. A post that an office made itself is found by its name alone.
 */
import { exactHeading, looseHeading } from "./heading-text";

/** Short forms, word by word, as they are written with marks or without. */
const shortForms: Readonly<Record<string, string>> = {
  ct: "chủ tịch",
  pct: "phó chủ tịch",
  bt: "bí thư",
  pbt: "phó bí thư",
  cht: "chỉ huy trưởng",
  bch: "ban chỉ huy",
  bchqs: "ban chỉ huy quân sự",
  qs: "quân sự",
  vp: "văn phòng",
  cvp: "chánh văn phòng",
  pcvp: "phó chánh văn phòng",
  tk: "thống kê",
  đc: "địa chính",
  nn: "nông nghiệp",
  xd: "xây dựng",
  mt: "môi trường",
  đt: "đô thị",
  kt: "kế toán",
  ht: "hộ tịch",
  xh: "xã hội",
  vh: "văn hóa",
  vhxh: "văn hóa xã hội",
  hpn: "hội phụ nữ",
  hnd: "hội nông dân",
  hccb: "hội cựu chiến binh",
  ccb: "cựu chiến binh",
  lhpn: "liên hiệp phụ nữ",
  ubmttq: "ủy ban mttq",
  đtn: "đoàn thanh niên",
  ca: "công an",
  đu: "đảng ủy",
  gđ: "giám đốc",
  pgđ: "phó giám đốc",
  tp: "trưởng phòng",
  ptp: "phó trưởng phòng",
  pvhcc: "phục vụ hành chính công",
  hcc: "hành chính công",
  tt: "trung tâm",
};

/** Words that say nothing of which post it is. */
const fillers = /(?:^| )(?:công chức|cán bộ|cc|cb|xã|phường|thị trấn|đặc khu|cấp xã|việt nam|vn)(?= |$)/gu;

/** Offices of a commune since 07/2025, as lists write them behind what somebody is there. */
const departments = [
  "Văn phòng",
  "Văn phòng HĐND và UBND",
  "Văn phòng HĐND UBND",
  "phòng Kinh tế",
  "phòng KT",
  "phòng Kinh tế, Hạ tầng và Đô thị",
  "phòng KT, HT và ĐT",
  "phòng Văn hóa - Xã hội",
  "phòng VH-XH",
  "Trung tâm Phục vụ hành chính công",
  "TT PVHCC",
  "TTPVHCC",
];

/** What somebody in such an office is who does not lead it; the grade says nothing of the post. */
const withoutOffice = ["Công chức", "Chuyên viên", "Cán sự", "Công chức chuyên môn"];

/** Other names by the key of the post, written as they are and normalised like what is looked for. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  partySecretary: ["Bí thư", "Bí thư Đảng ủy xã", "Bí thư Đảng bộ"],
  partyDeputySecretary: [
    "Phó Bí thư",
    "Phó Bí thư thường trực",
    "Phó Bí thư Thường trực Đảng ủy",
    "PBT TT Đảng ủy",
  ],
  peoplesCouncilChair: ["Chủ tịch Hội đồng nhân dân"],
  peoplesCouncilViceChair: ["Phó Chủ tịch Hội đồng nhân dân"],
  peoplesCommitteeChair: ["Chủ tịch Ủy ban nhân dân"],
  peoplesCommitteeViceChair: ["Phó Chủ tịch Ủy ban nhân dân"],
  fatherlandFrontChair: [
    "Chủ tịch MTTQ",
    "Chủ tịch UBMTTQ",
    "Chủ tịch UB MTTQ",
    "Chủ tịch Mặt trận Tổ quốc",
    "Chủ tịch Ủy ban Mặt trận Tổ quốc",
    "Chủ tịch Mặt trận",
    "CT UBMTTQ",
    "CT MTTQ",
  ],
  youthUnionSecretary: [
    "Bí thư Đoàn",
    "Bí thư Đoàn Thanh niên",
    "Bí thư Đoàn TN",
    "Bí thư Đoàn TNCS",
    "Bí thư Đoàn TNCS HCM",
    "Bí thư Đoàn Thanh niên cộng sản Hồ Chí Minh",
    "Bí thư ĐTN",
  ],
  womensUnionChair: [
    "Chủ tịch Hội Phụ nữ",
    "Chủ tịch Hội Liên hiệp phụ nữ",
    "Chủ tịch Hội LHPN",
    "Chủ tịch Phụ nữ",
    "CT HPN",
    "CT Hội PN",
  ],
  farmersUnionChair: ["Chủ tịch Hội Nông dân", "Chủ tịch Nông dân", "CT HND", "CT Hội ND"],
  veteransAssociationChair: [
    "Chủ tịch Hội Cựu chiến binh",
    "Chủ tịch Hội CCB",
    "Chủ tịch CCB",
    "CT HCCB",
    "CT CCB",
  ],
  militaryCommander: [
    "Chỉ huy trưởng Ban CHQS",
    "Chỉ huy trưởng quân sự",
    "Chỉ huy trưởng BCH quân sự",
    "CHT BCHQS",
    "CHT quân sự",
    "Chỉ huy trưởng",
    "Chỉ huy trưởng Ban Chỉ huy QS",
  ],
  policeChief: ["Trưởng CA", "Công an trưởng"],
  officeStatistics: ["Văn phòng thống kê", "VP-TK", "VPTK", "Văn phòng UBND", "Văn phòng - TK"],
  landAgriculture: [
    "Địa chính",
    "ĐC-NN-XD-MT",
    "ĐC-NN-XD&MT",
    "Địa chính nông nghiệp xây dựng môi trường",
    "Địa chính - xây dựng",
    "Địa chính NN XD MT",
  ],
  landUrban: ["ĐC-XD-ĐT-MT", "ĐC-XD-ĐT&MT", "Địa chính xây dựng đô thị môi trường"],
  financeAccounting: ["Kế toán", "TC-KT", "Tài chính", "Kế toán ngân sách", "Tài chính KT"],
  justiceCivilStatus: ["TP-HT", "Tư pháp", "Hộ tịch", "Tư pháp HT"],
  cultureSociety: ["VH-XH", "Văn hóa", "Văn xã", "Văn hóa thông tin", "VHXH"],
  officeChief: ["Chánh Văn phòng", "CVP HĐND và UBND", "CVP", "Chánh Văn phòng HĐND UBND"],
  officeDeputyChief: ["Phó Chánh Văn phòng", "PCVP HĐND và UBND", "PCVP", "Phó Chánh Văn phòng HĐND UBND"],
  partyOfficeChief: ["Chánh Văn phòng", "CVP", "CVP Đảng ủy", "Chánh VP Đảng ủy", "CVP ĐU"],
  partyOfficeDeputyChief: ["Phó Chánh Văn phòng", "PCVP", "PCVP Đảng ủy", "Phó CVP Đảng ủy"],
  partyBuildingHead: ["Trưởng Ban XDĐ", "Trưởng Ban XD Đảng", "Trưởng Ban Xây dựng Đảng Đảng ủy"],
  partyBuildingDeputyHead: [
    "Phó Ban Xây dựng Đảng",
    "Phó Ban XDĐ",
    "Phó Trưởng Ban XDĐ",
    "Phó Trưởng Ban XD Đảng",
    "Phó Trưởng Ban Xây dựng Đảng Đảng ủy",
  ],
  partyInspectionChair: [
    "Chủ nhiệm UBKT",
    "Chủ nhiệm UBKT Đảng ủy",
    "Chủ nhiệm Ủy ban Kiểm tra",
    "CN UBKT",
    "CN UBKT Đảng ủy",
  ],
  partyInspectionViceChair: [
    "Phó Chủ nhiệm UBKT",
    "Phó Chủ nhiệm UBKT Đảng ủy",
    "Phó Chủ nhiệm Ủy ban Kiểm tra",
    "PCN UBKT",
    "PCN UBKT Đảng ủy",
  ],
  politicsCentreDirector: ["GĐ TTCT", "GĐ TT Chính trị", "GĐ Trung tâm Chính trị"],
  politicsCentreDeputyDirector: ["PGĐ TTCT", "PGĐ TT Chính trị", "PGĐ Trung tâm Chính trị"],
  economyHead: ["TP Kinh tế"],
  economyDeputyHead: ["Phó phòng Kinh tế", "Phó TP Kinh tế", "PTP Kinh tế"],
  economyUrbanHead: ["TP KT, HT và ĐT", "TP Kinh tế, Hạ tầng và ĐT"],
  economyUrbanDeputyHead: ["Phó phòng Kinh tế, Hạ tầng và Đô thị", "PTP Kinh tế, Hạ tầng và ĐT"],
  cultureSocietyHead: ["TP VH-XH", "TP Văn hóa Xã hội", "Trưởng phòng VHXH"],
  cultureSocietyDeputyHead: ["Phó phòng Văn hóa - Xã hội", "PTP VH-XH", "Phó TP VH-XH"],
  publicServiceDirector: [
    "Giám đốc Trung tâm PVHCC",
    "GĐ TTPVHCC",
    "GĐ TT PVHCC",
    "Giám đốc TTPVHCC",
    "Giám đốc Trung tâm hành chính công",
  ],
  publicServiceDeputyDirector: [
    "Phó Giám đốc Trung tâm PVHCC",
    "PGĐ TTPVHCC",
    "PGĐ TT PVHCC",
    "Phó Giám đốc TTPVHCC",
  ],
  specialist: [
    ...withoutOffice,
    ...withoutOffice.flatMap((front) => departments.map((department) => `${front} ${department}`)),
  ],
  villageCellSecretary: ["Bí thư Chi bộ", "Bí thư Chi bộ thôn", "Bí thư Chi bộ tổ dân phố", "BT Chi bộ"],
  villageHead: ["thôn", "bản", "làng", "ấp", "buôn", "bon", "phum", "sóc", "xóm"].map(
    (village) => `Trưởng ${village}`,
  ),
  quarterHead: [
    "Tổ trưởng TDP",
    ...["tổ dân phố", "TDP", "khu phố", "khối phố", "khóm", "tiểu khu"].map((quarter) => `Trưởng ${quarter}`),
  ],
  villageFrontHead: [
    "Trưởng Ban CTMT",
    "Trưởng Ban công tác Mặt trận thôn",
    "Trưởng Ban công tác Mặt trận tổ dân phố",
  ],
  partTime: ["Không chuyên trách", "NHĐKCT", "HĐKCT", "Người HĐKCT"],
};

/** A text without what says nothing of the post, short forms written out, without marks. */
export function postName(text: string): string {
  const whole = exactHeading(text)
    .split(" ")
    .map((word) => shortForms[word] ?? word)
    .join(" ");
  return looseHeading(whole.replace(fillers, " "));
}

const officeParts =
  /^(?:khối|đảng ủy|đảng bộ|hđnd|ubnd|hội đồng nhân dân|ủy ban|ubkt|văn phòng|vp|phòng|trung tâm|tt|ttpvhcc|ban|mttq|ubmttq|mặt trận|đoàn|các đoàn thể|hội)(?: |$)/u;

/** Whether a text in a column of units names a part of the office itself ("Phòng Kinh tế", "Đảng ủy"). */
export function isOfficePart(text: string): boolean {
  return officeParts.test(exactHeading(text));
}

const partsInGeneral =
  /^(?:(?:các|những|khối|phòng|ban|trung tâm|đơn vị|bộ phận|cơ quan|ngành|hội|đoàn thể|tổ chức|chuyên môn|nghiệp vụ|tham mưu|giúp việc|sự nghiệp|và)(?: |$))+(?:(?:trực )?thuộc(?: .*)?)?$/u;

/** Whether a part of the office is named by itself; "Phòng, ban chuyên môn" speaks of all of them and is no department. */
export function namesOnePart(part: string): boolean {
  return !partsInGeneral.test(exactHeading(part));
}

/** "TT" alone is a center as well: it stands in only behind the secretary or the chair. */
const standingDeputy = /^p(?:hó|\p{L}*)\s.*thường trực|^(?:pbt|pct|phó (?:bí thư|chủ tịch))\s+tt(?:\s|$)/iu;

const inAnOffice = /^(?:công chức|chuyên viên|cán sự)\s.*(?:phòng|vp|trung tâm|tt)/iu;

/** What a text says beside its post, for its row: which deputy stands in for the one above, in which office one works. */
export function besidePost(text: string): Readonly<Record<string, string>> | undefined {
  const said = text.trim().normalize("NFC");
  return standingDeputy.test(said) || inAnOffice.test(said) ? { note: text } : undefined;
}

/** Other names of a shipped post, as `postName` has them. */
export function otherPostNames(key: string): readonly string[] {
  return (otherNames[key] ?? []).flatMap((name) => [postName(name), looseHeading(name)]);
}

/** The office's own name behind a part of it: "Phòng Kinh tế xã Mẫu". */
const ofUnit = /(?<!\s)\s+(?:xã(?!\s+hội)|phường|thị trấn|đặc khu)(?:\s.*)?$/iu;

/**
 * A bare post with the part of the office that stands beside it: "Phó Trưởng phòng" of "Phòng Kinh tế" is the Phó Trưởng
 * phòng Kinh tế. @returns as it is written, then with short forms written out
 */
export function postInPart(post: string, part: string): readonly [string, string] {
  const plain = part.replace(ofUnit, "");
  return [joinedWords(post, plain), joinedWords(postName(post), postName(plain))];
}

/** Words that the end of a post and the name of a part may share; a cell may hold thousands, which are no post. */
const mostShared = 12;

/** Words that end the one and begin the other are written once. */
function joinedWords(one: string, other: string): string {
  const [front, back] = [one, other].map((text) => text.trim().split(/\s+/u)) as [string[], string[]];
  for (let shared = Math.min(front.length, back.length, mostShared); shared > 0; shared--) {
    const isSame =
      looseHeading(front.slice(-shared).join(" ")) === looseHeading(back.slice(0, shared).join(" "));
    if (isSame) return [...front, ...back.slice(shared)].join(" ");
  }
  return [...front, ...back].join(" ");
}
