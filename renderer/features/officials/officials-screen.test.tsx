import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { OfficialRow } from "../../../shared/contract/schemas/officials";
import type { CallArgs } from "../../../shared/contract/contract";
import { noteSaved } from "../../app/session/just-saved";
import { type FakeApi, fakeApi } from "../../testing/fake-api";
import { personId, record } from "../../testing/person-data";
import { renderApp } from "../../testing/render";
import { OfficialsScreen } from "./officials-screen";

const unitId = "018f0000-0000-7000-8000-0000000000a1";

/** A roster of 33 people in one commune, 31 of them behind "met". */
function roster(): FakeApi {
  const total = ({ filter }: CallArgs<"officialsPage">) => {
    if (filter.search === "khong co" || filter.serving === "left") return 0;
    if (filter.serving === "unposted") return 2;
    if (filter.standard === null || filter.standard === undefined) return 33;
    return filter.complement === true ? 2 : 31;
  };
  return fakeApi({
    officialsPage: (args) => ({ total: total(args), version: 1, rows: [] }),
    officialsIndexOf: () => -1,
    postsList: () => [],
    unitGet: () => ({
      id: unitId,
      code: "08173",
      fullName: "Xã Quảng Yên",
      level: "commune",
      validFrom: null,
      validTo: null,
      parentName: null,
      formedFrom: null,
      areaFlags: "",
    }),
  });
}

function open(fake: FakeApi, hash = "#/officials") {
  return renderApp(<OfficialsScreen />, { fake, hash });
}

describe("the list of officials", () => {
  it("says in words whom a number opened, and leads to the others and back", async () => {
    const { location } = open(roster(), `#/officials?unit=${unitId}&standard=professional&status=met`);
    const summary = await screen.findByText("31 cán bộ");
    await waitFor(() =>
      expect(summary.parentElement?.textContent).toBe("31 cán bộ · Xã Quảng Yên · Chuyên môn: đạt"),
    );
    fireEvent.click(await screen.findByRole("button", { name: "Xem 2 người còn lại" }));
    expect(location.read()).toContain("complement=1");
    await screen.findByText("2 cán bộ");
    fireEvent.click(await screen.findByRole("button", { name: "Xem 31 người còn lại" }));
    await screen.findByText("31 cán bộ");
    expect(location.read()).not.toContain("complement");
  });

  it("names a column as filtered only where something of its filter counts", async () => {
    const where = [
      { key: "official.birth", from: "2021-02-31" },
      { key: "computed.age", from: "abc", to: "60" },
    ];
    open(roster(), `#/officials?where=${encodeURIComponent(JSON.stringify(where))}`);
    const summary = await screen.findByText("33 cán bộ");
    expect(summary.parentElement?.textContent).toBe("33 cán bộ · lọc theo cột Tuổi");
  });

  it("writes what is searched into the address, composed, and clears it", async () => {
    const fake = roster();
    const { location } = open(fake);
    await screen.findByText("33 cán bộ");
    const search = screen.getByLabelText<HTMLInputElement>("Tìm theo tên hoặc số định danh");
    fireEvent.change(search, { target: { value: "Hoà ".normalize("NFD") } });
    await waitFor(() => expect(location.read()).toBe(`/officials?q=${encodeURIComponent("Hoà")}`));
    fireEvent.click(screen.getByRole("button", { name: "Bỏ lọc" }));
    await waitFor(() => expect(location.read()).toBe("/officials"));
    expect(search.value).toBe("");
  });

  it("asks for several statuses of one standard, of all that apply until one is chosen", async () => {
    const { location } = open(roster());
    await screen.findByText("33 cán bộ");
    const status = screen.getByRole("combobox", { name: "Mức đạt chuẩn" });
    fireEvent.click(status);
    fireEvent.click(await screen.findByRole("option", { name: "Chưa đạt" }));
    await waitFor(() => expect(location.read()).toBe("/officials?standard=all&status=notMet"));
    fireEvent.click(screen.getByRole("option", { name: "Chưa rõ" }));
    await waitFor(() => expect(location.read()).toBe("/officials?standard=all&status=notMet.unknown"));
    const summary = await screen.findByText("31 cán bộ");
    expect(summary.parentElement?.textContent).toBe(
      "31 cán bộ · Mọi tiêu chuẩn áp dụng: chưa đạt hoặc chưa rõ",
    );
  });

  it("says how many of a list have no post on record, and opens them", async () => {
    const { location } = open(roster());
    fireEvent.click(await screen.findByRole("button", { name: "Trong đó 2 người chưa ghi công tác" }));
    await waitFor(() => expect(location.read()).toBe("/officials?serving=unposted"));
    const summary = await screen.findByText("2 cán bộ");
    expect(summary.parentElement?.textContent).toBe("2 cán bộ · Chưa ghi công tác");
  });

  it("explains an empty list", async () => {
    open(roster(), "#/officials?q=khong%20co");
    expect(await screen.findByText("Không có ai khớp với điều kiện đang lọc")).toBeDefined();
  });

  it("says where somebody is whom a search finds on another day, and goes there with one press", async () => {
    const person: OfficialRow = {
      id: unitId,
      fullName: "Nguyễn Thị Mới",
      birth: null,
      unitCode: null,
      unitName: null,
      postName: null,
      cells: [],
      outside: { kind: "later", day: "2026-11-01" },
    };
    const fake = fakeApi({
      officialsPage: ({ filter }) => {
        const rows = filter.serving === "left" ? [person] : [];
        return { total: rows.length, version: 1, rows };
      },
      officialsIndexOf: () => -1,
      postsList: () => [],
    });
    const { location } = open(fake, "#/officials?q=moi");
    const notice = await screen.findByText(/^Nguyễn Thị Mới không có trong danh sách ngày/);
    expect(notice.textContent).toContain("vì giữ chức danh từ 01/11/2026.");
    fireEvent.click(screen.getByRole("button", { name: "Xem ngày 01/11/2026" }));
    await waitFor(() => expect(location.read()).toContain("on=2026-11-01"));
  });

  it("says that somebody saved is not in the list only where they are not", async () => {
    let place = 4;
    const asked: unknown[] = [];
    const fake = fakeApi({
      officialsPage: () => ({ total: 33, version: 1, rows: [] }),
      officialsIndexOf: ({ filter, id }) => {
        if (id === personId) asked.push(filter.where ?? null);
        return place;
      },
      postsList: () => [],
      officialGet: () => ({ ...record, outside: { kind: "none", day: null } }),
    });
    noteSaved(personId);
    const where = encodeURIComponent(JSON.stringify([{ key: "official.birth", from: "1980" }]));
    const first = open(fake, `#/officials?where=${where}`);
    await waitFor(() => expect(asked).toContain(null));
    expect(screen.queryByText(/không có trong danh sách/)).toBeNull();
    first.unmount();
    place = -1;
    open(fake, "#/officials?serving=serving");
    const notice = await screen.findByText(/không có trong danh sách ngày/);
    expect(notice.textContent).toContain("vì chưa ghi công tác.");
    noteSaved(null);
  });

  it("finds by slash from anywhere in the list, but lets a slash be typed", async () => {
    open(roster());
    await screen.findByText("33 cán bộ");
    const search = screen.getByLabelText("Tìm theo tên hoặc số định danh");
    fireEvent.keyDown(screen.getByRole("grid"), { key: "/" });
    expect(document.activeElement).toBe(search);
    expect(fireEvent.keyDown(search, { key: "/" })).toBe(true);
  });
});
