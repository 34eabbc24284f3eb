import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { OfficialRecord } from "../../../../shared/contract/schemas/officials";
import { byOwned, type FieldValue } from "../../../../shared/domain/entities";
import { formatPartialDate } from "../../../../shared/domain/partial-date";
import { today } from "../../../app/session/today";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { editableColumn } from "./editable";
import { WhichRowDialog } from "./which-row-dialog";

const id = "018f0000-0000-7000-8000-0000000000a1";
const rowId = "018f0000-0000-7000-8000-0000000000b1";

function ask(key: string, fields: Readonly<Record<string, FieldValue>>, value: FieldValue) {
  const column = editableColumn(key);
  if (column === null) throw new Error(`No column ${key}`);
  const row = { id: rowId, fields, names: {}, recordedOn: null };
  const record: OfficialRecord = {
    id,
    official: {},
    rows: byOwned((entity) => (entity === column.entity ? [row] : [])),
    serving: null,
    mainDoubt: null,
    findings: [],
    outside: null,
    lastChange: null,
  };
  const onSay = vi.fn();
  renderApp(
    <WhichRowDialog
      officialId={id}
      name="Trần Thị Bình"
      moment={{ on: today() }}
      column={column}
      rowId={rowId}
      from="Trước"
      to="Sau"
      value={value}
      onSay={onSay}
      onClose={() => undefined}
    />,
    { fake: fakeApi({ officialGet: () => record }) },
  );
  return onSay;
}

const write = () => fireEvent.click(screen.getByRole("button", { name: "Lưu" }));

/** The day that the screen shows, see the frame of these tests. */
const shownOn = "2021-10-01";

describe("another value of a cell by which rows are told apart", () => {
  it("is a post of its own from the day on screen unless somebody says otherwise, with the keyboard on that answer", async () => {
    const onSay = ask("assignment.post", { post: "old", unit: "u", from: "2016-04-04" }, "new");
    const radio = await screen.findByRole("radio", { name: /^“Chức danh” mới từ ngày/ });
    await waitFor(() => expect(document.activeElement).toBe(radio));
    expect(screen.getByRole("dialog").textContent).toContain(formatPartialDate(shownOn));
    write();
    expect(onSay).toHaveBeenCalledWith({ as: "new", from: shownOn });
  });

  it("is handed in by Enter in its day, but not with what is none", async () => {
    ask("assignment.post", { post: "old", unit: "u", from: "2016-04-04" }, "new");
    const day = await screen.findByRole("textbox", { name: "Từ ngày" });
    // The browser hands the form in by itself where nobody keeps it from that.
    const enter = () => fireEvent.keyDown(day, { key: "Enter" });
    fireEvent.change(day, { target: { value: "31/2/2020" } });
    expect(enter()).toBe(false);
    fireEvent.change(day, { target: { value: "1/3/2020" } });
    expect(enter()).toBe(true);
  });

  it("can only be a correction where the post on record does not begin before it, and says why", async () => {
    const onSay = ask("assignment.post", { post: "old", unit: "u", from: shownOn }, "new");
    const radio = await screen.findByRole<HTMLInputElement>("radio", { name: /^“Chức danh” mới/ });
    expect(radio.disabled).toBe(true);
    expect(screen.getByText(/^Chức danh đang ghi bắt đầu không sớm hơn/)).toBeDefined();
    write();
    expect(onSay).toHaveBeenCalledWith({ as: "correct" });
  });

  it("is another paper, of which no day is asked, or the one on record put right", async () => {
    const onSay = ask(
      "qualification.professional.level",
      { kind: "professional", level: "university" },
      "master",
    );
    await screen.findByRole("radio", { name: "Thêm bằng, chứng chỉ mới; giữ bằng, chứng chỉ đã ghi." });
    expect(screen.queryByRole("textbox")).toBeNull();
    fireEvent.click(screen.getByRole("radio", { name: /^Sửa lại “Trình độ chuyên môn” đã ghi/ }));
    write();
    expect(onSay).toHaveBeenCalledWith({ as: "correct" });
  });
});
