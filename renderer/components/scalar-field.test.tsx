import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { FieldValue } from "../../shared/domain/entities";
import { fakeApi } from "../testing/fake-api";
import { renderApp } from "../testing/render";
import { ScalarField } from "./scalar-field";

describe("a scalar's input", () => {
  it("keeps what is typed while it is typed, and writes it out afterwards", () => {
    const values: FieldValue[] = [];
    function Held() {
      const [value, setValue] = useState<FieldValue>(234);
      return (
        <ScalarField
          id="rate"
          label="Hệ số"
          required={false}
          disabled={false}
          scalar={{ type: "decimal", scale: 2 }}
          value={value}
          onChange={(next) => {
            values.push(next);
            setValue(next);
          }}
        />
      );
    }
    renderApp(<Held />, { fake: fakeApi() });
    const input = screen.getByLabelText<HTMLInputElement>("Hệ số");
    expect(input.value).toBe("2,34");
    for (const typed of ["2", "2,", "2,7"]) {
      fireEvent.change(input, { target: { value: typed } });
      expect(input.value).toBe(typed);
    }
    expect(values).toEqual([200, 200, 270]);
    fireEvent.blur(input);
    expect(input.value).toBe("2,70");
    fireEvent.change(input, { target: { value: "hai" } });
    expect(values.at(-1)).toBe("hai");
    fireEvent.change(input, { target: { value: " " } });
    expect(values.at(-1)).toBeNull();
  });
});
