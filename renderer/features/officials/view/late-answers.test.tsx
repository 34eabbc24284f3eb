/** Presses in the filter of a column, and at a cell, that are answered late: nothing pressed meanwhile is lost, nothing cleared comes back. */
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { officialFilterSchema } from "../../../../shared/contract/schemas/officials";
import type { ViewFilter } from "../../../../shared/contract/schemas/views";
import { foldSearch } from "../../../../shared/text/fold";
import { splitLocation } from "../../../app/navigation/hash-location";
import { readListState, writeListState } from "../../../app/navigation/list-state";
import { useListState } from "../../../app/navigation/navigation";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { ColumnMenu } from "./column-menu";
import { emptyFilter, isTicked } from "./filter-values";
import { useFilterByCell } from "./use-filter-by-cell";

const list = officialFilterSchema.parse({ moment: { on: "2021-10-01" } });
const post = "assignment.post";
const birth = "official.birth";
const age = "computed.age";
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  [post]: ["Bí thư", "Chủ tịch", "Phó Bí thư", "Văn phòng", ""],
  [birth]: ["1980-05-01", "1980-06-01", "1980-07-01", "1981-01-01", "1981-02-01"],
};
const nothing = () => undefined;
const actions = { show: nothing, resize: nothing, move: nothing, set: nothing };

/** The menu of one column, of several that can be filtered. */
function Screen({ first }: { readonly first: string | null }) {
  const [state, patch] = useListState();
  const [opened, setOpened] = useState(first);
  const [shown, setShown] = useState([post, birth, age]);
  const byCell = useFilterByCell({ state, filter: list, keys: shown, onPatch: patch });
  return (
    <>
      {opened === null ? null : (
        <ColumnMenu
          columnKey={opened}
          columns={[]}
          widthOf={() => 0}
          state={state}
          filter={list}
          actions={actions}
          onPatch={(change) => patch(change, { replace: true })}
          onChoose={nothing}
          onClose={nothing}
        />
      )}
      {[post, birth, age].map((key) => (
        <button key={key} type="button" onClick={() => setOpened(key)}>{`menu ${key}`}</button>
      ))}
      {["Bí thư", "Chủ tịch"].map((text) => (
        <button key={text} type="button" onClick={() => byCell(post, text)}>{`cell ${text}`}</button>
      ))}
      <button type="button" onClick={() => byCell(birth, "1981-01-01")}>
        cell 1981-01-01
      </button>
      <button type="button" onClick={() => setOpened(null)}>
        menu closed
      </button>
      <button type="button" onClick={() => patch({ where: [] })}>
        all cleared
      </button>
      <button type="button" onClick={() => setShown([age])}>
        columns hidden
      </button>
    </>
  );
}

/** @param first key of the column whose menu is open */
function open(first: string | null, where: readonly ViewFilter[] = []) {
  /** What is not answered yet, once answers are held back. */
  const held: (() => void)[] = [];
  let holding = false;
  const fake = fakeApi({
    columnValues: async ({ key, search = "", offset, limit }) => {
      if (holding) await new Promise<void>((resolve) => held.push(resolve));
      const found = (valuesOf[key] ?? []).filter((value) => foldSearch(value).includes(foldSearch(search)));
      const rows = found.slice(offset, offset + limit).map((value) => ({ value, text: value, count: 1 }));
      return { total: found.length, people: found.length, rows };
    },
    columnPeriods: () => ({ blank: 0, years: [] }),
  });
  const { location, unmount } = renderApp(<Screen first={first} />, {
    fake,
    hash: `#/officials?${writeListState({ where })}`,
  });
  const filters = () => readListState(splitLocation(location.read()).query).where;
  const filterOf = (key: string) => filters().find((one) => one.key === key) ?? null;
  return {
    location,
    unmount,
    filters,
    filterOf,
    shown: (key: string) => (valuesOf[key] ?? []).filter((value) => isTicked(filterOf(key), value)),
    hold: () => {
      holding = true;
    },
    /** Answers all that was asked, and what the answers make the page ask. */
    answer: async (order: "asAsked" | "lastFirst" = "asAsked") => {
      expect(held).not.toEqual([]);
      holding = false;
      if (order === "lastFirst") held.reverse();
      for (const one of held.splice(0)) await act(async () => one());
      await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
    },
  };
}

const look = async (typed: string, found: number) => {
  fireEvent.change(await screen.findByRole("searchbox"), { target: { value: typed } });
  await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(found));
};
const tick = (name: string) => fireEvent.click(screen.getByRole("checkbox", { name }));
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const pressText = (text: string) => fireEvent.click(screen.getByText(text));
const others = "Giữ cả các giá trị khác";
const noneFound = "Bỏ chọn tất cả giá trị tìm thấy";
const allFound = "Chọn tất cả giá trị tìm thấy";
const only1980: ViewFilter = { ...emptyFilter(birth), periods: ["1980"] };

describe("what is pressed in the filter of a column while an answer is awaited", () => {
  it("stays unticked when the others are left out", async () => {
    const { shown, hold, answer } = open(post);
    await look("bi thu", 2);
    hold();
    tick(others);
    pressText("Bí thư");
    await answer();
    expect(shown(post)).toEqual(["Phó Bí thư"]);
  });

  it("goes with all that was found", async () => {
    const { shown, hold, answer } = open(post);
    await look("bi thu", 2);
    hold();
    tick(noneFound);
    pressText("Bí thư");
    await answer();
    expect(shown(post)).toEqual(["Chủ tịch", "Văn phòng", ""]);
  });

  it.each(["asAsked", "lastFirst"] as const)("is done after what was pressed before (%s)", async (order) => {
    const { shown, hold, answer } = open(post);
    await look("bi thu", 2);
    pressText("Bí thư");
    hold();
    tick(others);
    tick(allFound);
    await answer(order);
    expect(shown(post)).toEqual(["Bí thư", "Phó Bí thư"]);
  });

  it("is one more day beside another, among years", async () => {
    const { shown, hold, answer } = open(birth, [only1980]);
    await look("1980", 3);
    hold();
    pressText("1980-05-01");
    pressText("1980-06-01");
    await answer();
    expect(shown(birth)).toEqual(["1980-07-01"]);
  });

  it("leaves nothing ticked where the first press has unticked all", async () => {
    const only1981 = { ...only1980, periods: ["1981"] };
    const { filters, hold, answer } = open(birth, [only1981]);
    await look("1981", 2);
    hold();
    tick(noneFound);
    pressText("1981-01-01");
    await answer();
    expect(filters()).toEqual([only1981]);
    expect(screen.getAllByRole("option", { selected: false })).toHaveLength(2);
  });

  it("is a range that stays", async () => {
    const { filterOf, hold, answer } = open(birth);
    await look("1980", 3);
    hold();
    tick(others);
    const from = screen.getByRole("textbox", { name: "Từ" });
    fireEvent.change(from, { target: { value: "1980" } });
    await answer();
    expect(filterOf(birth)).toMatchObject({
      from: "1980",
      values: ["1980-05-01", "1980-06-01", "1980-07-01"],
    });
  });

  it("is a text in place of all that was ticked before", async () => {
    const { filterOf, hold, answer } = open(post);
    await look("bi thu", 2);
    hold();
    tick(others);
    fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter" });
    await answer();
    expect(filterOf(post)).toMatchObject({ contains: "bi thu", values: null });
  });
});

describe("a press that is answered late", () => {
  it.each(["Bỏ lọc cột này", "all cleared"])(
    "brings no filter back that was cleared by: %s",
    async (cleared) => {
      const { filters, hold, answer } = open(post);
      await look("bi thu", 2);
      pressText("Bí thư");
      hold();
      tick(others);
      press(cleared);
      expect(filters()).toEqual([]);
      await answer();
      expect(filters()).toEqual([]);
    },
  );

  it("is forgotten with the menu, and keeps no other column from being filtered", async () => {
    const { filters, filterOf, hold, answer } = open(post);
    await look("bi thu", 2);
    hold();
    tick(others);
    press(`menu ${age}`);
    fireEvent.change(screen.getByRole("textbox", { name: "Từ" }), { target: { value: "35" } });
    await answer();
    expect(filters()).toEqual([{ ...emptyFilter(age), from: "35" }]);
    expect(filterOf(post)).toBeNull();
  });

  it("is forgotten with the menu that was closed", async () => {
    const { filters, hold, answer } = open(post);
    await look("bi thu", 2);
    hold();
    tick(others);
    press("menu closed");
    await answer();
    expect(filters()).toEqual([]);
  });
});

describe("filtering by a cell while an answer is awaited", () => {
  it("keeps what another column was filtered by meanwhile", async () => {
    const { shown, filters, hold, answer } = open(null);
    hold();
    press("cell Bí thư");
    press("cell 1981-01-01");
    await answer();
    expect([shown(post), shown(birth)]).toEqual([["Bí thư"], ["1981-01-01"]]);
    expect(filters()).toHaveLength(2);
  });

  it.each(["asAsked", "lastFirst"] as const)("goes by the cell pressed last (%s)", async (order) => {
    const { shown, hold, answer } = open(null);
    hold();
    press("cell Bí thư");
    press("cell Chủ tịch");
    await answer(order);
    expect(shown(post)).toEqual(["Chủ tịch"]);
  });

  it.each(["all cleared", "columns hidden"])("filters nothing after: %s", async (meanwhile) => {
    const { filterOf, hold, answer } = open(null, [only1980]);
    hold();
    press("cell Bí thư");
    press(meanwhile);
    await answer();
    expect(filterOf(post)).toBeNull();
  });

  it("leads nobody back to the list that was left", async () => {
    const { location, unmount, hold, answer } = open(null);
    hold();
    press("cell Bí thư");
    unmount();
    await location.go("/statistics");
    await answer();
    expect(location.read()).toBe("/statistics");
  });
});

describe("the boxes of a range", () => {
  const from = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Từ" }).value;
  const type = (text: string) =>
    fireEvent.change(screen.getByRole("textbox", { name: "Từ" }), { target: { value: text } });

  it.each([
    [age, "35"],
    [birth, "1980"],
  ])("are empty once the range of %s is cleared", async (key, typed) => {
    const { filterOf } = open(key);
    await screen.findByRole("textbox", { name: "Từ" });
    type(typed);
    expect(filterOf(key)).toMatchObject({ from: typed });
    press("Bỏ lọc cột này");
    expect([filterOf(key), from()]).toEqual([null, ""]);
    type(typed);
    press("all cleared");
    expect([filterOf(key), from()]).toEqual([null, ""]);
  });

  it("hold nothing that could not be read, once the filter is cleared", async () => {
    open(age, [{ ...emptyFilter(age), to: "60" }]);
    await screen.findByRole("textbox", { name: "Từ" });
    type("3x");
    expect(from()).toBe("3x");
    press("Bỏ lọc cột này");
    expect(from()).toBe("");
  });
});
