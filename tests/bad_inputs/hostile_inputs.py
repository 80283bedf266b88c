#!/usr/bin/env python3
"""Makes over a hundred hostile inputs and as many good ones, and ingests all of them in one run.

usage: hostile_inputs.py ATTEST [--sanitized]

What must hold: the run ends in bounded time and memory with status 3; every good article is stored; every input that must fail is
named on standard error, once, with its reason; nothing is written outside the store; the store verifies. Inputs of the kind "any" may be
stored or refused, but end. --sanitized leaves the memory out of account, since sanitisers take their own.
"""
import bz2, gzip, io, json, lzma, os, random, resource, subprocess, sys, tarfile, tempfile, threading, time, warnings, zipfile

MEBIBYTE = 1 << 20
MOST_MEMORY = 900 * MEBIBYTE
MOST_SECONDS = 600            # of a busy machine with sanitisers; a quiet one takes twenty
GOOD = "The port of Northport handled %d million tonnes of grain in 2024, the harbour authority said.\n"
EPOCH = (2025, 6, 17, 8, 0, 0)


def zipped(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tarred(*entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind, data in entries:
            info = tarfile.TarInfo(name)
            info.type = kind
            if kind == tarfile.REGTYPE:
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
            else:
                info.linkname = data.decode()
                archive.addfile(info)
    return out.getvalue()


def packed_zeros(opened, size):
    """`size` MiB of one letter, through one of Python's compressors."""
    out = io.BytesIO()
    with opened(out) as packer:
        for _ in range(size):
            packer.write(b"a" * MEBIBYTE)
    return out.getvalue()


def entity_bomb(root, use):
    """Ten entities, each ten times the one before: "billion laughs"."""
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{entities}]>' + use


def pdf(*objects):
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    return out + f"{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF".encode()


def encrypted_zip():
    made = bytearray(zipped(("secret.txt", b"0123456789ab")))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.find(mark) + flags] |= 1
    return bytes(made)


def nested_zip(levels):
    data = (GOOD % 1).encode()
    for level in range(levels):
        data = zipped((f"level{level}.zip" if level else "text.txt", data))
    return data


def docx(body):
    return zipped(("[Content_Types].xml", "<Types/>"), ("word/document.xml", body))


def odt(body):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)  # as the format wants it
        archive.writestr("content.xml", body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def warc(length, body=b"x"):
    return (b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nContent-Type: application/http\r\n"
            b"Content-Length: " + length + b"\r\n\r\n" + body)


def must_fail():
    """Inputs that hold nothing to store, by name."""
    noise = random.Random(7)
    page = b"<!doctype html><title>x</title><body>"
    text = (GOOD % 2).encode()
    made = {
        "empty.txt": b"", "blank.html": page, "scripts.html": page + b"<script>" + b"x=1;" * 1000 + b"</script>", "nul.txt": b"\0" * 5000,
        "bomb.gz": packed_zeros(lambda out: gzip.GzipFile(fileobj=out, mode="wb", mtime=0), 400),
        "bomb.bz2": packed_zeros(lambda out: bz2.BZ2File(out, "wb"), 400), "bomb.xz": packed_zeros(lambda out: lzma.LZMAFile(out, "wb"), 400),
        "bomb-twice.gz": gzip.compress(packed_zeros(lambda out: gzip.GzipFile(fileobj=out, mode="wb", mtime=0), 400), mtime=0),
        "bomb.zip": zipped(("a.txt", b"a" * (300 * MEBIBYTE))), "nested.zip": nested_zip(9), "encrypted.zip": encrypted_zip(),
        "cut.zip": zipped(("a.txt", noise.randbytes(5000)))[:300], "no-entries.zip": zipped(), "cut.gz": gzip.compress(noise.randbytes(5000))[:200],
        "cut.xz": lzma.compress(noise.randbytes(5000))[:200], "wrong-sum.gz": gzip.compress(b"", mtime=0)[:-8] + b"\1" * 8,
        "broken.pdf": b"%PDF-1.7\nnothing of it", "noise.pdf": b"%PDF-1.7\n" + noise.randbytes(20000),
        "no-pages.pdf": pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>"),
        "loop.pdf": pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"),
        "a-million-pages.pdf": pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1000000 /Kids [3 0 R] >>",
                                   "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"),
        "deep.pdf": pdf("<< /Type /Catalog /Pages " + "[" * 50000 + "]" * 50000 + " >>"), "no-text.docx": docx("<w:document xmlns:w='w'/>"),
        "malformed.docx": docx("<w:document><w:body>"), "entities.docx": docx(entity_bomb("d", "<d>&a9;</d>")),
        "no-document.docx": zipped(("[Content_Types].xml", "<Types/>"), ("word/other.xml", "<a/>")),
        "deep.docx": docx("<a>" * 200000 + "</a>" * 200000), "malformed.odt": odt("<office:document-content>"),
        "entities.odt": odt(entity_bomb("d", "<d>&a9;</d>")), "deep.odt": odt("<a>" * 200000 + "</a>" * 200000), "empty.odt": odt(""),
        "malformed.rss": b"<?xml version='1.0'?><rss version='2.0'><channel><item>", "entities.rss": entity_bomb("rss", "<rss><channel></channel></rss>"),
        "deep.rss": b"<?xml version='1.0'?><rss version='2.0'><channel>" + b"<a>" * 200000, "no-items.atom": b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>",
        "no-items.json": b'{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []}',
        "deep.html": page + b"<div>" * 1000000, "attributes.html": page + b"<p " + b"".join(b"a%d=1 " % i for i in range(100000)) + b">x",
        "large.html": page + b"<p>" + text * (40 * MEBIBYTE // len(text)),
        "cut-utf8.txt": "Zeit für Häfen überall, größer".encode()[:-1] + b"\xc3", "half-utf16.txt": b"\xff\xfea\0b\0c",
        "surrogates.txt": b"\xff\xfe" + b"\x00\xd8" * 500, "beyond.txt": b"\xff\xfe\0\0" + b"\0\0\x11\0" * 50,
        "no-text.jsonl": b'{"id": "1"}\n', "deep.jsonl": b'{"id":"1","text":' + b"[" * 100000 + b"\n", "half.jsonl": b'{"id":"1","text":"abc\n',
        "not-utf8.jsonl": b'{"id":"1","text":"ab\xff\xfec"}\n', "number.jsonl": b'{"id":"1","text":5}\n',
        "long-line.jsonl": None, "long-line.txt": None, "cut.warc": warc(b"500"), "endless.warc": warc(b"99999999999999999999"),
        "negative.warc": warc(b"-5"), "no-length.warc": warc(b"x"), "no-body.eml": b"From: a@example.org\r\nSubject: x\r\nDate: Tue, 17 Jun 2025 08:00:00 +0000\r\n\r\n",
        "attachment.eml": b"From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n",
        "deep.eml": b"From: a@example.org\r\nMIME-Version: 1.0\r\n" + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(3000)),
    }
    made.update({f"noise-{seed}.bin": random.Random(seed).randbytes(3000) for seed in range(8)})
    return made


def may_end_either_way():
    """Inputs of which something may be stored."""
    text = (GOOD % 3).encode()
    page = b"<!doctype html><title>x</title><body><p>" + text
    return {
        "entities.html": page + b"&amp;" * 2000000, "unclosed.html": page + b"<b><i><u>" * 50000, "tables.html": page + b"<table><tr><td>" * 600 + text,
        "lists.html": page + b"<ul><li>" * 900 + text, "no-end.html": page + b"<!-- " + b"x" * 1000000, "quotes.html": page + b"<a href='" + b"x" * 1000000,
        "quotes.md": b"# Port\n\n" + b">" * 50000 + text, "brackets.md": b"# Port\n\n- " + b"[" * 100000 + text, "stars.md": b"# Port\n\n" + b"*a_" * 50000,
        "rows.md": b"# Port\n\n| a |\n|---|\n" + b"|" * 100000, "mailbox": b"From a@example.org Tue Jun 17 08:00:00 2025\n\n" * 20000,
        "base64.eml": b"From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b"=?!" * 5000,
        "subject.eml": b"From: a@example.org\r\nSubject: " + b"=?utf-8?b?" * 20000 + b"\r\nDate: x\r\n\r\n" + text, "no-breaks.txt": b"a" * 3000000,
        "all-breaks.txt": b"\n" * 3000000 + text, "all-stops.txt": b". " * 1000000, "digits.txt": b"9" * 1000000, "numbers.txt": b"5 million " * 100000,
        "brackets.txt": b"(" * 1000000, "marks.txt": "\u0301".encode() * 200000, "right-to-left.txt": "\u202e".encode() * 1000 + text,
        "lines.jsonl": b"\n" * 1000000 + b'{"id": "lines", "text": "Prices fell 2%."}\n', "cells.txt": b"1\t" * 200000, "rows.txt": b"a\t1\n" * 50000,
        "traversal.tar": tarred(("../../escaped.txt", tarfile.REGTYPE, text), ("/tmp/attest-escaped.txt", tarfile.REGTYPE, text)),
        "traversal.zip": zipped(("../../escaped-too.txt", text), ("C:\\escaped.txt", text)),
        "links.tar": tarred(("a", tarfile.SYMTYPE, b"/etc/passwd"), ("b", tarfile.LNKTYPE, b"a"), ("c", tarfile.CHRTYPE, b""), ("d", tarfile.FIFOTYPE, b""),
                            ("text.txt", tarfile.REGTYPE, text)),
        "alike.zip": zipped(*[("text.txt", text)] * 3), "many.zip": zipped(*((f"{i}.txt", text) for i in range(2000))),
        "empty-text.jsonl": b'{"id":"nothing","text":""}\n', "laughs.html": entity_bomb("html", "<html><body><p>&a9; " + GOOD % 4 + "</p></body></html>").encode(),
    }


def write_long_lines(folder):
    """1 GB on one line, each."""
    for name, head in (("long-line.jsonl", b'{"id": "long", "text": "'), ("long-line.txt", b"")):
        with open(os.path.join(folder, name), "wb") as out:
            out.write(head)
            for _ in range(64):
                out.write(b"abcdefg " * (2 * MEBIBYTE))


def write_inputs(folder):
    """Returns the names of the good inputs and of those that must fail."""
    failing, either = must_fail(), may_end_either_way()
    for name, data in {**failing, **either}.items():
        if data is not None:
            with open(os.path.join(folder, name), "wb") as out:
                out.write(data.encode() if isinstance(data, str) else data)
    write_long_lines(folder)
    good = [f"good-{number:03}.txt" for number in range(110)]
    for number, name in enumerate(good):
        with open(os.path.join(folder, name), "w") as out:
            out.write(GOOD % (number + 10))
    link = lambda target, name: os.symlink(target, os.path.join(folder, name))
    link("loop-b", "loop-a"), link("loop-a", "loop-b"), link("self", "self"), link("nowhere", "dangling"), link("/proc/self/mem", "unreadable")
    os.mkdir(os.path.join(folder, "folder"))
    link("..", "folder/up"), link(".", "folder/here")
    with open(os.path.join(folder, "folder", "good-in-folder.txt"), "w") as out:
        out.write(GOOD % 9)
    os.mkfifo(os.path.join(folder, "pipe"))
    return good + ["folder/good-in-folder.txt"], list(failing) + ["loop-a", "loop-b", "self", "dangling", "unreadable", "pipe"]


class ChangingFile(threading.Thread):
    """A file that grows, shrinks and goes while others read it."""

    def __init__(self, path):
        super().__init__(daemon=True)
        self.path, self.ended = path, threading.Event()

    def run(self):
        step = 0
        while not self.ended.is_set():
            with open(self.path, "wb") as out:
                out.write((GOOD % 5).encode() * (1 + step % 5000))
            os.truncate(self.path, step % 300)
            step += 977


def ingest(attest, folder, store):
    """The status, the lines of standard error, the seconds it took, and the most memory in bytes."""
    changing = ChangingFile(os.path.join(folder, "changing.txt"))
    changing.start()
    began = time.monotonic()
    done = subprocess.run([attest, "ingest", store, folder], capture_output=True, timeout=MOST_SECONDS)
    seconds = time.monotonic() - began
    changing.ended.set()
    changing.join()
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return done.returncode, done.stderr.decode(errors="replace").splitlines(), seconds, memory


def main():
    attest, sanitized = os.path.abspath(sys.argv[1]), "--sanitized" in sys.argv
    problems = []
    with tempfile.TemporaryDirectory(prefix="attest-hostile-") as top:
        folder, store = os.path.join(top, "inner", "inputs"), os.path.join(top, "facts.db")
        os.makedirs(folder)
        good, failing = write_inputs(folder)
        before = {name for name in os.listdir(top)} | set(os.listdir(os.path.join(top, "inner")))
        status, errors, seconds, memory = ingest(attest, folder, store)
        if status != 3:
            problems.append(f"status {status}, not 3: {errors[-3:]}")
        for name in failing:
            told = [line for line in errors if f"{folder}/{name}:" in line or f"{folder}/{name}/" in line or f"{folder}/{name}#" in line]
            if len(told) != 1:
                problems.append(f"{name} is named {len(told)} times: {[line[-160:] for line in told[:3]]}")
        asked = subprocess.run([attest, "query", store, "--json", "SELECT uri FROM documents"], capture_output=True)
        stored = {row["uri"] for row in json.loads(asked.stdout)}
        problems += [f"{name} is not stored" for name in good if f"{folder}/{name}" not in stored]
        problems += [f"{name} is stored" for name in failing if f"{folder}/{name}" in stored]
        written = ({name for name in os.listdir(top)} | set(os.listdir(os.path.join(top, "inner")))) - before
        problems += [f"{name} was written" for name in written if not name.startswith("facts.db")]
        if os.path.exists("/tmp/attest-escaped.txt"):
            problems.append("an archive wrote to /tmp")
        if subprocess.run([attest, "verify", store], capture_output=True).returncode != 0:
            problems.append("the store does not verify")
        if memory > MOST_MEMORY and not sanitized:
            problems.append(f"{memory // MEBIBYTE} MiB of memory")
        total = len(failing) + len(may_end_either_way()) + 1
        print(f"{total} hostile inputs and {len(good)} good ones in {seconds:.1f} s, {memory // MEBIBYTE} MiB: {errors[-1] if errors else ''}")
    for problem in problems:
        print("problem:", problem)
    print(f"{0 if problems else 1} passed, {1 if problems else 0} failed")
    sys.exit(1 if problems else 0)


warnings.simplefilter("ignore")  # of names that stand twice in an archive
main()
