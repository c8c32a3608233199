"""Copies and excerpts: sketches, MinHash-LSH candidates, verification, groups and relations."""
