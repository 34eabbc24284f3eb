/**
 * The posts of a commune that the program ships, of both periods, as rows that a roster starts with and its users
 * may change. Without them a new roster could not say what anybody does, and no standard would apply to anyone.
 *
 * Sources: NĐ 33/2023/NĐ-CP for the posts until 30/06/2025; Luật 80/2025/QH15, NĐ 170/2025 and NĐ 334/2025 for
 * those from 01/07/2025, of the Party's offices Quy định 298-QĐ/TW and 299-QĐ/TW of 09/06/2025 (an office, a board for
 * building the Party, the inspection committee's office, a centre for politics where the district's was), as the press
 * tells of them; the titles of who leads one follow from its name and were not compared with the text. Elected posts go on across both periods. Which day ended "Trưởng Công an" as a post of
 * công chức is not checked against a text: it stands at the eve of NĐ 33/2023, which no longer lists it.
 */
import type { PostCategory, PostGroup } from "../domain/values";
import { catalogId } from "./ids";

/** Days are `YYYY-MM-DD`, both included; null is open. `order` is the place in lists and grows downwards. */
export interface ShippedPost {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly group: PostGroup;
  readonly category: PostCategory;
  readonly order: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

type Line = readonly [key: string, name: string, group: PostGroup];

const elected: readonly Line[] = [
  ["partySecretary", "Bí thư Đảng ủy", "partySecretary"],
  ["partyDeputySecretary", "Phó Bí thư Đảng ủy", "partyDeputySecretary"],
  ["peoplesCouncilChair", "Chủ tịch HĐND", "peoplesCouncilLeader"],
  ["peoplesCouncilViceChair", "Phó Chủ tịch HĐND", "peoplesCouncilLeader"],
  ["peoplesCommitteeChair", "Chủ tịch UBND", "peoplesCommitteeLeader"],
  ["peoplesCommitteeViceChair", "Phó Chủ tịch UBND", "peoplesCommitteeLeader"],
  ["fatherlandFrontChair", "Chủ tịch Ủy ban MTTQ Việt Nam", "massOrganisationLeader"],
  ["youthUnionSecretary", "Bí thư Đoàn TNCS Hồ Chí Minh", "massOrganisationLeader"],
  ["womensUnionChair", "Chủ tịch Hội LHPN Việt Nam", "massOrganisationLeader"],
  ["farmersUnionChair", "Chủ tịch Hội Nông dân Việt Nam", "massOrganisationLeader"],
  ["veteransAssociationChair", "Chủ tịch Hội Cựu chiến binh Việt Nam", "massOrganisationLeader"],
];

const untilJune2025: readonly Line[] = [
  ["officeStatistics", "Văn phòng - thống kê", "civilServant"],
  ["landAgriculture", "Địa chính - nông nghiệp - xây dựng và môi trường", "civilServant"],
  ["landUrban", "Địa chính - xây dựng - đô thị và môi trường", "civilServant"],
  ["financeAccounting", "Tài chính - kế toán", "civilServant"],
  ["justiceCivilStatus", "Tư pháp - hộ tịch", "justiceCivilStatus"],
  ["cultureSociety", "Văn hóa - xã hội", "civilServant"],
];

/** A group of their own: NĐ 334/2025 speaks of heads in offices of the State. */
const partyHeadsSinceJuly2025: readonly Line[] = [
  ["partyOfficeChief", "Chánh Văn phòng Đảng ủy", "partyDepartmentHead"],
  ["partyOfficeDeputyChief", "Phó Chánh Văn phòng Đảng ủy", "partyDepartmentHead"],
  ["partyBuildingHead", "Trưởng Ban Xây dựng Đảng", "partyDepartmentHead"],
  ["partyBuildingDeputyHead", "Phó Trưởng Ban Xây dựng Đảng", "partyDepartmentHead"],
  ["partyInspectionChair", "Chủ nhiệm Ủy ban Kiểm tra Đảng ủy", "partyDepartmentHead"],
  ["partyInspectionViceChair", "Phó Chủ nhiệm Ủy ban Kiểm tra Đảng ủy", "partyDepartmentHead"],
  ["politicsCentreDirector", "Giám đốc Trung tâm Chính trị", "partyDepartmentHead"],
  ["politicsCentreDeputyDirector", "Phó Giám đốc Trung tâm Chính trị", "partyDepartmentHead"],
];

const headsSinceJuly2025: readonly Line[] = [
  ["officeChief", "Chánh Văn phòng HĐND và UBND", "departmentHead"],
  ["officeDeputyChief", "Phó Chánh Văn phòng HĐND và UBND", "departmentHead"],
  ["economyHead", "Trưởng phòng Kinh tế", "departmentHead"],
  ["economyDeputyHead", "Phó Trưởng phòng Kinh tế", "departmentHead"],
  ["economyUrbanHead", "Trưởng phòng Kinh tế, Hạ tầng và Đô thị", "departmentHead"],
  ["economyUrbanDeputyHead", "Phó Trưởng phòng Kinh tế, Hạ tầng và Đô thị", "departmentHead"],
  ["cultureSocietyHead", "Trưởng phòng Văn hóa - Xã hội", "departmentHead"],
  ["cultureSocietyDeputyHead", "Phó Trưởng phòng Văn hóa - Xã hội", "departmentHead"],
  ["publicServiceDirector", "Giám đốc Trung tâm Phục vụ hành chính công", "departmentHead"],
  ["publicServiceDeputyDirector", "Phó Giám đốc Trung tâm Phục vụ hành chính công", "departmentHead"],
];

/**
 * Posts of a village or a quarter, whatever it is called there: NĐ 33/2023, Điều 33 khoản 6. Since NĐ 185/2026 only its head is
 * a người hoạt động không chuyên trách; the others go on outside both lists as well.
 */
const ofVillages: readonly Line[] = [
  ["villageCellSecretary", "Bí thư Chi bộ thôn, tổ dân phố", "otherPost"],
  ["villageHead", "Trưởng thôn", "otherPost"],
  ["quarterHead", "Tổ trưởng tổ dân phố", "otherPost"],
  ["villageFrontHead", "Trưởng Ban công tác Mặt trận", "otherPost"],
];

/**
 * Every shipped post, in the order of lists: whoever is elected, the heads of the Party's offices, of rooms and of centres as
 * the texts of 2025 name them, the military command, whoever leads nothing, and behind them the titles that are no more. On a day before 07/2025
 * nobody holds what stands between, so that one order serves both periods.
 */
export const shippedPosts: readonly ShippedPost[] = [
  ...posts(elected, 100, "canBo", null, null),
  ...posts(partyHeadsSinceJuly2025, 150, "congChuc", "2025-07-01", null),
  ...posts(headsSinceJuly2025, 200, "congChuc", "2025-07-01", null),
  ...posts(
    [["militaryCommander", "Chỉ huy trưởng Ban Chỉ huy quân sự", "militaryCommander"]],
    300,
    "congChuc",
    null,
    null,
  ),
  ...posts([["specialist", "Công chức chuyên môn", "civilServant"]], 400, "congChuc", "2025-07-01", null),
  ...posts([["policeChief", "Trưởng Công an", "policeChief"]], 500, "congChuc", null, "2023-07-31"),
  ...posts(untilJune2025, 510, "congChuc", null, "2025-06-30"),
  ...posts(ofVillages, 890, "khongChuyenTrach", null, null),
  // The lists of cán bộ and of công chức are closed by decree: whatever else somebody does is outside both.
  ...posts(
    [
      ["partTime", "Người hoạt động không chuyên trách", "otherPost"],
      ["other", "Khác", "otherPost"],
    ],
    900,
    "khongChuyenTrach",
    null,
    null,
  ),
];

const byKey = new Map(shippedPosts.map((post) => [post.key, post]));

/** The shipped post with this key, or null. */
export function shippedPost(key: string): ShippedPost | null {
  return byKey.get(key) ?? null;
}

function posts(
  lines: readonly Line[],
  firstOrder: number,
  category: PostCategory,
  validFrom: string | null,
  validTo: string | null,
): ShippedPost[] {
  return lines.map(([key, name, group], place) => ({
    id: catalogId(`post/${key}`),
    key,
    name,
    group,
    category,
    order: firstOrder + place,
    validFrom,
    validTo,
  }));
}
