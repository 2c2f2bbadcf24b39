"""The build folder carries the relief where the data have one, and does without where not."""

import json

import pytest

from geo.geometry import geometry_dir
from layers import build


@pytest.fixture(autouse=True)
def ground_alone(monkeypatch):
    """Leave the layers out: the contract test builds them."""
    monkeypatch.setattr(build, "LAYERS", ())


def test_the_manifest_names_the_relief_and_its_corners(tmp_path):
    manifest = build.write_build(tmp_path)
    assert manifest["relief"] == {"file": "base-relief.png", "bounds": [[-36.0, -92.0], [14.0, -30.0]]}
    assert (tmp_path / "base-relief.png").read_bytes() == (geometry_dir() / "relief.png").read_bytes()
    assert json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["relief"] == manifest["relief"]
    assert manifest["faults"] == {}


def test_a_package_without_relief_is_drawn_without(tmp_path, data_copy):
    (data_copy / "geometry" / "relief.png").unlink()
    manifest = build.write_build(tmp_path)
    assert manifest["relief"] is None and manifest["faults"] == {}
    assert set(manifest["base"]) == set(build.BASE_FILES) and not (tmp_path / "base-relief.png").exists()


def test_a_relief_without_a_place_is_left_out_and_said(tmp_path, data_copy):
    (data_copy / "geometry" / "relief.json").unlink()
    manifest = build.write_build(tmp_path)
    assert manifest["relief"] is None and not (tmp_path / "base-relief.png").exists()
    assert "relief.json: expected west, south" in manifest["faults"]["relief"]


def test_a_folder_that_another_process_finished_meanwhile_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "cache_root", lambda: tmp_path)

    def write_while_another_ends(half, lang):
        (half / "manifest.json").write_text("ours", encoding="utf-8")
        (tmp_path / "en-v1").mkdir()
        (tmp_path / "en-v1" / "manifest.json").write_text("theirs", encoding="utf-8")

    monkeypatch.setattr(build, "write_build", write_while_another_ends)
    folder = build._build_folder.__wrapped__("en", "v1")
    assert (folder / "manifest.json").read_text(encoding="utf-8") == "theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["en-v1"]


def test_half_a_folder_of_a_process_that_was_killed_is_written_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "cache_root", lambda: tmp_path)
    (tmp_path / "en-v1").mkdir()
    (tmp_path / "en-v1" / "layer.json").write_text("half", encoding="utf-8")
    monkeypatch.setattr(build, "write_build", lambda half, lang: (half / "manifest.json").write_text("whole"))
    folder = build._build_folder.__wrapped__("en", "v1")
    assert [one.name for one in folder.iterdir()] == ["manifest.json"]
