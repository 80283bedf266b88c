#!/usr/bin/env python3
"""Makes tests/read/samples: one small file of each format, written with Python's own libraries and by hand.

usage: tests/read/make_samples.py        from the project's folder; needs zstd for the .zst file
The files are checked in; run this only to change them. Texts are made up.
"""
import bz2, email.message, gzip, io, json, lzma, os, subprocess, tarfile, zipfile

GRAIN = "The port handled 9 million tonnes of grain in 2024."
EXPORTS = "Exports rose 4.5% to $43.8 billion."
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "samples")
EPOCH = (2025, 6, 17, 8, 0, 0)


def path(name):
    return os.path.join(FOLDER, name)


def write(name, data):
    with open(path(name), "wb") as out:
        out.write(data if isinstance(data, bytes) else data.encode())


def zipped(entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data, method)
    return out.getvalue()


def docx():
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def p(text, properties=""):
        return "<w:p>" + properties + '<w:r><w:t xml:space="preserve">' + text + "</w:t></w:r></w:p>"
    heading = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    item = '<w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>'
    row = lambda *cells: "<w:tr>" + "".join("<w:tc>" + p(cell) + "</w:tc>" for cell in cells) + "</w:tr>"
    body = (p("Port report", heading) + '<w:p><w:r><w:t xml:space="preserve">The port handled 9 </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>million</w:t></w:r>'
            '<w:del><w:r><w:delText>deleted words</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> tonnes of grain in 2024.</w:t></w:r></w:p>'
            + p("first item", item) + p("second item", item)
            + "<w:tbl>" + row("Year", "Grain, Mt", "Oil, Mt") + row("2023", "8.1", "") + row("2024", "9.0", "3.2") + "</w:tbl>" + p(EXPORTS))
    core = ('<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Port report</dc:title><dc:creator>Anna Writer</dc:creator>'
            "<dcterms:created>2025-06-17T08:00:00Z</dcterms:created></cp:coreProperties>")
    return zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document " + space + "><w:body>" + body + "</w:body></w:document>"),
                   ("docProps/core.xml", core)])


def odt():
    row = lambda *cells: ("<table:table-row>" + "".join("<table:table-cell><text:p>" + c + "</text:p></table:table-cell>" for c in cells) + "</table:table-row>")
    content = ('<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>'
               "<text:tracked-changes><text:p>deleted words</text:p></text:tracked-changes><text:h>Port report</text:h>"
               "<text:p>The port handled 9<text:s/><text:span>million</text:span> tonnes<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note>"
               " of grain in 2024.</text:p><text:list><text:list-item><text:p>first item</text:p></text:list-item><text:list-item><text:p>second item</text:p></text:list-item>"
               "</text:list><table:table>" + row("Year", "Grain, Mt", "Oil, Mt") + row("2023", "8.1", "") + row("2024", "9.0", "3.2") + "</table:table>"
               "<text:p>" + EXPORTS + "</text:p></office:text></office:body></office:document-content>")
    meta = ('<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><office:meta><dc:title>Port report</dc:title>'
            "<meta:initial-creator>Anna Writer</meta:initial-creator><meta:creation-date>2025-06-17T08:00:00</meta:creation-date></office:meta></office:document-meta>")
    return zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), ("meta.xml", meta)], zipfile.ZIP_STORED)


def message(subject, sender, day, number):
    made = email.message.EmailMessage()
    made["Subject"], made["From"], made["To"] = subject, sender, "desk@example.org"
    made["Date"], made["Message-ID"] = f"{day} 08:00:00 +0200", f"<{number}@example.org>"
    return made


def mails():
    first = message("Hafen wächst um 9 %", "Änne Writer <anne@example.org>", "Tue, 17 Jun 2025", 1)
    first.set_content("Der Hafen wächst.\n" + GRAIN + "\n")
    first.add_alternative("<p>Der Hafen wächst.</p>", subtype="html")
    first.add_attachment(b"attached words", maintype="text", subtype="plain", filename="a.txt")
    first.set_boundary("=====1")
    first.get_payload()[0].set_boundary("=====2")
    second = message("HTML alone", "carl@example.org", "Wed, 18 Jun 2025", 2)
    second.set_content("<h2>Grain</h2><p>" + EXPORTS + "</p>", subtype="html", cte="base64")
    return first.as_bytes(), second.as_bytes()


def pdf(pages):
    """A PDF of `pages`: lists of (x, y, text), in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        stream = "BT /F1 10 Tf\n" + "".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj\n" for x, y, text in lines) + "ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    objects.append("<< /Title (Port report) /Author (Anna Writer) /CreationDate (D:20250617080000Z) >>")
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    return out + f"{table}trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF".encode()


def two_columns(number):
    left = [f"In year {'ABC'[number - 1]} the port handled nine million tonnes of", "grain last year, a tenth more than in the", "year before it. The director said trans-", "portation by rail would grow as well."]
    right = ["A second berth would open in spring, he", "said, and two shipping lines had asked", "for more room at the terminal that the", f"city owns, in part {'ABC'[number - 1]} of the harbour."]
    column = lambda x, lines: [(x, 760 - 12 * i, line) for i, line in enumerate(lines)]
    return [(50, 800, "Harbour Gazette")] + column(50, left) + column(310, right) + [(290, 30, f"Page {number} of 3")]


def record(kind, address, body, media_type):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def warc_records():
    page = f"<html><head><title>Port grows</title></head><body><article><h1>Port grows</h1><p>{GRAIN}</p><p>{EXPORTS}</p></article></body></html>".encode()
    http = lambda status, fields, body: f"HTTP/1.1 {status}\r\n{fields}\r\n".encode() + body
    kind = "Content-Type: text/html; charset=utf-8\r\n"
    chunked = b"%x\r\n" % len(page) + page + b"\r\n0\r\n\r\n"
    return [record("warcinfo", "", b"software: by hand\r\n", "application/warc-fields"),
            record("response", "https://example.org/2025/06/17/port", http("200 OK", kind + "Transfer-Encoding: chunked\r\n", chunked), "application/http"),
            record("response", "https://example.org/gone", http("404 Not Found", kind, b"<p>gone</p>"), "application/http"),
            record("response", "https://example.org/packed", http("200 OK", kind + "Content-Encoding: gzip\r\n", gzip.compress(page, mtime=0)), "application/http"),
            record("response", "https://example.org/image", http("200 OK", "Content-Type: image/png\r\n", b"\x89PNG"), "application/http"),
            record("conversion", "https://example.org/plain", EXPORTS.encode(), "text/plain")]


def encrypted():
    """A zip whose only entry says that it is encrypted (bit 0 of its flags)."""
    made = bytearray(zipped([("secret.txt", b"0123456789ab" + GRAIN.encode())], zipfile.ZIP_STORED))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        made[made.find(mark) + flags] |= 1
    return bytes(made)


def tar(entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in entries:
            info = tarfile.TarInfo(name)
            if data is None:
                info.type, info.linkname = tarfile.SYMTYPE, "/etc/hostname"
                archive.addfile(info)
            else:
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def packed_often(data, times):
    for _ in range(times):
        data = gzip.compress(data, mtime=0)
    return data


def zipped_often(data, times):
    for level in range(times):
        data = zipped([(f"level{level}", data)])
    return data


def feeds():
    rss = ('<?xml version="1.0" encoding="windows-1251"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Вестник порта</title><language>ru</language>'
           "<item><title>Порт растёт</title><link>https://example.org/1</link><guid>g1</guid><pubDate>Tue, 17 Jun 2025 08:00:00 +0000</pubDate><dc:creator>Анна</dc:creator>"
           "<description>Кратко</description><content:encoded><![CDATA[<p>Порт перевалил 9 млн тонн.</p><p>Второй абзац.</p>]]></content:encoded></item>"
           "<item><title>Только заголовок</title></item></channel></rss>")
    atom = ('<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Port news</title>'
            '<entry><id>urn:1</id><title>A</title><link rel="self" href="https://example.org/self"/><link href="https://example.org/a"/>'
            '<published>2025-06-17T08:00:00Z</published><author><name>Anna</name></author><content type="html">&lt;p&gt;' + GRAIN + "&lt;/p&gt;</content></entry>"
            '<entry><id>urn:2</id><title>B</title><updated>2025-06-18</updated><content type="xhtml"><div><p>' + EXPORTS + "</p></div></content></entry></feed>")
    items = [{"id": "1", "url": "https://example.org/1", "title": "A", "content_html": f"<p>{GRAIN}</p>", "date_published": "2025-06-17T08:00:00Z", "authors": [{"name": "Anna"}]},
             {"id": "2", "content_text": "Plain & <simple>\n" + EXPORTS}]
    json_feed = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Port news", "items": items})
    return rss.encode("cp1251"), atom, json_feed


def main():
    os.makedirs(FOLDER, exist_ok=True)
    text = (GRAIN + "\n").encode()
    rows = "".join(json.dumps({"id": str(i), "text": EXPORTS}) + "\n" for i in range(3)).encode()
    first, second = mails()
    rss, atom, json_feed = feeds()
    markdown = ('---\ntitle: "Port report"\ndate: 2025-06-17\nauthor: Anna Writer\n---\n# Port report\n\n' + GRAIN + " See [the site](https://example.org).\n\n- one\n- two\n\n"
                "| Year | Grain |\n|---|---|\n| 2023 | 8.1 |\n| 2024 | 9.0 |\n\n> Quoted.\n")
    write("report.docx", docx()); write("report.odt", odt()); write("report.md", markdown)
    write("message.eml", first)
    write("mailbox", b"From anne@example.org Tue Jun 17 08:00:00 2025\n" + first + b"\nFrom carl@example.org Wed Jun 18 08:00:00 2025\n" + second)
    write("rss.xml", rss); write("atom.xml", atom); write("feed.json", json_feed)
    write("columns.pdf", pdf([two_columns(n) for n in (1, 2, 3)])); write("scan.pdf", pdf([[], []])); write("broken.pdf", b"%PDF-1.4\nnothing of it")
    write("pages.warc", b"".join(warc_records())); write("pages.warc.gz", b"".join(gzip.compress(r, mtime=0) for r in warc_records()))
    write("text.gz", gzip.compress(text, mtime=0)); write("text.bz2", bz2.compress(text)); write("text.xz", lzma.compress(text))
    subprocess.run(["zstd", "-q", "-f", "-o", path("text.zst")], input=text, check=True)
    write("rows.jsonl.gz", gzip.compress(rows, mtime=0))
    write("bomb.gz", packed_often(b"9 tonnes " * (9 << 20), 2)); write("nested.zip", zipped_often(text, 6))
    write("encrypted.zip", encrypted())
    inner = zipped([("deep/text.txt", text), ("deep/rows.jsonl", rows), ("../../out.txt", b"Prices fell 2%.\n"), (".hidden", b"x"), ("report.docx", docx())])
    write("many.zip", inner)
    write("many.tar.gz", gzip.compress(tar([("text.txt", text), ("many.zip", inner), ("link", None), ("page.html", b"<!doctype html><p>" + text)]), mtime=0))


main()
