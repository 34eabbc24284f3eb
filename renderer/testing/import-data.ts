/** Answers of the calls of an import, for tests of its screens. Nobody in them is real. */
import type { CallResult } from "../../shared/contract/contract";
import type {
  ImportColumn,
  ImportPerson,
  ImportPlanData,
  ImportQuestion,
  ImportSheet,
  ImportState,
} from "../../shared/contract/schemas/imports";

export const importSession = "00000000-0000-4000-8000-0000000000aa";

export const importRoles: CallResult<"importRoles"> = [
  { role: "#kept", label: "Giữ nguyên văn" },
  { role: "#ignored", label: "Bỏ qua" },
  { role: "official.fullName", label: "Họ và tên" },
  { role: "official.birth", label: "Ngày sinh" },
  { role: "official.note", label: "Ghi chú" },
];

function importColumn(change: Partial<ImportColumn> = {}): ImportColumn {
  return {
    letters: "B",
    heading: "Họ và tên",
    role: "official.fullName",
    label: "Họ và tên",
    suggestion: null,
    twiceOf: null,
    isTicked: false,
    samples: ["Nguyễn Văn Mẫu", "Lê Thị Mẫu"],
    ...change,
  };
}

export function importSheet(change: Partial<ImportSheet> = {}): ImportSheet {
  return {
    name: "Danh sach",
    hidden: false,
    rows: 12,
    included: true,
    heading: { first: 4, last: 5 },
    columns: [
      importColumn(),
      importColumn({ letters: "C", heading: "Theo dõi", role: "#kept", label: "Giữ nguyên văn" }),
    ],
    lines: 3,
    left: [],
    leftCount: 2,
    remembered: false,
    fault: null,
    ...change,
  };
}

export function importState(change: Partial<ImportState> = {}): ImportState {
  return {
    session: importSession,
    name: "danh-sach.xls",
    format: "xls",
    leftParts: [],
    sheets: [importSheet()],
    ...change,
  };
}

export function importQuestion(change: Partial<ImportQuestion> = {}): ImportQuestion {
  return {
    key: "century:Danh sach!K",
    kind: "century",
    message: "Cột “Ngày vào Đảng”: năm hai chữ số thuộc thế kỷ nào?",
    column: "official.partyJoined",
    text: null,
    near: [],
    which: null,
    added: [],
    choices: [
      { value: "1900", label: "Thế kỷ 20 (19…)" },
      { value: "2000", label: "Thế kỷ 21 (20…)" },
    ],
    count: 3,
    samples: ["15/01/15"],
    who: "",
    answer: null,
    recalled: false,
    ...change,
  };
}

/** What a plan says of the questions that the page asks for one by one. */
export function countsOfQuestions(
  questions: readonly ImportQuestion[],
  cameUp = 0,
): ImportPlanData["questions"] {
  const open = questions.filter(({ answer }) => answer === null);
  const of = (kind: string) => open.filter((one) => one.kind === kind).length;
  return {
    asked: questions.length,
    open: open.length,
    openEncodings: of("encoding"),
    openTexts: of("word"),
    recalled: questions.filter(({ recalled }) => recalled).length,
    whichRows: [],
    cameUp,
  };
}

export function importPlan(change: Partial<ImportPlanData> = {}): ImportPlanData {
  return {
    rows: 3,
    people: 3,
    added: 2,
    changed: 1,
    unchanged: 0,
    duplicates: 0,
    left: 0,
    kept: 1,
    cells: { stored: 20, unchanged: 4, kept: 1, listed: 3 },
    questions: countsOfQuestions([]),
    blank: 0,
    missing: null,
    duplicateAnswers: {
      one: 0,
      all: null,
      choices: ["same", "other", "leave"],
      reach: {},
      several: 0,
      taken: 0,
    },
    problems: 0,
    encoding: { unicode: 20, tcvn3: 4, vni: 0, viscii: 0, doubtful: 0 },
    ...change,
  };
}

export function importPerson(change: Partial<ImportPerson> = {}): ImportPerson {
  return {
    outcome: "added",
    sheet: "Danh sach",
    rows: [6],
    name: "Nguyễn Văn Mẫu",
    birth: "1980-05-12",
    officialId: null,
    changes: [{ label: "Họ và tên", before: null, after: "Nguyễn Văn Mẫu", beside: null }],
    kept: [],
    blanks: [],
    warnings: [],
    duplicate: null,
    left: null,
    ...change,
  };
}
