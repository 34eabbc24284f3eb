/** Words of the commands about sessions for steps of pay. */
export const cliSalaryCommands = {
  "salary-session": "Đợt xét nâng bậc lương: ai đến kỳ, ai chưa tính được, ai lệch hệ số; lập hồ sơ của đợt",
  "salary-done": "Ghi đã nâng bậc lương cho những người đến kỳ",
} as const;

export const cliSalaryOptions = {
  sessionMonth: "tháng đầu của đợt, dạng 2026-10",
  sessionMonths: "số tháng của đợt: 1, 3 hoặc 6 (mặc định: 1)",
  sessionOut: "lập hồ sơ của đợt trong một thư mục mới ở đây: biên bản, tờ trình và mỗi người một quyết định",
  sessionPeople: "mã hồ sơ của những người được nâng",
  sessionAll: "tất cả những người đến kỳ trong đợt",
  decisionNumber: "số quyết định nâng bậc lương",
  decisionDate: "ngày quyết định",
  decisionSigner: "người ký quyết định",
} as const;

export const cliSalary = {
  monthForm: "tháng cần dạng 2026-10",
  title: "Nâng bậc lương từ {{from}} đến {{to}}",
  due: "Đến kỳ: {{text}}",
  overdue: "Đến kỳ từ trước, chưa ghi đã nâng: {{text}}",
  unknown: "Chưa tính được: {{text}}",
  mismatch: "Lệch hệ số: {{text}}",
  now: "Hiện hưởng",
  next: "Bậc mới",
  on: "Hưởng từ",
  delays: "Lý do kéo dài",
  why: "Vì sao",
  step: "bậc {{step}}",
  percent: "VK {{percent}}%",
  expected: "{{why}} (bậc này có hệ số {{coefficient}})",
  written: "Đã lập {{text}} tệp trong thư mục {{path}}.\n",
  raised: "Đã ghi nâng bậc lương cho {{text}} người; hoàn tác một lần là trả lại tất cả.",
} as const;
