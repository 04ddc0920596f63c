import type { ScriptWords } from '../script-words.ts';

export const vi: ScriptWords = {
  numbered: 'cảnh, phân cảnh, phần, đoạn, khung hình, trang chiếu, cảnh quay, chương, hồi',
  part: `câu mở đầu, mở đầu, mở bài, giới thiệu, móc câu, điểm nhấn, thân bài, nội dung chính, kết thúc, kết luận, kết bài, lời
    kết, lời kêu gọi hành động, kêu gọi hành động, chuyển cảnh, kịch bản, kịch bản đầy đủ, cảnh cuối`,
  end: 'hết, kết',
  speech:
    'người dẫn chuyện, người kể chuyện, lời dẫn, lời bình, thuyết minh, lồng tiếng, giọng đọc, lời thoại, giọng thuyết minh, lời kể, mc',
  visual: `hình ảnh, hình, cảnh hình, mô tả hình ảnh, mô tả cảnh, trên màn hình, máy quay, hậu cảnh, nền, hoạt hình, minh họa, ảnh, video
    minh họa, cảnh phụ, bối cảnh, gợi ý hình ảnh`,
  screen:
    'chữ trên màn hình, văn bản trên màn hình, phụ đề, dòng chữ, chữ hiển thị, văn bản hiển thị, text trên màn hình',
  sound: 'âm nhạc, nhạc nền, nhạc, âm thanh, hiệu ứng âm thanh, tiếng động, tiếng vỗ tay',
  text: 'văn bản',
  hashtags: 'thẻ, gợi ý hashtag, thẻ hashtag',
  title: 'tiêu đề, tựa đề, tiêu đề video, tên video',
  description: 'mô tả, mô tả video, chú thích bài đăng',
  about:
    'thời lượng, tổng thời lượng, độ dài, thời gian, đối tượng, khán giả, giọng điệu, phong cách, định dạng, nền tảng, chủ đề, ghi chú, lưu ý, từ khóa, nhịp độ, số từ',
  seconds: 'giây, phút',
  numbers: 'một, hai, ba, bốn, năm, sáu, đầu, cuối',
  here: 'đây là, dưới đây là, sau đây là, mời bạn xem',
  work: 'kịch bản, lời thoại, lời dẫn, video ngắn, phiên bản, bản nháp',
  offer:
    'bạn có muốn tôi, bạn có muốn mình, nếu bạn muốn, tôi có thể, hãy cho tôi biết nếu, hãy cho mình biết, bạn muốn tôi',
  pointer:
    'đọc thêm, tìm hiểu thêm, xem thêm, thông tin thêm, truy cập, nguồn, liên kết, tải về, ghé thăm, chi tiết',
  before: 'tại, ở, trên, từ, và, hoặc, hay, qua, trang, truy cập, là',
  keepsHyphen: '',
  afterHyphen: '',
};
