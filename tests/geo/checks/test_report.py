"""A report holds every fault once and turns into plain values."""

import json
from pathlib import Path

from geo.checks.report import Report
from geo.faults import Fault

LATER = Fault("a.csv", 9, "x", "1", "2", "mend it")
FIRST = Fault("a.csv", None, "", "1", "2", "mend it")


def test_faults_come_once_and_in_order():
    report = Report.of(Path("data"), {"a": 3}, [LATER, FIRST, LATER])
    assert report.faults == (FIRST, LATER)
    assert not report.ok


def test_a_report_is_plain_json():
    held = json.loads(json.dumps(Report.of(Path("data"), {"a": 3}, [LATER]).as_dict()))
    assert held == {
        "ok": False,
        "directory": "data",
        "rows": {"a": 3},
        "faults": [{"file": "a.csv", "line": 9, "column": "x", "expected": "1", "got": "2", "do": "mend it"}],
    }
