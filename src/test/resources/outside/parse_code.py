"""Reads the text of one QR code on standard input and prints its fields as JSON.

An outside reader of api-spec/token/SPEC.md: it shares no code with the project and needs nothing
but Python's standard library. It verifies no signature; it prints what a verifier needs, in hex.
Exit status 1 and one line on standard error when the text is malformed.
"""

import json
import sys

PREFIX = "YJ1:"
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
ALGORITHMS = {1: "ED25519", 2: "P256", 3: "SM2"}
CUSTODIES = ["SOFTWARE", "TEE", "SECURE_ELEMENT"]
CLASSES = [
    "SERVICEPERSON",
    "VETERAN",
    "MARTYR_SURVIVOR",
    "LINE_OF_DUTY_SURVIVOR",
    "ILLNESS_SURVIVOR",
    "MILITARY_DEPENDENT",
    "DISABLED_SERVICEPERSON",
    "OTHER_BENEFICIARY",
    "RETIRED_CADRE",
    "FIREFIGHTER",
    "DISABLED_POLICE",
    "CONSCRIPT_DEPENDENT",
    "VISITING_DEPENDENT",
    "VEHICLE",
]
SIGNATURE = 64
DYNAMIC_PART = 1 + 4 + 4 + SIGNATURE


class Malformed(Exception):
    pass


def require(condition, what):
    if not condition:
        raise Malformed(what)


def base45_decode(text):
    out = bytearray()
    for start in range(0, len(text), 3):
        group = text[start : start + 3]
        require(len(group) > 1, "a single character is left over")
        value = 0
        for character in reversed(group):
            digit = ALPHABET.find(character)
            require(digit >= 0, "a character is not in the Base45 alphabet")
            value = value * 45 + digit
        size = len(group) - 1
        require(value < 256**size, "a Base45 group is too large")
        out += value.to_bytes(size, "big")
    return bytes(out)


def number(data, offset, length):
    return int.from_bytes(data[offset : offset + length], "big")


def parse_head(code, is_card):
    classes = number(code, 10, 2)
    attributes = code[12]
    region = number(code, 13, 3)
    flags = code[23]
    require(classes >> 14 == 0, "reserved class bit")
    require(attributes >> 6 == 0 and attributes & 15 <= 10, "attributes")
    require(region <= 999999, "region")
    require(number(code, 20, 2) != 0, "lifetime")
    require((code[22] == 0) == is_card, "window")
    require(flags >> 3 == 0 and flags & 3 != 3, "flags")
    require(code[1] >> 4 in ALGORITHMS, "issuer algorithm")
    return {
        "type": "STATIC_CARD" if is_card else "DEVICE_BOUND",
        "issuerAlgorithm": ALGORITHMS[code[1] >> 4],
        "keyId": code[2:6].hex(),
        "issuer": number(code, 2, 2),
        "keySequence": number(code, 4, 2),
        "bindingIndex": number(code, 6, 4),
        "classes": [name for bit, name in enumerate(CLASSES) if classes >> bit & 1],
        "disabilityGrade": attributes & 15,
        "meritClass": attributes >> 4,
        "homeRegion": "%06d" % region,
        "issuedAtSeconds": number(code, 16, 4),
        "lifetimeHours": number(code, 20, 2),
        "windowSeconds": code[22],
        "keyCustody": CUSTODIES[flags & 3],
        "photoCheckRequired": bool(flags & 4),
        "holderTag": code[24:32].hex(),
    }


def parse_device_key(code):
    algorithm = code[1] & 15
    require(algorithm in ALGORITHMS, "device algorithm")
    require(code[32] in ((0,) if algorithm == 1 else (2, 3)), "device key prefix")
    return {"deviceAlgorithm": ALGORITHMS[algorithm], "deviceKey": code[32:65].hex()}


def parse(text):
    require(text.startswith(PREFIX), "prefix")
    code = base45_decode(text[len(PREFIX) :])
    require(len(code) > 65 and code[0] in (0x11, 0x12), "type")
    is_card = code[0] == 0x12
    require(not is_card or code[1] & 15 == 0, "device algorithm on a card")
    length_at = 32 if is_card else 65
    signed = length_at + 1 + code[length_at]
    require(code[length_at] <= 32, "extension length")
    block = signed + SIGNATURE
    require(len(code) == block + (0 if is_card else DYNAMIC_PART), "length")
    fields = parse_head(code, is_card)
    fields["extension"] = code[length_at + 1 : signed].hex()
    fields["certificateMessage"] = (b"YJ1cert" + code[:signed]).hex()
    fields["issuerSignature"] = code[signed:block].hex()
    if not is_card:
        require(code[block] == 0, "code flags")
        fields.update(parse_device_key(code))
        fields["timeSeconds"] = number(code, block + 1, 4)
        fields["counter"] = number(code, block + 5, 4)
        fields["codeMessage"] = (b"YJ1code" + code[: block + 9]).hex()
        fields["deviceSignature"] = code[block + 9 :].hex()
    return fields


def main():
    text = sys.stdin.buffer.read(1024).decode("ascii", "replace")
    try:
        print(json.dumps(parse(text), indent=2))
    except Malformed as problem:
        sys.exit("MALFORMED: %s" % problem)


if __name__ == "__main__":
    main()
