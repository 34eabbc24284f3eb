/** One play of each call about importing, in the order in which a clerk makes them; for tests over the whole contract. */
import { expect } from "vitest";
import type { CallArgs, CallName, CallResult } from "../../shared/contract/contract";

type Ask = <N extends CallName>(name: N, args: CallArgs<N>) => Promise<CallResult<N>>;

const unwritten = "nothing of a workbook is written before importApply";

/** Why calls that need "edit" tell nobody. */
export const importSilences = {
  importOpen: unwritten,
  importState: unwritten,
  importRows: unwritten,
  importRoles: unwritten,
  importChoose: unwritten,
  importAnswer: unwritten,
  importAnswerAll: unwritten,
  importQuestions: unwritten,
  importPlan: unwritten,
  importPeople: unwritten,
  importProblems: unwritten,
} as const;

/** Somebody whose post and level nobody understands, so that texts are kept. */
const workbook = {
  name: "Dán",
  text: "Họ và tên\tSố định danh\tChức vụ\tTrình độ chuyên môn\nNguyễn Văn Bảng\t025080001234\tThú y\tKhá",
};
/** The level, as a later list has it. */
const later = {
  name: "Dán",
  text: "Họ và tên\tSố định danh\tTrình độ chuyên môn\nNguyễn Văn Bảng\t025080001234\tĐại học",
};

export function importPlays(ask: Ask) {
  let session = "";
  const page = () => ({ session, offset: 0, limit: 10 });
  return {
    importOpen: async () => {
      ({ session } = await ask("importOpen", workbook));
    },
    importState: () => ask("importState", { session }),
    importRows: () => ask("importRows", { ...page(), sheet: "" }),
    importRoles: () => ask("importRoles", {}),
    importChoose: () => ask("importChoose", { session, sheet: "", lastRow: null }),
    importAnswer: () => ask("importAnswer", { session, answers: [] }),
    importAnswerAll: () => ask("importAnswerAll", { session, of: "encodings", answer: "turn" }),
    importQuestions: () => ask("importQuestions", page()),
    importPlan: () => ask("importPlan", { session }),
    importPeople: () => ask("importPeople", { ...page(), outcome: "added" }),
    importProblems: () => ask("importProblems", page()),
    importApply: async () => {
      expect(await ask("importApply", { session })).toMatchObject({ added: 1, kept: 2 });
    },
    keptDropSettled: async () => {
      const { session: next } = await ask("importOpen", later);
      await ask("importPlan", { session: next });
      await ask("importApply", { session: next });
      expect(await ask("keptDropSettled", {})).toMatchObject({ texts: 1 });
    },
    keptMatch: async () => {
      const match = { heading: "Chức vụ", text: "Thú y", column: "assignment.post", answer: null };
      expect(await ask("keptMatch", match)).toMatchObject({ people: 1 });
    },
  };
}
