"""Holds layers.py against made-up trees and records."""
import pathlib
import tempfile
import unittest

import layers


class Layers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.project = pathlib.Path(folder.name) / "a project"
        self.build = self.project / "build" / "release"
        self.build.mkdir(parents=True)
        self.deps = ""

    def file(self, path, text=""):
        full = self.project / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text)

    def compiled(self, source, *headers):
        paths = [f"../../{source}", *headers, "/usr/include/c++/12/string"]
        self.deps += f"{source}.o: #deps {len(paths)}, deps mtime 1 (VALID)\n"
        self.deps += "".join(f"    {path}\n" for path in paths) + "\n"

    def faults(self):
        return layers.check(self.deps, self.project, self.build)

    def test_every_layer_uses_only_layers_named_before_it(self):
        names = list(layers.USES)
        for name, used in layers.USES.items():
            self.assertLess(max([names.index(other) for other in used], default=-1), names.index(name), name)

    def test_down_is_allowed(self):
        self.file("include/daybook/base/error.h")
        self.file("src/log/event_log.cpp", '#include "daybook/base/error.h"\n#include "own.h"\n')
        self.file("src/log/own.h")
        self.compiled("src/log/event_log.cpp", f"{self.project}/include/daybook/base/error.h", "../../src/log/own.h")
        self.assertEqual(self.faults(), [])

    def test_up_is_a_fault_with_its_line(self):
        self.file("include/daybook/log/event_log.h")
        self.file("src/base/error.cpp", '// why\n#include "daybook/log/event_log.h"\n')
        self.compiled("src/base/error.cpp", "../../include/daybook/log/event_log.h")
        self.assertEqual(self.faults(), [
            "src/base/error.cpp:2: base may not include include/daybook/log/event_log.h of log",
            "src/base/error.cpp: base is compiled with include/daybook/log/event_log.h of log",
        ])

    def test_sideways_is_a_fault(self):
        self.file("include/daybook/vocab/states.h")
        self.file("src/table/table.cpp")
        self.compiled("src/table/table.cpp", "../../include/daybook/vocab/states.h")
        self.assertEqual(self.faults(),
                         ["src/table/table.cpp: table is compiled with include/daybook/vocab/states.h of vocab"])

    def test_a_header_that_only_a_higher_layer_reads_is_held_to_its_own_layer(self):
        self.file("include/daybook/register/view.h")
        self.file("include/daybook/event/envelope.h", '#include "daybook/register/view.h"\n')
        self.file("src/intake/import.cpp", '#include "daybook/event/envelope.h"\n')
        self.compiled("src/intake/import.cpp", "../../include/daybook/event/envelope.h",
                      "../../include/daybook/register/view.h")
        self.assertEqual(self.faults(), [
            "include/daybook/event/envelope.h:1: event may not include include/daybook/register/view.h of register"])

    def test_cli_may_not_include_the_log_but_may_be_compiled_with_it(self):
        self.file("include/daybook/log/event_log.h")
        self.file("include/daybook/service/service.h", '#include "daybook/log/event_log.h"\n')
        self.file("src/cli/main.cpp", '#include "daybook/service/service.h"\n')
        self.compiled("src/cli/main.cpp", "../../include/daybook/service/service.h",
                      "../../include/daybook/log/event_log.h")
        self.assertEqual(self.faults(), [])
        self.file("src/cli/main.cpp", '#include "daybook/log/event_log.h"\n')
        self.assertEqual(self.faults(),
                         ["src/cli/main.cpp:1: cli may not include include/daybook/log/event_log.h of log"])

    def test_generated_headers_belong_to_the_layer_of_their_folder(self):
        self.file("events/plan_received.h")
        self.file("build/release/generated/events/catalogue.h", '#include "events/plan_received.h"\n')
        self.file("src/register/fold.cpp", '#include "events/catalogue.h"\n')
        self.file("src/log/event_log.cpp", '#include "events/catalogue.h"\n')
        self.compiled("src/register/fold.cpp", "generated/events/catalogue.h", "../../events/plan_received.h")
        self.assertEqual(self.faults(), [])
        self.compiled("src/log/event_log.cpp", "generated/events/catalogue.h")
        self.assertEqual(self.faults(), [
            "src/log/event_log.cpp:1: log may not include events/catalogue.h of events",
            "src/log/event_log.cpp: log is compiled with events/catalogue.h of events",
        ])

    def test_tests_may_use_everything(self):
        self.file("include/daybook/log/event_log.h")
        self.file("tests/base/error_test.cpp", '#include "daybook/log/event_log.h"\n')
        self.compiled("tests/base/error_test.cpp", "../../include/daybook/log/event_log.h")
        self.assertEqual(self.faults(), [])

    def test_sources_that_are_compiled_as_one_behind_a_precompiled_header_are_each_held_to_the_rule(self):
        self.file("include/daybook/log/event_log.h")
        self.file("cmake/precompiled.h")
        for name in ("error", "names"):
            self.file(f"src/base/{name}.cpp")
        unit = "CMakeFiles/daybook_base.dir/Unity/unity_0_cxx.cxx"
        paths = ["CMakeFiles/daybook_precompiled.dir/cmake_pch.hxx.cxx", "../../cmake/precompiled.h", unit,
                 "../../src/base/error.cpp", "../../src/base/names.cpp", "../../include/daybook/log/event_log.h"]
        self.deps = f"{unit}.o: #deps {len(paths)}, deps mtime 1 (VALID)\n" + "".join(f"    {path}\n" for path in paths)
        self.assertEqual(self.faults(), [
            "src/base/error.cpp: base is compiled with include/daybook/log/event_log.h of log",
            "src/base/names.cpp: base is compiled with include/daybook/log/event_log.h of log",
        ])

    def test_a_folder_that_is_no_layer_is_a_fault(self):
        self.file("src/misc/x.cpp")
        self.compiled("src/misc/x.cpp")
        self.assertEqual(self.faults(), ["src/misc/x.cpp: is in no layer that layers.py knows"])

    def test_the_record_of_a_file_that_is_gone_does_not_count(self):
        self.file("src/base/error.cpp")
        self.compiled("src/base/error.cpp")
        self.compiled("src/base/gone.cpp", "../../include/daybook/log/event_log.h")
        self.assertEqual(self.faults(), [])

    def test_no_record_at_all_is_a_fault(self):
        self.assertEqual(len(self.faults()), 1)
        self.deps = "main.o: #deps 1, deps mtime 1 (VALID)\n    /usr/include/stdio.h\n"
        self.assertEqual(len(self.faults()), 1)


if __name__ == "__main__":
    unittest.main()
