/** Escape in a box that holds what cannot be taken goes back to what it held, over every short field of every entity. */
import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import {
  enteredEntities,
  entityDefinition,
  type EntityName,
  type FieldValue,
} from "../../../shared/domain/entities";
import { hasLines } from "../../../shared/domain/text-fields";
import { useEscape } from "../../components/keyboard/escape";
import { fakeApi } from "../../testing/fake-api";
import { personHandlers, readPerson } from "../../testing/person-form";
import { renderApp } from "../../testing/render";
import { RegistryField } from "./registry-field";

const goods: Readonly<Record<string, FieldValue>> = {
  partialDate: "1980-05-02",
  day: "1980-05-02",
  integer: 12,
  year: 1998,
  text: "Lê Văn Bảy",
};

/** Fields that are typed into, each with a value that it takes. */
const typed = enteredEntities.flatMap((entity) =>
  Object.entries(entityDefinition(entity).fields).flatMap(([field, definition]) => {
    const good = goods[definition.type];
    return good === undefined || definition.ladder !== undefined || hasLines(definition)
      ? []
      : [{ entity, field, type: definition.type, good }];
  }),
);

interface Asked {
  readonly entity: EntityName;
  readonly field: string;
  readonly good: FieldValue;
  readonly onLeave: () => void;
}

function Held({ entity, field, good, onLeave }: Asked) {
  const [value, setValue] = useState(good);
  useEscape(onLeave);
  // Only the checks of a record know what is wrong with a text.
  const error = value === "#" ? "Sai" : undefined;
  return (
    <RegistryField entity={entity} field={field} id="it" value={value} error={error} onChange={setValue} />
  );
}

describe("Escape in a wrong box", () => {
  it.each(typed)("goes back to what $entity.$field held, and only then leaves", ({ entity, field, good }) => {
    let left = 0;
    renderApp(<Held entity={entity} field={field} good={good} onLeave={() => (left += 1)} />, {
      fake: fakeApi(),
    });
    const input = document.getElementById("it");
    if (!(input instanceof HTMLInputElement)) throw new Error("No input");
    const before = input.value;
    act(() => input.focus());
    fireEvent.change(input, { target: { value: "#" } });
    fireEvent.keyDown(input, { key: "Escape" });
    expect([input.value, left]).toEqual([before, 0]);
    fireEvent.keyDown(input, { key: "Escape" });
    expect(left).toBe(1);
  });

  it("asks nothing of a record of which only a day was mistyped, also once its section was read meanwhile", async () => {
    const { location } = await readPerson(fakeApi(personHandlers));
    const at = location.read();
    fireEvent.click(screen.getByRole("button", { name: "Sửa mục Lý lịch" }));
    const birth = () => screen.getByLabelText<HTMLInputElement>(/^Ngày sinh/);
    act(() => birth().focus());
    fireEvent.change(birth(), { target: { value: "31/2/1980" } });
    fireEvent.blur(birth());
    fireEvent.click(screen.getByRole("button", { name: "Xong mục Lý lịch" }));
    fireEvent.click(screen.getByRole("button", { name: "Sửa mục Lý lịch" }));
    expect(birth().value).toBe("31/2/1980");
    act(() => birth().focus());
    fireEvent.keyDown(birth(), { key: "Escape" });
    expect(birth().value).toBe("05/1980");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.queryByRole("button", { name: "Lưu" })).toBeNull();
    expect(location.read()).toBe(at);
  });
});
