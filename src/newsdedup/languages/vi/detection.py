"""How Vietnamese text is recognised."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    "và của các có là trong được cho không với một những đã người này khi đến để về từ tại trên vào ra như "
    "cũng đang sẽ bị ông bà theo hơn do phải nhiều năm ngày tháng đó sau trước còn nhưng vì nên thì mà".split()
)

LETTERS = "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
