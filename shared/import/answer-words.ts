/**
 * How clerks write the answers of closed lists, apart from the words of the registry: short forms of sexes, of levels on
 * each ladder. A level that is written in a sentence ("Đại học Luật") is read by `read-levels.ts`, which begins from these.
 */
import type { PersonColumn } from "../columns/column";
import { createTranslate } from "../i18n";
import { levelLadders, type QualificationKind, qualificationKinds } from "../domain/levels";

const vietnamese = createTranslate("vi");

/** By group of words of the registry, answer by answer. */
export const choiceWordings: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  sex: { male: ["Trai", "M"], female: ["Gái", "F", "Nu"] },
  assignmentKind: {
    elected: ["Bầu"],
    recruited: ["Tuyển"],
    appointed: ["BN"],
    concurrent: ["Kiêm"],
  },
  studyMode: {
    fullTime: ["CQ", "Tập trung", "Chính qui"],
    inService: ["Tại chức", "VLVH", "Vừa học vừa làm", "Không tập trung", "Tại chức - VLVH"],
    distance: ["ĐTTX", "Đào tạo từ xa"],
  },
  relation: {
    father: ["Cha", "Bố", "Bố đẻ"],
    mother: ["Mẹ"],
    spouse: ["Vợ", "Chồng"],
    child: ["Con trai", "Con gái", "Con đẻ"],
    sibling: [
      "Anh",
      "Chị",
      "Em",
      "Anh trai",
      "Chị gái",
      "Em trai",
      "Em gái",
      "Anh ruột",
      "Chị ruột",
      "Em ruột",
    ],
    fatherInLaw: ["Bố vợ", "Bố chồng", "Cha vợ", "Cha chồng"],
    motherInLaw: ["Mẹ vợ", "Mẹ chồng"],
  },
};

/** A level of six, by its number and by the letters that stand for it. */
function ofSix(level: number, letters: string): readonly string[] {
  return [letters, `Bậc ${level}`, `${level}/6`, `Bậc ${level}/6`, `Bậc ${letters}`];
}

const certificates = {
  basic: [
    "A",
    "B",
    "Chứng chỉ A",
    "Chứng chỉ B",
    "CC A",
    "CC B",
    "Cơ bản",
    "Chứng chỉ cơ bản",
    "Trình độ A",
    "Trình độ B",
    "Văn phòng",
    "Ứng dụng CNTT cơ bản",
    "UDCNTT cơ bản",
    "CNTT cơ bản",
    "CNTT CB",
    "UDCNTT CB",
    "ƯDCNTT cơ bản",
    "ƯDCNTT CB",
    "Chuẩn CNTT cơ bản",
  ],
  advanced: [
    "C",
    "Chứng chỉ C",
    "CC C",
    "Nâng cao",
    "Chứng chỉ nâng cao",
    "Trình độ C",
    "Ứng dụng CNTT nâng cao",
    "CNTT nâng cao",
    "CNTT NC",
    "UDCNTT NC",
    "ƯDCNTT nâng cao",
    "ƯDCNTT NC",
  ],
  intermediate: ["TC", "Trung cấp", "Trung cấp trở lên"],
  college: ["CĐ", "Cao đẳng"],
  university: ["ĐH", "Đại học", "Cử nhân", "Kỹ sư", "KS", "Thạc sĩ", "Thạc sỹ", "ThS"],
  none: ["Không", "Chưa", "Không có"],
} as const;
const heldOrNot = {
  certificate: [
    "Có",
    "Chứng chỉ",
    "CC",
    "Đã bồi dưỡng",
    "Đã học",
    "Giấy chứng nhận",
    "GCN",
    "Đối tượng 2",
    "Đối tượng 3",
    "Đối tượng 4",
    "ĐT2",
    "ĐT3",
    "ĐT4",
    "ĐT 2",
    "ĐT 3",
    "ĐT 4",
  ],
  none: ["Không", "Chưa", "Không có", "Chưa có"],
} as const;

/** By kind of paper, level by level. */
export const levelWordings: {
  readonly [K in QualificationKind]: { readonly [L in (typeof levelLadders)[K][number]]: readonly string[] };
} = {
  general: {
    primary: ["Tiểu học", "TH", "Cấp 1", "Cấp I"],
    lowerSecondary: ["THCS", "Trung học cơ sở", "Cấp 2", "Cấp II", "Phổ thông cơ sở", "PTCS"],
    upperSecondary: [
      "THPT",
      "Trung học phổ thông",
      "Cấp 3",
      "Cấp III",
      "PTTH",
      "Phổ thông trung học",
      "Tú tài",
      "BTTHPT",
      "BTTH",
      "BT THPT",
      "Bổ túc THPT",
      "Bổ túc trung học",
      "GDTX",
      "Tốt nghiệp THPT",
      "TN THPT",
      "Tốt nghiệp phổ thông",
      "Tốt nghiệp PTTH",
    ],
  },
  professional: {
    none: ["Chưa qua đào tạo", "Chưa ĐT", "Chưa qua ĐT", "Chưa đào tạo", "Không", "Không có", "Chưa"],
    elementary: ["SC", "Sơ cấp"],
    intermediate: [
      "TC",
      "Trung cấp",
      "THCN",
      "TCCN",
      "Trung học chuyên nghiệp",
      "Trung cấp chuyên nghiệp",
      "Trung học",
      "TCN",
    ],
    college: ["CĐ", "Cao đẳng", "Cử nhân cao đẳng", "CĐSP"],
    university: [
      "ĐH",
      "Đại học",
      "Cử nhân",
      "CN",
      "Kỹ sư",
      "KS",
      "Kĩ sư",
      "Bác sĩ",
      "Bác sỹ",
      "BS",
      "Dược sĩ",
      "Dược sỹ",
      "DS",
      "Kiến trúc sư",
      "KTS",
    ],
    master: ["ThS", "Th.S", "Thạc sĩ", "Thạc sỹ", "Cao học"],
    doctor: ["TS", "Tiến sĩ", "Tiến sỹ", "TSKH", "Tiến sĩ khoa học"],
  },
  politicalTheory: {
    none: ["Chưa", "Không", "Chưa có", "Không có", "Chưa qua đào tạo"],
    training: ["Bồi dưỡng", "Bồi dưỡng LLCT", "Sơ cấp bồi dưỡng"],
    elementary: ["SC", "Sơ cấp"],
    intermediate: ["TC", "Trung cấp", "Trung cấp LLCT-HC", "TCLLCT", "TCCT", "Trung cấp chính trị"],
    advanced: ["CC", "Cao cấp", "CCLLCT", "CCCT", "Cao cấp chính trị"],
    bachelor: ["CN", "Cử nhân", "CNCT", "Cử nhân chính trị"],
  },
  stateManagement: {
    none: ["Chưa", "Không", "Chưa có", "Không có", "Chưa qua"],
    assistant: ["Cán sự", "CS"],
    specialist: [
      "Chuyên viên",
      "CV",
      "Ngạch chuyên viên",
      "QLNN ngạch chuyên viên",
      "Chương trình chuyên viên",
    ],
    principalSpecialist: [
      "Chuyên viên chính",
      "CVC",
      "Ngạch chuyên viên chính",
      "QLNN ngạch chuyên viên chính",
    ],
    seniorSpecialist: ["Chuyên viên cao cấp", "CVCC", "Ngạch chuyên viên cao cấp"],
  },
  it: certificates,
  foreignLanguage: certificates,
  ethnicLanguage: heldOrNot,
  defence: heldOrNot,
  languageFramework: {
    none: ["Không", "Chưa", "Không có"],
    level1: ofSix(1, "A1"),
    level2: ofSix(2, "A2"),
    level3: ofSix(3, "B1"),
    level4: ofSix(4, "B2"),
    level5: ofSix(5, "C1"),
    level6: ofSix(6, "C2"),
  },
};

/** Words for several levels of a ladder together. */
export const levelsTogether: readonly {
  readonly kind: QualificationKind;
  readonly texts: readonly string[];
  readonly levels: readonly string[];
}[] = [
  {
    kind: "professional",
    texts: ["Trên ĐH", "Trên đại học", "Sau ĐH", "Sau đại học"],
    levels: ["master", "doctor"],
  },
];

/** The answers that a column can have; of a level those of its own ladder. */
export function answerKeys({ definition, pick }: PersonColumn): readonly string[] {
  const kind = pick.kind === "best" ? qualificationKinds.find((one) => one === pick.value) : undefined;
  return definition.ladder !== undefined && kind !== undefined
    ? levelLadders[kind]
    : (definition.choices ?? []);
}

/** Spellings of the answers of a column, beside the words of the registry. */
export function answersOf(
  column: PersonColumn,
): readonly { readonly text: string; readonly value: string }[] {
  const { definition, pick } = column;
  const kind = pick.kind === "best" ? qualificationKinds.find((one) => one === pick.value) : undefined;
  if (definition.ladder !== undefined && kind !== undefined) {
    return Object.entries<readonly string[]>(levelWordings[kind]).flatMap(([value, texts]) =>
      [vietnamese(`domain:level.${kind}.${value}`), ...texts].map((text) => ({ text, value })),
    );
  }
  const spelt = choiceWordings[definition.words ?? ""] ?? {};
  return (definition.choices ?? []).flatMap((value) => (spelt[value] ?? []).map((text) => ({ text, value })));
}
