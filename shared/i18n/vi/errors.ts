/** One sentence a failure: what happened, what is safe, what to do. Parameters come from AppError. */
export const errors = {
  "roster-missing":
    "Không tìm thấy tệp sổ {{path}}; hãy kiểm tra lại đường dẫn hoặc cắm USB chứa tệp rồi mở lại.",
  "roster-exists": "Tệp {{path}} đã có sẵn nên không ghi đè; hãy chọn tên khác cho sổ mới.",
  "roster-foreign": "Tệp {{path}} không phải sổ cán bộ (.scb); tệp được giữ nguyên, hãy chọn đúng tệp sổ.",
  "roster-newer":
    "Sổ {{path}} do phiên bản mới hơn của chương trình tạo ra; sổ được giữ nguyên, hãy cập nhật chương trình rồi mở lại.",
  "roster-damaged":
    "Sổ {{path}} có chỗ bị hỏng nên không dùng tiếp được và không ghi thêm; tệp được giữ nguyên, hãy khôi phục sang tệp mới, hoặc mở bản sao gần nhất.",
  "roster-beyond-recovery":
    "Không khôi phục được sổ {{path}} vì trong tệp không còn đọc được nhật ký thay đổi; tệp hỏng được giữ nguyên, chưa tạo tệp nào khác, hãy mở bản sao lưu gần nhất rồi đề nghị cấp trên hoặc nơi từng nhận tệp trao đổi của sổ này gửi lại những gì họ đang có.",
  "recover-whose":
    "Sổ {{path}} không còn ghi là của cơ quan nào, và khóa trên máy này không cho biết; tệp hỏng được giữ nguyên, chưa tạo tệp nào khác. Những cơ quan còn đọc được trong sổ: {{offices}}; cơ quan dùng sổ có thể không còn trong số đó. Hãy khôi phục trên máy của cơ quan lập sổ.",
  "recover-other-office":
    "Sổ {{path}} vẫn ghi là của {{office}}, không phải của đơn vị mã {{code}}; chưa tạo tệp nào, tệp gốc được giữ nguyên, hãy khôi phục mà không chọn cơ quan.",
  "recover-no-unit":
    "Sổ {{path}} không có đơn vị nào mang mã {{code}}; chưa tạo tệp nào, tệp gốc được giữ nguyên, hãy xem lại mã đơn vị của cơ quan dùng sổ.",
  "roster-altered":
    "Cấu trúc tệp của sổ {{path}} không đúng như chương trình đã tạo nên không mở, không ghi thêm: “{{name}}” $t(domain:alteration.{{what}}), có thể do phần mềm khác đã sửa tệp; tệp được giữ nguyên, hãy mở bản sao gần nhất, hoặc khôi phục sang tệp mới.",
  "roster-locked":
    "Sổ {{path}} đang được {{user}} mở trên máy {{host}} từ {{since}}; chưa có gì thay đổi, hãy đóng sổ ở máy đó rồi thử lại.",
  "roster-left":
    "Bên cạnh sổ {{path}} còn ghi là {{user}} đang mở sổ trên máy {{host}} từ {{since}}: có thể máy đó vẫn mở, hoặc đã tắt đột ngột hay rút USB khi chưa đóng sổ; chưa có gì thay đổi, hãy hỏi lại người đó trước khi mở để sửa.",
  "lock-lost":
    "Chưa lưu được vì {{user}} đã mở sổ {{path}} để sửa trên máy {{host}} từ {{since}}; những gì đã lưu trước đó vẫn nguyên và nội dung đang nhập vẫn còn ở đây, hãy nhờ đóng sổ ở máy đó rồi lưu lại, hoặc lưu sổ thành bản khác.",
  "roster-changed":
    "Chưa lưu được vì sổ {{path}} đã được ghi thêm ở nơi khác trong lúc máy này mất quyền ghi; nội dung đang nhập vẫn còn ở đây, hãy mở lại sổ để thấy nội dung mới, xem lại rồi lưu.",
  "roster-replaced":
    "Chưa lưu được vì tệp sổ {{path}} không còn ở chỗ cũ hoặc đã bị thay bằng tệp khác khi đang mở; nội dung đang mở và đang nhập vẫn còn ở đây, hãy lưu sổ đang mở thành tệp khác rồi lưu lại phần đang nhập.",
  "roster-readonly":
    "Không ghi được vào sổ {{path}} vì tệp hoặc thư mục chỉ cho đọc; sổ được giữ nguyên, hãy chép sổ sang thư mục ghi được.",
  "roster-unreadable":
    "Không đọc được sổ {{path}} vì tài khoản này không có quyền; sổ được giữ nguyên, hãy nhờ người quản lý máy cấp quyền đọc.",
  "roster-disk-failed":
    "Ổ đĩa hoặc USB chứa sổ {{path}} không còn đọc ghi được; những gì đã lưu trước đó vẫn nguyên, hãy cắm lại rồi mở sổ.",
  "no-roster-open": "Chưa mở sổ nào; hãy mở hoặc tạo sổ trước.",
  "folder-taken":
    "Thư mục {{path}} đã có sẵn nên không ghi đè, chưa ghi tệp nào; hãy chọn nơi lưu khác, hoặc đổi tên hay xóa thư mục đó rồi làm lại.",
  "folder-missing":
    "Không tìm thấy thư mục {{path}}; sổ không thay đổi, hãy chọn thư mục khác hoặc cắm lại USB.",
  "folder-readonly": "Thư mục {{path}} chỉ cho đọc; sổ không thay đổi, hãy chọn thư mục khác.",
  "name-too-long":
    "Tên tệp “{{name}}” dài quá: nhiều nhất {{limit}} $t(domain:counted.{{counted}}); chưa có gì được ghi, hãy đặt tên ngắn hơn.",
  "path-too-long":
    "Đường dẫn {{path}} dài quá: nhiều nhất {{limit}} $t(domain:counted.{{counted}}); chưa có gì được ghi, hãy đặt tệp ở thư mục có đường dẫn ngắn hơn.",
  "name-refused":
    'Windows không nhận tên tệp “{{name}}”; chưa có gì được ghi, hãy đặt tên không có < > : " / \\ | ? *, không có dấu chấm hay dấu cách ở cuối và khác các tên dành riêng như CON, NUL.',
  "disk-full": "Ổ đĩa chứa {{path}} đã đầy; dữ liệu đã lưu trước đó vẫn nguyên, hãy xóa bớt tệp rồi làm lại.",
  "target-gone":
    "USB hoặc ổ đĩa chứa {{path}} đã bị rút khi đang ghi; sổ trên máy vẫn nguyên, hãy cắm lại rồi ghi lại lần nữa.",
  "write-failed":
    "Không ghi được {{path}} ({{reason}}); sổ trên máy vẫn nguyên, hãy thử lại hoặc chọn nơi khác.",
  "read-back-differs":
    "Tệp {{path}} đọc lại không giống nội dung đã ghi nên đã bỏ; sổ trên máy vẫn nguyên, hãy dùng USB khác.",
  "file-in-use":
    "Một chương trình khác (thường là phần mềm diệt vi-rút hoặc đồng bộ) đang giữ tệp {{path}}; dữ liệu đã lưu vẫn nguyên, hãy đợi một lát rồi làm lại.",
  "home-unusable":
    "Không dùng được thư mục cài đặt {{path}}; sổ không thay đổi, hãy kiểm tra quyền ghi của thư mục này.",
  "home-damaged":
    "Tệp {{path}} của chương trình trên máy này bị hỏng; tệp và sổ được giữ nguyên, hãy chép lại tệp đó từ bản sao lưu hoặc gửi cho người hỗ trợ.",
  "unit-unknown":
    "Không có đơn vị mang mã {{code}} vào ngày {{on}}; chưa lưu gì, hãy kiểm tra lại mã và ngày.",
  "post-ambiguous":
    "Có nhiều chức danh cùng tên “{{value}}” trong ngày ấy; chưa lưu gì, hãy ghi khóa của chức danh (xem Danh mục).",
  "unit-ambiguous": "Có nhiều đơn vị khớp với “{{code}}”; chưa lưu gì, hãy dùng mã đơn vị.",
  "post-unknown": "Không có chức danh “{{value}}”; chưa lưu gì, hãy chọn trong danh sách.",
  "level-unknown": "Không có trình độ “{{value}}”; chưa lưu gì, hãy chọn trong danh sách.",
  "date-impossible": "“{{value}}”: {{why}}; chưa lưu gì, hãy sửa lại ngày.",
  "date-unclear": "“{{value}}”: {{why}}; chưa lưu gì, hãy sửa lại ngày.",
  "entity-unknown": "Không có loại dữ liệu “{{entity}}”; chưa lưu gì, hãy chọn trong danh sách.",
  "field-unknown": "{{entity}} không có mục “{{field}}”; chưa lưu gì, hãy chọn trong danh sách.",
  "field-no-file":
    "Mục “{{field}}” không nhận tệp; chưa lưu gì, hãy ghi nội dung trực tiếp, không có dấu @ ở đầu.",
  "value-invalid": "Giá trị “{{value}}” không hợp lệ ở mục “{{field}}”; chưa lưu gì, hãy sửa lại.",
  "row-unknown": "Không có dòng {{id}} trong sổ; sổ được giữ nguyên, hãy tải lại danh sách.",
  "reference-missing":
    "Mục được chọn ({{field}}: {{id}}) không còn trong sổ; chưa lưu gì, hãy tải lại rồi nhập lại.",
  "row-in-use":
    "Mục này đang được dùng ở nơi khác trong sổ nên chưa xóa; sổ được giữ nguyên, hãy sửa những nơi đang dùng trước.",
  "nobody-due":
    "Từ {{from}} đến {{to}} không có ai đến kỳ nâng bậc lương nên chưa ghi gì; hãy chọn thời gian khác, hoặc xem danh sách chưa tính được và lệch hệ số.",
  "step-not-due":
    "{{name}} $t(domain:stepNotDue.{{why}}) nên chưa ghi gì; hãy bỏ người đó khỏi danh sách chọn hoặc sửa hồ sơ trước.",
  validation: "Còn {{count}} mục chưa đúng nên chưa lưu; hãy sửa các mục được đánh dấu.",
  "reason-too-long": "Lý do tối đa {{max}} ký tự, đang có {{count}}; chưa lưu gì, hãy viết ngắn lại.",
  "undo-blocked":
    "Không hoàn tác được vì {{by}} đã sửa tiếp dữ liệu này vào {{at}}; sổ được giữ nguyên, hãy hoàn tác lần sửa sau trước.",
  "undo-done":
    "Việc này đã được hoàn tác vào {{at}}; sổ được giữ nguyên, muốn có lại thì hoàn tác chính lần hoàn tác đó (thay đổi số {{laterChangeId}}).",
  "undo-proposal":
    "Việc này là đề nghị chưa được chấp nhận nên không có gì để hoàn tác; sổ được giữ nguyên, muốn rút lại thì báo cơ quan quyết định từ chối.",
  "undo-settled":
    "Việc giải quyết này giữ nguyên giá trị đang hiện nên hoàn tác không trả lại gì; sổ được giữ nguyên, muốn đổi giá trị thì sửa trong hồ sơ.",
  "undo-trust":
    "Việc tin cậy hay thu hồi khóa không hoàn tác được; sổ và danh sách tin cậy được giữ nguyên, muốn tin cậy lại một khóa thì thêm thẻ khóa của cơ quan đó và đối chiếu lại, muốn thôi tin cậy thì thu hồi khóa.",
  "undo-nothing": "Không còn thay đổi nào để hoàn tác; sổ được giữ nguyên.",
  "rules-file-missing":
    "Không tìm thấy tệp quy định {{path}}; sổ không thay đổi, hãy kiểm tra lại đường dẫn.",
  "rules-file-unreadable":
    "Không đọc được tệp quy định {{path}}; sổ không thay đổi, hãy kiểm tra quyền đọc hoặc đóng chương trình đang giữ tệp rồi làm lại.",
  "rules-file-foreign":
    "Tệp {{path}} không phải tệp quy định do chương trình này xuất ra; sổ không thay đổi, hãy chọn đúng tệp.",
  "rules-file-newer":
    "Tệp quy định {{path}} do phiên bản mới hơn của chương trình xuất ra nên chưa đọc được hết; sổ không thay đổi, hãy cập nhật chương trình rồi nhập lại.",
  "rules-file-field":
    "Tệp quy định {{path}} có mục không đọc được ở “{{at}}”; sổ không thay đổi, hãy sửa mục đó trong tệp rồi nhập lại.",
  "rules-file-row":
    "Tệp quy định {{path}} có “{{row}}” không ghi được ở mục “{{field}}”: {{sentence}} Sổ không thay đổi; hãy sửa trong tệp rồi nhập lại.",
  "rules-file-reference":
    "Tệp quy định {{path}} nhắc tới “{{key}}” nhưng trong tệp và trong sổ đều không có văn bản hay chức danh mang khóa này; sổ không thay đổi, hãy thêm vào tệp hoặc sửa lại khóa.",
  "rules-file-repeated":
    "Tệp quy định {{path}} ghi “{{row}}” hai lần nên không biết lấy lần nào; sổ không thay đổi, hãy bỏ bớt một lần (hoặc đổi id, khóa nếu là hai mục khác nhau) trong tệp rồi nhập lại.",
  "list-file-columns":
    "Tệp {{path}} không có cột “Tên”; sổ không thay đổi, hãy ghi dòng tiêu đề gồm Mã, Tên, Mã cũ, Cách ghi khác, Hiệu lực từ, Đến (ít nhất có cột Tên) rồi nhập lại.",
  "list-file-long":
    "Tệp {{path}} có hơn {{most}} dòng, dài hơn một danh mục mã; sổ không thay đổi, hãy kiểm tra lại có chọn đúng tệp không.",
  "list-file-refused":
    "Chưa nhập danh mục từ tệp {{path}} vì còn {{count}} lỗi. {{first}} Sổ không thay đổi; hãy sửa trong tệp rồi nhập lại.",
  "rules-contradict":
    "Hai quy định trái nhau, $t(domain:ruleDifference.{{differs}}) mà cùng xét {{whom}} trong cùng thời gian: {{first}} ghi {{firstAsks}}; {{second}} ghi {{secondAsks}}. Chưa ghi gì vào sổ; hãy gộp thành một quy định đủ cả mức và ngành, hoặc sửa điều kiện, ngày áp dụng của một trong hai; cũng có thể để một quy định chỉ áp dụng cho chức danh cụ thể, vì quy định theo chức danh được xét trước quy định theo nhóm.",
  "plan-standard": "Không có tiêu chuẩn “{{value}}”; sổ không thay đổi, hãy chọn một trong: {{known}}.",
  "plan-target":
    "Chỉ tiêu cần một số nguyên từ 1 đến 100 (phần trăm số người đạt chuẩn), không phải “{{value}}”; sổ không thay đổi.",
  "plan-gone":
    "Kế hoạch này không còn mở vì đã lập kế hoạch khác hoặc đã đóng sổ; sổ không thay đổi, hãy lập lại kế hoạch.",
  "plan-day-past":
    "Ngày phải đạt chỉ tiêu {{day}} trước ngày tính {{today}}; sổ không thay đổi, hãy chọn một ngày từ {{today}} trở đi.",
  "standard-not-counted":
    "Sổ này không tính tiêu chuẩn $t(domain:standard.{{standard}}) nên không có số liệu để xem; sổ không thay đổi, hãy chọn tiêu chuẩn này ở Tiêu chuẩn được tính trên màn hình quy định.",
  "rules-circle":
    "Văn bản {{first}} không thể quy định chi tiết cho {{second}}, vì {{second}} lại quy định chi tiết cho chính văn bản ấy. Chưa ghi gì vào sổ; hãy chọn văn bản gốc khác hoặc để trống.",
  "rules-deep":
    "Văn bản {{set}} quy định chi tiết qua hơn {{most}} văn bản nối tiếp nhau. Chưa ghi gì vào sổ; hãy chọn văn bản gốc ở cấp trên gần hơn hoặc để trống.",
  "form-ambiguous": "Có nhiều biểu mang khóa “{{form}}”; chưa xuất tệp nào, hãy ghi mã dòng của biểu cần in.",
  "clock-no-file":
    "Đồng hồ của máy chỉ một ngày ngoài các năm 1980 – 2099 nên không ghi được tệp Word; sổ không thay đổi, chưa xuất tệp nào, hãy chỉnh lại đồng hồ của máy hoặc xuất dạng khác.",
  "form-unknown": "Không có mẫu báo cáo “{{form}}”; chưa xuất tệp nào, các mẫu hiện có: {{known}}.",
  "format-unknown": "Không xuất được dạng “{{format}}”; chưa xuất tệp nào, các dạng hiện có: {{known}}.",
  "layout-invalid":
    "Mẫu báo cáo riêng “{{layout}}” không dùng được vì sai ở “{{at}}”; chưa xuất tệp nào, hãy sửa nội dung mẫu.",
  "copy-too-large":
    "Đang chọn {{rows}} dòng, mỗi lần chỉ sao chép được {{most}} dòng; chưa sao chép gì, sổ được giữ nguyên. Hãy chọn ít dòng hơn hoặc xuất danh sách ra tệp.",
  "edit-too-large":
    "Đang chọn {{rows}} người, mỗi lần chỉ sửa được {{most}} người; chưa sửa gì, sổ được giữ nguyên. Hãy chọn ít người hơn rồi sửa làm nhiều lần.",
  "views-full":
    "Sổ đã có {{most}} kiểu xem; kiểu xem này chưa lưu, các kiểu xem khác vẫn nguyên. Hãy xóa bớt một kiểu xem rồi lưu lại.",
  "file-not-opened":
    "Máy này không mở được tệp {{path}} ({{reason}}). Tệp vẫn nguyên ở đó; hãy mở thư mục rồi mở tệp bằng chương trình đọc được nó.",
  "too-many-rows":
    "Danh sách có {{rows}} dòng; dạng tệp này ghi được nhiều nhất {{most}} dòng. Chưa ghi tệp nào; hãy chọn Excel hoặc CSV, hoặc thu hẹp phạm vi.",
  "listing-needs":
    "Mẫu {{form}} cần biết --{{option}}; chưa ghi tệp nào, hãy thêm --{{option}} rồi chạy lại.",
  "listing-row":
    "Trong sổ có {{found}} lớp, kế hoạch hoặc nhiệm kỳ tên “{{name}}”; chưa ghi tệp nào, hãy ghi đúng tên hoặc dùng mã dòng.",
  "view-unknown": "Sổ không có kiểu xem “{{view}}”; chưa ghi tệp nào, các kiểu xem hiện có: {{known}}.",
  "pdf-unavailable":
    "Không tạo được tệp PDF ({{reason}}); sổ vẫn nguyên, hãy xuất dạng XLSX hoặc cài phần còn thiếu rồi thử lại.",
  "printer-missing":
    "Máy này chưa cài máy in nào; chưa in gì, bản xem trước vẫn còn đây. Hãy cài máy in rồi bấm In lại, hoặc bấm Lưu PDF để in ở máy khác.",
  "print-failed":
    "Máy in không in được ({{reason}}); sổ vẫn nguyên, bản xem trước vẫn còn đây. Hãy kiểm tra máy in rồi bấm In lại, hoặc bấm Lưu PDF.",
  "packet-missing":
    "Không tìm thấy tệp trao đổi {{path}}; sổ không thay đổi, hãy kiểm tra đường dẫn hoặc cắm lại USB.",
  "packet-foreign": "Tệp {{path}} không phải tệp trao đổi (.scbsync); sổ không thay đổi, hãy chọn đúng tệp.",
  "packet-truncated":
    "Tệp trao đổi {{path}} bị cụt, có thể do rút USB khi đang chép; sổ không thay đổi, hãy chép lại hoặc đề nghị nơi gửi xuất lại tệp.",
  "packet-damaged":
    "Tệp trao đổi {{path}} bị hỏng nên chưa nhận; sổ không thay đổi, hãy chép lại hoặc đề nghị nơi gửi xuất lại tệp.",
  "packet-unproven":
    "Tệp trao đổi {{path}} không có chữ ký hợp lệ của nơi đã ghi các thay đổi nên chưa nhận gì; sổ không thay đổi, hãy đề nghị nơi gửi xuất lại tệp, nếu vẫn thế thì hỏi lại chính cơ quan đó.",
  "packet-newer":
    "Tệp trao đổi {{path}} do phiên bản mới hơn của chương trình ghi; sổ không thay đổi và tệp được giữ lại, hãy cập nhật chương trình rồi nhận lại.",
  "packet-not-for-us":
    "Tệp trao đổi {{path}} không gửi cho cơ quan này nên không mở được; sổ không thay đổi, hãy đề nghị nơi gửi xuất lại tệp cho thẻ khóa hiện nay của cơ quan.",
  "packet-too-large":
    "Tệp trao đổi {{path}} quá lớn hoặc lớn hơn nội dung đã khai nên chưa nhận; sổ không thay đổi, hãy hỏi lại nơi gửi.",
  "sender-unknown":
    "Chưa tin cậy nơi gửi tệp {{path}} (tự xưng là {{office}}, dấu khóa {{fingerprint}}); sổ không thay đổi, hãy đối chiếu dấu khóa với thẻ giấy rồi thêm thẻ trước khi nhận.",
  "sender-changed":
    "Tệp {{path}} ký bằng khóa của {{office}} nhưng thẻ trong tệp lại ghi là “{{claimed}}” (mã {{code}}), khác thẻ đã đối chiếu; chưa nhận gì, hãy xin thẻ giấy mới của cơ quan đó, đối chiếu dấu khóa mới rồi nhận lại.",
  "sender-revoked":
    "Khóa của nơi gửi tệp {{path}} ({{office}}) đã bị thu hồi; sổ không thay đổi, hãy đề nghị cơ quan đó xuất tệp bằng khóa mới.",
  "card-foreign": "Tệp {{path}} không phải thẻ khóa (.scbkey); chưa có gì thay đổi, hãy chọn đúng tệp thẻ.",
  "card-damaged": "Thẻ khóa {{path}} bị sửa hoặc bị hỏng; chưa có gì thay đổi, hãy xin cơ quan đó thẻ mới.",
  "card-own":
    "Thẻ khóa {{path}} là của chính cơ quan này nên không cần thêm; chưa có gì thay đổi, hãy chọn thẻ của cơ quan khác.",
  "fingerprint-differs":
    "Dấu khóa vừa nhập không khớp với thẻ {{path}}; chưa tin cậy thẻ này, hãy đối chiếu lại từng nhóm số với thẻ giấy.",
  "proposal-unknown":
    "Chưa quyết định gì, sổ giữ nguyên: “{{name}}” không chỉ đúng một đề nghị đang chờ. Hãy xem mã của từng đề nghị và dấu của cơ quan trong danh sách đề nghị.",
  "office-unknown":
    "Không có cơ quan nào được tin cậy mang dấu khóa {{fingerprint}}; chưa lưu gì, hãy thêm thẻ khóa của cơ quan đó trước.",
  "no-addressee": "Chưa có cơ quan nào để gửi; chưa xuất tệp nào, hãy thêm thẻ khóa của cấp trên trước.",
  "key-revoked":
    "Khóa này đã bị thu hồi: {{who}}. Chưa tin cậy khóa nào; hãy hỏi lại nơi thu hồi. Chỉ khi biết chắc khóa vẫn do cơ quan ấy giữ thì xác nhận để tin cậy.",
  "mass-unconfirmed":
    "Việc này làm thay đổi nhiều nên cần xác nhận: {{what}}; sổ không thay đổi, hãy xem lại rồi nhập đúng các số ấy để đồng ý.",
  "receive-gone": "Không còn lần nhận nào đang xem trước; sổ không thay đổi, hãy chọn tệp và xem trước lại.",
  "reception-undo-blocked":
    "Không bỏ được lần nhận này vì sau đó sổ đã được sửa tiếp hoặc nhận thêm dựa trên nó; sổ được giữ nguyên, hãy hoàn tác những việc sau trước.",
  "conflict-unknown":
    "Không có mâu thuẫn {{id}} (có thể đã được giải quyết); sổ được giữ nguyên, hãy tải lại danh sách.",
  "conflict-choice":
    "Mâu thuẫn này hiện có {{count}} giá trị, không có giá trị mang mã {{n}} (danh sách có thể đã đổi vì có tệp khác đến); sổ được giữ nguyên, hãy xem lại danh sách rồi chọn theo mã giá trị.",
  "document-empty": "Tệp không có nội dung nên không lưu vào sổ được. Hãy kiểm tra lại tệp rồi chọn lại.",
  "document-too-large":
    "Tệp lớn hơn {{megabytes}} MB nên không lưu vào sổ được. Hãy quét ở độ nét thấp hơn hoặc chia thành nhiều tệp.",
  "document-unknown":
    "Sổ không có tài liệu nào mang mã {{hash}}. Hãy mở lại hồ sơ rồi chọn tài liệu trong đó.",
  "document-unreadable": "Không đọc được tệp {{path}}. Hãy kiểm tra đường dẫn và quyền đọc tệp.",
  "photo-foreign": "Tệp này không phải ảnh JPEG hay PNG; hồ sơ giữ nguyên, hãy chọn tệp ảnh khác.",
  "photo-too-large": "Ảnh lớn hơn {{megabytes}} MB; hồ sơ giữ nguyên, hãy thu nhỏ ảnh rồi chọn lại.",
  "scan-foreign":
    "Bản quét phải là tệp PDF, JPEG hoặc PNG; hồ sơ giữ nguyên, hãy lưu bản quét thành PDF rồi chọn lại.",
  "document-waiting":
    "Tệp này chưa đến sổ (chờ tệp). Hãy đề nghị nơi đã nhập thông tin gửi lại tệp trao đổi có kèm tài liệu.",
  "workbook-missing":
    "Không tìm thấy tệp {{path}}; sổ không thay đổi, hãy kiểm tra lại đường dẫn hoặc cắm USB chứa tệp rồi chọn lại.",
  "workbook-no-file":
    "Đường dẫn {{path}} không phải là một tệp đọc được (có thể là thư mục, hoặc lối tắt dẫn vòng tròn); sổ không thay đổi, hãy chọn đúng tệp bảng tính.",
  "workbook-unreadable":
    "Không đọc được tệp {{path}} vì tài khoản này không có quyền hoặc ổ đĩa bị lỗi; sổ không thay đổi, hãy chép tệp sang thư mục khác rồi chọn lại.",
  "workbook-in-use":
    "Chương trình khác (thường là Excel) đang giữ riêng tệp {{path}} nên không đọc được; sổ không thay đổi, hãy lưu và đóng tệp ở đó rồi chọn lại.",
  "workbook-foreign":
    "Tệp {{path}} không phải bảng tính mà là $t(domain:workbook.foreign.{{what}}); sổ không thay đổi, hãy mở tệp, lưu thành Excel (.xlsx) rồi chọn lại, hoặc chọn tệp khác.",
  "workbook-password":
    "Tệp {{path}} có mật khẩu nên không đọc được; sổ không thay đổi, hãy mở tệp bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại.",
  "workbook-empty":
    "Tệp {{path}} không có ô nào ghi nội dung; sổ không thay đổi, hãy kiểm tra lại tệp hoặc chọn tệp khác.",
  "workbook-damaged":
    "Tệp {{path}} bị hỏng, bị cụt hoặc không đúng chuẩn nên không đọc hết được; sổ không thay đổi, hãy chép lại tệp, hoặc mở bằng Excel, lưu thành tệp mới rồi chọn lại.",
  "workbook-too-large":
    "Tệp {{path}} lớn quá mức đọc được: nhiều nhất {{limit}} $t(domain:workbook.limit.{{what}}); sổ không thay đổi, hãy xóa dòng, cột, định dạng và hình ảnh thừa, hoặc chia thành nhiều tệp rồi chọn lại.",
  "workbook-long-cell":
    "Ô {{cell}} trong {{path}} dài hơn {{limit}} ký tự, không ô bảng tính nào chứa được; sổ không thay đổi, hãy xóa hoặc rút gọn ô ấy rồi chọn lại tệp.",
  "import-no-table":
    "Trong {{path}} không tìm thấy dòng tiêu đề có cột họ tên; sổ không thay đổi, hãy chỉ ra trang và dòng tiêu đề, hoặc đặt tên cột như “Họ và tên” rồi chọn lại tệp.",
  "import-no-rows":
    "Bảng trong {{path}} chỉ có tiêu đề, không có dòng cán bộ nào; sổ không thay đổi, hãy kiểm tra lại tệp hoặc chọn trang khác.",
  "import-sheet-unknown":
    "Tệp {{path}} không có trang “{{sheet}}” (chỉ có: {{known}}); sổ không thay đổi, hãy xem lại tên trang.",
  "import-headings":
    "Trang “{{sheet}}” có hai dòng tiêu đề không giống nhau (dòng {{first}} và dòng {{second}}), nên không biết cột nào là gì; sổ không thay đổi, hãy tách thành hai trang, hoặc chỉ ra dòng tiêu đề và dòng cuối của bảng.",
  "import-merged":
    "Trang “{{sheet}}” có ô gộp {{range}} nằm trên nhiều người ở cột chỉ dành cho một người; sổ không thay đổi, hãy bỏ gộp ô, điền cho từng người rồi chọn lại tệp.",
  "import-twice":
    "Trang “{{sheet}}” có hai cột {{first}} và {{second}} cùng được chọn là “{{label}}”; sổ không thay đổi, hãy chọn mỗi mục cho một cột.",
  "import-map-invalid":
    "Tệp {{path}} không phải tệp khớp cột hoặc trả lời hợp lệ (ở {{at}}); sổ không thay đổi, hãy sửa tệp rồi chạy lại.",
  "import-answer-unknown":
    "Không có câu hỏi “{{key}}” trong lần nhập này; sổ không thay đổi, hãy xem lại danh sách câu hỏi rồi trả lời đúng khóa.",
  "import-answer-unfit":
    "Câu hỏi “{{key}}” không nhận trả lời “{{answer}}”; sổ không thay đổi, hãy xem các trả lời có thể chọn của câu hỏi ấy.",
  "import-gone":
    "Lần nhập này đã đóng (sổ được đóng hoặc đã mở tệp khác để nhập); sổ không thay đổi, hãy chọn lại tệp.",
  "import-changed":
    "Sổ đã thay đổi kể từ lúc xem trước, nên kết quả nhập sẽ khác; chưa có gì được nhập, hãy xem lại bản xem trước rồi bấm nhập lần nữa.",
  "not-allowed":
    "Bạn chưa được phân quyền để $t(domain:need.{{need}}); sổ được giữ nguyên, hãy nhờ người phụ trách sổ.",
  cancelled: "Đã dừng theo yêu cầu; sổ được giữ nguyên.",
  "work-ended":
    "Việc đang làm bị ngắt giữa chừng mà không rõ vì sao, có thể do máy thiếu bộ nhớ; sổ được giữ nguyên, hãy đóng bớt chương trình khác rồi thử lại.",
  busy: "Đang làm một việc khác; sổ được giữ nguyên, hãy chờ việc đó xong rồi thử lại.",
  usage: "Lệnh chưa đúng: {{detail}}",
  "bad-request":
    "Yêu cầu không hợp lệ ({{detail}}); sổ được giữ nguyên, hãy khởi động lại chương trình nếu còn gặp.",
  internal:
    "Chương trình gặp lỗi ngoài dự kiến ({{reference}}); dữ liệu đã lưu vẫn nguyên, hãy khởi động lại và báo cho người hỗ trợ.",
} as const;
