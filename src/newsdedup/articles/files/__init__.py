"""Files of articles by kind: text, JSON, delimited text, Parquet and feeds, compressed or not."""
