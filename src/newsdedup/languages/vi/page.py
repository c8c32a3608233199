"""How Vietnamese text is recognised, its abbreviations, and the page furniture of its news sites."""

from __future__ import annotations

from newsdedup.languages.tables import words

FUNCTION_WORDS = frozenset(
    "và của các có là trong được cho không với một những đã người này khi đến để về từ tại trên vào ra như "
    "cũng đang sẽ bị ông bà theo hơn do phải nhiều năm ngày tháng đó sau trước còn nhưng vì nên thì mà".split()
)

LETTERS = "ơưảấầẩẫậắằẳẵặẻếềểễệỉỏốồổỗộớờởỡợủứừửữựỷ"

WORD_FORM = (
    r"(?:ngh?|gi?|gh|nh|ch?|th?|tr|ph|kh?|qu|[bdhlmnrsvx])?"
    r"(?:uy[aeu]?|u?[oy]?ai|u?oi|[iuy]?eu|o?eo|uou|oa[oy]|u?ay|[iy]e|u[aei]|ia|o[ae]|uo|a[iouy]|[iu]u|oo|[aeiouy])"
    r"(?:ch|ng?|nh|[cmpt])?"
)

ABBREVIATIONS = ("TP", "Tp", "ThS", "TS", "PGS", "GS", "BS", "KTS", "LS")

FURNITURE = (
    r"chú thích ảnh",
    r"(?:ảnh|ảnh minh hoạ|video|clip|nguồn|theo)\s*:.{0,60}",
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)\s*,?\s*(?:ngày )?\d{1,2}[/-]\d{1,2}[/-]\d{4}.{0,40}",
    r"(?:chia sẻ|bình luận|ý kiến bạn đọc|phản hồi|gửi cho bạn bè|thông tin người gửi phản hồi|xem nhiều nhất)\s*:?",
    r"(?:gửi bình luận|tin liên quan|tin cùng chuyên mục|bài liên quan|xem thêm|đọc thêm|in bài viết|lưu bài viết)\s*:?.{0,80}",
    r"(?:từ khoá|tags?)\s*:.*",
)

ENDS_ARTICLE = (
    r"(?:chia sẻ|bình luận|ý kiến bạn đọc|gửi cho bạn bè|gửi bình luận|tin liên quan|bài liên quan)\s*:?",
    r"(?:tin cùng chuyên mục|xem nhiều nhất|đọc nhiều nhất|tin khác|tin mới)\s*:?",
)

CREDITS = (r"\(?\b(?:ảnh|nguồn ảnh)\s*:\s*[^.()\r\n]{2,40}\)?",)

CREDIT_WORDS = ("ảnh",)

SECTIONS = words("""
    Trang chủ, Thời sự, Thế giới, Kinh doanh, Kinh tế, Giải trí, Thể thao, Pháp luật, Giáo dục, Sức khỏe, Đời sống,
    Du lịch, Khoa học, Số hóa, Công nghệ, Xe, Xe cộ, Ô tô, Ý kiến, Tâm sự, Video, Podcast, Podcasts, Đăng nhập, Đăng ký,
    Chính trị, Xã hội, Văn hóa, Bất động sản, Góc nhìn, Quốc tế, Nhịp sống, Nhịp sống trẻ, Giới trẻ, Bạn đọc, Mới nhất,
    Tin mới, Tin nóng, Tin tức, Chứng khoán, Tài chính, Thị trường, Dân sinh, An ninh, Quân sự, Môi trường, Gia đình,
    Ẩm thực, Làm đẹp, Thời trang, Âm nhạc, Phim, Nhà đất, Liên hệ, Giới thiệu, Tìm kiếm, Multimedia, Longform, Emagazine,
    Infographic, Ảnh, Xem thêm, Trắc nghiệm, Thư giãn, Rao vặt, Tuyển dụng, Việc làm, Tuyển sinh, Du học, Sự kiện,
    Chuyên đề, Phóng sự, Bóng đá, Địa phương, Hồ sơ, Diễn đàn, Cộng đồng, Cuộc sống, Doanh nghiệp, Nhân ái, Media
""")

FOOTERS = (
    r"(?:bản quyền|©|copyright)\W*(?:thuộc|của|©|\d{4}|báo|toà soạn)\b.{0,200}",
    r"giấy phép(?: \w+){0,8} số:? ?[\w./-]*(?:gp|btttt|bvhttdl|ttđt|cbc)\b.{0,200}",
    r"(?:(?:quyền |phó )?tổng biên tập|tổng thư ký toà soạn|(?:người )?chịu trách nhiệm(?: \w+)? nội dung)(?:\s*:.{1,80})?",
    r"(?:liên hệ|bảng giá)(?: đặt)? quảng cáo\b.{0,120}",
    r"(?:trụ sở )?toà soạn\s*:.{1,200}",
    r"(?:mời )?(?:(?:quý )?(?:độc giả|bạn đọc)|quý vị)\b.{0,60}\b(?:gửi (?:ý kiến|bình luận|phản hồi|bài)|bình luận)\b.{0,80}\b(?:tại đây|bên dưới|dưới đây|toà soạn)\b.{0,60}",
    r"chia sẻ\W+(?:(?:qua|lên|trên|bài viết|bài này|facebook|zalo|twitter|x|email|linkedin|messenger|in bài|sao chép liên kết)\b\W*)+",
    r"(?:mời .{2,30} )?theo dõi .{2,60} (?:trên|qua|tại) (?:\w+ )?(?:facebook|fanpage|zalo|youtube|tiktok|google news|telegram|instagram|twitter)(?:\W+(?:để|và|hoặc|nhé|của|ngay|facebook|fanpage|zalo|youtube|tiktok|google news|telegram|instagram|twitter)\b.{0,80})?",
    r"đăng ký (?:để )?(?:nhận (?:bản )?tin|nhận thông báo|bản tin|kênh)\b.{2,120}",
    r"(?:(?:vui lòng|xin|đề nghị) )?ghi rõ nguồn\b.{0,160}|(?:chỉ được )?phát hành lại thông tin từ .{0,160}|(?:không|nghiêm cấm|cấm) (?:được )?sao chép\b.{0,200}",
    r"(?:chúng tôi|toà soạn|báo [\w ]{2,30}|[\w ]{2,20} online) sẽ (?:tiếp tục|sớm) (?:cập nhật|thông tin|theo dõi|đưa tin)\b.{0,120}",
    r"(?:trang web|trang tin|website|chúng tôi) (?:này )?(?:có )?sử dụng cookies?\b.{0,200}",
    r"(?:đường dây nóng|hotline|điện thoại|email|fax)\s*:.{1,60}(?:toà soạn|quảng cáo|phát hành)\b.{0,60}",
)

TEASERS = (
    r"(?:tin|bài|bài viết|tin bài|video) (?:liên quan|cùng chuyên mục|nổi bật|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|mới nhất|khác)\s*:.{1,400}",
    r"(?:mời (?:bạn|độc giả|quý vị) )?(?:xem thêm|đọc thêm|có thể bạn quan tâm)\s*:.{1,300}",
    r"(?:từ khoá|tags?|chủ đề)\s*:.{1,200}",
)

FOOTER_WORDS = words("""
    bản quyền, ©, copyright, giấy phép, tổng biên tập, tổng thư ký, chịu trách nhiệm, quảng cáo, tòa soạn, độc giả, bạn đọc,
    quý vị, chia sẻ, theo dõi, đăng ký, ghi rõ nguồn, phát hành lại, sao chép, cookie, liên quan, cùng chuyên mục, nổi bật,
    sẽ tiếp tục, sẽ sớm, đọc nhiều, xem nhiều, mới nhất, khác:, khác :, xem thêm, đọc thêm, quan tâm, từ khóa, tag, chủ đề, phát hành
""")

FOOTER_CUES = words("""
    bản quyền, quyền thuộc, giấy phép, tổng biên, biên tập, quảng cáo, tòa soạn, độc giả, bạn đọc, gửi ý, chia sẻ,
    facebook zalo, zalo facebook, tin liên, bài liên, liên quan, xem thêm, đọc thêm, trên facebook, google news,
    ghi rõ, rõ nguồn, từ khóa, nhận tin, bản tin, sử dụng cookie, trên zalo
""")

OUTLETS = words("""
    Tuổi Trẻ, Tuổi Trẻ Online, Thanh Niên, Dân trí, Dân Trí, Lao Động, Người Lao Động, Tiền Phong, Nhân Dân, Pháp Luật,
    Hà Nội Mới, Sài Gòn Giải Phóng, Giao Thông, Đời sống Pháp luật, 24h, Vietnam+, Kênh 14
""")

OUTLET_WORDS = words("""
    Báo, Online, VnExpress, VNExpress, Vietnamnet, VietNamNet, VietnamPlus, Zing, Zingnews, Znews, VTC,
    VTV, VOV, TTXVN, Kenh14, CafeF, CafeBiz, Soha, Infonet, Baomoi, VnEconomy, VTCNews
""")

OUTLET_LINKS = words("và, của, từ")

OUTLET_OPENINGS = ("báo điện tử", "báo", "tạp chí")
