"""Libraries that find near-duplicates, each by its fastest batch path, from `str` on.

Peers take sets of hashes or of strings, so shingling is a part of their time. It is done in the
fastest way that Python has: one regular expression, and the built-in hash of each run of five words
(datasketch also by its own default, SHA-1 of the UTF-8 bytes). gaoya shingles in Rust.

newsdedup is called as a user calls it: `sketch_articles` and `find_copies` over a list of `str`, a list of
mappings and a pyarrow column (made before the clock starts, as every text of the others is).

Their results differ, always in the peers' favour: newsdedup gives verified groups, datasketch and
gaoya candidate lists, rensa and FastSketchLSH one flag per article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

NUM_PERM: Final = 128
SEED: Final = 1
SHINGLE: Final = 5
THRESHOLD: Final = 0.5
BANDS, ROWS = 32, 4  # of peers that take bands: they find .95 of the pairs at .55, newsdedup .995 or more

Texts = Sequence[str]
Step = Callable[[Texts, int], Any]

_WORD: Final = re.compile(r"\w+")


@frozen
class Engine:
    """One way to find near-duplicates.

    Attributes
    ----------
    name : str
        Name in the table.
    module : str
        Module that must be installed.
    sketch : callable
        Texts and threads to signatures; for gaoya, which does not return them, to an index.
    find : callable
        Texts and threads to the engine's near-duplicates.
    source : callable
        The texts as the engine takes them, made before the clock starts.
    """

    name: str
    module: str
    sketch: Step
    find: Step
    source: Callable[[Texts], Any] = list

    @property
    def is_ours(self) -> bool:
        """Whether it is newsdedup."""
        return self.name.startswith(OURS)

    @property
    def is_installed(self) -> bool:
        """Whether its module is installed."""
        return find_spec(self.module) is not None


# ------------------------------------------------------------------------------------ newsdedup


def newsdedup_signatures(source: Any, threads: int) -> Any:
    """Signatures of a list of texts, of mappings or of a column."""
    import newsdedup as nd

    return nd.sketch_articles(
        source, num_perm=NUM_PERM, seed=SEED, shingle_size=SHINGLE, threads=threads, progress=False
    )


def newsdedup_groups(source: Any, threads: int) -> Any:
    """Verified copy groups of a list of texts, of mappings or of a column."""
    import newsdedup as nd

    return nd.find_copies(source, threshold=THRESHOLD, threads=threads, progress=False)


def internal_signatures(texts: Texts, threads: int) -> Any:
    """Signatures by the function inside `sketch_articles`: no user calls it, it shows what the rest costs."""
    from newsdedup.copies.sketch import sketch_texts
    from newsdedup.support.settings import CopySettings

    settings = CopySettings(num_perm=NUM_PERM, seed=SEED, shingle_size=SHINGLE)
    return sketch_texts(texts, settings, threads=threads).signatures


def mappings(texts: Texts) -> list[dict[str, str]]:
    """Texts as mappings with an id."""
    return [{"id": str(number), "text": text} for number, text in enumerate(texts)]


def arrow_column(texts: Texts) -> Any:
    """Texts as a pyarrow column."""
    import pyarrow

    return pyarrow.array(texts, pyarrow.large_string())


# ---------------------------------------------------------------------------------------- peers


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _byte_shingles(text: str) -> list[bytes]:
    words = _words(text)
    return [shingle.encode() for shingle in map(" ".join, _runs(words))]


def _runs(words: list[str]) -> zip[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)


def _hashes(text: str) -> NDArray[np.int64]:
    return np.fromiter(map(hash, _runs(_words(text))), np.int64)


def _flat_hashes(texts: Texts) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    rows = list(map(_hashes, texts))
    offsets = np.zeros(len(rows) + 1, np.uint64)
    np.cumsum(list(map(len, rows)), out=offsets[1:])
    return np.concatenate(rows).view(np.uint64), offsets


def _datasketch_sketch(texts: Texts, threads: int) -> Any:
    from datasketch import MinHash

    return MinHash.bulk(map(_byte_shingles, texts), num_perm=NUM_PERM, seed=SEED)


def _datasketch_hashed_sketch(texts: Texts, threads: int) -> Any:
    from datasketch import MinHash

    rows = ((_hashes(text) & 0xFFFFFFFF).tolist() for text in texts)
    return MinHash.bulk(rows, num_perm=NUM_PERM, seed=SEED, hashfunc=int)


def _datasketch_find(sketch: Step) -> Step:
    def find(texts: Texts, threads: int) -> Any:
        from datasketch import MinHashLSH

        sketches = sketch(texts, threads)
        index = MinHashLSH(threshold=THRESHOLD, num_perm=NUM_PERM)
        for number, one in enumerate(sketches):
            index.insert(number, one, check_duplication=False)
        return [index.query(one) for one in sketches]

    return find


def _rensa_sketch(texts: Texts, threads: int) -> Any:
    from rensa import RMinHash

    return RMinHash.digest_matrix_from_flat_token_hashes(*_flat_hashes(texts), num_perm=NUM_PERM, seed=SEED)


def _rensa_rho_sketch(texts: Texts, threads: int) -> Any:
    from rensa import RMinHash

    return RMinHash.digest_matrix_from_flat_token_hashes_rho(*_flat_hashes(texts), num_perm=NUM_PERM, seed=SEED)


def _rensa_find(sketch: Step) -> Step:
    def find(texts: Texts, threads: int) -> Any:
        from rensa import RMinHashLSH

        index = RMinHashLSH(threshold=THRESHOLD, num_perm=NUM_PERM, num_bands=BANDS)
        return index.query_duplicate_flags_matrix_one_shot(sketch(texts, threads))

    return find


def _gaoya_insert(texts: Texts, threads: int) -> Any:
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=THRESHOLD,
        num_bands=BANDS,
        band_size=ROWS,
        analyzer="word",
        lowercase=True,
        ngram_range=(SHINGLE, SHINGLE),
        id_container="smallvec",
    )
    index.par_bulk_insert_docs(list(range(len(texts))), list(texts))
    return index


def _gaoya_find(texts: Texts, threads: int) -> Any:
    return _gaoya_insert(texts, threads).par_bulk_query(list(texts))


def _fastsketch_sketch(texts: Texts, threads: int) -> Any:
    from FastSketchLSH import FastSimilaritySketch

    sketcher = FastSimilaritySketch(size=NUM_PERM, seed=SEED)
    return sketcher.batch_csr(*_flat_hashes(texts), prehashed=True, num_threads=threads)


def _fastsketch_find(texts: Texts, threads: int) -> Any:
    from FastSketchLSH import LSH

    index = LSH(num_perm=NUM_PERM, num_bands=BANDS, num_threads=threads)
    return index.insert_and_query_duplicates(_fastsketch_sketch(texts, threads))


OURS: Final = "newsdedup"  # over a list of `str`
MAPPINGS: Final = "newsdedup, mappings"
ARROW: Final = "newsdedup, Arrow column"
DATASKETCH: Final = "datasketch"
GAOYA: Final = "gaoya"
ENGINES: Final = (
    Engine(OURS, "newsdedup", newsdedup_signatures, newsdedup_groups),
    Engine(MAPPINGS, "newsdedup", newsdedup_signatures, newsdedup_groups, mappings),
    Engine(ARROW, "pyarrow", newsdedup_signatures, newsdedup_groups, arrow_column),
    Engine(DATASKETCH, "datasketch", _datasketch_sketch, _datasketch_find(_datasketch_sketch)),
    Engine("datasketch, hash()", "datasketch", _datasketch_hashed_sketch, _datasketch_find(_datasketch_hashed_sketch)),
    Engine("rensa, full set", "rensa", _rensa_sketch, _rensa_find(_rensa_sketch)),
    Engine("rensa, rho", "rensa", _rensa_rho_sketch, _rensa_find(_rensa_rho_sketch)),
    Engine(GAOYA, "gaoya", _gaoya_insert, _gaoya_find),
    Engine("FastSketchLSH", "FastSketchLSH", _fastsketch_sketch, _fastsketch_find),
)
PACKAGES: Final = ("datasketch", "rensa", "gaoya", "FastSketchLSH", "pyarrow", "numba", "numpy", "scipy")
