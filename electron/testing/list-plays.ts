/** One play of each call that changes people in the list or its views; for tests over the whole contract. */
import { shippedViews } from "../../shared/columns/shipped-views";
import type { CallArgs, CallName, CallResult } from "../../shared/contract/contract";

type Ask = <N extends CallName>(name: N, args: CallArgs<N>) => Promise<CallResult<N>>;

/** @param on ISO day @param somebody is asked for when it is played, since others make them first */
export function listPlays(ask: Ask, on: string, somebody: () => string) {
  return {
    cellSave: () =>
      ask("cellSave", { id: somebody(), moment: { on }, key: "official.residence", value: "Khu 3" }),
    manySave: () =>
      ask("manySave", {
        filter: { moment: { on }, serving: "all" },
        order: {},
        ranges: [[0, 1]],
        columns: ["official.note"],
        value: "Sửa cùng lúc",
      }),
    pasteSave: () =>
      ask("pasteSave", {
        filter: { moment: { on }, serving: "all" },
        order: {},
        text: "Khu 7",
        target: { ranges: [[0, 1]], columns: ["official.residence"] },
        room: { ranges: [[0, 1]], columns: ["official.residence"] },
      }),
    salaryRaise: async () => {
      const official = somebody();
      const fields = { grade: "01.003", step: 3, coefficient: 300, from: "2018-12-15" };
      await ask("officialSave", {
        action: "edit",
        reason: null,
        officialId: official,
        official: null,
        rows: [{ entity: "salary", id: "018f0000-0000-7000-8000-00000005a1a1", isNew: true, fields }],
        removed: [],
      });
      const session = { moment: { on }, from: "2021-12-01", to: "2021-12-31", unitId: null };
      return ask("salaryRaise", { ...session, people: [official], number: null, date: null, signer: null });
    },
    evaluationSave: () =>
      ask("evaluationSave", {
        year: Number(on.slice(0, 4)),
        period: "year",
        entered: [{ id: somebody(), generalPoints: null, resultPoints: null, grade: "good" }],
      }),
    formDraftKeep: () =>
      ask("formDraftKeep", {
        id: somebody(),
        instead: [],
        draft: { form: "official", about: somebody(), rows: [], removed: [], correction: null },
      }),
    formDraftsDrop: () => ask("formDraftsDrop", { ids: [somebody()] }),
    viewSave: () => ask("viewSave", { name: "Nữ", view: shippedViews.list }),
    viewRemove: async () => ask("viewRemove", { id: (await ask("viewsGet", {})).named[0]?.id ?? "" }),
  };
}
