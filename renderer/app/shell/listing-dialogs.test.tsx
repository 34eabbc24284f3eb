// Guards that the buttons and keys of a career screen print and write what stands on that screen, that a button within it means
// its own list, and that no list is offered where none is shown.
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { ReportFormChoice } from "../../../shared/contract/schemas/reports";
import { fakeApi, type FakeHandlers, refuse } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import type { DialogName } from "../commands/command-entry";
import { useRunCommand, useShellTools } from "../commands/commands";
import { ListingButtons, PartButtons } from "../roster/listing-buttons";
import type { ShownListing } from "../roster/shown-listing";
import { Dialogs } from "./dialogs";

const form = (key: string, listing: ReportFormChoice["listing"]): ReportFormChoice => ({
  key,
  name: `Mẫu ${key}`,
  formats: ["xlsx", "pdf"],
  scope: true,
  personal: true,
  listed: false,
  listing,
  blanks: [],
  oneFigure: null,
});
const moment = { on: "2021-10-01" };
const due: ShownListing = {
  moment,
  unitId: "018f0000-0000-7000-8000-000000000001",
  question: { of: "due", from: "2021-10-01", to: "2021-10-31", kind: ["retirement"] },
};
const course: ShownListing = {
  moment,
  unitId: null,
  question: { of: "learners", class: "018f0000-0000-7000-8000-000000000002" },
};

const nothing = () => undefined;

function Program({ shown }: { readonly shown: ShownListing | null }) {
  const [open, setOpen] = useState<DialogName | null>(null);
  useShellTools(
    {
      open: setOpen,
      go: nothing,
      newOfficial: nothing,
      receive: nothing,
      openRoster: nothing,
      reopenRoster: nothing,
      recoverRoster: nothing,
      saveRosterAs: nothing,
      closeRoster: nothing,
    },
    null,
  );
  return (
    <>
      <ListingButtons listing={shown} />
      <PartButtons listing={course} name="Lớp A" />
      <Keys />
      <Dialogs open={open} onClose={() => setOpen(null)} />
    </>
  );
}

/** The commands as keys and menus give them. */
function Keys() {
  const run = useRunCommand();
  return (
    <button type="button" onClick={() => run("report")}>
      Phím xuất
    </button>
  );
}

function show(shown: ShownListing | null, handlers: FakeHandlers = {}) {
  const fake = fakeApi({
    reportForms: () => [form("not-met", null), form("due", "due"), form("learners", "learners")],
    reportTargets: () => [{ path: "/nha", label: "Nhà", removable: false, freeBytes: null }],
    reportDetailsKeep: () => ({ proposed: null }),
    reportWrite: () => ({ files: [{ path: "/nha/x.xlsx", sha256: "00", bytes: 1 }], removable: false }),
    printPreview: () => {
      throw refuse({ code: "pdf-unavailable", params: { reason: "x" } });
    },
    workCancel: () => null,
    ...handlers,
  });
  renderApp(<Program shown={shown} />, { fake });
  const argsOf = async (name: "reportWrite" | "printPreview", times = 1) => {
    const made = () => fake.calls.filter((call) => call.name === name);
    await waitFor(() => expect(made()).toHaveLength(times));
    return made().at(-1)?.args;
  };
  return { argsOf };
}

const writeFiles = async () => {
  await screen.findByRole("radio", { name: /Nhà/, checked: true });
  fireEvent.click(screen.getByRole("button", { name: "Xuất tệp" }));
};

describe("the list of a screen", () => {
  it("is looked at for print just as it is shown", async () => {
    const { argsOf } = show(due);
    fireEvent.click(await screen.findByRole("button", { name: "In…" }));
    expect(await argsOf("printPreview")).toMatchObject({
      form: "due",
      moment,
      unitId: due.unitId,
      listing: due.question,
    });
  });

  it("is what the command writes, with no day and scope to choose", async () => {
    const { argsOf } = show(due);
    fireEvent.click(screen.getByText("Phím xuất"));
    expect(await screen.findByText(/Đúng như danh sách đang xem/)).toBeTruthy();
    expect(screen.queryByLabelText("Số liệu tính đến ngày")).toBeNull();
    await writeFiles();
    expect(await argsOf("reportWrite")).toMatchObject({
      form: "due",
      unitId: due.unitId,
      listing: due.question,
    });
  });

  it("gives way to the list of a button within the screen, until that dialog is closed", async () => {
    const { argsOf } = show(due);
    fireEvent.click(screen.getByRole("button", { name: "Xuất tệp… Lớp A" }));
    await writeFiles();
    expect(await argsOf("reportWrite")).toMatchObject({ form: "learners", listing: course.question });
    await screen.findByText(/Đã xuất xong/);
    fireEvent.keyDown(document.body, { key: "Escape" });
    await waitFor(() => expect(screen.queryByText(/Đã xuất xong/)).toBeNull());
    fireEvent.click(screen.getByText("Phím xuất"));
    await writeFiles();
    expect(await argsOf("reportWrite", 2)).toMatchObject({ form: "due", listing: due.question });
  });

  it("cannot be printed where there is none, and no form of it is offered then", async () => {
    const { argsOf } = show(null);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "In…" }).disabled).toBe(true);
    fireEvent.click(screen.getByText("Phím xuất"));
    await writeFiles();
    const args = await argsOf("reportWrite");
    expect(args).toMatchObject({ form: "not-met" });
    expect(args).not.toHaveProperty("listing");
  });
});
