"""Roles of figures, and the Vietnamese words that give them."""

from __future__ import annotations

from newsdedup.languages.roles import Role
from newsdedup.languages.tables import words

ROLES = (
    Role(
        name="dead",
        nouns=("người chết", "người thiệt mạng", "người tử vong", "thi thể", "tử thi", "xác chết"),
        cues=words("""
            chết, đã chết, bị chết, tử vong, đã tử vong, thiệt mạng, đã thiệt mạng, bị thiệt mạng, tử nạn,
            bị giết, bị sát hại, qua đời, tử trận, hy sinh, chết đuối, chết tại chỗ, bỏ mạng, mất mạng, tắt thở,
            chết cháy, chết ngạt, bị giết chết, tử vong tại chỗ, chết thảm, thiệt mạng tại chỗ, không qua khỏi, đã không qua khỏi, bị bắn chết, bị đâm chết, bị đánh chết, bị cán chết, bị giết hại
        """),
        cues_before=words("""
            sinh mạng của, tính mạng của, mạng sống của, hành quyết, đã hành quyết, làm chết, giết chết, giết hại, sát hại, cướp đi sinh mạng,
            cái chết của, giết, bức tử, đã giết, bắn chết, đâm chết, đánh chết, cán chết, tông chết, chém chết, thi thể của, thi thể,
            tử thi, xác
        """),
        none=("thiệt hại về người", "thương vong về người", "tổn thất về người", "thương vong"),
        of_people=True,
        outweighs=("injured", "missing"),
        evolves=True,
    ),
    Role(
        name="injured",
        nouns=("người bị thương",),
        cues=words("""
            bị thương, bị thương nặng, bị thương nhẹ, khác bị thương, trọng thương, bị bỏng, bị bỏng nặng,
            nguy kịch, hôn mê, nhập viện, nhập viện cấp cứu, phải cấp cứu, đi cấp cứu, vào viện cấp cứu, đang cấp cứu, được cấp cứu,
            đa chấn thương, gãy tay, gãy chân, bị gãy tay, bị gãy chân, bị trúng đạn
        """),
        cues_before=("làm bị thương", "bị thương"),
        verbs=("bắn", "đâm", "chém", "đánh", "tông", "cán", "húc", "bắn trúng", "bắn bị thương", "đâm bị thương"),
        open_verbs=True,
        sending=("đưa", "chuyển"),
        destinations=words("""
            vào bệnh viện, đến bệnh viện, tới bệnh viện, đi bệnh viện, đi cấp cứu, vào viện, đi viện, nhập viện
        """),
        graver=("nguy kịch", "hôn mê", "trọng thương", "bị thương nặng", "bị bỏng nặng", "thương nặng"),
        none=("thương vong",),
        of_people=True,
        evolves=True,
    ),
    Role(
        name="missing",
        nouns=("người mất tích",),
        cues=words("""
            mất tích, bị mất tích, còn mất tích, đang mất tích, vẫn mất tích, bị lũ cuốn trôi, bị nước cuốn trôi,
            bị sóng cuốn trôi
        """),
        cues_before=("mất tích",),
        of_people=True,
        evolves=True,
    ),
    Role(
        name="arrested",
        cues=words("""
            bị bắt, bị bắt giữ, bị tạm giữ, bị tạm giam, bị bắt tạm giam, bị bắt khẩn cấp, bị bắt quả tang,
            đã bị bắt, sa lưới, bị công an bắt, bị công an bắt giữ, bị cảnh sát bắt, bị cảnh sát bắt giữ,
            bị lực lượng công an bắt, bị lực lượng chức năng bắt, bị công an tạm giữ, bị cơ quan công an bắt,
            bị cơ quan điều tra bắt, bị bắt giam
        """),
        cues_before=words("""
            bắt giữ, bắt, tạm giữ, bắt tạm giam, đã bắt giữ, bắt khẩn cấp, bắt quả tang, tóm gọn, tạm giam,
            tạm giữ hình sự
        """),
        of_people=True,
        evolves=True,
    ),
    Role(
        name="evacuated",
        cues=("phải sơ tán", "được sơ tán", "sơ tán", "di dời", "phải di dời"),
        cues_before=("sơ tán", "di dời"),
        evolves=True,
    ),
    Role(name="attendees", cues=("tham dự", "dự hội nghị", "đến dự", "về dự", "dự lễ")),
    Role(name="venues", nouns=("điểm cầu",)),
    Role(name="agenda", nouns=("chuyên đề", "tham luận", "phiên thảo luận"), schedule=True),
    Role(
        name="money_lost",
        kind="money",
        nouns=words("thiệt hại, tổng thiệt hại, thiệt hại về tài sản, thiệt hại tài sản"),
        cues_before=words("""
            thiệt hại, gây thiệt hại, thiệt hại lên đến, thiệt hại lên tới, thiệt hại về tài sản, thiệt hại ước, ước thiệt hại, tổng thiệt hại, tổn thất,
            chiếm đoạt, lừa đảo chiếm đoạt, lừa đảo, lấy trộm, trộm, cướp, bị mất, mất trộm, thất thoát
        """),
        evolves=True,
    ),
    Role(
        name="homes",
        nouns=("ngôi nhà", "căn nhà", "nhà dân", "nóc nhà", "nhà ở"),
        cues=("bị sập", "bị tốc mái", "bị ngập", "bị hư hỏng", "bị cuốn trôi"),
        counted=("nhà", "ngôi", "căn", "hộ", "mái", "căn hộ"),
        evolves=True,
    ),
)

NOT_CUES = words("""
    bị bắt gặp, bị bắt nạt, bị bắt buộc, bị bắt chẹt, bị bắt cóc, bị bắt làm con tin, chết lâm sàng, chết máy,
    cái chết, liều chết, thoát chết, chết hụt, chết lặng, chết điếng, chết người
""")

DENIALS = ("không ai trong", "không có ai trong", "không người nào trong")
