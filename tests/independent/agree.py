#!/usr/bin/env python3
"""The program and the independent verifier must agree: agree.py PROGRAM [SEED].

A log of the published record is signed, proved and exported as tiles by the program. Whatever it wrote must hold for
both; with a bit changed it must hold for neither.
"""
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

import ed25519
import verify_log

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(2**32)
RECORDS = pathlib.Path(__file__).resolve().parents[2] / "records" / "S-2022-899"
BITS = 30  # of each file


class Log:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.run("init")
        self.run("import", str(RECORDS))
        self.key = self.run("key", "new", "1540.key", "--name", "daybook.example.org/1540").strip()

    def run(self, *arguments, status=0):
        done = subprocess.run([PROGRAM, "--log", "log.db", *arguments], cwd=self.folder, capture_output=True,
                              timeout=60, check=False)
        if done.returncode != status:
            raise AssertionError(f"{arguments}: status {done.returncode}\n{done.stderr.decode()}")
        return done.stdout.decode()

    def write(self, name, text):
        (self.folder / name).write_bytes(text.encode())
        return self.folder / name

    def program_says(self, proof, event=None):
        command = [PROGRAM, "check-proof", str(proof), "--key", self.key] + (["--event", str(event)] if event else [])
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0

    def verifier_says(self, path, event=None):
        try:
            verify_log.check(self.key, path, event)
        except ValueError:
            return False
        return True


def with_changed_bit(raw, chance):
    at = chance.randrange(8 * len(raw))
    changed = bytearray(raw)
    changed[at // 8] ^= 1 << at % 8
    return bytes(changed)


class Agreement(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.log = log = Log(cls.temporary.name)
        cls.first = log.write("first", log.run("checkpoint", "--key", "1540.key"))
        log.run("export-tiles", "tiles", "--checkpoint", "first")
        log.run("withdraw", "2018-malabo-1", "--reason", "recorded twice")
        cls.second = log.write("second", log.run("checkpoint", "--key", "1540.key"))
        cls.chance = random.Random(SEED)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def agree(self, path, event=None, expected=True):
        self.assertEqual(self.log.verifier_says(path, event), expected, f"verifier on {path}, seed {SEED}")
        self.assertEqual(self.log.program_says(path, event), expected, f"program on {path}, seed {SEED}")

    def agree_on_damage(self, path, event=None):
        self.agree(path, event)
        raw = path.read_bytes()
        for _ in range(BITS):
            damaged = self.log.folder / "damaged"
            damaged.write_bytes(with_changed_bit(raw, self.chance))
            self.agree(damaged, event, expected=False)

    def test_ed25519_vector(self):
        """RFC 8032 section 7.1, test 2."""
        key = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        signature = bytes.fromhex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                  "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
        self.assertTrue(ed25519.verify(key, b"\x72", signature))
        self.assertFalse(ed25519.verify(key, b"\x73", signature))

    def test_known_tree(self):
        leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
        hashes = [verify_log.leaf(bytes.fromhex(each)) for each in leaves]
        self.assertEqual(verify_log.tree_root(hashes).hex(),
                         "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")

    def test_checkpoints(self):
        self.agree_on_damage(self.first)
        self.agree_on_damage(self.second)

    def test_rows_of_a_printed_annex(self):
        self.log.run("prove", "annex", "xix", "--edition", "S/2022/899", "--checkpoint", "first", "--out", "rows")
        proofs = sorted((self.log.folder / "rows").glob("*.tlog-proof"))
        self.assertEqual(len(proofs), 61)
        for proof in proofs:
            self.assertTrue(self.log.verifier_says(proof, proof.with_suffix(".json")), proof)
        proof, event = proofs[16], proofs[16].with_suffix(".json")
        self.agree_on_damage(proof, event)
        raw = event.read_bytes()
        for _ in range(BITS):
            damaged = self.log.folder / "damaged.json"
            damaged.write_bytes(with_changed_bit(raw, self.chance))
            self.agree(proof, damaged, expected=False)

    def test_growth(self):
        self.agree_on_damage(self.log.write("growth", self.log.run("prove", "--from", "first", "--to", "second")))
        self.agree(self.log.write("still", self.log.run("prove", "--from", "first", "--to", "first")))

    def test_tiles(self):
        """Exported at the first checkpoint, brought up to date with the second; then every file is damaged."""
        tiles = self.log.folder / "tiles"
        self.log.run("export-tiles", "tiles", "--checkpoint", "second")
        self.assertTrue(self.log.verifier_says(tiles))
        size_before = int(self.first.read_text().splitlines()[1])
        old_part = str(size_before % 256)  # of the tiles that were not full at the first checkpoint
        current = [path for path in tiles.rglob("*") if path.is_file() and path.name != old_part]
        self.assertGreater(len(current), 15)
        for path in current:
            raw = path.read_bytes()
            path.write_bytes(with_changed_bit(raw, self.chance))
            self.assertFalse(self.log.verifier_says(tiles), f"{path}, seed {SEED}")
            path.write_bytes(raw)
        self.assertTrue(self.log.verifier_says(tiles))


if __name__ == "__main__":
    print(f"seed {SEED}")
    unittest.main(argv=sys.argv[:1])
