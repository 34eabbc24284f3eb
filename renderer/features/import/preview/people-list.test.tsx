// Guards that a likely duplicate says in the list itself with whom, also where that is another row of the same table.
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { beforeAll, expect, it } from "vitest";
import { fakeApi } from "../../../testing/fake-api";
import { importPerson, importSession } from "../../../testing/import-data";
import { renderApp } from "../../../testing/render";
import { PeopleList } from "./people-list";

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 400 });
});

it("names both rows of somebody who stands in the table twice, and whom it has on record", async () => {
  const candidate = {
    answer: "same:!8",
    officialId: null,
    line: { sheet: "", row: 8 },
    name: "Nguyễn Văn Mẫu",
    birth: "1975-05-12",
    identityNumber: "025075001234",
    unitName: null,
    postName: "Bí thư Đảng ủy",
    differs: ["birth" as const, "post" as const],
  };
  const id = "00000000-0000-4000-8000-0000000000bb";
  const person = importPerson({
    outcome: "duplicate",
    sheet: "",
    rows: [29],
    duplicate: {
      key: "duplicate:!29",
      why: "trùng họ tên và ngày sinh",
      said: [
        { of: "name", heading: "Họ và tên", text: "Nguyễn Văn Mẫu" },
        { of: "birth", heading: "Ngày sinh", text: "13/05/1975" },
        { of: "post", heading: "Chức vụ", text: "Văn thư" },
        { of: null, heading: "Ghi chú", text: "Trùng tên" },
      ],
      more: [
        {
          heading: "Quê quán",
          said: "Hạ Hòa",
          told: [
            { text: "Thanh Ba", differs: true },
            { text: "Hạ Hòa", differs: false },
          ],
        },
      ],
      candidates: [
        candidate,
        {
          ...candidate,
          answer: `same:${id}`,
          officialId: id,
          line: null,
          postName: "Văn thư",
          differs: [],
        },
      ],
    },
  });
  renderApp(
    <PeopleList session={importSession} run={1} outcome="duplicate" onAnswer={() => Promise.resolve()} />,
    { fake: fakeApi({ importPeople: () => ({ total: 1, rows: [person] }) }), hash: "#/import" },
  );
  const inList = /29 trùng họ tên và ngày sinh · Nguyễn Văn Mẫu, hàng 8 của bảng này · và 1 người nữa$/;
  expect(await screen.findByRole("row", { name: inList })).toBeTruthy();
  const details = screen.getByRole("complementary");
  expect(details.textContent).toContain("Có 2 người như vậy");
  const table = within(details).getByRole("table", { name: "So từng mục" });
  const rows = within(table).getAllByRole("row");
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ["Mục", "Trong bảng", "Hàng 8 của bảng này", "Đã có trong sổ"],
    ["Họ và tên", "Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"],
    ["Chức danh", "Văn thư", "Bí thư Đảng ủy", "Văn thư"],
    ["Số định danh", "", "025075001234", "025075001234"],
    // Whether it is another day is said by whoever read both, not by the texts.
    ["Ngày sinh", "13/05/1975", "12/05/1975", "12/05/1975"],
    ["Quê quán", "Hạ Hòa", "Thanh Ba", "Hạ Hòa"],
    ["Người khác, thêm mớiBỏ qua dòng này", "Cùng một người", "Cùng một người"],
  ]);
  expect(
    within(table)
      .getAllByRole("cell")
      .filter(({ dataset }) => dataset["differs"] === "true")
      .map(({ textContent }) => textContent),
  ).toEqual(["Bí thư Đảng ủy", "12/05/1975", "Thanh Ba"]);
  const answers = within(table).getAllByRole("button");
  expect(answers.map((button) => [button.getAttribute("aria-label"), button.dataset["variant"]])).toEqual([
    ["Nguyễn Văn Mẫu là người khác, thêm mới", "default"],
    [null, "default"],
    ["Cùng một người với Nguyễn Văn Mẫu, Bí thư Đảng ủy", "default"],
    ["Cùng một người với Nguyễn Văn Mẫu, Văn thư", "default"],
  ]);
  expect(details.textContent).toContain("Hàng 8 của bảng này cũng ghi vào người này");
  // The answers come before the cells that tell nobody apart.
  expect(details.textContent.indexOf("Bỏ qua dòng này")).toBeLessThan(
    details.textContent.indexOf("Ghi chú: Trùng tên"),
  );
});

it.each([
  [false, "filled"],
  [true, "default"],
])("fills no answer for a row whose number is another one than on record (%s)", async (isOther, variant) => {
  const person = importPerson({
    outcome: "duplicate",
    rows: [3],
    duplicate: {
      key: "duplicate:!3",
      why: "trùng họ tên và ngày sinh",
      said: [{ of: "number", heading: "CCCD", text: "025085009999" }],
      more: [],
      candidates: [
        {
          answer: "same:00000000-0000-4000-8000-0000000000bb",
          officialId: "00000000-0000-4000-8000-0000000000bb",
          line: null,
          name: "Nguyễn Văn Mẫu",
          birth: "1975-05-12",
          identityNumber: "025075001234",
          unitName: null,
          postName: null,
          differs: isOther ? ["number"] : [],
        },
      ],
    },
  });
  renderApp(
    <PeopleList session={importSession} run={1} outcome="duplicate" onAnswer={() => Promise.resolve()} />,
    { fake: fakeApi({ importPeople: () => ({ total: 1, rows: [person] }) }), hash: "#/import" },
  );
  const same = await screen.findByRole("button", { name: /^Cùng một người với/u });
  expect(same.dataset["variant"]).toBe(variant);
  for (const name of [/là người khác, thêm mới$/u, /^Bỏ qua dòng này$/u])
    expect(screen.getByRole("button", { name }).dataset["variant"]).toBe("default");
});

it("says of somebody whose cells are blank that what is on record stays, and never that the line is the same", async () => {
  const same = importPerson({ outcome: "unchanged", rows: [3], changes: [] });
  const blank = { ...same, rows: [4], blanks: [{ label: "Ngày sinh", text: "25/12/1980" }] };
  renderApp(
    <PeopleList session={importSession} run={1} outcome="unchanged" onAnswer={() => Promise.resolve()} />,
    { fake: fakeApi({ importPeople: () => ({ total: 2, rows: [same, blank] }) }), hash: "#/import" },
  );
  expect(await screen.findByRole("row", { name: /3 Giống hệt trong sổ$/ })).toBeTruthy();
  expect(screen.getByRole("row", { name: /4 1 ô trống trong bảng: giữ nguyên trong sổ$/ })).toBeTruthy();
});

const like = (row: number, name: string) =>
  importPerson({
    outcome: "duplicate",
    sheet: "",
    rows: [row],
    name,
    duplicate: {
      key: `duplicate:!${row}`,
      why: "trùng họ tên và ngày sinh",
      said: [],
      more: [],
      candidates: [
        {
          answer: `same:!${row}`,
          officialId: null,
          line: { sheet: "", row: 1 },
          name,
          birth: null,
          identityNumber: null,
          unitName: null,
          postName: null,
          differs: [],
        },
      ],
    },
  });

/** Three likely duplicates; what is answered is gone from the list with the next plan. */
function Answering({ said }: { readonly said: string[] }) {
  const [run, setRun] = useState(1);
  return (
    <PeopleList
      session={importSession}
      run={run}
      outcome="duplicate"
      onAnswer={(answers) => {
        said.push(...answers.map(({ key, answer }) => `${key} ${answer ?? ""}`));
        setRun((before) => before + 1);
        return Promise.resolve();
      }}
    />
  );
}

const shown = () => screen.getByRole("complementary");
const buttons = () => within(shown()).getAllByRole<HTMLButtonElement>("button");

async function openThree(said: string[]) {
  const people = [like(5, "Nguyễn Văn Năm"), like(6, "Nguyễn Văn Sáu"), like(7, "Nguyễn Văn Bảy")];
  const importPeople = () => {
    const rows = people.slice(said.length);
    return { total: rows.length, rows };
  };
  renderApp(<Answering said={said} />, { fake: fakeApi({ importPeople }), hash: "#/import" });
  await screen.findByRole("heading", { name: "Nguyễn Văn Năm" });
}
const listed = (count: number) =>
  waitFor(() => expect(within(screen.getByRole("grid")).getAllByRole("row")).toHaveLength(count + 1));

it("brings no other line under a second press, and the next one once the mouse goes", async () => {
  const said: string[] = [];
  await openThree(said);
  const at = { clientX: 300, clientY: 400 };
  for (let press = 0; press < 2; press += 1) {
    const [other] = buttons();
    if (other === undefined) throw new Error("No answer");
    fireEvent.pointerDown(other, at);
    fireEvent.click(other, at);
    await listed(2);
    fireEvent.pointerMove(document.body, { clientX: 302, clientY: 401 });
  }
  expect(said).toEqual(["duplicate:!5 other"]);
  expect(shown().textContent).toContain("Nguyễn Văn Năm");
  expect(within(shown()).getByRole("status").textContent).toMatch(/^Đã trả lời dòng này/);
  fireEvent.pointerMove(document.body, { clientX: 340, clientY: 401 });
  expect(shown().textContent).toContain("Nguyễn Văn Sáu");
  expect(buttons().every(({ disabled }) => !disabled)).toBe(true);
});

it("goes on to the next line, and by none, with the keys that follow an answer", async () => {
  const said: string[] = [];
  await openThree(said);
  const [other] = buttons();
  if (other === undefined) throw new Error("No answer");
  act(() => other.focus());
  fireEvent.click(other);
  await listed(2);
  const list = screen.getByRole("grid");
  expect(document.activeElement).toBe(list);
  fireEvent.keyDown(list, { key: "ArrowDown" });
  expect(shown().textContent).toContain("Nguyễn Văn Sáu");
  fireEvent.keyDown(list, { key: "ArrowDown" });
  await waitFor(() => expect(shown().textContent).toContain("Nguyễn Văn Bảy"));
  expect(said).toEqual(["duplicate:!5 other"]);
});
