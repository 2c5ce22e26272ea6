#!/usr/bin/env python3
"""Checks what a Daybook log publishes, with Python's standard library alone; it shares no code with the program.

    verify_log.py KEY FOLDER          a folder of tiles: signature, every entry, every tile, the root
    verify_log.py KEY PROOF EVENT     that the event is in the log that was signed
    verify_log.py KEY PROOF           that one signed log is the beginning of another
    verify_log.py KEY CHECKPOINT      the signature alone

KEY is a verifier key. The formats are described in docs/formats/proof.md. Status 0: it holds; 1: it does not.
"""
import base64
import hashlib
import pathlib
import sys

import ed25519

WIDTH = 256  # hashes or entries in a tile


class Refused(ValueError):
    pass


def must(holds, why):
    if not holds:
        raise Refused(why)


def unbase64(text, size):
    raw = base64.b64decode(text, validate=True)
    must(len(raw) == size and base64.b64encode(raw).decode() == text, f"{text!r} is not {size} bytes in base64")
    return raw


def leaf(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(size):
    """The largest power of two smaller than size."""
    return 1 << (size - 1).bit_length() - 1


def tree_root(hashes):
    while len(hashes) > 1:  # an odd one at the end goes up as it is: RFC 6962 section 2.1, from below
        hashes = [node(*hashes[i:i + 2]) for i in range(0, len(hashes) - 1, 2)] + hashes[len(hashes) // 2 * 2:]
    return hashes[0] if hashes else hashlib.sha256(b"").digest()


def number(text):
    must(text.isascii() and text.isdigit() and str(int(text)) == text, f"{text!r} is no number")
    return int(text)


class Key:
    def __init__(self, text):
        parts = text.strip().split("+", 2)
        must(len(parts) == 3, "a key has three parts")
        self.name, key_id, encoded = parts
        raw = unbase64(encoded, 33)
        must(raw[0] == 1, "the key is not of Ed25519")
        self.public = raw[1:]
        self.id = hashlib.sha256(self.name.encode() + b"\n" + raw).digest()[:4]
        must(self.id.hex() == key_id, "the key's id does not follow from its name and bytes")

    def open_checkpoint(self, note):
        """(size, root) of a checkpoint that this key has signed."""
        text, blank, signatures = note.rpartition("\n\n")
        must(blank and signatures.endswith("\n"), "not a signed note")
        text += "\n"
        for line in signatures[:-1].split("\n"):
            parts = line.split(" ")
            must(len(parts) == 3 and parts[0] == "\u2014", "a line of signature is malformed")
            if parts[1] == self.name:
                raw = unbase64(parts[2], 68)
                if raw[:4] == self.id:
                    must(ed25519.verify(self.public, text.encode(), raw[4:]), "the signature does not hold")
                    break
        else:
            raise Refused("this key has not signed it")
        lines = text.split("\n")
        must(len(lines) == 4 and lines[0] == self.name and lines[3] == "", "not a checkpoint of this log")
        return number(lines[1]), unbase64(lines[2], 32)


def root_over(entry_hash, index, size, path):
    """The root that a path of RFC 6962 section 2.1.1 leads to."""
    if size == 1:
        must(not path, "the proof is too long")
        return entry_hash
    must(path, "the proof is too short")
    k = split(size)
    if index < k:
        return node(root_over(entry_hash, index, k, path[:-1]), path[-1])
    return node(path[-1], root_over(entry_hash, index - k, size - k, path[:-1]))


def roots_over(old, old_size, size, proof, whole=True):
    """Both roots that a proof of RFC 6962 section 2.1.2 leads to; `old` is the smaller tree's."""
    if old_size == size:
        must(len(proof) == (0 if whole else 1), "the proof is too long or too short")
        return (old, old) if whole else (proof[0], proof[0])
    must(proof, "the proof is too short")
    k, last = split(size), proof[-1]
    if old_size <= k:
        first, second = roots_over(old, old_size, k, proof[:-1], whole)
        return first, node(second, last)
    first, second = roots_over(old, old_size - k, size - k, proof[:-1], False)
    return node(last, first), node(last, second)


def hashes_of(lines):
    return [unbase64(line, 32) for line in lines.split("\n")[1:]]


def check_inclusion(key, text, entry):
    _, index, rest = text.split("\n", 2)
    must(index.startswith("index "), "the proof does not say the index")
    at = number(index.removeprefix("index "))
    path, blank, note = ("\n" + rest).partition("\n\n")
    must(blank, "the proof has no checkpoint")
    size, root = key.open_checkpoint(note)
    must(at < size, "the index is outside the log")
    must(root_over(leaf(entry), at, size, hashes_of(path)) == root, "the event is not in the log")
    return f"position {at} of {size}"


def check_consistency(key, text):
    lines, *parts = text[text.index("\n"):].split("\n\n")  # a note is a text, a blank line and signatures
    must(len(parts) == 4, "the proof does not have two checkpoints")
    old_size, old = key.open_checkpoint("\n\n".join(parts[:2]) + "\n")
    size, root = key.open_checkpoint("\n\n".join(parts[2:]))
    must(old_size <= size, "the checkpoints are in the wrong order")
    proof = hashes_of(lines)
    must(not proof if old_size == 0 else roots_over(old, old_size, size, proof) == (old, root),
         "the log was rewritten")
    return f"{old_size} events are the beginning of {size}"


def tile_file(folder, kind, tile, width):
    groups = [f"{tile % 1000:03}"]
    while tile := tile // 1000:
        groups.insert(0, f"x{tile % 1000:03}")
    path = folder.joinpath("tile", str(kind), *groups)
    return (path if width == WIDTH else path.with_name(path.name + ".p") / str(width)).read_bytes()


def entries_of(folder, size):
    for first in range(0, size, WIDTH):
        width = min(WIDTH, size - first)
        raw = tile_file(folder, "entries", first // WIDTH, width)
        for _ in range(width):
            length = int.from_bytes(raw[:2], "big")
            must(len(raw) >= 2 + length, "a tile of entries is cut short")
            yield raw[2:2 + length]
            raw = raw[2 + length:]
        must(not raw, "a tile of entries is too long")


def check_folder(key, folder):
    size, root = key.open_checkpoint((folder / "checkpoint").read_bytes().decode())
    hashes = [leaf(entry) for entry in entries_of(folder, size)]
    must(tree_root(hashes) == root, "the entries do not have the root that was signed")
    level = 0
    while hashes:
        for first in range(0, len(hashes), WIDTH):
            tile = hashes[first:first + WIDTH]
            must(tile_file(folder, level, first // WIDTH, len(tile)) == b"".join(tile),
                 f"tile {first // WIDTH} of level {level} is not that of the entries")
        hashes = [tree_root(hashes[i:i + WIDTH]) for i in range(0, len(hashes) - WIDTH + 1, WIDTH)]
        level += 1
    return f"{size} events"


def check(key_text, path, event=None):
    """A sentence on what holds; raises Refused."""
    key, path = Key(key_text), pathlib.Path(path)
    if path.is_dir():
        return check_folder(key, path)
    text = path.read_bytes().decode()
    if text.startswith("c2sp.org/tlog-proof@v1\n"):
        return check_inclusion(key, text, pathlib.Path(event).read_bytes())
    if text.startswith("daybook/consistency-proof@v1\n"):
        return check_consistency(key, text)
    return f"{key.open_checkpoint(text)[0]} events"


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    try:
        print("holds:", check(*sys.argv[1:]))
    except (ValueError, OSError) as refusal:
        sys.exit(f"does not hold: {refusal}")
