import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import type { StatisticsTable } from "../../../shared/contract/schemas/statistics";
import type { RuleEdit } from "../../../shared/standards/draft";
import { overview } from "../../testing/exchange-data";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { StatisticsScreen } from "./statistics-screen";

const none = { met: 0, notMet: 0, unknown: 0, grace: 0, notApplicable: 0 };
const quangYen = "00000000-0000-4000-8000-000000000020";

function tableOf(met: number): StatisticsTable {
  const counts = {
    total: 33,
    standards: {
      professional: { ...none, met, notMet: 33 - met },
      politicalTheory: { ...none, met: 31, unknown: 2 },
    },
    all: { ...none, met: 30, notMet: 1, unknown: 2 },
    notes: {
      professional: { unverified: 0, assumed: 4, uncovered: 0 },
      politicalTheory: { unverified: 33, assumed: 0, uncovered: 12 },
    },
    mainUnclear: 1,
    uncovered: 12,
  };
  return {
    asOf: "2021-10-01",
    kinds: ["canBo", "congChuc"],
    rules: [
      {
        standard: "professional",
        setId: "00000000-0000-4000-8000-000000000031",
        setName: "TT 13/2019/TT-BNV",
        clause: "Điều 1",
        verified: true,
        ruleVerified: true,
        people: 33,
        grace: 2,
        graceDays: [{ until: "2024-12-25", people: 2 }],
      },
      {
        standard: "politicalTheory",
        setId: "00000000-0000-4000-8000-000000000030",
        setName: "Quyết định số 04/2004/QĐ-BNV",
        clause: "Điều 5",
        verified: false,
        ruleVerified: true,
        people: 3,
        grace: 0,
        graceDays: [],
      },
    ],
    standardSets: [
      { id: "00000000-0000-4000-8000-000000000030", name: "Quyết định số 04/2004/QĐ-BNV", verified: false },
      { id: "00000000-0000-4000-8000-000000000031", name: "Thông tư số 13/2019/TT-BNV", verified: true },
    ],
    rows: [{ ...counts, unitId: quangYen, unitCode: "08173", unitName: "Xã Quảng Yên" }],
    total: counts,
    unposted: 2,
    version: 1,
  };
}

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 400 });
});

function show(hash = "#/statistics") {
  const state = { met: 31 };
  const fake = fakeApi({
    statisticsByUnit: () => tableOf(state.met),
    officeGet: () => ({ id: quangYen, fields: {} }),
    referenceRules: () => [],
    exchangeOverview: () => overview,
    keptCount: () => ({ texts: 0, settled: 0, lines: 0 }),
  });
  renderApp(<StatisticsScreen />, { fake, hash });
  return { fake, state };
}

async function row(): Promise<HTMLElement> {
  const grid = await screen.findByRole("grid");
  return await within(grid).findByRole("row", { name: /Xã Quảng Yên/ });
}

describe("StatisticsScreen", () => {
  it("links every number of a row to the people behind it", async () => {
    show();
    const links = within(await row()).getAllByRole("link");
    const of = (standard: string, status: string) =>
      `#/officials?unit=${quangYen}&only=1&standard=${standard}&status=${status}&kinds=canBo.congChuc&link=1`;
    expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["33", `#/officials?unit=${quangYen}&only=1&kinds=canBo.congChuc&serving=serving&link=1`],
      ["31/33", of("professional", "met")],
      ["2", of("professional", "notMet")],
      ["0", of("professional", "unknown")],
      ["0", of("professional", "grace")],
      ["31/33", of("politicalTheory", "met")],
      ["0", of("politicalTheory", "notMet")],
      ["2", of("politicalTheory", "unknown")],
      ["0", of("politicalTheory", "grace")],
      ["30/33", of("all", "met")],
      ["1", of("all", "notMet")],
      ["2", of("all", "unknown")],
    ]);
    expect(links[1]?.getAttribute("aria-label")).toContain("31 người đạt chuẩn chuyên môn");
  });

  it("prints a rate as a range while somebody is unknown", async () => {
    show();
    const cells = within(await row())
      .getAllByRole("gridcell")
      .map((cell) => cell.textContent);
    expect(cells).toContain("93,9 %");
    expect(cells).toContain("93,9–100,0 %");
  });

  it("marks the text that nobody compared with the law yet, and only that one", async () => {
    show();
    await row();
    const marks = screen.getAllByText("chưa đối chiếu văn bản");
    expect(marks.filter((mark) => mark.closest("header") !== null)).toHaveLength(1);
    // The figures of each standard that rests on it say so too, in the cards and over the columns.
    const figures = marks.filter((mark) => mark.closest("header") === null);
    expect(figures.map((mark) => mark.closest("h2, th")?.textContent)).toEqual([
      "Đạt chuẩn lý luận chính trị chưa đối chiếu văn bản",
      "Đạt mọi tiêu chuẩn áp dụng chưa đối chiếu văn bản",
      "Lý luận chính trịchưa đối chiếu văn bản",
      "Đạt mọi chuẩnchưa đối chiếu văn bản",
    ]);
  });

  it("says in a line what to look at twice, and the whole basis at a press, which Escape takes away", async () => {
    show();
    await row();
    expect(screen.getByText("Cần xem lại:").querySelector("a")?.getAttribute("href")).toContain(
      "mark=mainUnclear",
    );
    const button = screen.getByRole("button", { name: "Chi tiết" });
    fireEvent.click(button);
    const basis = within(await screen.findByRole("dialog", { name: "Căn cứ của số liệu" }));
    expect(basis.getByRole("row", { name: /TT 13\/2019\/TT-BNV, Điều 1 Đã đối chiếu văn bản/ })).toBeTruthy();
    // As the catalog says of the same text.
    expect(
      basis.getByRole("row", {
        name: /Điều 5 Quy định đã đối chiếu; còn tên và thời gian áp dụng của văn bản chưa đối chiếu\./,
      }),
    ).toBeTruthy();
    expect(basis.getByText(/2 người, đến hết 25\/12\/2024/)).toBeTruthy();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
    expect(button.getAttribute("aria-expanded")).toBe("false");
    expect(document.activeElement).toBe(button);
  });

  it("names no standard in that line where no rule speaks of any, since it is said of all", async () => {
    const table = tableOf(31);
    const bare = { unverified: 0, assumed: 0, uncovered: 12 };
    const total = { ...table.total, notes: { professional: bare, politicalTheory: bare } };
    renderApp(<StatisticsScreen />, {
      fake: fakeApi({ statisticsByUnit: () => ({ ...table, total }) }),
      hash: "#/statistics",
    });
    await row();
    expect(screen.getByText(/^chưa có quy định áp dụng cho chức danh đang giữ/)).toBeTruthy();
  });

  it("lays its cards out in even lines", async () => {
    const table = tableOf(31);
    const linesOf = async (standards: StatisticsTable["total"]["standards"]) => {
      const total = { ...table.total, standards };
      renderApp(<StatisticsScreen />, {
        fake: fakeApi({ statisticsByUnit: () => ({ ...table, total }) }),
        hash: "#/statistics",
      });
      await row();
      const cards = screen.getByRole("region", { name: "Tổng số" }).parentElement;
      const lines = [cards?.dataset["lines"], cards?.style.getPropertyValue("--in-line")];
      cleanup();
      return [cards?.children.length, ...lines];
    };
    const three = { professional: none, politicalTheory: none, it: none };
    expect(await linesOf(three)).toEqual([5, "1", "5"]);
    expect(await linesOf({ ...three, defence: none })).toEqual([6, "2", "3"]);
  });

  it("says in a line who is judged by no rule, opening them and the rules", async () => {
    show();
    await row();
    const text = screen.getByText(/^chưa có quy định về lý luận chính trị áp dụng cho chức danh đang giữ/);
    const line = within(text.closest<HTMLElement>("[role=note]") ?? document.body);
    expect(line.getByRole("link", { name: /12 người/ }).getAttribute("href")).toBe(
      "#/officials?mark=uncovered&kinds=canBo.congChuc&link=1",
    );
    expect(line.getByRole("link", { name: "Mở danh mục quy định" }).getAttribute("href")).toBe(
      "#/catalog/standards",
    );
  });

  it("leads from that line into a rule for exactly these people, in a text of the office's own, and back", async () => {
    const [clerk, chief] = ["00000000-0000-4000-8000-0000000000c1", "00000000-0000-4000-8000-0000000000c2"];
    const preview = {
      people: 0,
      moves: [],
      byUnit: [],
      uncovered: { before: 12, after: 0 },
      weaker: [],
      laterDays: [],
    };
    const post = (id: string, name: string) => ({
      id,
      key: id,
      name,
      isOurs: true,
      group: "civilServant",
      category: "congChuc" as const,
      order: 1,
      validFrom: null,
      validTo: null,
    });
    const fake = fakeApi({
      statisticsByUnit: () => tableOf(31),
      uncoveredRules: () => ({
        standards: [{ standard: "politicalTheory", people: 12, posts: [clerk, chief] }],
        sets: [
          {
            id: "00000000-0000-4000-8000-0000000000c3",
            name: "NĐ 334/2025/NĐ-CP",
            shipped: true,
            nextOrder: 30,
          },
        ],
      }),
      postsList: () => [post(clerk, "Kế toán"), post(chief, "Trưởng phòng"), post(quangYen, "Tư pháp")],
      rulesPreview: () => preview,
      rulesSave: () => ({ changeId: 1, proposed: null }),
    });
    renderApp(<StatisticsScreen />, { fake, hash: "#/statistics" });
    await row();
    const add = screen.getByRole("button", { name: "Thêm quy định" });
    add.focus();
    fireEvent.click(add);
    const dialog = within(
      await screen.findByRole("dialog", { name: "Thêm quy định cho người chưa có quy định" }),
    );
    expect(fake.calls.find(({ name }) => name === "uncoveredRules")?.args).toMatchObject({
      unitId: null,
      kinds: ["canBo", "congChuc"],
    });
    expect(dialog.getByText(/^12 người giữ 2 chức danh chưa có quy định về lý luận chính trị/)).toBeTruthy();
    await waitFor(() =>
      expect(dialog.getByRole("combobox", { name: "Chức danh cụ thể" }).getAttribute("value")).toBe(
        "Kế toán, Trưởng phòng",
      ),
    );
    expect(dialog.getByRole("textbox", { name: "Số, ký hiệu văn bản" }).getAttribute("value")).toBe(
      "Quy định của Huyện Thanh Ba",
    );
    fireEvent.change(dialog.getByRole("textbox", { name: "Điều, khoản" }), { target: { value: "Điều 1" } });
    fireEvent.click(dialog.getByRole("button", { name: "Lưu" }));
    // No level was chosen: that is asked about, and a no leads to it.
    const question = () => screen.findByRole("dialog", { name: "Lưu quy định không có mức tối thiểu?" });
    const asked = within(await question());
    expect(asked.getByText(/Không ai đổi tình trạng/)).toBeTruthy();
    fireEvent.click(asked.getByRole("button", { name: "Hủy" }));
    const level = dialog.getByRole("combobox", { name: "Mức tối thiểu" });
    await waitFor(() => expect(document.activeElement).toBe(level));
    expect(dialog.getByRole("note", { name: "Quy định không ghi mức tối thiểu" })).toBeTruthy();
    expect(fake.calls.some(({ name }) => name === "rulesSave")).toBe(false);
    fireEvent.click(dialog.getByRole("button", { name: "Lưu" }));
    fireEvent.click(within(await question()).getByRole("button", { name: "Vẫn lưu" }));
    await waitFor(() => expect(fake.calls.some(({ name }) => name === "rulesSave")).toBe(true));
    const saved = fake.calls.find(({ name }) => name === "rulesSave")?.args as
      | { edits: RuleEdit[] }
      | undefined;
    const [set, rule] = saved?.edits ?? [];
    expect(set).toMatchObject({
      entity: "standardSet",
      isNew: true,
      fields: { name: "Quy định của Huyện Thanh Ba", validFrom: "2021-10-01", inUse: true, verified: false },
    });
    expect(rule).toMatchObject({
      entity: "standardRule",
      isNew: true,
      fields: {
        set: set?.id,
        standard: "politicalTheory",
        posts: `${clerk} ${chief}`,
        clause: "Điều 1",
        verified: false,
      },
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(add));
  });

  it.each([
    ["#/statistics", "among what is to be done"],
    ["#/statistics?known=2020-10-01", "in a line of its own where nothing can be done"],
  ])("says once in %s who is in no figure since no post is on record, opening them, %s", async (hash) => {
    show(hash);
    await row();
    await screen.findByText(/chưa ghi công tác/);
    const links = screen
      .getAllByRole("link", { name: /^2 người/ })
      .filter((link) => link.getAttribute("href")?.includes("serving=unposted"));
    expect(links).toHaveLength(1);
    expect(screen.getAllByText(/chưa ghi công tác/)).toHaveLength(1);
    const isToDo = links[0]?.closest("nav") !== null;
    expect(isToDo).toBe(hash === "#/statistics");
  });

  it("shows new figures after a change of the roster", async () => {
    const { fake, state } = show();
    await row();
    state.met = 30;
    act(() =>
      fake.emit("changed", { version: 2, session: false, parts: ["official", "log"], officials: null }),
    );
    expect((await screen.findAllByText("30/33")).length).toBeGreaterThan(1);
    expect(within(await row()).getByText("90,9 %")).toBeTruthy();
  });

  it("opens a number from the keyboard", async () => {
    show();
    await row();
    const grid = screen.getByRole("grid");
    fireEvent.focus(grid);
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "Enter"]) fireEvent.keyDown(grid, { key });
    expect(window.location.hash).toContain("standard=professional&status=notMet");
  });
});
