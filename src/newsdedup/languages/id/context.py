"""Indonesian words that say whether, and when, something happened."""

from __future__ import annotations

from newsdedup.languages.tables import words

PLANNED = ("akan", "berencana", "direncanakan", "dijadwalkan", "ditargetkan", "menargetkan")

PAST = words("telah, sudah, menewaskan, tewas, setelah, usai, sebelumnya, ketika, saat")
