"""Names that tables and feeds give to the fields of an article, in several languages; the first that a row has is taken.

Names are compared without case, accents and separators. Moments of crawling and of later changes are no names of the
moment of publication, nor is a caption or a type a name of the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Names = tuple[str, ...]

# Of programs and standards: schema.org, Dublin Core, Open Graph, WordPress, NewsAPI, The Guardian, The New York Times,
# GDELT, newspaper3k, news-please, trafilatura, Event Registry, Media Cloud; and of data sets.
_ENGLISH_NAMES: Final[Mapping[str, Names]] = {
    "id": (
        *("id", "article_id", "doc_id", "uid", "guid", "identifier", "document_id", "news_id", "story_id", "post_id"),
        *("stories_id", "uuid", "uri"),
    ),
    "text": (
        *("text", "body", "content", "article_text", "full_text", "article_body", "main_text", "body_text"),
        *("content_text", "content_html", "content:encoded", "text_content", "full_content", "article_content"),
        *("news_content", "news_text", "post_content", "story_text", "body_html", "html_body", "plain_text"),
        *("clean_text", "cleaned_text", "text_clean", "raw_text", "raw_content", "article", "document"),
    ),
    "title": (
        *("title", "headline", "web_title", "dc:title", "og:title", "article_title", "news_title", "post_title"),
        *("main_headline", "heading", "hed"),
    ),
    "summary": (
        *("summary", "description", "sapo", "lead", "abstract", "excerpt", "standfirst", "trail_text", "snippet"),
        *("lead_paragraph", "dc:description", "og:description", "meta_description", "short_description", "dek", "deck"),
        *("lede", "teaser", "subtitle", "subheadline", "subheading", "post_excerpt", "article_summary", "highlights"),
        "synopsis",
    ),
    "published_at": (
        *("published_at", "published", "date", "publish_date", "published_date", "pub_date", "datetime"),
        *("date_published", "publication_date", "date_publish", "web_publication_date", "published_on", "publish_time"),
        *("published_time", "article:published_time", "dc:date", "dcterms:issued", "published_parsed", "publish_at"),
        *("published_datetime", "publish_datetime", "publication_time", "publication_datetime", "date_time_pub"),
        *("first_published_at", "first_publication_date", "article_date", "news_date", "post_date", "release_date"),
        *("posted_at", "posted_on", "date_posted", "date_time"),
    ),
    "source": (
        *("source", "outlet", "publisher", "site", "site_name", "source_name", "og:site_name", "dc:publisher"),
        *("news_source", "outlet_name", "publisher_name", "publication", "publication_name", "newspaper", "media_name"),
        *("source_common_name", "provider", "source_domain", "source_hostname", "website", "domain", "hostname"),
    ),
    "url": (
        *("url", "link", "permalink", "web_url", "canonical_url", "og:url", "article_url", "news_url", "post_url"),
        *("story_url", "original_url", "page_url", "article_link", "news_link", "document_identifier", "href"),
    ),
    "language": ("language", "lang", "in_language", "dc:language", "language_code", "lang_code", "meta_lang", "locale"),
}

_VIETNAMESE_NAMES: Final[Mapping[str, Names]] = {
    "id": ("mã bài", "mã bài viết", "mã tin", "mã bài báo", "id bài viết", "id bài"),
    "text": (
        *("nội dung", "nội dung bài", "nội dung bài viết", "nội dung bài báo", "nội dung tin", "nội dung đầy đủ"),
        *("nội dung chi tiết", "nội dung chính", "toàn văn", "thân bài", "văn bản", "bài viết", "bài báo"),
    ),
    "title": (
        *("tiêu đề", "tiêu đề bài", "tiêu đề bài viết", "tiêu đề bài báo", "tiêu đề tin", "tựa đề", "tựa", "tít"),
        *("tên bài", "tên bài viết", "tên bài báo", "đầu đề", "nhan đề"),
    ),
    "summary": ("tóm tắt", "mô tả", "mô tả ngắn", "tóm lược", "trích dẫn", "dẫn nhập", "lời dẫn", "sa pô"),
    "published_at": (
        *("ngày đăng", "ngày xuất bản", "ngày đăng tải", "ngày đăng bài", "ngày đăng tin", "ngày phát hành"),
        *("ngày giờ đăng", "ngày giờ xuất bản", "thời gian đăng", "thời gian xuất bản", "thời gian đăng tải"),
        *("thời điểm đăng", "thời điểm xuất bản", "ngày công bố", "ngày viết", "ngày tháng", "ngày", "thời gian"),
    ),
    "source": (
        *("nguồn", "nguồn tin", "nguồn báo", "tên nguồn", "tên báo", "tờ báo", "báo", "tòa soạn", "cơ quan báo chí"),
        *("trang báo", "trang tin", "nhà xuất bản", "đơn vị đăng"),
    ),
    "url": (
        *("đường dẫn", "liên kết", "đường link", "link bài", "link bài viết", "link gốc", "link báo", "url bài viết"),
        *("địa chỉ url", "địa chỉ web", "đường dẫn bài viết"),
    ),
    "language": ("ngôn ngữ",),
}

_FRENCH_NAMES: Final[Mapping[str, Names]] = {
    "id": ("identifiant", "id_article", "numéro_article"),
    "text": ("texte", "contenu", "corps", "corps du texte", "corps de l'article", "texte intégral", "texte complet"),
    "title": ("titre", "titre de l'article", "gros titre", "manchette"),
    "summary": ("chapô", "chapeau", "résumé", "accroche", "extrait"),
    "published_at": (
        *("date de publication", "date publication", "publié le", "date de parution", "date parution", "paru le"),
        *("mis en ligne le", "date de mise en ligne"),
    ),
    "source": ("journal", "éditeur", "site web", "nom du média", "nom du journal"),
    "url": ("lien", "lien de l'article", "adresse web", "adresse url"),
    "language": ("langue",),
}

_INDONESIAN_NAMES: Final[Mapping[str, Names]] = {
    "id": ("id_berita", "id_artikel", "kode_berita"),
    "text": ("isi", "isi berita", "isi artikel", "teks", "konten", "badan berita", "teks berita"),
    "title": ("judul", "judul berita", "judul artikel"),
    "summary": ("ringkasan", "deskripsi", "kutipan", "ikhtisar"),
    "published_at": (
        *("tanggal terbit", "tanggal publikasi", "tanggal tayang", "tanggal rilis", "waktu terbit", "waktu publikasi"),
        *("tgl terbit", "tanggal", "tgl"),
    ),
    "source": ("sumber", "sumber berita", "penerbit", "nama media", "situs"),
    "url": ("tautan", "tautan berita", "alamat url"),
    "language": ("bahasa",),
}

# By field of an article; where two columns fit, the one that is earlier here is taken, if it is filled.
COLUMN_NAMES: Final[Mapping[str, Names]] = {
    name: tuple(
        one for names in (_ENGLISH_NAMES, _VIETNAMESE_NAMES, _FRENCH_NAMES, _INDONESIAN_NAMES) for one in names[name]
    )
    for name in _ENGLISH_NAMES
}
