// Guards that no rule is saved unseen: each dialog shows whose status would change, opens the people, and writes the very
// edits that it previewed; what cannot stand is said in a sentence, and what was typed stays.

import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { StandardSetRow } from "../../../../shared/contract/schemas/catalog";
import type { Moment } from "../../../../shared/contract/schemas/common";
import type { RulesPreview } from "../../../../shared/contract/schemas/rules";
import { type FakeHandlers, fakeApi, refuse } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { StandardsTab } from "../standards-tab";

const setId = "00000000-0000-4000-8000-0000000000a1";
const ruleId = "00000000-0000-4000-8000-0000000000a2";
const unitId = "00000000-0000-4000-8000-0000000000a3";
const set: StandardSetRow = {
  id: setId,
  fields: {
    key: "tham-chieu",
    name: "Quy định tham chiếu",
    title: "Tiêu chuẩn cho cấp xã",
    validFrom: "2025-07-01",
    inUse: false,
    verified: false,
  },
  rules: [
    {
      id: ruleId,
      fields: {
        set: setId,
        standard: "professional",
        postGroups: "civilServant",
        minimumLevel: "university",
        clause: "Điều 1",
        order: 10,
        verified: true,
      },
    },
  ],
};
const move = {
  standard: "professional",
  from: "notApplicable",
  to: "met",
  people: 31,
  unverified: 31,
} as const;
const preview: RulesPreview = {
  people: 31,
  moves: [move],
  byUnit: [{ unitId, unitCode: "08173", unitName: "Xã Quảng Yên", people: 31, moves: [move] }],
  uncovered: { before: 33, after: 0 },
  weaker: [],
  laterDays: [],
};

function show(more: FakeHandlers = {}) {
  const fake = fakeApi({
    standardsList: () => [set],
    postsList: () => [],
    waitingValues: () => [],
    rulesPreview: () => preview,
    rulesPreviewPeople: () => ({
      total: 1,
      people: [
        {
          id: "00000000-0000-4000-8000-0000000000a4",
          fullName: "Nguyễn Thị Hoà",
          birth: "1980-05",
          unitName: "Xã Quảng Yên",
          postName: "Văn phòng - thống kê",
          moves: [{ standard: "professional", from: "notApplicable", to: "met" }],
        },
      ],
    }),
    rulesSave: () => ({ changeId: 1, proposed: null }),
    ...more,
  });
  renderApp(<StandardsTab />, { fake, hash: "#/catalog/standards" });
  return fake;
}

const sent = (fake: ReturnType<typeof fakeApi>, name: string) =>
  fake.calls.filter((call) => call.name === name);

describe("the screen for rules", () => {
  it("shows what switching a set on would do, opens the people, and writes what it showed", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("button", { name: "Bật Quy định tham chiếu" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Bật: Quy định tham chiếu" }));
    expect((await dialog.findByRole("status")).textContent).toBe(
      "31 người đổi tình trạng. Số người chưa có quy định áp dụng: 33 → 0.",
    );
    const [count] = await dialog.findAllByRole("button", { name: /31 người Chuyên môn: Không xét → Đạt/ });
    if (count === undefined) throw new Error("No number to open");
    fireEvent.click(count);
    expect(await dialog.findByRole("row", { name: /Nguyễn Thị Hoà 05\/1980/ })).toBeTruthy();
    fireEvent.click(dialog.getByRole("button", { name: "Bật" }));
    await waitFor(() => expect(sent(fake, "rulesSave")).toHaveLength(1));
    const edits = [{ entity: "standardSet", id: setId, isNew: false, fields: { inUse: true } }];
    expect(sent(fake, "rulesSave")[0]?.args).toMatchObject({ edits });
    expect(sent(fake, "rulesPreview")[0]?.args).toMatchObject({ edits });
  });

  it("previews an edited rule, which is no longer confirmed, and asks nothing of one that is not edited", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("button", { name: "Sửa: Điều 1" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(sent(fake, "rulesPreview")).toHaveLength(0);
    fireEvent.change(dialog.getByRole("textbox", { name: "Điều, khoản" }), { target: { value: "Điều 2" } });
    await waitFor(() =>
      expect(sent(fake, "rulesPreview").at(-1)?.args).toMatchObject({
        edits: [{ id: ruleId, isNew: false, fields: { clause: "Điều 2", verified: false } }],
      }),
    );
  });

  it("tells of each later day on which a change takes effect, opens its people as of then, and says which days are still", async () => {
    const still = { ...preview, people: 0, moves: [], byUnit: [], uncovered: { before: 1, after: 1 } };
    const [end, quiet] = ["2099-01-01", "2099-06-01"];
    const fake = show({
      rulesPreview: ({ moment }) =>
        moment.on === end ? preview : { ...still, laterDays: moment.on === quiet ? [] : [end, quiet] },
    });
    fireEvent.click(await screen.findByRole("button", { name: "Bật Quy định tham chiếu" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Bật: Quy định tham chiếu" }));
    const later = within(await dialog.findByRole("region", { name: "Nếu lưu, xét tại ngày 01/01/2099" }));
    expect((await later.findByRole("status")).textContent).toContain("31 người đổi tình trạng.");
    expect(
      await dialog.findByRole("button", { name: "Xem trước: 31 người đổi tình trạng từ ngày 01/01/2099" }),
    ).toBeTruthy();
    expect(dialog.getByText("Cũng đã xét tại ngày 01/06/2099: không ai đổi tình trạng.")).toBeTruthy();
    expect(sent(fake, "rulesPreview").map(({ args }) => (args as { moment: Moment }).moment.on)).toEqual([
      expect.any(String) as string,
      end,
      quiet,
    ]);
    const [count] = later.getAllByRole("button", { name: /31 người Chuyên môn/ });
    if (count === undefined) throw new Error("No number to open");
    fireEvent.click(count);
    expect(await later.findByRole("row", { name: /Nguyễn Thị Hoà/ })).toBeTruthy();
    expect(sent(fake, "rulesPreviewPeople")[0]?.args).toMatchObject({ moment: { on: end } });
  });

  it("warns of what a set would ask less than the text it details, and saves it only after a yes", async () => {
    const weak = {
      standard: "professional",
      weakness: "level",
      rule: ruleId,
      clause: "Điều 2",
      setName: "Quyết định của tỉnh",
      level: "college",
      baseRule: setId,
      baseClause: "Điều 8",
      baseSetName: "Nghị định",
      baseLevel: "university",
    } as const;
    const fake = show({ rulesPreview: () => ({ ...preview, weaker: [weak] }) });
    fireEvent.click(await screen.findByRole("button", { name: "Sửa: Điều 1" }));
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.change(dialog.getByRole("textbox", { name: "Điều, khoản" }), { target: { value: "Điều 2" } });
    const sentence =
      "“Điều 2” (Quyết định của tỉnh) quy định chuyên môn từ Cao đẳng, thấp hơn Đại học ở “Điều 8” (Nghị định).";
    expect(await dialog.findByText(sentence)).toBeTruthy();
    const save = () => fireEvent.click(dialog.getByRole("button", { name: "Lưu" }));
    const question = () => screen.findByRole("dialog", { name: "Lưu quy định thấp hơn văn bản gốc?" });
    save();
    const asked = within(await question());
    expect(asked.getByText(sentence)).toBeTruthy();
    fireEvent.click(asked.getByRole("button", { name: "Hủy" }));
    await waitFor(() => expect(screen.getAllByRole("dialog")).toHaveLength(1));
    expect(sent(fake, "rulesSave")).toHaveLength(0);
    save();
    fireEvent.click(within(await question()).getByRole("button", { name: "Vẫn lưu" }));
    await waitFor(() => expect(sent(fake, "rulesSave")).toHaveLength(1));
  });

  it("asks nothing of a rule that was kept without a level", async () => {
    const fields = { ...set.rules[0]?.fields, minimumLevel: null };
    const fake = show({ standardsList: () => [{ ...set, rules: [{ id: ruleId, fields }] }] });
    fireEvent.click(await screen.findByRole("button", { name: "Sửa: Điều 1" }));
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.change(dialog.getByRole("textbox", { name: "Điều, khoản" }), { target: { value: "Điều 8" } });
    fireEvent.click(dialog.getByRole("button", { name: "Lưu" }));
    await waitFor(() => expect(sent(fake, "rulesSave")).toHaveLength(1));
  });

  it("says what a set stands on, and that it does not hold where its base does not", async () => {
    const detail = (id: string, name: string, basedOn: string): StandardSetRow => ({
      id,
      fields: { key: id.slice(-2), name, validFrom: "2026-01-01", basedOn },
      rules: [],
    });
    const ids = ["b1", "b2", "b3", "b4"].map((end) => setId.replace("a1", end));
    const [first = "", second = "", third = "", fourth = ""] = ids;
    show({
      standardsList: () => [
        set,
        detail(first, "Của tỉnh", setId),
        detail(second, "Lạc", ids[0]?.replace("b1", "ff") ?? ""),
        detail(third, "Vòng một", fourth),
        detail(fourth, "Vòng hai", third),
      ],
    });
    expect(await screen.findByText(/quy định chi tiết cho Quy định tham chiếu/)).toBeTruthy();
    expect(
      screen.getByText(/văn bản gốc không áp dụng ngày .* nên văn bản này cũng không áp dụng/),
    ).toBeTruthy();
    expect(screen.getByText(/văn bản gốc không có trong sổ/)).toBeTruthy();
    expect(screen.getAllByText(/các văn bản quy định chi tiết lẫn nhau/)).toHaveLength(2);
  });

  const contradiction = (differs: "level" | "majors") =>
    refuse({
      code: "rules-contradict",
      params: {
        first: "“Khoản 1” (Quyết định 9)",
        firstAsks: "Đại học, ngành nào cũng được",
        firstRule: "00000000-0000-4000-8000-0000000000a9",
        second: "“Điều 2” (Quy định tham chiếu)",
        secondAsks: "Đại học, ngành Đất đai",
        secondRule: ruleId,
        whom: "Công chức chuyên môn",
        differs,
      },
    });

  it.each([
    ["majors", "Thuộc một trong các ngành", "textbox"],
    ["level", "Mức tối thiểu", "combobox"],
  ] as const)(
    "names both rules that cannot stand beside each other and leads to the %s to mend, keeping what was typed",
    async (differs, field, role) => {
      show({
        rulesPreview: () => {
          throw contradiction(differs);
        },
      });
      fireEvent.click(await screen.findByRole("button", { name: "Sửa: Điều 1" }));
      const dialog = within(await screen.findByRole("dialog"));
      fireEvent.change(dialog.getByRole("textbox", { name: "Điều, khoản" }), { target: { value: "Điều 2" } });
      expect((await dialog.findByRole("alert")).textContent).toMatch(
        /^Hai quy định trái nhau, .* mà cùng xét Công chức chuyên môn trong cùng thời gian: “Khoản 1” \(Quyết định 9\) ghi Đại học, ngành nào cũng được; “Điều 2” \(Quy định tham chiếu\) ghi Đại học, ngành Đất đai\./,
      );
      fireEvent.click(dialog.getByRole("button", { name: "Lưu" }));
      const led = dialog.getByRole(role, { name: field });
      await waitFor(() => expect(document.activeElement).toBe(led));
      const said = /^Trái với “Khoản 1” \(Quyết định 9\) ghi Đại học, ngành nào cũng được/;
      expect(dialog.getByText(said)).toBeTruthy();
      expect(dialog.getByRole<HTMLInputElement>("textbox", { name: "Điều, khoản" }).value).toBe("Điều 2");
      // Whether it is mended is known with the next answer; until then nothing stands there that may be wrong.
      fireEvent.change(dialog.getByRole("textbox", { name: "Ghi chú" }), { target: { value: "Xem lại" } });
      expect(dialog.queryByText(said)).toBeNull();
    },
  );

  it("leads to what asks less than the base once somebody would rather not save it", async () => {
    const weak = {
      standard: "professional",
      weakness: "level",
      rule: ruleId,
      clause: "Điều 1",
      setName: "Quy định tham chiếu",
      level: "college",
      baseRule: "00000000-0000-4000-8000-0000000000a9",
      baseClause: "Khoản 1",
      baseSetName: "Nghị định",
      baseLevel: "university",
    } as const;
    const fake = show({ rulesPreview: () => ({ ...preview, weaker: [weak] }) });
    fireEvent.click(await screen.findByRole("button", { name: "Sửa: Điều 1" }));
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.change(dialog.getByRole("textbox", { name: "Điều, khoản" }), { target: { value: "Điều 2" } });
    fireEvent.click(dialog.getByRole("button", { name: "Lưu" }));
    const question = within(
      await screen.findByRole("dialog", { name: "Lưu quy định thấp hơn văn bản gốc?" }),
    );
    fireEvent.click(question.getByRole("button", { name: "Hủy" }));
    const level = dialog.getByRole("combobox", { name: "Mức tối thiểu" });
    await waitFor(() => expect(document.activeElement).toBe(level));
    expect(level.getAttribute("aria-invalid")).toBe("true");
    expect(sent(fake, "rulesSave")).toHaveLength(0);
  });

  it("leads to the posts where a rule is for nobody", async () => {
    show();
    fireEvent.click(await screen.findByRole("button", { name: "Sửa: Điều 1" }));
    const dialog = within(await screen.findByRole("dialog"));
    const group = within(dialog.getByRole("group", { name: "Nhóm chức danh" }));
    fireEvent.click(group.getByRole("checkbox", { name: "Công chức chuyên môn" }));
    fireEvent.click(dialog.getByRole("button", { name: "Lưu" }));
    await waitFor(() =>
      expect(document.activeElement).toBe(group.getByRole("checkbox", { name: "Bí thư Đảng ủy" })),
    );
  });

  it("says what is left to compare of a text all of whose rules were compared, and of no other", async () => {
    const left = "Quy định đã đối chiếu; còn tên và thời gian áp dụng của văn bản chưa đối chiếu.";
    const of = (ofSet: boolean, ofRule: boolean) => ({
      ...set,
      fields: { ...set.fields, verified: ofSet },
      rules: set.rules.map((rule) => ({ ...rule, fields: { ...rule.fields, verified: ofRule } })),
    });
    for (const [ofSet, ofRule, times] of [
      [false, true, 1],
      [false, false, 0],
      [true, true, 0],
    ] as const) {
      show({ standardsList: () => [of(ofSet, ofRule)] });
      await screen.findByRole("button", { name: "Việc khác với Quy định tham chiếu" });
      expect(screen.queryAllByText(left)).toHaveLength(times);
      cleanup();
    }
  });

  it("says what a new text like an old one lacks before it is made", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("button", { name: "Việc khác với Quy định tham chiếu" }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Như văn bản này, từ ngày…" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Văn bản mới như Quy định tham chiếu" }));
    fireEvent.click(dialog.getByRole("button", { name: "Tạo văn bản mới" }));
    expect(await dialog.findByText("Hãy ghi số, ký hiệu của văn bản mới.")).toBeTruthy();
    expect(sent(fake, "rulesSave")).toHaveLength(0);
  });

  it("offers what the old text is about to be edited, marked as the old one's until it is", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("button", { name: "Việc khác với Quy định tham chiếu" }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Như văn bản này, từ ngày…" }));
    const dialog = within(await screen.findByRole("dialog", { name: /^Văn bản mới như/ }));
    const type = (name: string | RegExp, value: string) =>
      fireEvent.change(dialog.getByRole("textbox", { name }), { target: { value } });
    const mark = /Đây là trích yếu của Quy định tham chiếu/;
    expect(dialog.getByRole<HTMLTextAreaElement>("textbox", { name: "Trích yếu" }).value).toBe(
      "Tiêu chuẩn cho cấp xã",
    );
    expect(dialog.getByText(mark)).toBeTruthy();
    type("Trích yếu", "Tiêu chuẩn từ 2027");
    expect(dialog.queryByText(mark)).toBeNull();
    type(/^Số, ký hiệu văn bản/, "Nghị định 9");
    type(/^Áp dụng từ ngày/, "01/03/2027");
    fireEvent.click(dialog.getByRole("button", { name: "Tạo văn bản mới" }));
    await waitFor(() => expect(sent(fake, "rulesSave")).toHaveLength(1));
    expect(sent(fake, "rulesSave")[0]?.args).toMatchObject({
      edits: [{}, { fields: { name: "Nghị định 9", title: "Tiêu chuẩn từ 2027" } }, {}],
    });
  });

  it("asks before Escape gives up what was typed, also what cannot be written yet, and nothing else", async () => {
    show();
    const escape = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
    fireEvent.click(await screen.findByRole("button", { name: "Bật Quy định tham chiếu" }));
    await screen.findByRole("dialog", { name: "Bật: Quy định tham chiếu" });
    escape();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    fireEvent.click(await screen.findByRole("button", { name: "Việc khác với Quy định tham chiếu" }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Như văn bản này, từ ngày…" }));
    const dialog = within(await screen.findByRole("dialog", { name: /^Văn bản mới như/ }));
    fireEvent.change(dialog.getByRole("textbox", { name: /^Số, ký hiệu/ }), { target: { value: "Nghị" } });
    escape();
    expect(await screen.findByRole("dialog", { name: "Có phần chưa ghi nhận" })).toBeTruthy();
  });

  it("leads to the first mistake where something keeps a rule from being saved", async () => {
    const fake = show();
    fireEvent.click(await screen.findByRole("button", { name: "Việc khác với Quy định tham chiếu" }));
    fireEvent.click(await screen.findByRole("menuitem", { name: "Thêm quy định" }));
    const dialog = within(await screen.findByRole("dialog", { name: /^Thêm quy định/ }));
    const save = dialog.getByRole("button", { name: "Lưu" });
    save.focus();
    fireEvent.click(save);
    const clause = dialog.getByRole("textbox", { name: /^Điều, khoản/ });
    await waitFor(() => expect(document.activeElement).toBe(clause));
    fireEvent.change(clause, { target: { value: "Điều 1" } });
    fireEvent.click(save);
    await waitFor(() =>
      expect(document.activeElement).toBe(dialog.getAllByRole("checkbox", { name: "Bí thư Đảng ủy" })[0]),
    );
    expect(sent(fake, "rulesSave")).toHaveLength(0);
  });

  it("tells the preview beside the buttons, and leads to it", async () => {
    show();
    fireEvent.click(await screen.findByRole("button", { name: "Sửa: Điều 1" }));
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.change(dialog.getByRole("textbox", { name: "Điều, khoản" }), { target: { value: "Điều 2" } });
    const line = await dialog.findByRole("button", { name: "Xem trước: 31 người đổi tình trạng" });
    const panel = dialog.getByRole("region", { name: "Ai đổi tình trạng nếu lưu" });
    panel.scrollIntoView = () => undefined;
    fireEvent.click(line);
    expect(document.activeElement).toBe(panel);
  });
});
