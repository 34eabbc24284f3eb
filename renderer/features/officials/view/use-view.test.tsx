/** Columns that were changed are the columns everywhere, whoever asks and however soon. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { useCall } from "../../../bridge/hooks";
import { emptyListState } from "../../../app/navigation/list-state";
import { fakeApi } from "../../../testing/fake-api";
import { renderApp } from "../../../testing/render";
import { useListView } from "./use-view";

function List() {
  const { columns, actions } = useListView(emptyListState);
  return (
    <>
      <button type="button" onClick={() => actions.set([{ key: "official.birth", width: null }])}>
        Chọn cột
      </button>
      <output>{(columns ?? []).map(({ key }) => key).join(" ")}</output>
    </>
  );
}

/** Another screen that reads how the list was left. */
function Elsewhere() {
  const { data } = useCall("viewsGet", {});
  return <output>{(data?.last?.columns ?? []).map(({ key }) => key).join(" ")}</output>;
}

function Screens() {
  const [place, setPlace] = useState("list");
  return (
    <>
      <button type="button" onClick={() => setPlace(place === "list" ? "elsewhere" : "list")}>
        Sang màn hình khác
      </button>
      {place === "list" ? <List /> : <Elsewhere />}
    </>
  );
}

const chosen = "official.fullName official.birth";

it("keeps columns for other screens and for the way back, though one leaves at once", async () => {
  const fake = fakeApi({ viewsGet: () => ({ named: [], last: null }), viewRemember: () => null });
  renderApp(<Screens />, { fake });
  await waitFor(() => expect(screen.getByRole("status").textContent).toContain("official.fullName"));
  fireEvent.click(screen.getByRole("button", { name: "Chọn cột" }));
  await waitFor(() => expect(screen.getByRole("status").textContent).not.toBe(""));
  fireEvent.click(screen.getByRole("button", { name: "Sang màn hình khác" }));
  await waitFor(() => expect(screen.getByRole("status").textContent).toContain("official.birth"));
  const kept = fake.calls.find(({ name }) => name === "viewRemember")?.args;
  expect(kept).toMatchObject({
    view: { columns: [{ key: "official.fullName" }, { key: "official.birth" }] },
  });
  fireEvent.click(screen.getByRole("button", { name: "Sang màn hình khác" }));
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe(chosen));
});
