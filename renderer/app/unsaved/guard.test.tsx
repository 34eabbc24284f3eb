import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { useUnsavedGuard } from "./guard";

function Form(props: { readonly save?: () => Promise<boolean> }) {
  useUnsavedGuard({ dirty: true, ...props });
  return <h1>form</h1>;
}

function show(save?: () => Promise<boolean>) {
  const fake = fakeApi({ windowCloseAllowed: () => null });
  const view = renderApp(<Form {...(save === undefined ? {} : { save })} />, { fake });
  const answer = () => fake.calls.findLast(({ name }) => name === "windowCloseAllowed")?.args;
  return { fake, view, answer };
}

describe("a window that is asked to close over unsaved work", () => {
  it("stays when the user wants to stay", async () => {
    const { fake, answer } = show();
    act(() => fake.emit("closeRequested", {}));
    fireEvent.click(await screen.findByRole("button", { name: "Ở lại" }));
    await waitFor(() => expect(answer()).toEqual({ allowed: false }));
  });

  it("closes after saving, and stays when saving was refused", async () => {
    let saved = false;
    const { fake, answer } = show(() => Promise.resolve(saved));
    act(() => fake.emit("closeRequested", {}));
    fireEvent.click(await screen.findByRole("button", { name: "Lưu rồi rời đi" }));
    await waitFor(() => expect(answer()).toEqual({ allowed: false }));
    saved = true;
    act(() => fake.emit("closeRequested", {}));
    fireEvent.click(await screen.findByRole("button", { name: "Lưu rồi rời đi" }));
    await waitFor(() => expect(answer()).toEqual({ allowed: true }));
  });

  it("asks before another screen is opened", async () => {
    const { view } = show();
    const gone = view.location.go("#/changes");
    fireEvent.click(await screen.findByRole("button", { name: "Bỏ thay đổi" }));
    expect(await gone).toBe(true);
    expect(window.location.hash).toBe("#/changes");
  });
});
