"""The steps of the library on batches: Arrow record batches in, Arrow record batches out.

For engines that move batches between machines. Each step is a pure function of one batch, or of a stream of sorted
batches; none knows an engine, reads a file or keeps state between calls.
"""
