// Guards, over every text field of every entity, that the form shows all that was pasted into it, and that text of an old
// font is offered converted and never changed by itself.

import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import {
  type EntityName,
  enteredEntities,
  entityDefinition,
  type FieldValue,
} from "../../../shared/domain/entities";
import { maxLengthOf } from "../../../shared/domain/text-fields";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { RegistryField } from "./registry-field";

function Held(props: { entity: EntityName; field: string; onValue: (value: FieldValue) => void }) {
  const [value, setValue] = useState<FieldValue>(null);
  return (
    <RegistryField
      entity={props.entity}
      field={props.field}
      id="it"
      value={value}
      onChange={(next) => {
        setValue(next);
        props.onValue(next);
      }}
    />
  );
}

/** The input of a field, and the values that it gave. */
function opened(entity: EntityName, field: string) {
  const values: FieldValue[] = [];
  renderApp(<Held entity={entity} field={field} onValue={(value) => values.push(value)} />, {
    fake: fakeApi(),
  });
  const input = document.getElementById("it");
  if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement))
    throw new Error("No input");
  return { input, values };
}

function paste(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  fireEvent.focus(input);
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
}

const textFields = enteredEntities.flatMap((entity) =>
  Object.entries(entityDefinition(entity).fields)
    .filter(([, { type, ladder }]) => type === "text" && ladder === undefined)
    .map(([field, definition]) => ({ entity, field, max: maxLengthOf(definition) })),
);

describe("a text field", () => {
  it.each(textFields)("$entity.$field keeps all that is pasted", ({ entity, field, max }) => {
    const { input, values } = opened(entity, field);
    const text = `X${"x".repeat(max + 30)}`;
    paste(input, text);
    expect(input.value).toBe(text);
    expect(values.at(-1)).toBe(text);
    expect(input.hasAttribute("maxlength")).toBe(false);
  });

  it("is cleaned when it is left, by the type of the field", () => {
    const name = opened("official", "fullName");
    paste(name.input, " Phạm \u00adĐăng\u00a0An\u200b ");
    expect(name.values.at(-1)).toBe("Phạm Đăng An");
  });

  it("holds an identity number whole, whatever stands between its digits", () => {
    const number = opened("official", "identityNumber");
    paste(number.input, "025 080 001 234");
    expect(number.input.value).toBe("025080001234");
    paste(number.input, "0250800012345");
    expect(number.input.value).toBe("0250800012345");
  });

  it("offers text of an old font converted, and converts it only then", () => {
    const { input, values } = opened("official", "fullName");
    paste(input, "Ph¹m §¨ng An");
    expect(values.at(-1)).toBe("Ph¹m §¨ng An");
    fireEvent.click(screen.getByRole("button", { name: "Chuyển thành: Phạm Đăng An" }));
    expect(values.at(-1)).toBe("Phạm Đăng An");
    expect(input.value).toBe("Phạm Đăng An");
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("says one sentence at a time, and that of an old font first", () => {
    renderApp(
      <RegistryField
        entity="official"
        field="fullName"
        id="it"
        value="Ph¹m §¨ng An"
        warning="Một lưu ý khác"
        onChange={() => undefined}
      />,
      { fake: fakeApi() },
    );
    expect(screen.getByText(/^Chữ này gõ bằng phông cũ/)).toBeDefined();
    expect(screen.queryByText("Một lưu ý khác")).toBeNull();
  });
});
