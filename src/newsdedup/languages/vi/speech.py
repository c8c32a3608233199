"""Vietnamese words that say who speaks."""

from __future__ import annotations

from newsdedup.languages.speech import Speech
from newsdedup.languages.tables import words

SPEECH = Speech(
    saying=words(
        """
        cho biết, cho hay, khẳng định, xác nhận, đưa tin, tiết lộ, tuyên bố, nhận định, nói, nói với, kể lại, kể,
        thông tin thêm, chia sẻ, thông báo, cho biết thêm, báo cáo
        """
    ),
    according=("theo", "dẫn lời", "trích lời"),
    according_opens_clause=True,
    no_speakers=words(
        """
        đó, dõi, kế hoạch, quy định, qui định, hướng, luật, nghị định, nghị quyết, thông tư, điều, yêu cầu,
        hợp đồng, dự kiến, lịch, chương trình, cách, tôi được, tin, nguyện vọng, đúng, từng, chiều, tỷ lệ, tỉ lệ,
        phong tục, thói quen, tập quán, chân, sau, gót, đuổi, học, chia sẻ, xác nhận, khẳng định
        """
    ),
)
