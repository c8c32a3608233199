"""Compiled loops: words to weighted terms, terms to the articles that share them, and their cosines."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from newsdedup.kernels.hashing import EMPTY
from newsdedup.kernels.jit import filled, inlined, inner, kernel
from newsdedup.kernels.minhash import _power_of_two, _slot, _slots, _table
from newsdedup.kernels.tokens import BASE, longest_of, short

_LOW: Final = np.uint64(0xFFFFFFFF)
_HIGH: Final = np.uint64(32)
_SPARSE: Final = 16  # slots of a hash table for each value in it
_AT_HAND: Final = 256  # neighbours collected before only the nearest are kept


@inner
def _grams(words: Any, sizes: Any, grams: Any) -> Any:
    """The hash of every run of so many words, for each size; fewer words than that are one run."""
    n = 0
    if words.size == 0:
        return n
    for size in sizes:
        size = min(size, words.size)
        for i in range(words.size - size + 1):
            rolling = np.uint64(0)
            for step in range(size):
                rolling = rolling * BASE + np.uint64(words[i + step])
            grams[n] = short(rolling)
            n += 1
    return n


@inlined
def _counted(grams: Any, n: Any, slots: Any, terms: Any, places: Any, times: Any) -> Any:
    """The distinct ones of ``grams[:n]`` and how often each is there; gives how many. `places` by slot."""
    count = np.int64(0)
    for i in range(n):
        place = _slot(slots, grams[i])
        new = slots[place] == EMPTY
        slots[place] = terms[count] = grams[i]
        times[count] = 0
        places[place] = count if new else places[place]
        times[places[place]] += 1
        count += np.int64(new)
    return count


@kernel
def count_articles(words: Any, offsets: Any, sizes: Any, shift: int, first: int, last: int, held: Any) -> None:
    """Count in how many articles each term is, for the places ``term >> shift`` from `first` to `last`.

    held uint32 (places, 2), zeros at first: the count, and the last article that was counted.
    """
    grams = np.empty(max(1, longest_of(offsets) * sizes.size), np.uint32)
    for row in range(offsets.size - 1):
        n, here = _grams(words[offsets[row] : offsets[row + 1]], sizes, grams), np.int64(0)
        for i in range(n):  # on its own, without a branch: which places are here cannot be foreseen
            place = np.int64(grams[i] >> np.uint32(shift))
            grams[here] = place
            here += np.int64((place >= first) & (place < last))
        for i in range(here):  # far places are fetched side by side, unless a branch waits for one
            place = np.int64(grams[i])
            held[place, 0] += np.uint32(held[place, 1] != row + 1)
            held[place, 1] = row + 1


@inner
def _keep_largest(codes: Any, n: Any, count: Any) -> Any:
    """Bring the largest `count` of ``codes[:n]`` to the front (quickselect, Hoare 1961).

    Parts are told apart without a branch (Lomuto's way): where a code belongs cannot be foreseen.
    """
    if n <= count:
        return n
    low, high = np.int64(0), n - 1
    while low < high:
        middle = (low + high) >> 1
        pivot, codes[middle] = codes[middle], codes[low]
        larger = low + 1
        for i in range(low + 1, high + 1):
            code = codes[i]
            codes[i], codes[larger] = codes[larger], code
            larger += np.int64(code > pivot)
        codes[low], codes[larger - 1] = codes[larger - 1], pivot
        if larger > count + 1:
            high = larger - 2
        elif larger < count:
            low = larger
        else:
            break
    return count


@inner
def _sort(codes: Any, n: Any, ordered: Any) -> None:
    """Sort ``codes[:n]``, a few and all different, into `ordered`: each has its place from how many are less."""
    for i in range(n):
        place = np.int64(0)
        for j in range(n):
            place += np.int64(codes[j] < codes[i])
        ordered[place] = codes[i]


@kernel
def weigh_terms(
    words: Any,
    offsets: Any,
    sizes: Any,
    shift: int,
    held: Any,
    rarity: Any,
    more: int,
    least: int,
    most: int,
    kept: Any,
    weights: Any,
    counts: Any,
) -> int:
    """The heaviest terms of each row, by log frequency times rarity, in rows of length one.

    words uint32, offsets int64 (n + 1,), held uint32 as `count_articles` fills it; `more` is 1 for rows
    that were not counted, each of which has its own terms once more; rarity float64 by that count.
    Filled, row after row, sorted by term: kept uint32 and weights float32 with room for `most` a
    row, counts int64 (n,). Terms that fewer than `least` articles have count towards the length only.
    """
    room = max(1, longest_of(offsets) * sizes.size)
    grams, terms, times = np.empty(room, np.uint32), np.empty(room, np.uint32), np.empty(room, np.int32)
    articles, codes, exact = np.empty(room, np.uint32), np.empty(room, np.uint64), np.empty(room, np.float32)
    ordered = np.empty(min(room, most), np.uint64)
    frequency = np.empty(room + 1)
    for often in range(room + 1):
        frequency[often] = 1 + np.log(max(1, often))
    table = _table(room)
    places = np.empty(table.size, np.int32)
    weight_of = np.empty(1, np.float32)
    bits = weight_of.view(np.uint32)
    total = 0
    for row in range(offsets.size - 1):
        n = _grams(words[offsets[row] : offsets[row + 1]], sizes, grams)
        count = _counted(grams, n, _slots(table, n), terms, places, times)
        for i in range(count):  # on its own: far places are fetched side by side
            articles[i] = held[terms[i] >> np.uint32(shift), 0] + np.uint32(more)
        shared, squares = np.int64(0), 0.0
        for i in range(count):
            weight = rarity[articles[i]] * frequency[times[i]]
            squares += weight * weight
            exact[shared], terms[shared] = weight, terms[i]
            shared += np.int64(articles[i] >= least)
        _rank(terms, exact, shared, codes)
        shared = _keep_largest(codes, shared, most)
        for i in range(shared):  # the term first, to sort by
            codes[i] = ((~codes[i] & _LOW) << _HIGH) | (codes[i] >> _HIGH)
        _sort(codes, shared, ordered)
        for i in range(shared):
            kept[total + i] = np.uint32(ordered[i] >> _HIGH)
            bits[0] = np.uint32(ordered[i] & _LOW)
            weights[total + i] = weight_of[0] / np.sqrt(squares)
        counts[row] = shared
        total += shared
    return total


@inlined
def _rank(terms: Any, exact: Any, n: Any, codes: Any) -> None:
    """Make of each term one number that is larger for a heavier term, then for a lower one."""
    bits = exact.view(np.uint32)  # of a positive float: they order as it does
    for i in range(n):
        codes[i] = (np.uint64(bits[i]) << _HIGH) | (~np.uint64(terms[i]) & _LOW)


@kernel
def cosines(terms: Any, weights: Any, offsets: Any, left: Any, right: Any, found: Any) -> None:
    """Cosine of the two rows of each pair: float64; quickest where pairs of one `left` stand together.

    The weights of the left row are in a hash table so large that nearly all terms that the right one
    does not share meet an empty slot, of weight zero, at once.
    """
    size = _power_of_two(_SPARSE * longest_of(offsets))
    slots, of_slot = np.empty(size, np.uint32), filled(np.empty(size, np.float32), 0)
    held = -1
    for pair in range(left.size):
        one, other = left[pair], right[pair]
        if one != held:
            filled(slots, EMPTY)
            filled(of_slot, 0)
            for i in range(offsets[one], offsets[one + 1]):
                place = _slot(slots, terms[i])
                slots[place], of_slot[place] = terms[i], weights[i]
            held = one
        total = 0.0
        for i in range(offsets[other], offsets[other + 1]):
            total += np.float64(of_slot[_slot(slots, terms[i])]) * weights[i]
        found[pair] = total


@kernel
def partition_terms(terms: Any, offsets: Any, shift: int, upto: Any) -> None:
    """Where parts of all terms, by ``term >> shift``, are in each row: after how many of its terms, which are sorted.

    Filled: upto uint32 (n, parts + 1).
    """
    for row in range(offsets.size - 1):
        filled(upto[row], 0)
        for i in range(offsets[row], offsets[row + 1]):
            upto[row, np.int64(terms[i] >> np.uint32(shift)) + 1] += np.uint32(1)
        for number in range(1, upto.shape[1]):
            upto[row, number] += upto[row, number - 1]


@kernel
def fill_postings(
    terms: Any,
    values: Any,
    offsets: Any,
    upto: Any,
    number: int,
    begin: int,
    holders: Any,
    weights: Any,
    starts: Any,
    sizes: Any,
) -> None:
    """Make the posting lists of one part of the terms: who holds each, and where its list is.

    terms uint32 and values float32, offsets int64 (n + 1,): rows, each sorted by term; upto as `part`
    fills it. Filled, from `begin` on: holders uint32 and weights float32, list after list; for each
    term of each row: starts uint32 and sizes uint32.
    """
    total = np.int64(0)
    for row in range(offsets.size - 1):
        total += np.int64(upto[row, number + 1] - upto[row, number])
    slots = np.empty(_power_of_two(2 * total), np.uint32)
    filled(slots, EMPTY)
    names, held, count = np.empty(slots.size, np.uint32), filled(np.empty(total, np.uint32), 0), np.int64(0)
    for row in range(offsets.size - 1):
        for i in range(offsets[row] + upto[row, number], offsets[row] + upto[row, number + 1]):
            slot = _slot(slots, terms[i])
            new = slots[slot] == EMPTY
            slots[slot] = terms[i]
            names[slot] = count if new else names[slot]
            starts[i] = names[slot]
            held[starts[i]] += np.uint32(1)
            count += np.int64(new)
    ends = np.empty(total, np.int64)  # of each list, as far as it is filled
    end = np.int64(begin)
    for name in range(count):
        ends[name] = end
        end += np.int64(held[name])
    for row in range(offsets.size - 1):
        for i in range(offsets[row] + upto[row, number], offsets[row] + upto[row, number + 1]):
            place = ends[starts[i]]
            holders[place], weights[place] = row, values[i]
            ends[starts[i]] += 1
    for row in range(offsets.size - 1):
        for i in range(offsets[row] + upto[row, number], offsets[row] + upto[row, number + 1]):
            name = starts[i]
            sizes[i], starts[i] = held[name], ends[name] - np.int64(held[name])


@inner
def _take_largest(shared: Any, met: Any, found: Any, count: Any, codes: Any) -> Any:
    """Collect those met that share most, with what they share above them; gives how many. `shared` is zero again.

    What they share is given as the bits of a positive float32, which order as it does. Whoever shares
    less than `count` others met before is passed over, and most are: who shares rare terms is met first.
    """
    kept, least = np.int64(0), np.uint32(1)
    for i in range(found):
        other = met[i]
        weight = shared[other]
        shared[other] = 0
        if weight >= least:
            codes[kept] = (np.uint64(weight) << _HIGH) | (~np.uint64(other) & _LOW)
            kept += 1
            if kept == codes.size:
                kept = _keep_largest(codes, kept, count)
                last = codes[0]
                for place in range(1, kept):
                    last = min(last, codes[place])
                least = np.uint32(last >> _HIGH)
    return _keep_largest(codes, kept, count)


@kernel
def nearest_neighbours(
    first: int,
    last: int,
    offsets: Any,
    values: Any,
    holders: Any,
    weights: Any,
    starts: Any,
    sizes: Any,
    budget: int,
    nearest: Any,
) -> None:
    """For the rows from `first` to `last`, those others that share most weight, as far as rare terms tell.

    The other arrays as `post` fills them. Terms are looked up from the rarest on, until the lists
    would be longer than `budget`. Filled: nearest int32 (last - first, k), the nearest first, then -1.
    """
    shared = filled(np.empty(offsets.size - 1, np.float32), 0)
    longest = longest_of(offsets)
    met, codes = np.empty(max(budget, longest) + 1, np.uint32), np.empty(_AT_HAND + nearest.shape[1], np.uint64)
    order, rarest = np.empty(longest + 1, np.uint64), np.empty(max(longest, nearest.shape[1]) + 1, np.uint64)
    for row in range(first, last):
        filled(nearest[row - first], -1)
        begin, terms = offsets[row], offsets[row + 1] - offsets[row]
        for i in range(terms):
            order[i] = (np.uint64(sizes[begin + i]) << _HIGH) | np.uint64(i)
            met[i] = holders[starts[begin + i]]  # for the lists to be fetched side by side
        _sort(order, terms, rarest)
        left, found = np.int64(budget), np.int64(0)
        for i in range(terms):
            size = np.int64(rarest[i] >> _HIGH)
            left -= size
            if left < 0:
                break
            term = begin + np.int64(rarest[i] & _LOW)
            start, weight = np.int64(starts[term]), values[term]
            for k in range(start, start + size):
                other = holders[k]
                met[found] = other
                found += np.int64(shared[other] == 0)
                shared[other] += weight * weights[k]
        shared[row] = 0
        count = _take_largest(shared.view(np.uint32), met, found, nearest.shape[1], codes)
        _sort(codes, count, rarest)
        for i in range(count):
            nearest[row - first, i] = np.int64(~rarest[count - 1 - i] & _LOW)
