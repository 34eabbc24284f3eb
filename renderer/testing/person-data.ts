/** A person of a commune with a post and a degree, and what they are judged by, for tests of the person's screen. */
import type { PostOption, StandardSetRow, UnitRow } from "../../shared/contract/schemas/catalog";
import type { OfficialRecord } from "../../shared/contract/schemas/officials";
import { byOwned } from "../../shared/domain/entities";

export const personId = "018f0000-0000-7000-8000-00000000000a";
const unitId = "018f0000-0000-7000-8000-0000000000a1";
const postId = "018f0000-0000-7000-8000-0000000000b1";

export const unit: UnitRow = {
  id: unitId,
  code: "08173",
  fullName: "Xã Quảng Yên",
  level: "commune",
  validFrom: "2020-02-01",
  validTo: null,
  parentName: "Huyện Thanh Ba",
  formedFrom: null,
  areaFlags: "",
};
export const post: PostOption = {
  isOurs: true,
  id: postId,
  key: "clerk",
  name: "Văn phòng - thống kê",
  group: "civilServant",
  category: "congChuc",
  order: 1,
  validFrom: null,
  validTo: null,
};
export const standards: StandardSetRow = {
  id: "s1",
  fields: {
    key: "tt13",
    name: "Thông tư số 13/2019/TT-BNV",
    validFrom: "2019-12-25",
    validTo: null,
    verified: false,
  },
  rules: [
    {
      id: "r1",
      fields: {
        set: "s1",
        standard: "professional",
        postGroups: "civilServant",
        minimumLevel: "university",
        clause: "khoản 2 Điều 1",
        verified: false,
        order: 1,
      },
    },
  ],
};
export const record: OfficialRecord = {
  id: personId,
  official: { fullName: "Nguyễn Thị Hoà", birth: "1980-05", identityNumber: "025180001234" },
  rows: {
    ...byOwned(() => []),
    assignment: [
      {
        id: "018f0000-0000-7000-8000-0000000000c1",
        fields: { official: personId, unit: unitId, post: postId, from: "2020-02-01", main: true },
        names: { unit: "Xã Quảng Yên", post: "Văn phòng - thống kê" },
        recordedOn: null,
      },
    ],
    qualification: [
      {
        id: "018f0000-0000-7000-8000-0000000000d1",
        fields: { official: personId, kind: "professional", level: "university", granted: "2005" },
        names: {},
        recordedOn: "2021-01-05",
      },
    ],
  },
  serving: { unitId, unitCode: "08173", unitName: "Xã Quảng Yên", postName: "Văn phòng - thống kê" },
  mainDoubt: null,
  findings: [
    {
      standard: "professional",
      status: "met",
      required: "university",
      majors: [],
      actual: "university",
      setName: "Thông tư số 13/2019/TT-BNV",
      clause: "khoản 2 Điều 1",
      verified: false,
      graceUntil: null,
      assumed: false,
      evidence: [],
      missing: [],
      keptTexts: [],
    },
  ],
  outside: null,
  lastChange: null,
};
