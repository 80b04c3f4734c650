"""Prints the indices that are set in a status list: base64url of zlib, one bit each, low bit first."""

import base64
import sys
import zlib

text = sys.stdin.read().strip()
bits = zlib.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
print(len(bits) * 8)
for index in range(len(bits) * 8):
    if bits[index // 8] >> index % 8 & 1:
        print(index)
