"""The live window: reports that come after a grouping, compared with the grouped ones and with each other."""
