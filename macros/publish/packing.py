"""How every zip of the guide is packed: the same content gives the same bytes, on any machine."""

import time
import zipfile

EARLIEST = 315_532_800  # 1980-01-01, the first moment a zip can tell (APPNOTE.TXT 4.4.6)
UNIX = 3
PLAIN_FILE = 0o644 << 16


def entry(name: str, epoch: int) -> zipfile.ZipInfo:
    """The head of a compressed file in a zip, with the time `epoch` (seconds since 1970)."""
    head = zipfile.ZipInfo(name, time.gmtime(max(epoch, EARLIEST))[:6])
    head.compress_type = zipfile.ZIP_DEFLATED
    head.create_system = UNIX
    head.external_attr = PLAIN_FILE
    return head
