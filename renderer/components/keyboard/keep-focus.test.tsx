import { Menu } from "@mantine/core";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { type FormEvent, type ReactNode, useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { confirm } from "../../app/feedback/confirm";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { FirstFocus } from "../../records/field/first-focus";
import { Button } from "../button";
import { Dialog } from "../dialog";

beforeEach(() => {
  document.getElementById("overlays")?.remove();
  const overlays = document.createElement("div");
  overlays.id = "overlays";
  document.body.append(overlays);
});

const button = (name: string) => screen.getByRole("button", { name });
const show = (ui: ReactNode) => renderApp(<main id="main">{ui}</main>, { fake: fakeApi() });
const escape = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
/** As the keyboard does: the focus is where the press is. */
const press = (name: string) => {
  act(() => button(name).focus());
  fireEvent.click(button(name));
};

function Inside(props: { readonly onClose: () => void; readonly title?: string }) {
  return (
    <Dialog title={props.title ?? "a dialog"} onClose={props.onClose}>
      <input data-autofocus aria-label="inside" />
      <Button onClick={props.onClose}>cancel</Button>
    </Dialog>
  );
}

/** A dialog that is put on screen while it is open, as most are. */
function Mounted({ after }: { readonly after?: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <section>
      <Button onClick={() => setOpened(true)}>open</Button>
      {opened ? <Inside onClose={() => setOpened(false)} /> : null}
      {after}
    </section>
  );
}

/** A dialog that is always there and opens by its own state. */
function Toggled() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>open</Button>
      <Dialog opened={opened} title="a dialog" onClose={() => setOpened(false)}>
        <input data-autofocus aria-label="inside" />
        <Button onClick={() => setOpened(false)}>cancel</Button>
      </Dialog>
    </>
  );
}

function Question() {
  return (
    <Button onClick={() => void confirm({ title: "a dialog", body: "sure?", confirmLabel: "yes" })}>
      open
    </Button>
  );
}

const ways: Record<string, () => void> = {
  Escape: escape,
  "its close button": () => fireEvent.click(button("Đóng")),
};

describe.each([
  ["put on screen while open", <Mounted key="m" />],
  ["opened by its state", <Toggled key="t" />],
  ["a question", <Question key="q" />],
])("the focus after a dialog, %s", (_kind, ui) => {
  it.each(Object.keys(ways))("is back at what opened it, closed by %s", async (way) => {
    show(ui);
    press("open");
    const dialog = await screen.findByRole("dialog", { name: "a dialog" });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    ways[way]?.();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button("open")));
  });
});

describe("the focus after a dialog", () => {
  it("is back in the field that the dialog behind had handed it on to", async () => {
    function Asks() {
      const [opened, setOpened] = useState(false);
      return (
        <Dialog title="outer" onClose={() => {}}>
          <FirstFocus>
            <input aria-label="first field" />
          </FirstFocus>
          <Button onClick={() => setOpened(true)}>ask</Button>
          {opened ? <Inside title="inner" onClose={() => setOpened(false)} /> : null}
        </Dialog>
      );
    }
    show(<Asks />);
    const field = await screen.findByLabelText("first field");
    await waitFor(() => expect(document.activeElement).toBe(field));
    // As a key of the window does: nothing is pressed that would take the focus.
    fireEvent.click(button("ask"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("inside")));
    escape();
    await waitFor(() => expect(screen.queryByRole("dialog", { name: "inner" })).toBeNull());
    expect(document.activeElement).toBe(field);
  });

  it("is back in the dialog that asked, one press of Escape each", async () => {
    function Nested() {
      const [outer, setOuter] = useState(false);
      const [inner, setInner] = useState(false);
      return (
        <>
          <Button onClick={() => setOuter(true)}>open</Button>
          {outer ? (
            <Dialog title="outer" onClose={() => setOuter(false)}>
              <Button onClick={() => setInner(true)}>more</Button>
              {inner ? <Inside title="inner" onClose={() => setInner(false)} /> : null}
            </Dialog>
          ) : null}
        </>
      );
    }
    show(<Nested />);
    press("open");
    await screen.findByRole("dialog", { name: "outer" });
    press("more");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("inside")));
    escape();
    await waitFor(() => expect(document.activeElement).toBe(button("more")));
    expect(screen.getByRole("dialog", { name: "outer" })).toBeTruthy();
    escape();
    await waitFor(() => expect(document.activeElement).toBe(button("open")));
  });

  it("is back at the menu's button when a command of the menu opened it", async () => {
    function FromMenu() {
      const [opened, setOpened] = useState(false);
      return (
        <>
          <Menu>
            <Menu.Target>
              <Button>menu</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setOpened(true)}>settings</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {opened ? <Inside onClose={() => setOpened(false)} /> : null}
        </>
      );
    }
    show(<FromMenu />);
    press("menu");
    const item = await screen.findByRole("menuitem", { name: "settings" });
    act(() => item.focus());
    fireEvent.click(item);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("inside")));
    escape();
    await waitFor(() => expect(document.activeElement).toBe(button("menu")));
  });

  it("is at the next row when the row that asked is gone, then at the one before, then in the section", async () => {
    function Rows() {
      const [rows, setRows] = useState(["a", "b", "c"]);
      const [asked, setAsked] = useState<string | null>(null);
      return (
        <section>
          <Button>add</Button>
          <ul>
            {rows.map((row) => (
              <li key={row}>
                <Button onClick={() => setAsked(row)}>{`remove ${row}`}</Button>
              </li>
            ))}
          </ul>
          {asked === null ? null : (
            <Dialog title="sure?" onClose={() => setAsked(null)}>
              <Button
                onClick={() => {
                  setRows(rows.filter((row) => row !== asked));
                  setAsked(null);
                }}
              >
                yes
              </Button>
            </Dialog>
          )}
        </section>
      );
    }
    show(<Rows />);
    const remove = async (row: string) => {
      press(`remove ${row}`);
      await screen.findByRole("dialog");
      press("yes");
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    };
    await remove("b");
    await waitFor(() => expect(document.activeElement).toBe(button("remove c")));
    await remove("c");
    await waitFor(() => expect(document.activeElement).toBe(button("remove a")));
    await remove("a");
    await waitFor(() => expect(document.activeElement).toBe(button("add")));
  });
});

describe("the focus when its element goes away or is switched off", () => {
  it("is in the field from before when a bar of buttons vanishes with its work", async () => {
    function Saving() {
      const [dirty, setDirty] = useState(true);
      return (
        <div>
          <section>
            <input aria-label="name" />
            <Button>other</Button>
          </section>
          {dirty ? (
            <section aria-label="bar">
              <Button onClick={() => setDirty(false)}>save</Button>
            </section>
          ) : null}
        </div>
      );
    }
    show(<Saving />);
    act(() => screen.getByLabelText("name").focus());
    press("save");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("name")));
  });

  it("is at the next control when a button has nothing left to do", async () => {
    function Once() {
      const [done, setDone] = useState(false);
      return (
        <section>
          <Button disabled={done} onClick={() => setDone(true)}>
            keep
          </Button>
          <Button>next</Button>
        </section>
      );
    }
    show(<Once />);
    press("keep");
    await waitFor(() => expect(document.activeElement).toBe(button("next")));
  });

  it("is left alone where somebody took it elsewhere", async () => {
    show(<Mounted after={<input aria-label="elsewhere" />} />);
    press("open");
    await screen.findByRole("dialog");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("inside")));
    act(() => {
      screen.getByLabelText("elsewhere").focus();
      fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "cancel" }));
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(document.activeElement).toBe(screen.getByLabelText("elsewhere"));
  });
});

describe("a button at work", () => {
  it("keeps the focus, says that it is busy and takes no second press", async () => {
    let presses = 0;
    let submits = 0;
    function Working() {
      const [busy, setBusy] = useState(false);
      return (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submits += 1;
            setBusy(true);
          }}
        >
          <Button type="submit" loading={busy} onClick={() => (presses += 1)}>
            store
          </Button>
        </form>
      );
    }
    show(<Working />);
    press("store");
    await waitFor(() => expect(button("store").getAttribute("aria-busy")).toBe("true"));
    expect(document.activeElement).toBe(button("store"));
    expect(button("store").matches(":disabled")).toBe(false);
    fireEvent.click(button("store"));
    expect({ presses, submits }).toEqual({ presses: 1, submits: 1 });
  });

  it("hands a form in only where it says so", () => {
    const onSubmit = vi.fn<(event: FormEvent) => void>((event) => event.preventDefault());
    show(
      <form onSubmit={onSubmit}>
        <Button>other</Button>
        <Button type="submit">store</Button>
      </form>,
    );
    press("other");
    expect(onSubmit).not.toHaveBeenCalled();
    press("store");
    expect(onSubmit).toHaveBeenCalledOnce();
  });
});

describe("a dialog in which something was typed", () => {
  it("asks before Escape or its cross loses that, and stays where the typing is", async () => {
    const onClose = vi.fn<() => void>();
    show(
      <Dialog title="a dialog" dirty onClose={onClose}>
        <input data-autofocus aria-label="inside" />
      </Dialog>,
    );
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("inside")));
    escape();
    await screen.findByRole("dialog", { name: "Có phần chưa ghi nhận" });
    await waitFor(() => expect(document.activeElement).toBe(button("Nhập tiếp")));
    escape();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("inside")));
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.click(button("Đóng"));
    fireEvent.click(await screen.findByRole("button", { name: "Bỏ phần vừa nhập" }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});
