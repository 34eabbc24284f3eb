/** Somebody is appointed to the same post again: one change of two rows, begun with what follows from the term on record. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { OfficialSave } from "../../../shared/contract/schemas/officials";
import type { FieldValue } from "../../../shared/domain/entities";
import { type FakeApi, fakeApi } from "../../testing/fake-api";
import { post, record } from "../../testing/person-data";
import { lastSent, personHandlers, readPerson, typeInto } from "../../testing/person-form";

const [serving] = record.rows.assignment;
const named = "Bổ nhiệm lại: Văn phòng - thống kê, Xã Quảng Yên";

function holding(fields: Readonly<Record<string, FieldValue>>): FakeApi {
  if (serving === undefined) throw new Error("The person has a post");
  const held = { ...serving, fields: { ...serving.fields, to: null, ...fields } };
  return fakeApi({
    ...personHandlers,
    postsList: () => [{ ...post, group: "departmentHead" as const }],
    officialGet: () => ({ ...record, rows: { ...record.rows, assignment: [held] } }),
  });
}

async function openDialog(fake: FakeApi) {
  await readPerson(fake);
  fireEvent.click(await screen.findByRole("button", { name: named }));
  return within(await screen.findByRole("dialog", { name: "Bổ nhiệm lại" }));
}

const appointed = {
  kind: "appointed",
  from: "2021-03-01",
  termUntil: "2026-02-28",
  decisionNumber: "12/QĐ-UBND",
};

describe("another term of the same post", () => {
  it("begins the day after the one on record, for as long as the rules allow, as one change", async () => {
    const fake = holding(appointed);
    const dialog = await openDialog(fake);
    expect(dialog.getByLabelText<HTMLInputElement>(/^Bổ nhiệm lại từ ngày/).value).toBe("01/03/2026");
    typeInto(/^Số quyết định/, "7/QĐ-UBND");
    fireEvent.click(dialog.getByRole("button", { name: "Bổ nhiệm lại và lưu" }));
    await waitFor(() => expect(lastSent(fake, "officialSave")).toBeDefined());
    const sent = lastSent(fake, "officialSave") as OfficialSave;
    expect(sent).toMatchObject({ action: "edit", reason: "Bổ nhiệm lại theo Quyết định số 7/QĐ-UBND" });
    expect(sent.rows).toMatchObject([
      { id: serving?.id, isNew: false, fields: { to: "2026-02-28", endReason: "reappointed" } },
      {
        isNew: true,
        fields: {
          unit: serving?.fields["unit"],
          post: serving?.fields["post"],
          main: true,
          kind: "reappointed",
          from: "2026-03-01",
          termUntil: "2031-03-01",
          decisionNumber: "7/QĐ-UBND",
        },
      },
    ]);
    expect(sent.rows).toHaveLength(2);
  });

  it("says in a sentence why a day cannot be, and sends nothing", async () => {
    const fake = holding(appointed);
    const dialog = await openDialog(fake);
    typeInto(/^Bổ nhiệm lại từ ngày/, "01/02/2021");
    fireEvent.click(dialog.getByRole("button", { name: "Bổ nhiệm lại và lưu" }));
    expect(
      await dialog.findByText("Ngày bổ nhiệm lại phải sau ngày bắt đầu đang ghi (01/03/2021)."),
    ).toBeDefined();
    expect(lastSent(fake, "officialSave")).toBeUndefined();
    // The last day of the term goes with the day until somebody types another.
    typeInto(/^Bổ nhiệm lại từ ngày/, "01/06/2026");
    expect(dialog.getByLabelText<HTMLInputElement>(/đến ngày|thời hạn/i).value).toBe("01/06/2031");
  });

  it("is not offered to whom the people elect", async () => {
    await readPerson(holding({ kind: "elected", from: "2021-03-01" }));
    await screen.findByRole("button", { name: /^Kết thúc công tác: / });
    expect(screen.queryByRole("button", { name: named })).toBeNull();
  });

  it("leaves out of the list of a new post what its kind does not know", async () => {
    await readPerson(holding(appointed));
    fireEvent.click(
      await screen.findByRole("button", { name: /^Sửa: Văn phòng|^Sửa Văn phòng|^Sửa.*Quảng Yên/ }),
    );
    const dialog = within(await screen.findByRole("dialog", { name: "Sửa công tác" }));
    const kind = dialog.getByRole("combobox", { name: /^Hình thức/ });
    fireEvent.focus(kind);
    fireEvent.click(kind);
    const offered = (await screen.findAllByRole("option")).map(({ textContent }) => textContent);
    expect(offered).toEqual(expect.arrayContaining(["Tuyển dụng", "Bổ nhiệm", "Điều động"]));
    for (const refused of ["Bầu cử", "Phê chuẩn"]) expect(offered).not.toContain(refused);
  });
});
