/**
 * Schools and fields of study that a sample qualification names, fitting level, post, field and year.
 *
 * A diploma of a school that did not exist yet, or an accountant with a degree in forestry on every row, would make
 * the sample useless for showing what a clerk checks; majors that do not fit a post occur, but as the exception.
 */
import type { Random } from "./random";

/** What people in a post work on, as far as studies go. */
export type WorkField =
  | "leading"
  | "office"
  | "land"
  | "finance"
  | "justice"
  | "culture"
  | "military"
  | "youth";

type Discipline =
  | "law"
  | "administration"
  | "economics"
  | "agriculture"
  | "engineering"
  | "education"
  | "society";

export interface Major {
  readonly name: string;
  readonly discipline: Discipline;
}

function majors(discipline: Discipline, ...names: string[]): Major[] {
  return names.map((name) => ({ name, discipline }));
}

const law = majors("law", "Luật", "Luật", "Luật kinh tế");
const accounting = majors("economics", "Kế toán", "Kế toán", "Tài chính - ngân hàng");
const administration = majors(
  "administration",
  "Quản lý nhà nước",
  "Hành chính học",
  "Quản trị văn phòng",
  "Văn thư - lưu trữ",
);
const farming = majors("agriculture", "Nông học", "Lâm nghiệp", "Chăn nuôi - thú y", "Phát triển nông thôn");
const land = majors(
  "agriculture",
  "Quản lý đất đai",
  "Quản lý đất đai",
  "Khoa học môi trường",
  "Trắc địa - bản đồ",
);
const building = majors("engineering", "Kỹ thuật xây dựng");
const computing = majors("engineering", "Công nghệ thông tin");
const teaching = majors(
  "education",
  "Sư phạm Toán",
  "Sư phạm Ngữ văn",
  "Sư phạm Lịch sử",
  "Giáo dục tiểu học",
);
const social = majors(
  "society",
  "Công tác xã hội",
  "Công tác xã hội",
  "Quản lý văn hóa",
  "Xã hội học",
  "Công tác thanh thiếu niên",
);
const business = majors("economics", "Quản trị kinh doanh", "Quản lý kinh tế", "Kinh tế nông nghiệp");

const majorsOf: Readonly<Record<Exclude<WorkField, "military">, readonly Major[]>> = {
  leading: [...law, ...administration, ...farming, ...business, ...teaching],
  office: [...administration, ...administration, ...law, ...computing],
  land: [...land, ...land, ...building, ...farming],
  finance: accounting,
  justice: law,
  culture: [...social, ...social, ...teaching],
  youth: [...social, ...teaching, ...law],
};

const baseLevelMilitary: Major = { name: "Quân sự cơ sở", discipline: "society" };

/** A field of study for a post; one in twenty does not fit it. */
export function majorFor(random: Random, work: WorkField): Major {
  if (work === "military") return baseLevelMilitary;
  return random.pick(majorsOf[random.percent(5) ? "leading" : work]);
}

interface School {
  readonly name: string;
  /** First year in which it granted anything under this name. */
  readonly since: number;
  readonly disciplines: readonly Discipline[];
  /** Near Phú Thọ. */
  readonly near: boolean;
}

function school(name: string, since: number, near: boolean, ...disciplines: Discipline[]): School {
  return { name, since, near, disciplines };
}

const universities: readonly School[] = [
  school("Trường Đại học Hùng Vương", 2007, true, "agriculture", "economics", "education", "society"),
  school("Trường Đại học Nông Lâm, Đại học Thái Nguyên", 1995, true, "agriculture"),
  school("Học viện Nông nghiệp Việt Nam", 2014, true, "agriculture", "economics"),
  school("Trường Đại học Lâm nghiệp", 1984, true, "agriculture"),
  school("Trường Đại học Kinh tế và Quản trị kinh doanh, Đại học Thái Nguyên", 2008, true, "economics"),
  school("Trường Đại học Kinh tế Quốc dân", 1986, true, "economics"),
  school("Học viện Tài chính", 2002, true, "economics"),
  school("Trường Đại học Sư phạm, Đại học Thái Nguyên", 1995, true, "education"),
  school("Trường Đại học Sư phạm Hà Nội", 1980, true, "education", "society"),
  school("Trường Đại học Luật Hà Nội", 1993, true, "law"),
  school("Trường Đại học Mở Hà Nội", 2018, true, "law", "economics", "engineering"),
  school("Viện Đại học Mở Hà Nội", 1997, true, "law", "economics", "engineering"),
  school("Học viện Hành chính Quốc gia", 1998, true, "administration"),
  school("Trường Đại học Nội vụ Hà Nội", 2015, true, "administration", "society"),
  school("Trường Đại học Công đoàn", 1996, true, "society", "law"),
  school("Học viện Thanh thiếu niên Việt Nam", 2015, true, "society"),
  school("Trường Đại học Xây dựng Hà Nội", 1980, true, "engineering"),
  school("Trường Đại học Vinh", 2001, false, "law", "agriculture", "education", "society", "economics"),
  school("Trường Đại học Quy Nhơn", 2003, false, "administration", "education", "economics"),
  school("Trường Đại học Tây Nguyên", 1981, false, "agriculture", "economics", "education"),
  school("Trường Đại học Luật Thành phố Hồ Chí Minh", 1996, false, "law"),
  school(
    "Trường Đại học Cần Thơ",
    1980,
    false,
    "agriculture",
    "law",
    "engineering",
    "economics",
    "education",
  ),
  school("Trường Đại học Trà Vinh", 2010, false, "law", "administration", "society", "economics"),
];

/** Taken where no listed school fits field and year. */
const formerUniversity = "Trường Đại học Tổng hợp Hà Nội";

/** Where a school is likely: the north around Phú Thọ, or anywhere. */
export type Region = "phuTho" | "anywhere";

const colleges = [
  "Trường Cao đẳng Kinh tế - Kỹ thuật Phú Thọ",
  "Trường Cao đẳng Cộng đồng",
  "Trường Cao đẳng Nông Lâm",
  "Trường Cao đẳng Sư phạm",
];
const vocationalSchools: Readonly<Record<Discipline, string>> = {
  law: "Trường Trung cấp Luật",
  administration: "Trường Trung cấp Văn thư Lưu trữ",
  economics: "Trường Trung cấp Kinh tế",
  agriculture: "Trường Trung cấp Nông Lâm nghiệp",
  engineering: "Trường Trung cấp Xây dựng",
  education: "Trường Trung cấp Sư phạm",
  society: "Trường Trung cấp Văn hóa - Nghệ thuật",
};

/**
 * The school of a professional qualification.
 * @param level key of the professional ladder, not "none"; @param year in which it was granted
 */
export function schoolFor(random: Random, level: string, major: Major, year: number, region: Region): string {
  if (major === baseLevelMilitary)
    return level === "university" ? "Trường Sĩ quan Lục quân 1" : "Trường Quân sự tỉnh";
  switch (level) {
    case "elementary":
      return "Trung tâm Giáo dục nghề nghiệp";
    case "intermediate":
      return vocationalSchools[major.discipline];
    case "college":
      return random.pick(colleges);
    default:
      return university(random, major, year, region);
  }
}

function university(random: Random, major: Major, year: number, region: Region): string {
  const first = random.below(universities.length);
  for (let step = 0; step < universities.length; step++) {
    const candidate = universities[(first + step) % universities.length];
    if (candidate === undefined || candidate.since > year) continue;
    if (region === "phuTho" && !candidate.near) continue;
    if (candidate.disciplines.includes(major.discipline)) return candidate.name;
  }
  return formerUniversity;
}

/**
 * The school of a political-theory certificate: the district's centre for sơ cấp, the province's school for trung
 * cấp, the national academy above.
 * @param district name with its kind ("huyện Thanh Ba"), or null where districts are no more
 * @param province name with its kind ("tỉnh Phú Thọ")
 */
export function politicalSchool(
  level: string,
  year: number,
  district: string | null,
  province: string,
): string {
  switch (level) {
    case "training":
    case "elementary":
      if (district === null) return `Trường Chính trị ${province}`;
      return year < 2020 ? `Trung tâm Bồi dưỡng chính trị ${district}` : `Trung tâm Chính trị ${district}`;
    case "intermediate":
      return `Trường Chính trị ${province}`;
    default:
      return "Học viện Chính trị quốc gia Hồ Chí Minh";
  }
}
