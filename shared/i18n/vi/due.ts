/** Words of what is due: kinds, why something is, and what is missing to say when. */
export const due = {
  kind: {
    retirement: "Nghỉ hưu",
    retirementNotice: "Thông báo nghỉ hưu",
    retirementDecision: "Quyết định nghỉ hưu",
    termEnd: "Hết nhiệm kỳ, thời hạn",
    secondment: "Biệt phái",
    rotation: "Luân chuyển",
    grace: "Hết thời hạn hoàn thiện",
    salaryStep: "Nâng bậc lương",
    disciplineEnd: "Hết thời hạn kỷ luật",
    partyBadge: "Huy hiệu Đảng",
    expiringPaper: "Giấy tờ hết hạn",
  },
  why: {
    retirement:
      "hết ngày {{lastDay}} – hưởng lương hưu từ {{pensionFrom}}; đủ {{years}} tuổi {{months}} tháng",
    retirementByYear:
      "hết ngày {{lastDay}} – hưởng lương hưu từ {{pensionFrom}}; chỉ biết năm sinh nên tính theo ngày 01/01",
    retirementNotice:
      "thông báo bằng văn bản trước 6 tháng; nghỉ hưu hết ngày {{lastDay}} – hưởng lương hưu từ {{pensionFrom}}",
    retirementDecision:
      "ra quyết định trước 3 tháng; nghỉ hưu hết ngày {{lastDay}} – hưởng lương hưu từ {{pensionFrom}}",
    termEnd: "hết nhiệm kỳ, thời hạn giữ chức vụ: {{post}}",
    secondmentUntil: "hết thời hạn biệt phái đã ghi: {{post}}",
    secondmentLimit: "biệt phái từ {{from}} đủ {{months}} tháng, là thời hạn dài nhất: {{post}}",
    rotationReached: "luân chuyển từ {{from}} đủ {{months}} tháng: {{post}}",
    graceEnds: "hết thời hạn hoàn thiện tiêu chuẩn: {{standard}}",
    salaryStep: "lên bậc {{step}}, hệ số {{coefficient}} (ngạch {{grade}})",
    salaryStepDelayed:
      "lên bậc {{step}}, hệ số {{coefficient}} (ngạch {{grade}}); đã tính chậm {{months}} tháng",
    overTop: "phụ cấp thâm niên vượt khung {{percent}}% (ngạch {{grade}}, bậc {{step}})",
    overTopDelayed:
      "phụ cấp thâm niên vượt khung {{percent}}% (ngạch {{grade}}, bậc {{step}}); đã tính chậm {{months}} tháng",
    disciplineWritten: "hết thời hạn kỷ luật đã ghi: {{form}} ({{side}})",
    disciplineByForm: "kỷ luật {{form}} ({{side}}) từ {{from}}, thời hạn {{months}} tháng",
    partyBadge: "đủ {{years}} năm tuổi Đảng, vào Đảng {{joined}}",
    identityExpires: "thẻ căn cước hết hạn",
    qualificationExpires: "văn bằng, chứng chỉ hết hạn: {{kind}}",
  },
  missing: {
    birth: "chưa ghi ngày sinh",
    sex: "chưa ghi giới tính",
    termUntil: "chưa ghi ngày hết nhiệm kỳ hoặc thời hạn",
    assignmentFrom: "chưa ghi ngày bắt đầu",
    salary: "chưa ghi lương",
    salarySameDay: "hai mức lương khác nhau cùng một ngày",
    grade: "chưa ghi ngạch",
    scale: "ngạch chưa có thang bảng lương",
    step: "chưa ghi bậc và hệ số",
    from: "chưa ghi ngày hưởng bậc lương",
    monthOfFrom: "ngày hưởng bậc lương thiếu tháng",
    overFrom: "chưa ghi ngày hưởng phụ cấp vượt khung",
    monthOfOverFrom: "ngày hưởng phụ cấp vượt khung thiếu tháng",
    coefficientUnlikeStep: "hệ số không khớp bậc",
    stepOffScale: "thang lương của ngạch không có bậc này",
    coefficientOffScale: "thang lương của ngạch không có hệ số này",
    overUnlikeStep: "phụ cấp vượt khung không khớp bậc",
    delayDate: "chưa rõ kỷ luật trước hay sau lần nâng lương gần nhất",
    delayNoRule: "chưa có quy định về thời gian chậm nâng lương của hình thức kỷ luật",
    delaySameConduct: "chưa rõ năm không hoàn thành nhiệm vụ và kỷ luật có cùng một hành vi hay không",
    disciplineFrom: "chưa ghi ngày bắt đầu kỷ luật",
    disciplineRule: "chưa có quy định về thời hạn của hình thức kỷ luật",
    partyJoined: "chưa ghi ngày vào Đảng",
  },
  /** What puts off a step of pay. */
  delay: {
    discipline: "{{form}} từ {{from}}: {{months}} tháng",
    notCompleted: "không hoàn thành nhiệm vụ năm {{year}}: {{months}} tháng",
  },
  calendar: { name: "Việc đến hạn", event: "{{kind}} – {{name}}", vague: "{{what}} (khoảng {{on}})" },
  unverified: "quy định chưa đối chiếu văn bản",
} as const;
