"""How Vietnamese sentences and headlines lean on what is around them."""

from __future__ import annotations

from newsdedup.languages.prose import Prose
from newsdedup.languages.tables import lines, words

PROSE = Prose(
    leaning=words("""
        tuy nhiên, tuy vậy, tuy thế, thế nhưng, nhưng, song, và, hoặc, hay, ngoài ra, ngoài ra còn, bên cạnh đó, bên cạnh, cùng với đó, kèm theo,
        ngoài, đồng thời, mặt khác, trái lại, ngược lại, trong khi đó, trong khi, trước đó, sau đó, khi đó, lúc đó, lúc này, lúc ấy, từ đó,
        qua đó, nhờ đó, do đó, vì thế, vì vậy, bởi vậy, do vậy, vậy nên, nên, thế nên, chính vì, chính vì vậy, theo đó, trong đó, tại đó,
        tại đây, ở đó, ở đây, cũng, cũng theo, cũng trong, cũng tại, cùng ngày, cùng lúc, cùng thời điểm, ngay sau đó, ngay lập tức, ngay khi đó,
        ít phút sau, một lúc sau, không lâu sau, hôm sau, ngày hôm sau, cụ thể, cụ thể là, chẳng hạn, ví dụ, như vậy, như thế, thậm chí,
        thực tế, thực tế là, rõ ràng, hơn nữa, hơn thế, thêm vào đó, không những, không chỉ vậy, đặc biệt, đáng chú ý,
        đó là, đây là, đây cũng là, đó cũng là, đây, đó, đấy, điều này, điều đó, việc này, việc đó, vụ này, số này, số còn lại, còn,
        rồi, thế là, thế rồi, thì, vậy, tiếp đó, tiếp theo, kế đến, cuối cùng, tương tự, nói cách khác, nói về, trả lời,
        về vấn đề này, về việc này, phát biểu tại, tại buổi, tại cuộc họp, tại hội nghị, tại lễ,
        bởi, bởi vì, vì, nếu, mặc dù, dù, dù vậy, dù thế, dẫu vậy, đúng như, có lẽ, chính,
        trên thực tế, bên cạnh việc, đến lúc này, riêng, mới đây nhất, hai bên, hai người, cả hai, tất cả, nguyên nhân, lý do, kết quả, về phía, phía
    """),
    pronouns=words(
        "ông, bà, anh, chị, cô, em, họ, nó, hắn, chúng, chúng tôi, tôi, ta, mình, cháu, ông ta, bà ta, anh ta, cô ta, cô ấy, anh ấy"
    ),
    not_leaning=words("""
        cô gái, cô giáo, cô bé, cô dâu, em bé, em gái, em trai, em học sinh, anh em, anh trai, bà con, bà mẹ, ông bố, ông lão, ông cụ, bà cụ, bà lão,
        chị em, chị gái, ông chủ, bà chủ, ông trùm, họ hàng, anh quốc, cháu bé, cháu gái, cháu trai, tôi phạm, nếu không, chính phủ, chính quyền,
        chính sách, chính thức, chính trị, đặc biệt nghiêm trọng, hay tin, song song, còn nhiều, vì sao, bên cạnh hồ, trả lời phỏng vấn
    """),
    demonstratives=words("này, đó, ấy, nói trên, kể trên, nêu trên, trên đây"),
    reported=words(
        "ông nói, bà nói, anh nói, chị nói, ông cho biết, bà cho biết, anh cho biết, chị cho biết, họ cho biết, ông kể, bà kể, anh kể, chị kể"
    ),
    first_person=words("tôi, chúng tôi, chúng ta, mình"),
    openers=words("""
        đến nay, theo, trong, tại, sau, khi, để, tuy nhiên, ngoài ra, bên cạnh đó, trước đó, với, do, vì, nếu, thậm chí, hiện nay, được biết,
        sáng, chiều, tối, hôm qua, ngày, vào, đây là, đó là, không chỉ, phát biểu, mới đây, vừa qua, dù, mặc dù, cùng với, đồng thời, nhằm, trước, giữa, cuối, đầu, đặc biệt, ông, bà, anh, chị
    """),
    not_news=lines(r"""
        (?:mời|xem|đọc|nghe|bấm|click|nhấn|theo dõi|tham khảo|chia sẻ|bình luận|gửi|đăng ký)\b.{0,60}\b(?:tại đây|bên dưới|dưới đây|thêm|facebook|fanpage|zalo|youtube|email|video|clip|chúng tôi|toà soạn|tòa soạn|bạn đọc|độc giả)\b
        (?:chúng tôi|toà soạn|tòa soạn|báo .{2,30}|[\w ]{2,20} online) sẽ (?:tiếp tục|sớm|cập nhật|thông tin)\b
        .*\b(?:https?:|www\.|hotline|email:)
        (?:ảnh|video|clip|nguồn|nguồn ảnh|ảnh minh hoạ|ảnh minh họa|hình|hình minh hoạ)\b
        .*\(?\bảnh\s*:
        (?:tin|bài) (?:liên quan|khác|mới|cùng)\b
        (?:thông tin|tin tức) .{0,40}\b(?:sẽ được|tiếp tục|sẽ) cập nhật\b
        .*\b(?:tiếp tục cập nhật|sẽ cập nhật)\b
        >>
        (?:pv|nhóm pv|theo pv)\b
        ghi (?:chú|nguồn)\b
    """),
    words_of_syllables=True,
    headline_marks=words("""
        video, clip, ảnh, chùm ảnh, trực tiếp, tường thuật, tường thuật trực tiếp, nóng, hot, cập nhật, mới nhất, tin nóng, độc quyền, infographic, đồ hoạ,
        đính chính, live, update, photo, phóng sự ảnh, phóng sự, góc nhìn, tin nhanh, xem, podcast
    """),
)
