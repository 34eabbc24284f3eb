// Guards, for every way in which a dialog knows of typed work, that Escape and the cross ask before it is lost.

import { TextInput } from "@mantine/core";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { type FormEvent, type ReactNode, useState } from "react";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../shared/contract/settings";
import { confirm } from "../app/feedback/confirm";
import { SwitchPersonDialog } from "../app/session/person-at-work";
import { SettingsDialog } from "../app/shell/settings-dialog";
import { fakeApi } from "../testing/fake-api";
import { renderApp } from "../testing/render";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { ErrorNotice } from "./error-notice";

// The kit measures a growing text box after fonts are loaded; jsdom has none.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

function Around({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState("");
  return (
    <Dialog title="around" dirty={text !== ""} onClose={onClose}>
      <input value={text} onChange={(event) => setText(event.currentTarget.value)} />
    </Dialog>
  );
}

function Question({ onClose }: { readonly onClose: () => void }) {
  const ask = () =>
    void confirm({
      title: "why",
      body: "",
      confirmLabel: "ok",
      reason: { label: "reason", required: false },
    }).then(onClose);
  return (
    <button type="button" onClick={ask}>
      ask
    </button>
  );
}

const dialogs: readonly (readonly [string, (onClose: () => void) => ReactNode])[] = [
  ["that keeps the text itself", (onClose) => <Around onClose={onClose} />],
  ["of the settings", (onClose) => <SettingsDialog opened onClose={onClose} />],
  ["of another person at work", (onClose) => <SwitchPersonDialog opened onClose={onClose} />],
  ["that asks for a reason", (onClose) => <Question onClose={onClose} />],
];

describe("a dialog", () => {
  it.each(dialogs)("%s asks before typed work is lost", async (_name, shown) => {
    let closed = 0;
    const fake = fakeApi({ settingsGet: () => ({ ...defaultSettings, userName: "Lan", people: [] }) });
    renderApp(<>{shown(() => (closed += 1))}</>, { fake });
    const opener = screen.queryByRole("button", { name: "ask" });
    if (opener !== null) fireEvent.click(opener);
    const field = (await screen.findAllByRole("textbox"))[0];
    if (field === undefined) throw new Error("No field");
    fireEvent.change(field, { target: { value: "Nguyễn Văn Bình" } });
    fireEvent.keyDown(field, { key: "Escape" });
    expect(await screen.findByText("Có phần chưa ghi nhận")).toBeDefined();
    expect(closed).toBe(0);
    fireEvent.click(screen.getByRole("button", { name: "Bỏ phần vừa nhập" }));
    await waitFor(() => expect(closed).toBe(1));
  });
});

describe("a dialog with a form", () => {
  it.each([
    { key: "s", ctrlKey: true },
    { key: "Enter", ctrlKey: true },
  ])("is handed in by $key with Ctrl from any of its fields, once", (keys) => {
    let handedIn = 0;
    const form = (
      <Dialog title="form" onClose={() => undefined}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            handedIn++;
          }}
        >
          <input aria-label="first" />
          <button type="submit">ok</button>
        </form>
      </Dialog>
    );
    renderApp(form, { fake: fakeApi({}) });
    fireEvent.keyDown(screen.getByLabelText("first"), keys);
    fireEvent.keyDown(screen.getByLabelText("first"), { ...keys, repeat: true });
    fireEvent.keyDown(screen.getByLabelText("first"), { ...keys, shiftKey: true });
    expect(handedIn).toBe(1);
  });
});

/** A dialog whose content waits for an answer. */
function Late({ ready }: { readonly ready: boolean }) {
  return (
    <Dialog title="late" onClose={() => undefined}>
      {ready ? <input aria-label="first" /> : null}
    </Dialog>
  );
}

function Waiting() {
  const [ready, setReady] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setReady(true)}>
        answer
      </button>
      <Late ready={ready} />
    </>
  );
}

describe("a dialog whose content comes late", () => {
  const cross = () => screen.getByRole("button", { name: "Đóng" });
  const answer = () => fireEvent.click(screen.getByText("answer"));

  it("begins in its first field, not on the cross that stood there first", async () => {
    renderApp(<Waiting />, { fake: fakeApi() });
    await waitFor(() => expect(document.activeElement).toBe(cross()));
    answer();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("first")));
  });

  it("leaves the keyboard where somebody has pressed a key", async () => {
    renderApp(<Waiting />, { fake: fakeApi() });
    await waitFor(() => expect(document.activeElement).toBe(cross()));
    fireEvent.keyDown(cross(), { key: "Shift" });
    answer();
    await screen.findByLabelText("first");
    expect(document.activeElement).toBe(cross());
  });
});

/** A dialog of three fields, of which some are wrong once it is handed in. */
function Wrong({ wrong }: { readonly wrong: readonly string[] }) {
  const [attempted, setAttempted] = useState(false);
  const hand = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
  };
  return (
    <Dialog title="wrong" onClose={() => undefined}>
      <form onSubmit={hand} noValidate>
        {["one", "two", "three"].map((name) => (
          <TextInput key={name} label={name} error={attempted && wrong.includes(name) ? "wrong" : null} />
        ))}
        <button type="submit">save</button>
      </form>
    </Dialog>
  );
}

interface RefusedProps {
  readonly what: "field" | "notice";
  readonly type?: "button" | "submit";
}

/** A dialog that is refused once it was handed in and the answer came. */
function Refused({ what, type = "submit" }: RefusedProps) {
  const [isRefused, setRefused] = useState(false);
  const hand = () => document.addEventListener("answered", () => setRefused(true), { once: true });
  return (
    <Dialog title="refused" onClose={() => undefined}>
      {isRefused && what === "notice" ? <ErrorNotice error={new Error("no")} /> : null}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          hand();
        }}
      >
        <TextInput label="early" />
        <TextInput label="late" error={isRefused && what === "field" ? "no" : null} />
        {type === "submit" ? (
          <button type="submit">save</button>
        ) : (
          <button type="button" onClick={hand}>
            save
          </button>
        )}
      </form>
    </Dialog>
  );
}

describe("a dialog that cannot be handed in", () => {
  const save = async () => {
    const button = await screen.findByRole("button", { name: "save" });
    button.focus();
    fireEvent.click(button);
    return button;
  };

  it("gives the keyboard to the first field that says what is wrong", async () => {
    renderApp(<Wrong wrong={["two", "three"]} />, { fake: fakeApi() });
    await save();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("two")));
  });

  const answer = () => {
    act(() => {
      document.dispatchEvent(new Event("answered"));
    });
  };

  it.each([
    ["to a field of which it is told only with the answer", "field", () => screen.getByLabelText("late")],
    ["to the sentence that says what failed", "notice", () => screen.getByRole("alert")],
  ] as const)("leads %s", async (_name, what, meant) => {
    renderApp(<Refused what={what} />, { fake: fakeApi() });
    const button = await save();
    await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(document.activeElement).toBe(button);
    answer();
    await waitFor(() => expect(document.activeElement).toBe(meant()));
  });

  it("leads to what a button failed at that hands in no form", async () => {
    renderApp(<Refused what="notice" type="button" />, { fake: fakeApi() });
    await save();
    await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
    answer();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("alert")));
  });

  it("calls nobody back who has gone on meanwhile", async () => {
    renderApp(<Refused what="notice" />, { fake: fakeApi() });
    await save();
    fireEvent.keyDown(screen.getByLabelText("early"), { key: "a" });
    screen.getByLabelText("early").focus();
    answer();
    await screen.findByRole("alert");
    expect(document.activeElement).toBe(screen.getByLabelText("early"));
  });
});

describe("a dialog that is at work", () => {
  function AtWork({ onSubmit }: { readonly onSubmit: () => void }) {
    const [busy, setBusy] = useState(false);
    const submit = (event: FormEvent) => {
      event.preventDefault();
      onSubmit();
      setBusy(true);
    };
    return (
      <Dialog title="work" onClose={() => undefined}>
        <form onSubmit={submit}>
          <TextInput label="text" />
          <Button type="submit" loading={busy}>
            save
          </Button>
        </form>
      </Dialog>
    );
  }

  it("is handed in once, however often the key is pressed", async () => {
    let handedIn = 0;
    renderApp(<AtWork onSubmit={() => (handedIn += 1)} />, { fake: fakeApi() });
    const field = await screen.findByLabelText("text");
    for (let press = 0; press < 2; press += 1) fireEvent.keyDown(field, { key: "s", ctrlKey: true });
    expect(handedIn).toBe(1);
  });
});
