import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { type ReactNode, useEffect, useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { AsyncPicker } from "../async-picker";
import { ChoiceField } from "../choice-field";
import { Dialog } from "../dialog";
import { SuggestField } from "../suggest-field";

const communes = [
  { value: "qy", label: "Xã Quảng Yên" },
  { value: "qt", label: "Xã Quảng Trung" },
  { value: "dt", label: "Xã Đồng Tâm" },
  ...Array.from({ length: 12 }, (_, n) => ({ value: `x${n}`, label: `Thị trấn ${n}` })),
];
const sexes = [
  { value: "male", label: "Nam" },
  { value: "female", label: "Nữ" },
];

beforeEach(() => {
  document.getElementById("overlays")?.remove();
  const overlays = document.createElement("div");
  overlays.id = "overlays";
  document.body.append(overlays);
});

interface Kind {
  readonly label: string;
  readonly draw: (value: string | null, onChange: (value: string | null) => void) => ReactNode;
}

/** Answers a query only when told to. */
function useSlowly(): {
  readonly options: typeof communes;
  readonly loading: boolean;
  readonly ask: (q: string | null) => void;
} {
  const [query, setQuery] = useState<string | null>(null);
  const [answered, setAnswered] = useState<string | null>(null);
  useEffect(() => {
    answerNow = () => setAnswered(query);
  }, [query]);
  const text = (answered ?? "").toLowerCase();
  return {
    options: communes.filter(({ label }) => label.toLowerCase().includes(text)),
    loading: query !== null && answered !== query,
    ask: setQuery,
  };
}
let answerNow = (): void => undefined;

function Elsewhere(props: {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const { options, loading, ask } = useSlowly();
  return (
    <AsyncPicker
      label="Đơn vị"
      value={props.value}
      valueLabel={communes.find(({ value }) => value === props.value)?.label ?? ""}
      options={options}
      loading={loading}
      onQuery={ask}
      onChange={props.onChange}
    />
  );
}

/** Every kind of picker that is typed into, by one table: what holds of one holds of all. */
const typedKinds: Record<string, Kind> = {
  "whose list is here": {
    label: "Xã",
    draw: (value, onChange) => (
      <ChoiceField label="Xã" options={communes} value={value} onChange={onChange} />
    ),
  },
  "whose list comes from elsewhere": {
    label: "Đơn vị",
    draw: (value, onChange) => <Elsewhere value={value} onChange={onChange} />,
  },
};

async function show(kind: Kind, start: string | null = null) {
  const onChange = vi.fn<(value: string | null) => void>();
  const onSubmit = vi.fn<() => void>();
  const onClose = vi.fn<() => void>();
  function Held() {
    const [value, setValue] = useState(start);
    return (
      <Dialog title="a dialog" onClose={onClose}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {kind.draw(value, (next) => {
            setValue(next);
            onChange(next);
          })}
          <input aria-label="next" />
          <button type="submit">store</button>
        </form>
      </Dialog>
    );
  }
  renderApp(<Held />, { fake: fakeApi() });
  const input = screen.getByRole<HTMLInputElement>("combobox", { name: kind.label });
  // The dialog gives the focus to its first field by itself, a little later.
  await waitFor(() => expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true));
  act(() => input.focus());
  return { input, onChange, onSubmit, onClose };
}

const type = (input: HTMLInputElement, text: string) => fireEvent.change(input, { target: { value: text } });
/** A key, and what the browser does of itself when nobody keeps it from that. */
const press = (input: HTMLInputElement, key: string, more: object = {}) => {
  const goesOn = fireEvent.keyDown(input, { key, ...more });
  if (!goesOn) return;
  if (key === "Tab") act(() => screen.getByLabelText("next").focus());
  if (key === "Enter") fireEvent.submit(input.form as HTMLFormElement);
};
const settle = () => act(() => answerNow());
const optionNames = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);

describe.each(Object.entries(typedKinds))("a picker %s", (_what, kind) => {
  it("takes the first that fits by Enter, without an arrow key, and does not hand the form in", async () => {
    const { input, onChange, onSubmit } = await show(kind);
    type(input, "quảng");
    press(input, "Enter");
    settle();
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith("qy"));
    expect(input.value).toBe("Xã Quảng Yên");
    expect(onSubmit).not.toHaveBeenCalled();
    // With the list closed and nothing typed, Enter is the form's.
    press(input, "Enter");
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it("is typed over by a click, wherever in its text, but not where a part of it was chosen", async () => {
    const { input } = await show(kind, "dt");
    const chosen = () => input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0);
    input.setSelectionRange(3, 3);
    fireEvent.click(input);
    expect(chosen()).toBe("Xã Đồng Tâm");
    input.setSelectionRange(3, 7);
    fireEvent.click(input);
    expect(chosen()).toBe("Đồng");
    type(input, "quảng");
    input.setSelectionRange(2, 2);
    fireEvent.click(input);
    expect(chosen()).toBe("");
  });

  it("takes what the arrows marked by Enter", async () => {
    const { input, onChange } = await show(kind);
    type(input, "quảng");
    settle();
    await waitFor(() => expect(optionNames()).toEqual(["Xã Quảng Yên", "Xã Quảng Trung"]));
    press(input, "ArrowDown");
    const marked = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
    expect(marked?.textContent).toBe("Xã Quảng Trung");
    press(input, "Enter");
    expect(onChange).toHaveBeenLastCalledWith("qt");
  });

  it("takes the marked one by Tab, also when its list is still on its way", async () => {
    const { input, onChange } = await show(kind);
    type(input, "đồng");
    press(input, "Tab");
    expect(document.activeElement).toBe(screen.getByLabelText("next"));
    settle();
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith("dt"));
  });

  it("keeps text that names nothing, says so, and keeps the form from being stored without it", async () => {
    const { input, onChange, onSubmit } = await show(kind, "dt");
    type(input, "không có xã này");
    settle();
    press(input, "Tab");
    expect(await screen.findByText(/Không có mục nào như vậy/)).toBeTruthy();
    expect(input.value).toBe("không có xã này");
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "store" }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(input);
    type(input, "đồng tâm");
    settle();
    press(input, "Enter");
    await waitFor(() => expect(input.value).toBe("Xã Đồng Tâm"));
    fireEvent.click(screen.getByRole("button", { name: "store" }));
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it("left by the mouse takes what the text can only mean, and asks which where it may be several", async () => {
    const { input, onChange } = await show(kind);
    type(input, "quảng");
    settle();
    act(() => screen.getByLabelText("next").focus());
    expect(await screen.findByText(/Có nhiều mục như vậy/)).toBeTruthy();
    expect(input.value).toBe("quảng");
    act(() => input.focus());
    type(input, "quảng trung");
    settle();
    act(() => screen.getByLabelText("next").focus());
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith("qt"));
  });

  it("puts what was chosen back by Escape and nothing else, then leaves the key to the dialog", async () => {
    const { input, onClose } = await show(kind, "dt");
    type(input, "quảng");
    settle();
    press(input, "Escape");
    expect(screen.queryAllByRole("option")).toEqual([]);
    expect(input.value).toBe("Xã Đồng Tâm");
    expect(onClose).not.toHaveBeenCalled();
    press(input, "Escape");
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("closes its list by Escape where nothing was chosen, then takes the text back", async () => {
    const { input, onClose } = await show(kind);
    type(input, "quảng");
    settle();
    press(input, "Escape");
    expect(screen.queryAllByRole("option")).toEqual([]);
    expect(input.value).toBe("quảng");
    press(input, "Escape");
    expect(input.value).toBe("");
    expect(onClose).not.toHaveBeenCalled();
  });

  it("goes to the ends of its list and by pages", async () => {
    const { input } = await show(kind);
    press(input, "ArrowDown");
    settle();
    await waitFor(() => expect(optionNames()).toHaveLength(communes.length));
    const marked = () =>
      document.getElementById(input.getAttribute("aria-activedescendant") ?? "")?.textContent;
    press(input, "End");
    expect(marked()).toBe("Thị trấn 11");
    press(input, "Home");
    expect(marked()).toBe("Xã Quảng Yên");
    press(input, "PageDown");
    expect(marked()).toBe("Thị trấn 5");
    press(input, "PageUp");
    expect(marked()).toBe("Xã Quảng Yên");
  });
});

describe("a short closed choice", () => {
  const kind: Kind = {
    label: "Giới tính",
    draw: (value, onChange) => (
      <ChoiceField label="Giới tính" options={sexes} value={value} clearable onChange={onChange} />
    ),
  };

  it("is chosen by first letters, without marks and with them, as UniKey types them", async () => {
    const { input, onChange } = await show(kind);
    press(input, "n");
    expect(input.value).toBe("Nam");
    press(input, "u");
    expect(input.value).toBe("Nữ");
    press(input, "Backspace");
    press(input, "ữ");
    expect(input.value).toBe("Nữ");
    expect(onChange.mock.calls).toEqual([["male"], ["female"]]);
    expect(screen.queryAllByRole("option")).toEqual([]);
  });

  it("walks through all that begin with one letter pressed again", async () => {
    const { input } = await show(kind);
    for (const expected of ["Nam", "Nữ", "Nam"]) {
      press(input, "n");
      expect(input.value).toBe(expected);
    }
  });

  const levels: Kind = {
    label: "Mức",
    draw: (value, onChange) => (
      <ChoiceField
        label="Mức"
        options={[
          { value: "none", label: "Chưa có" },
          { value: "basic", label: "Chứng chỉ cơ bản (A, B)" },
          { value: "college", label: "Cao đẳng" },
        ]}
        value={value}
        onChange={onChange}
      />
    ),
  };

  it.each([{ opened: true }, { opened: false }])(
    "finds letters inside a name, open: $opened",
    async ({ opened }) => {
      const { input, onChange } = await show(levels);
      if (opened) press(input, "ArrowDown", { altKey: true });
      for (const key of "co ban") press(input, key);
      press(input, "Enter");
      expect(input.value).toBe("Chứng chỉ cơ bản (A, B)");
      expect(onChange).toHaveBeenLastCalledWith("basic");
    },
  );

  it.each([{ opened: true }, { opened: false }])(
    "takes nothing by letters that no name has, and says so, open: $opened",
    async ({ opened }) => {
      const { input } = await show(levels, "college");
      if (opened) press(input, "ArrowDown", { altKey: true });
      for (const key of "chx") press(input, key);
      expect(screen.getByText(/Không có mục nào như vậy/)).toBeTruthy();
      press(input, "Enter");
      expect(input.value).toBe("Cao đẳng");
      expect(optionNames()).toEqual([]);
      press(input, "ArrowDown");
      expect(screen.queryByText(/Không có mục nào như vậy/)).toBeNull();
    },
  );

  it("opens by Alt and the down arrow, takes by Enter without handing the form in, empties by Delete", async () => {
    const { input, onSubmit, onChange } = await show(kind, "male");
    press(input, "ArrowDown", { altKey: true });
    expect(optionNames()).toEqual(["Nam", "Nữ"]);
    press(input, "ArrowDown");
    press(input, "Enter");
    expect(input.value).toBe("Nữ");
    expect(onSubmit).not.toHaveBeenCalled();
    press(input, "Delete", { timeStamp: 1 });
    expect(onChange).toHaveBeenLastCalledWith(null);
  });
});

describe("free text with suggestions", () => {
  const plain = { name: null, others: [] };
  const grade = { text: "01.003", name: "Chuyên viên", others: ["Chuyên viên"] };
  const kind: Kind = {
    label: "Dân tộc",
    draw: (value, onChange) => (
      <SuggestField
        id="ethnicity"
        label="Dân tộc"
        value={value ?? ""}
        suggestions={[
          { text: "Kinh", name: null, others: ["Việt"] },
          { text: "Nùng", ...plain },
          { text: "Khmer", ...plain },
          grade,
        ]}
        required={false}
        withAsterisk={false}
        disabled={false}
        onChange={(text) => onChange(text === "" ? null : text)}
      />
    ),
  };

  it("keeps whatever is typed, and writes an answer out that is only missing its marks", async () => {
    const { input, onSubmit } = await show(kind);
    type(input, "nung");
    press(input, "Tab");
    expect(input.value).toBe("Nùng");
    type(input, "Kin");
    press(input, "Tab");
    expect(input.value).toBe("Kin");
    type(input, "k");
    press(input, "ArrowDown");
    press(input, "ArrowDown");
    press(input, "Enter");
    expect(input.value).toBe("Khmer");
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it("offers what is found by another spelling or a name, and keeps what somebody typed", async () => {
    const { input } = await show(kind);
    type(input, "viet");
    expect(optionNames()).toEqual(["Kinh"]);
    press(input, "Tab");
    expect(input.value).toBe("viet");
    for (const typed of ["chuyen", "01003"]) {
      type(input, typed);
      expect(optionNames()).toEqual(["01.003 · Chuyên viên"]);
    }
  });

  it("closes its list by Escape and leaves the text", async () => {
    const { input, onClose } = await show(kind);
    type(input, "k");
    expect(optionNames()).toEqual(["Kinh", "Khmer"]);
    press(input, "Escape");
    expect(optionNames()).toEqual([]);
    expect(input.value).toBe("k");
    expect(onClose).not.toHaveBeenCalled();
  });
});
