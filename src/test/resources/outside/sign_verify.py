"""Signs and verifies with OpenSSL's libcrypto, one request per line of standard input.

V ALGORITHM PUBLIC_KEY MESSAGE SIGNATURE  ->  yes | no
S ALGORITHM PKCS8 MESSAGE                 ->  SIGNATURE

Everything in hex; public keys in the 33-byte form, signatures r || s or as RFC 8032 has them.
"""

import ctypes
import sys

LIB = ctypes.CDLL("libcrypto.so.3")
P = ctypes.c_void_p
for name in (
    "d2i_PUBKEY d2i_AutoPrivateKey EVP_PKEY_CTX_new EVP_MD_CTX_new EVP_sm3 EVP_sha256"
).split():
    getattr(LIB, name).restype = P

SPKI = {
    "P256": bytes.fromhex("3039301306072a8648ce3d020106082a8648ce3d030107032200"),
    "SM2": bytes.fromhex("3039301306072a8648ce3d020106082a811ccf5501822d032200"),
    "ED25519": bytes.fromhex("302a300506032b6570032100"),
}
USER_ID = b"1234567812345678"


def read_key(function, der):
    buffer = ctypes.create_string_buffer(der, len(der))
    position = P(ctypes.addressof(buffer))
    key = function(None, ctypes.byref(position), ctypes.c_long(len(der)))
    if not key:
        sys.exit("openssl cannot read a key")
    return P(key)


def context(algorithm, key, init):
    md = P(LIB.EVP_MD_CTX_new())
    digest = None
    if algorithm == "SM2":
        if not LIB.EVP_PKEY_is_a(key, b"SM2"):
            sys.exit("not an SM2 key")
        options = P(LIB.EVP_PKEY_CTX_new(key, None))
        if LIB.EVP_PKEY_CTX_set1_id(options, USER_ID, ctypes.c_int(len(USER_ID))) != 1:
            sys.exit("openssl refuses the user id")
        LIB.EVP_MD_CTX_set_pkey_ctx(md, options)
        digest = P(LIB.EVP_sm3())
    elif algorithm == "P256":
        digest = P(LIB.EVP_sha256())
    if init(md, None, digest, None, key) != 1:
        sys.exit("openssl cannot begin")
    return md


def der(raw):
    def integer(half):
        body = half.lstrip(b"\0") or b"\0"
        body = b"\0" + body if body[0] & 0x80 else body
        return b"\x02" + bytes([len(body)]) + body

    both = integer(raw[:32]) + integer(raw[32:])
    return b"\x30" + bytes([len(both)]) + both


def raw(encoded):
    length = encoded[3]
    r = encoded[4 : 4 + length]
    s = encoded[6 + length : 6 + length + encoded[5 + length]]
    return b"".join(half.lstrip(b"\0").rjust(32, b"\0") for half in (r, s))


def verify(algorithm, public, message, signature):
    body = public[1:] if algorithm == "ED25519" else public
    key = read_key(LIB.d2i_PUBKEY, SPKI[algorithm] + body)
    md = context(algorithm, key, LIB.EVP_DigestVerifyInit)
    encoded = signature if algorithm == "ED25519" else der(signature)
    sizes = ctypes.c_size_t(len(encoded)), ctypes.c_size_t(len(message))
    return LIB.EVP_DigestVerify(md, encoded, sizes[0], message, sizes[1]) == 1


def sign(algorithm, pkcs8, message):
    key = read_key(LIB.d2i_AutoPrivateKey, pkcs8)
    md = context(algorithm, key, LIB.EVP_DigestSignInit)
    out = ctypes.create_string_buffer(128)
    size = ctypes.c_size_t(len(out))
    if LIB.EVP_DigestSign(md, out, ctypes.byref(size), message, ctypes.c_size_t(len(message))) != 1:
        sys.exit("openssl cannot sign")
    made = out.raw[: size.value]
    return made if algorithm == "ED25519" else raw(made)


for line in sys.stdin:
    kind, algorithm, *rest = line.split()
    values = [bytes.fromhex(each) for each in rest]
    if kind == "V":
        print("yes" if verify(algorithm, *values) else "no")
    else:
        print(sign(algorithm, *values).hex())
