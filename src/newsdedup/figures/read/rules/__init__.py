"""The rules of reading a number, in the order in which its questions are decided."""
