/**
 * Names of people who do not exist: common family, middle and given names of the Kinh, put together at random.
 *
 * The lists hold every letter and tone mark of Vietnamese and both spellings of open syllables (Hoà and Hòa), because
 * sorting, searching and printing of names are tried on the sample before they meet a real file.
 */
import type { Sex } from "../domain/values";
import { otherPeopleName } from "./ethnic-names";
import type { Random } from "./random";

/** Words of one list, parted by blanks, so that the lists stay short to read. */
function words(text: string): readonly string[] {
  return text.split(" ");
}

/** The commonest families, several times as often as one meets them; two of three people bear one of these. */
const commonFamilies = words(
  "Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Lê Phạm Phạm Hoàng Hoàng Vũ Bùi Đỗ Hà",
);

const otherFamilies = words(
  "Đặng Phan Ngô Dương Lý Đinh Đào Đoàn Trịnh Lương Cao Mai Tạ Hồ Triệu Chu Phùng Quách Kiều Lưu Tô Thái Vi Cù Khổng Đàm Nghiêm " +
    "Bạch Tống Hứa Ưng Ông Âu Điêu Thiều Giáp Khuất Lã Quản Uông Viên Yên",
);

const maleMiddles = words(
  "Văn Văn Văn Văn Văn Đức Hữu Quang Minh Xuân Ngọc Đình Công Thanh Tiến Mạnh Hồng Trọng Duy Quốc Anh Thế Huy Gia Việt Trung Bá " +
    "Sỹ Đăng Khắc Phú Vĩnh Thiện Chí Hải Tuấn",
);

const femaleMiddles = words(
  "Thị Thị Thị Thị Thị Thị Thu Ngọc Thanh Hồng Bích Kim Phương Minh Thùy Mai Diệu Ánh Lan Quỳnh Thuý",
);

/** After "Thị", in some names. */
const femaleSecondMiddles = words(
  "Thu Thanh Hồng Bích Kim Ngọc Minh Phương Thúy Mai Hải Lan Như Tuyết Mỹ Việt Kiều Lệ Ánh Vân Thuỳ Huyền Ái",
);

const maleGiven = words(
  "An Anh Ân Bách Bảo Bằng Bình Bộ Bút Cảnh Chiến Chiến Chinh Chính Chung Chương Công Cường Cường Dân Doanh Dũng Dũng Duy Dương Đại " +
    "Đạo Đạt Đăng Điền Điệp Định Đoàn Đô Đồng Đức Đức Giang Hà Hải Hải Hân Hậu Hiền Hiển Hiếu Hiệp Hòa Hoà Hoài Hoàn Hoàng Học Hội " +
    "Hồng Huấn Hùng Hùng Huy Huỳnh Hưng Hưng Hữu Kết Khải Khang Khánh Khiêm Khoa Khôi Khuê Kiên Kỳ Lâm Lập Lễ Liêm Linh Long Lộc Lợi " +
    "Luân Luận Lực Lương Lượng Mạnh Minh Minh Mỹ Nam Năng Nghĩa Nghiêm Ngọc Nguyên Nhân Nhật Nhượng Ninh Ơn Phan Phát Phong Phú Phúc " +
    "Phước Phương Quang Quân Quốc Quý Quyền Quyết Quỳnh Sáng Sinh Sơn Sơn Sử Tài Tạo Tâm Tân Tấn Thái Thành Thành Tháo Thăng Thắng " +
    "Thắng Thân Thế Thể Thiện Thiệp Thiều Thịnh Thọ Thỏa Thông Thơ Thuần Thuận Thuỷ Thúy Thụy Thư Thực Thược Tiến Tiến Tiệp Tình Tĩnh " +
    "Toàn Toản Toán Trang Tráng Trí Triển Triều Trình Trọng Trung Trung Trường Trượng Tuân Tuấn Tuấn Tuệ Tùng Tuyên Tuyến Tự Tường Ước " +
    "Ứng Văn Vân Viên Việt Vinh Vĩnh Vọng Vũ Vương Vượng Xuân Xướng Ý Yên",
);

const femaleGiven = words(
  "An Anh Ánh Ân Bích Bình Bưởi Cẩm Châm Chi Chiên Chinh Chuyên Cúc Dậu Dịu Diễm Diễn Diệp Diệu Doan Dung Duyên Đào Điệp Định Đoan " +
    "Gấm Giang Hà Hà Hạ Hải Hạnh Hạnh Hảo Hằng Hằng Hân Hậu Hiên Hiền Hiền Hiếu Hiệp Hoa Hoa Hòa Hoà Hoài Hoàn Hoạt Hồng Hồng Huế " +
    "Huệ Huệ Huyên Huyền Hương Hương Hường Hữu Khanh Khánh Khoa Khuyên Khuê Lam Lan Lan Lâm Lành Lê Lệ Liên Liễu Linh Loan Lộc Lụa " +
    "Luyến Ly Lý Mai Mai Mận Mến Miên Minh My Mỹ Mơ Na Nga Nga Ngà Ngân Nghĩa Ngoan Ngọc Nguyên Nguyệt Nhàn Nhạn Nhi Nhiên Nhung " +
    "Nhung Như Ninh Nụ Nương Oanh Oánh Phấn Phượng Phương Phương Quế Quy Quyên Quỳnh Sáu Sen Sinh Sương Tâm Tấm Thái Thanh Thanh " +
    "Thảo Thảo Thắm Thi Thìn Thịnh Thoa Thỏa Thoả Thọ Thơ Thơm Thu Thu Thuần Thuận Thùy Thuỳ Thủy Thuỷ Thúy Thuý Thư Thực Thương " +
    "Thường Tiên Tình Tĩnh Toan Tố Trà Trang Trang Trâm Trinh Tú Tuyến Tuyết Tươi Út Uyên Ưng Vân Vân Vi Vinh Vui Vượng Xoan Xuân " +
    "Xuyến Yên Yến Yến",
);

/** A Kinh name: family, middle and given name. */
function kinhName(random: Random, sex: Sex): string {
  const family = random.pick(random.percent(66) ? commonFamilies : otherFamilies);
  if (sex === "male") {
    const middle = random.pick(maleMiddles);
    const given = random.pick(maleGiven);
    // "Nguyễn Đức Đức" is no name.
    return `${family} ${middle === given ? "Văn" : middle} ${given}`;
  }
  const given = random.pick(femaleGiven);
  const middle = random.pick(femaleMiddles);
  if (middle === "Thị" && random.percent(35)) {
    const second = random.pick(femaleSecondMiddles);
    return second === given ? `${family} Thị ${given}` : `${family} Thị ${second} ${given}`;
  }
  return `${family} ${middle === given ? "Thị" : middle} ${given}`;
}

/**
 * A made-up full name, NFC, as the person's people would write it.
 * @param ethnicity as in the official's `ethnicity` field
 */
export function personName(random: Random, sex: Sex, ethnicity: string): string {
  return otherPeopleName(random, sex, ethnicity) ?? kinhName(random, sex);
}
