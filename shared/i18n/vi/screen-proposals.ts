/** Texts of deciding about proposals. */
import type { ProposalReason } from "../../domain/authority";

export const screenProposals = {
  /** Right after a save; `who`: offices, or `somebody`. */
  saved: {
    whole: "Đã ghi là đề nghị, chờ {{who}} chấp nhận; sổ chưa hiện và chưa tính thay đổi này.",
    part: "{{text}} mục trong đó là đề nghị, chờ {{who}} chấp nhận; sổ chưa hiện và chưa tính.",
    somebody: "cơ quan có thẩm quyền",
  },
  count: "{{text}} đề nghị chờ quyết định",
  countPerson: "{{text}} đề nghị chờ quyết định về hồ sơ này",
  hint: "Đây là những thay đổi của nơi không có thẩm quyền. Chưa chấp nhận thì sổ chưa hiện và chưa tính.",
  showAll: "Xem mọi đề nghị",
  none: "Không có đề nghị nào chờ quyết định",
  nonePerson: "Không có đề nghị nào về hồ sơ này chờ quyết định",
  noneBody: "Khi một cơ quan sửa những gì không thuộc thẩm quyền của mình, thay đổi đó chờ ở đây.",
  list: "Đề nghị của {{office}}",
  groupTitle: "{{office}}: {{text}} đề nghị",
  why: {
    notItsPeople: "Vì sao chờ: {{office}} sửa hồ sơ của người không thuộc đơn vị mình.",
    notItsUnit: "Vì sao chờ: {{office}} ghi về đơn vị do cấp trên hoặc cơ quan khác quản lý.",
    higherList: "Vì sao chờ: {{office}} sửa danh mục do cấp trên quản lý.",
    othersOffice: "Vì sao chờ: {{office}} sửa thông tin của cơ quan khác.",
    unknownAuthor: "Vì sao chờ: chưa cơ quan nào được tin cậy xác nhận khóa này là của ai.",
    revokedKey: "Vì sao chờ: ghi bằng khóa đã thu hồi của {{office}}, có thể không phải do cơ quan này ghi.",
  } satisfies Record<ProposalReason, string>,
  higherDecides:
    "Các đề nghị này do cấp trên quyết định; khi quyết định đến cùng tệp trao đổi thì tự hết chờ.",
  ownWait:
    "Đây là đề nghị của cơ quan mình, do cấp trên quyết định. Ghi nhầm hoặc không cần nữa thì rút lại.",
  writings:
    "Gồm {{text}} lần ghi liên tiếp của cùng một mục; hiện giá trị mới nhất, quyết định một lần cho cả.",
  answer: { accept: "Chấp nhận", refuse: "Từ chối", withdraw: "Rút lại đề nghị" },
  tickAll: "Chọn các đề nghị đang hiện",
  tick: "Chọn đề nghị {{name}}",
  allOf: "cả {{text}} đề nghị",
  chosenOf: "{{text}} đề nghị đã chọn",
  acceptMany: "Chấp nhận {{what}}",
  refuseMany: "Từ chối {{what}}",
  withdrawMany: "Rút lại {{what}}",
  acceptNamed: "Chấp nhận {{what}} của {{office}}",
  refuseNamed: "Từ chối {{what}} của {{office}}",
  withdrawNamed: "Rút lại {{what}} của {{office}}",
  openPerson: "Mở hồ sơ",
  openPersonNamed: "Mở hồ sơ {{name}}",
  by: "{{user}} ghi lúc {{at}}",
  values: "{{name}}: đang ghi và đề nghị",
  column: { field: "Mục", current: "Đang ghi", proposed: "Đề nghị" },
  ask: {
    acceptTitle: "Chấp nhận {{text}} đề nghị",
    refuseOne: "Từ chối đề nghị: {{name}}",
    acceptOne: "Chấp nhận đề nghị: {{name}}",
    withdrawOne: "Rút lại đề nghị: {{name}}",
    acceptBody: "Các thay đổi này được ghi vào hồ sơ và số liệu như của nơi có thẩm quyền. Có thể hoàn tác.",
    refuseTitle: "Từ chối {{text}} đề nghị",
    refuseBody: "Các thay đổi này không được tính ở đây và ở những nơi nhận quyết định này. Có thể hoàn tác.",
    withdrawTitle: "Rút lại {{text}} đề nghị",
    withdrawBody: "Các đề nghị này thôi chờ, ở đây và ở những nơi nhận được tệp sau. Có thể hoàn tác.",
    reason: "Lý do từ chối, để nơi đề nghị biết",
  },
  done: {
    accept: "Đã chấp nhận {{text}} đề nghị.",
    refuse: "Đã từ chối {{text}} đề nghị.",
    withdraw: "Đã rút lại {{text}} đề nghị.",
    left: "Còn {{text}} đề nghị do nơi khác quyết định.",
  },
  decided: {
    title: "Đề nghị đã quyết định: {{text}}",
    hint: "Nơi có thẩm quyền đã chấp nhận hoặc từ chối, hoặc nơi đề nghị đã rút lại. Đề nghị bị từ chối hay rút lại vẫn còn trong nhật ký và không được tính.",
    list: "Đề nghị đã quyết định",
    accept: "{{user}}, {{office}} chấp nhận lúc {{at}}.",
    refuse: "{{user}}, {{office}} từ chối lúc {{at}}.",
    withdraw: "{{user}}, {{office}} rút lại lúc {{at}}.",
    note: "Lý do: {{note}}",
    noNote: "Không ghi lý do.",
    from: "Đề nghị của {{office}}",
  },
  aside: {
    title: "Để riêng: {{text}} thay đổi",
    hint: "Các thay đổi này ghi một mục đã có thành loại khác nên không đọc vào đâu được. Sổ vẫn giữ, không hiện và không tính; hãy hỏi nơi ghi.",
    from: "Do {{office}} ghi",
  },
  ofPerson: "{{text}} thay đổi của hồ sơ này đang chờ quyết định.",
  ofPersonLink: "Xem đề nghị",
  /** One line of the log about a change of which nothing counts. */
  line: {
    proposesAdd: "đề nghị thêm {{what}}",
    proposesRemove: "đề nghị xóa {{what}}",
    proposesEdit: "đề nghị sửa {{what}}: {{fields}}",
  },
  /** What a proposal would change, as part of a sentence. */
  about: {
    add: "thêm {{what}}",
    remove: "xóa {{what}}",
    join: "gộp {{what}} vào hồ sơ khác",
    restore: "khôi phục {{what}}",
    editPerson: "đổi {{fields}} của {{what}}",
    editRow: "đổi {{fields}} ở {{what}}",
    whose: "{{noun}} của {{name}}",
  },
  /** A decision in the log; `undone`: it was taken away. */
  said: {
    of: "đề nghị {{what}}",
    ofOffice: "đề nghị của {{office}}: {{what}}",
    notHere: "một đề nghị không có trong sổ này",
    done: {
      accept: "chấp nhận {{what}}",
      refuse: "từ chối {{what}}",
      withdraw: "rút lại {{what}}",
    },
    undone: {
      accept: "thôi chấp nhận {{what}}",
      refuse: "thôi từ chối {{what}}",
      withdraw: "thôi rút lại {{what}}",
    },
  },
} as const;
