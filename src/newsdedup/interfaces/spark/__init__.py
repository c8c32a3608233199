"""The library on PySpark DataFrames, for more articles than one machine holds.

``python -m pip install "newsdedup[spark]"``; in local mode it needs Java 17.
"""
