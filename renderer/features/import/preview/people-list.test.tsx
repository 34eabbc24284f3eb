// Guards that a likely duplicate says in the list itself with whom, also where that is another row of the same table.
import { screen } from "@testing-library/react";
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
  };
  const id = "00000000-0000-4000-8000-0000000000bb";
  const person = importPerson({
    outcome: "duplicate",
    sheet: "",
    rows: [29],
    duplicate: {
      key: "duplicate:!29",
      why: "trùng họ tên và ngày sinh",
      said: [],
      candidates: [candidate, { ...candidate, answer: `same:${id}`, officialId: id }],
    },
  });
  renderApp(
    <PeopleList session={importSession} run={1} outcome="duplicate" onAnswer={() => Promise.resolve()} />,
    { fake: fakeApi({ importPeople: () => ({ total: 1, rows: [person] }) }), hash: "#/import" },
  );
  const inList = /29 trùng họ tên và ngày sinh · Nguyễn Văn Mẫu, hàng 8 của bảng này · và 1 người nữa$/;
  expect(await screen.findByRole("row", { name: inList })).toBeTruthy();
  expect(screen.getByRole("complementary").textContent).toContain("đã có trong sổ, hàng 8 của bảng này");
});
