import { expect, it } from "vitest";
import { withChosenEnding } from "./chosen-name";

it.each([
  ["/tep/con-lai", "/tep/con-lai.xlsx"],
  ["/tep/Danh sách 11.2026", "/tep/Danh sách 11.2026.xlsx"],
  ["/tep/Danh sách xã T.Ba", "/tep/Danh sách xã T.Ba.xlsx"],
  ["/tep/con-lai.", "/tep/con-lai.xlsx"],
  ["/tep.2026/con-lai", "/tep.2026/con-lai.xlsx"],
  ["/tep/con-lai.CSV", "/tep/con-lai.CSV"],
  ["/tep/con-lai.xlsx", "/tep/con-lai.xlsx"],
  ["/tep/con-lai.doc", "/tep/con-lai.doc"],
])("makes of %s the file %s", (path, file) => {
  expect(withChosenEnding(path, ["xlsx", "csv"])).toBe(file);
});

it("leaves a path alone where no kind is offered", () => {
  expect(withChosenEnding("/tep/con-lai", [])).toBe("/tep/con-lai");
});
