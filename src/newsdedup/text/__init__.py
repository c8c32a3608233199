"""One article read once: normal form, tokens, sentences, furniture, names, dates, numbers."""
