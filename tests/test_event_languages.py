"""Reports of one event in scripts that newsdedup has no tables for, beside a copy and a look-alike.

All texts are invented. Each list holds two reports of one event in other words, a copy of the first
with a line of its own, an event of the same kind in another place on another day, and other news.
"""

from __future__ import annotations

import pytest

import newsdedup as nd
from newsdedup.grouping.aspects import spelt

CHINESE = (
    "10月23日凌晨三点左右，江州市临港区一家纺织厂突发火灾。消防部门出动十二辆消防车、六十名消防员赶赴现场。"
    "大火于清晨六点被扑灭，火灾造成四人受伤，均已送往江州市第二人民医院。据厂方负责人陈国栋介绍，"
    "起火的是存放棉纱的三号仓库。起火原因正在调查之中。",
    "江州临港区纺织厂昨夜起火，四名工人被烧伤。记者10月23日从江州市第二人民医院了解到，伤者情况稳定。"
    "目击者说，三号仓库先冒出浓烟，堆放的棉纱很快烧成一片。六十名消防员奋战三个小时才控制住火势。"
    "厂长陈国栋表示，将承担全部治疗费用。",
    "11月8日下午，云岭县城关镇一家家具厂发生火灾。当地消防救援大队派出五辆消防车前往处置。"
    "经过两个小时扑救，明火被扑灭，没有人员伤亡。云岭县应急管理局局长赵明远说，过火面积约八百平方米。"
    "初步判断，火灾由电线老化引起。",
    "中国人民银行今日公布，九月份广义货币余额同比增长百分之七点二。分析人士认为，流动性总体保持合理充裕。"
    "下一阶段，货币政策将继续支持实体经济。多家银行已经下调存款利率。",
)
JAPANESE = (
    "23日午前5時ごろ、青葉県白浜市の沖合でフェリー「はまかぜ」が防波堤に衝突した。乗客乗員86人のうち7人がけがをした。"
    "海上保安部によると、当時は濃い霧が出ており、視界は100メートルほどだったという。"
    "船長の山本健一さんは「防波堤に気づくのが遅れた」と話している。運輸安全委員会は調査官2人を派遣した。",
    "フェリー「はまかぜ」が白浜港の入り口で防波堤にぶつかり、乗っていた86人のうち7人が負傷した事故で、"
    "運輸安全委員会の調査官が23日、現地に入った。白浜市の消防によると、けが人はいずれも軽傷。"
    "山本健一船長は濃い霧のため発見が遅れたと説明している。海上保安部は業務上過失の疑いもあるとみて調べている。",
    "8日夜、北原県三崎市の港で漁船と貨物船が衝突し、漁船が転覆した。漁船の乗組員3人は近くの船に救助された。"
    "貨物船にけが人はいなかった。三崎海上保安署は、貨物船の二等航海士から話を聞いている。当時の天候は晴れで、波は穏やかだった。",
    "政府は来年度から、子育て世帯への給付金を月額1万5千円に引き上げる方針を固めた。財源には社会保険料の上乗せ分を充てる。"
    "野党は負担増だとして反発している。関連法案は通常国会に提出される見通しだ。",
)
THAI = (
    "เมื่อเวลา 02.30 น. วันที่ 23 ตุลาคม เกิดเหตุรถบัสทัศนาจรพลิกคว่ำบนถนนสายดอยนาง จังหวัดเชียงแก้ว มีผู้เสียชีวิต 3 ราย บาดเจ็บ 21 ราย "
    "พันตำรวจเอก สมชาย ใจดี กล่าวว่า รถบัสเสียหลักลงจากทางโค้งเพราะฝนตกหนัก "
    "ผู้บาดเจ็บถูกนำส่งโรงพยาบาลเชียงแก้ว คนขับรถให้การว่าเบรกไม่ทำงาน",
    "รถบัสนำเที่ยวตกทางโค้งดอยนาง เชียงแก้ว ดับ 3 เจ็บ 21 คน "
    "โรงพยาบาลเชียงแก้วรับตัวผู้บาดเจ็บไว้ทั้งหมด แพทย์ระบุว่าอาการสาหัส 5 คน "
    "คนขับอ้างว่าเบรกแตกระหว่างฝนตกหนัก ขณะที่ พันตำรวจเอก สมชาย ใจดี สั่งตรวจสอบสภาพรถบัสคันดังกล่าว เหตุเกิดเช้ามืดวันที่ 23 ตุลาคม",
    "วันที่ 8 พฤศจิกายน เกิดอุบัติเหตุรถกระบะชนกับรถไฟที่จุดตัดบ้านหนองทราย อำเภอปากน้ำ จังหวัดสมุทรวาริน มีผู้เสียชีวิต 2 ราย "
    "นายอำเภอปากน้ำ นายวิชัย ทองมาก เดินทางไปดูที่เกิดเหตุ ชาวบ้านเล่าว่าจุดตัดไม่มีเครื่องกั้น "
    "การรถไฟจะติดตั้งสัญญาณเตือนภายในสิ้นปี",
    "ธนาคารแห่งประเทศไทยประกาศคงอัตราดอกเบี้ยนโยบายไว้ที่ร้อยละ 2.25 ต่อปี คณะกรรมการมีมติเป็นเอกฉันท์ "
    "เศรษฐกิจขยายตัวต่อเนื่องจากการท่องเที่ยวและการส่งออก นักวิเคราะห์คาดว่าดอกเบี้ยจะทรงตัวไปจนถึงกลางปีหน้า",
)
ARABIC = (
    "اندلع حريق كبير فجر يوم 23 أكتوبر في سوق الأقمشة القديم بمدينة الزهراء، وأصيب تسعة أشخاص بحالات اختناق. "
    "وقال العقيد سالم المنصوري، مدير الدفاع المدني، إن 15 سيارة إطفاء شاركت في إخماد النيران. "
    "وأتى الحريق على أربعين متجرا. ونقل المصابون إلى مستشفى الزهراء العام. ولا يزال سبب الحريق مجهولا.",
    "التهمت النيران أربعين متجرا في سوق الأقمشة بمدينة الزهراء، ونقل تسعة مصابين إلى مستشفى الزهراء العام. "
    "وأوضح مدير الدفاع المدني العقيد سالم المنصوري أن رجال الإطفاء سيطروا على الحريق بعد أربع ساعات. "
    "وشاركت في الإخماد 15 سيارة إطفاء. "
    "وطالب التجار بتعويضات عن خسائرهم في حريق 23 أكتوبر.",
    "شب حريق مساء يوم 8 نوفمبر في مستودع للأخشاب بميناء النورس، ولم تسجل إصابات. "
    "وذكر المقدم خالد الدوسري أن فرق الإطفاء أخمدت النيران خلال ساعتين. وقدرت الخسائر الأولية بنحو مليوني دينار. "
    "وأشارت المعاينة إلى تماس كهربائي.",
    "أعلن البنك المركزي تثبيت سعر الفائدة عند خمسة في المئة للمرة الثالثة على التوالي. "
    "وقال محللون إن التضخم بدأ في التراجع. ومن المتوقع أن يعقد الاجتماع المقبل في الشهر القادم.",
)
NEWS = {"Chinese": CHINESE, "Japanese": JAPANESE, "Thai": THAI, "Arabic": ARABIC}

ONE_LINERS = {
    "Chinese": ["北京今日举行经济会议", "上海地铁发生故障", "国家足球队昨晚获胜", "黄金价格今日上涨"],
    "Japanese": [
        "東京で火災が発生した",
        "日本代表が試合に勝利した",
        "円相場は午前の取引で上昇した",
        "新しい橋が開通した",
    ],
    "Thai": [
        "ไฟไหม้โกดังสินค้าเมืองเชียงแก้ว",
        "ราคาทองคำวันนี้ปรับขึ้น 200 บาท",
        "ทีมวอลเลย์บอลหญิงชนะสามเซต",
        "นายกรัฐมนตรีหารือเศรษฐกิจ",
    ],
    "Arabic": [
        "ارتفعت أسعار الذهب اليوم",
        "فاز المنتخب الوطني على ضيفه",
        "اندلع حريق في سوق المدينة",
        "افتتاح جسر جديد في العاصمة",
    ],
}


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("hội nghị 14", ["hội", "nghị", "14"]),
        ("火 災 発 生", ["火災", "災発", "発生"]),
        ("人 が 死 亡 し ま し た", ["人", "死亡", "しまし", "ました"]),
        ("ต ล า ด 20", ["ตลา", "ลาด", "20"]),
    ],
)
def test_letters_without_spaces_between_words_are_terms_in_a_row(words: str, terms: list[str]) -> None:
    assert spelt(words.split()) == terms


@pytest.mark.parametrize("language", NEWS)
def test_two_reports_and_a_copy_are_one_event_and_the_look_alike_is_another(language: str) -> None:
    first, second, alike, other = NEWS[language]
    groups = nd.find_events([first, second, f"{first}\n© 2025", alike, other])
    assert groups.labels.tolist() == [0, 0, 0, 1, 2]
    assert groups.copies.labels[0] == groups.copies.labels[2] != groups.copies.labels[1]


@pytest.mark.parametrize("language", NEWS)
def test_among_news_in_other_scripts_each_event_stays_itself(language: str) -> None:
    others = [text for name, texts in NEWS.items() if name != language for text in texts[2:]]
    labels = nd.find_events([*NEWS[language], *others]).labels.tolist()
    assert labels == [0, 0, *range(1, len(labels) - 1)]


@pytest.mark.parametrize("language", ONE_LINERS)
def test_unrelated_lines_are_not_merged(language: str) -> None:
    assert nd.find_events(ONE_LINERS[language]).labels.tolist() == [0, 1, 2, 3]


def test_two_lines_of_one_event_are_told_from_a_third_in_a_script_whose_letters_are_no_words() -> None:
    lines = [
        "น้ำท่วมบ้านหนองทราย ประชาชนอพยพกว่า 500 คน",
        "อุทกภัยหนองทรายหนัก อพยพชาวบ้าน 500 คน",
        "ทีมชาติชนะ 2-1 ในศึกชิงแชมป์",
    ]
    assert nd.find_events(lines).labels.tolist() == [0, 0, 1]


@pytest.mark.parametrize("language", NEWS)
def test_the_words_of_an_explanation_are_those_of_the_language(language: str) -> None:
    first, second, alike, other = NEWS[language]
    found = nd.find_events([first, second, alike, other]).explain(0, 1)
    assert found.common is not None
    longest = max(found.common.terms, key=len)
    assert len(longest) > 2
    assert longest in first.lower()
