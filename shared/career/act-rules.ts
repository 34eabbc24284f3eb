/**
 * Every way into, between and out of posts (bầu cử, tuyển dụng, bổ nhiệm … bãi nhiệm, cách chức, nghỉ hưu …), as the
 * program ships it: for which kinds of post it cannot be, how long it may last, and whether it is a discipline, which is
 * nothing without its decision. One row for each answer of `kind` and `endReason` of an assignment: a new answer has no
 * row, and does not compile.
 *
 * Sources: Luật 22/2008/QH12, Điều 4 (tracuuquyhoach.com 52242169, laodong.vn 1465140), Điều 7 khoản 6, 7, 9
 * (luatthanhdo.com), khoản 8 (thuvienphapluat.vn 31066), khoản 10–12 (thuvienphapluat.vn 3B3C1); Luật 80/2025/QH15, Điều 1
 * (thuvienphapluat.vn 649688); NĐ 112/2020/NĐ-CP, Điều 7 (thuvienphapluat.vn 20065); NĐ 172/2025/NĐ-CP (nhandan.vn
 * post892539, which tells of the forms for cán bộ and for công chức and that giáng chức is no more); of the length of a
 * secondment NĐ 24/2010/NĐ-CP, Điều 27 (baogialai.com.vn 5667957) and NĐ 170/2025/NĐ-CP, Điều 26; of an appointment NĐ
 * 138/2020/NĐ-CP, Điều 41 (quangthai.thuathienhue.gov.vn 25873) and NĐ 170/2025/NĐ-CP. What no text was found for is
 * not verified, and never refused.
 */
import type { AssignmentKind, EndReason, PostCategory, PostGroup } from "../domain/values";
import type { DatedRule } from "./types";

/** Whom an act is not for. */
export interface ActBar extends DatedRule {
  readonly kinds: readonly PostCategory[];
  /** Posts of these groups alone; not said: of all but `notGroups`. */
  readonly groups?: readonly PostGroup[];
  readonly notGroups?: readonly PostGroup[];
  /** The text leaves no room: the act is refused. Otherwise it is asked to be looked at again. */
  readonly refuses: boolean;
}

/** The longest that an act may give a post for. */
export interface ActLimit extends DatedRule {
  readonly kinds: readonly PostCategory[];
  readonly months: number;
}

export interface ActRule {
  readonly bars: readonly ActBar[];
  readonly limits: readonly ActLimit[];
  /** A form of discipline: without its decision it has no effect that could be shown to anybody. */
  readonly isDiscipline: boolean;
  /** The post is held until a day, which is missing where it is not on record. */
  readonly isForATerm: boolean;
}

const since2010 = { validFrom: "2010-01-01", validTo: "2025-06-30" } as const;
const since2025 = { validFrom: "2025-07-01", validTo: null } as const;
const always = { validFrom: null, validTo: null } as const;

const law2008 = (article: string) =>
  ({ ...since2010, clause: `Luật Cán bộ, công chức 22/2008/QH12, ${article}`, verified: true }) as const;
const law2025 = (article: string) =>
  ({ ...since2025, clause: `Luật Cán bộ, công chức 80/2025/QH15, ${article}`, verified: true }) as const;
const forms2025 = { ...since2025, clause: "NĐ 172/2025/NĐ-CP", verified: true } as const;
const noText = { ...always, clause: "chưa kiểm chứng, chưa tìm thấy văn bản", verified: false } as const;
/** The definition of the law before, of which the law of 2025 was not seen. */
const noTextSince2025 = { ...noText, ...since2025 } as const;

/** Whoever leads nothing, as far as the groups of posts tell. */
const nonLeading: readonly PostGroup[] = ["civilServant", "justiceCivilStatus"];
/** Of the Party's offices some are led by people whom its committees elect. */
const electedInOffices: readonly PostGroup[] = ["partyDepartmentHead"];

type Whom = Pick<ActBar, "kinds" | "groups" | "notGroups">;
const refused = (rule: DatedRule, whom: Whom): ActBar => ({ ...rule, ...whom, refuses: true });
const doubtful = (rule: DatedRule, whom: Whom): ActBar => ({ ...rule, ...whom, refuses: false });

const canBo: Whom = { kinds: ["canBo"] };
const civilServants: Whom = { kinds: ["congChuc"], notGroups: electedInOffices };
const nonLeaders: Whom = { kinds: ["congChuc"], groups: nonLeading };
const contracts: Whom = { kinds: ["hopDong"] };

const plain: ActRule = { bars: [], limits: [], isDiscipline: false, isForATerm: false };
const barred = (...bars: readonly ActBar[]): ActRule => ({ ...plain, bars });
const discipline = (...bars: readonly ActBar[]): ActRule => ({ ...plain, bars, isDiscipline: true });

/** Công chức come by recruitment and appointment, cán bộ by election, approval, appointment or designation. */
const notByElection = [
  refused(law2008("Điều 4 khoản 2 và 3"), civilServants),
  refused(law2025("Điều 1 khoản 2"), civilServants),
] as const;
const notCanBo = [
  refused(law2008("Điều 4 khoản 1 và 3"), canBo),
  refused(law2025("Điều 1 khoản 1"), canBo),
] as const;

const rotation = barred(
  doubtful(law2008("Điều 7 khoản 11"), nonLeaders),
  doubtful(law2008("Điều 7 khoản 11"), { kinds: ["vienChuc", "khongChuyenTrach", "hopDong"] }),
  doubtful(noTextSince2025, nonLeaders),
  doubtful(noTextSince2025, { kinds: ["khongChuyenTrach", "hopDong"] }),
);
const transfer = barred(
  doubtful(law2008("Điều 7 khoản 10"), { kinds: ["khongChuyenTrach", "hopDong"] }),
  doubtful(noTextSince2025, { kinds: ["khongChuyenTrach", "hopDong"] }),
);

/** Five years; of the decree of 2020, which came into force near the end of that year, from the next one on. */
const appointmentTerm: readonly ActLimit[] = [
  {
    kinds: ["congChuc"],
    months: 60,
    validFrom: "2021-01-01",
    validTo: "2025-06-30",
    clause: "NĐ 138/2020/NĐ-CP, Điều 41 khoản 1",
    verified: true,
  },
  { kinds: ["congChuc"], months: 60, ...since2025, clause: "NĐ 170/2025/NĐ-CP", verified: true },
];
/** The months that a secondment may last at most, by every text. */
export const mostSecondmentMonths = 36;
const secondmentTerm: readonly ActLimit[] = [
  {
    ...since2010,
    kinds: ["congChuc", "canBo"],
    months: mostSecondmentMonths,
    clause: "NĐ 24/2010/NĐ-CP, Điều 27",
    verified: true,
  },
  {
    ...since2025,
    kinds: ["congChuc", "canBo"],
    months: mostSecondmentMonths,
    clause: "NĐ 170/2025/NĐ-CP, Điều 26",
    verified: true,
  },
  {
    ...always,
    kinds: ["vienChuc"],
    months: mostSecondmentMonths,
    clause: "Luật Viên chức 58/2010/QH12, Điều 36, chưa kiểm chứng thời hạn",
    verified: false,
  },
];

export const shippedBeginnings: Readonly<Record<AssignmentKind, ActRule>> = {
  elected: {
    ...barred(...notByElection, doubtful(noText, { kinds: ["vienChuc", "hopDong"] })),
    isForATerm: true,
  },
  approved: {
    ...barred(...notByElection, doubtful(noText, { kinds: ["vienChuc", "hopDong"] })),
    isForATerm: true,
  },
  designated: {
    ...barred(
      doubtful(noText, civilServants),
      doubtful(noText, { kinds: ["vienChuc", "khongChuyenTrach", "hopDong"] }),
    ),
    isForATerm: true,
  },
  recruited: barred(...notCanBo, doubtful(noText, contracts)),
  admitted: barred(doubtful(noText, { kinds: ["canBo", "hopDong"] })),
  appointed: { ...barred(doubtful(noText, contracts)), limits: appointmentTerm, isForATerm: true },
  reappointed: { ...barred(doubtful(noText, contracts)), limits: appointmentTerm, isForATerm: true },
  transferred: transfer,
  rotated: rotation,
  seconded: {
    ...barred(
      doubtful(law2008("Điều 7 khoản 12"), { kinds: ["canBo", "khongChuyenTrach", "hopDong"] }),
      doubtful(
        { ...since2025, clause: "NĐ 170/2025/NĐ-CP, Điều 26", verified: true },
        { kinds: ["canBo", "khongChuyenTrach", "hopDong"] },
      ),
    ),
    limits: secondmentTerm,
  },
  concurrent: plain,
  contracted: { ...barred(...notCanBo, doubtful(noText, { kinds: ["congChuc"] })), isForATerm: true },
  other: plain,
};

export const shippedEndings: Readonly<Record<EndReason, ActRule>> = {
  transferred: plain,
  rotated: rotation,
  termEnded: barred(doubtful(noText, nonLeaders)),
  reappointed: plain,
  unitMerged: plain,
  retired: plain,
  relieved: barred(doubtful(law2008("Điều 7 khoản 6"), contracts), doubtful(noTextSince2025, contracts)),
  removedFromOffice: discipline(
    refused(law2008("Điều 7 khoản 7"), civilServants),
    refused(law2008("Điều 7 khoản 7"), { kinds: ["vienChuc", "hopDong"] }),
    refused(forms2025, civilServants),
    doubtful(noTextSince2025, { kinds: ["vienChuc", "hopDong"] }),
  ),
  stripped: discipline(
    refused(law2008("Điều 7 khoản 9"), nonLeaders),
    refused(forms2025, nonLeaders),
    doubtful(law2008("Điều 7 khoản 9"), { kinds: ["khongChuyenTrach", "hopDong"] }),
    doubtful(noTextSince2025, { kinds: ["khongChuyenTrach", "hopDong"] }),
  ),
  demoted: discipline(
    refused(law2008("Điều 7 khoản 8"), canBo),
    refused(law2008("Điều 7 khoản 8"), nonLeaders),
    refused(forms2025, { kinds: ["canBo", "congChuc"] }),
    doubtful(law2008("Điều 7 khoản 8"), { kinds: ["vienChuc", "khongChuyenTrach", "hopDong"] }),
    doubtful(noTextSince2025, { kinds: ["vienChuc", "khongChuyenTrach", "hopDong"] }),
  ),
  dismissed: discipline(
    // The decree came into force within 2020; what the law said of it before was not seen.
    doubtful({ ...noText, ...since2010, validTo: "2020-12-31" }, canBo),
    refused(
      {
        validFrom: "2021-01-01",
        validTo: "2025-06-30",
        clause: "NĐ 112/2020/NĐ-CP, Điều 7 khoản 1",
        verified: true,
      },
      canBo,
    ),
    refused(forms2025, canBo),
  ),
  resigned: barred(doubtful(noText, contracts)),
  leftService: plain,
  downsized: plain,
  contractEnded: barred(doubtful(noText, { kinds: ["canBo", "congChuc"] })),
  secondmentEnded: plain,
  deceased: plain,
  other: plain,
};
