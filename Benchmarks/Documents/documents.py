#!/usr/bin/env python3
"""What reading folders of documents costs: files and megabytes a second of processor time, and the peak of memory, by type.

  Benchmarks/Documents/documents.py FOLDER --juhe .build/release/juhe [--files 200]

Makes invented documents with other programs' writers (python-docx, openpyxl, reportlab, Python's mail and zip; what is not
installed is left out), collects each folder into a store of its own, in a process of its own, and counts the items.
"""
import argparse, csv, email.message, importlib.util, json, os, pathlib, random, shutil, subprocess, sys, time, zipfile

SYLLABLES = "为做好年度机关工作提高服务效能各单位要按照统一部署扎实推进任务落实明确责任分工加强检查确保各项举措见到实效"
random.seed(7)


def paragraph(length=180):
    return "".join(random.choice(SYLLABLES) for _ in range(length)) + "。"


def texts(number, paragraphs=8):
    return [f"关于做好第{number}项重点工作的通知"] + [paragraph() for _ in range(paragraphs)]


def html(path, number):
    title, *body = texts(number)
    page = "".join(f"<p>{text}</p>" for text in body)
    path.with_suffix(".html").write_text(
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>{page}</body></html>')


def text(path, number):
    path.with_suffix(".txt").write_bytes("\n".join(texts(number)).encode("gb18030"))


def markdown(path, number):
    title, *body = texts(number)
    path.with_suffix(".md").write_text(f"---\ntitle: {title}\ndate: 2026-11-05\n---\n\n" + "\n\n".join(body))


def word(path, number):
    import docx
    title, *body = texts(number)
    document = docx.Document()
    document.add_heading(title, 0)
    for paragraph_text in body:
        document.add_paragraph(paragraph_text)
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{number}-{row}-{column}"
    document.save(path.with_suffix(".docx"))


def mail(path, number):
    title, *body = texts(number)
    message = email.message.EmailMessage()
    message["Subject"], message["From"], message["To"] = title, "科室 <a@ninglan.example>", "b@ninglan.example"
    message["Date"], message["Message-ID"] = "Thu, 05 Nov 2026 09:30:00 +0800", f"<{number}@ninglan.example>"
    message.set_content("\n".join(body))
    path.with_suffix(".eml").write_bytes(bytes(message))


ROWS = 20


def rows(number):
    yield ["标题", "日期", "单位"]
    for row in range(ROWS):
        yield [f"第{number}批第{row}号事项办理公告", "2026-11-05", "市民政局"]


def table(path, number):
    with path.with_suffix(".csv").open("w") as file:
        csv.writer(file).writerows(rows(number))


def workbook(path, number):
    import openpyxl
    book = openpyxl.Workbook()
    for row in rows(number):
        book.active.append(row)
    book.save(path.with_suffix(".xlsx"))


def package(path, number):
    with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        for part in range(3):
            archive.writestr(f"第{number}包第{part}件.txt", "\n".join(texts(number * 10 + part, 3)))


def pdf(path, number):
    from reportlab.pdfbase import cidfonts, pdfmetrics
    from reportlab.pdfgen import canvas
    pdfmetrics.registerFont(cidfonts.UnicodeCIDFont("STSong-Light"))
    page = canvas.Canvas(str(path.with_suffix(".pdf")))
    page.setFont("STSong-Light", 16)
    page.drawString(100, 780, f"关于做好第{number}项重点工作的通知")
    page.setFont("STSong-Light", 11)
    for line in range(30):
        page.drawString(70, 740 - 20 * line, paragraph(36))
    page.showPage()
    page.save()


# What makes a file of each type, and how many items are in it.
KINDS = {"html": (html, 1), "markdown": (markdown, 1), "text (GB18030)": (text, 1), "docx": (word, 1), "eml": (mail, 1),
         "csv": (table, ROWS), "xlsx": (workbook, ROWS), "zip of texts": (package, 3), "pdf": (pdf, 1)}
NEEDS = {"docx": "docx", "xlsx": "openpyxl", "pdf": "reportlab"}


def measure(juhe, folder, kind, count):
    name = kind.split()[0]
    inbox = folder / name
    shutil.rmtree(inbox, ignore_errors=True)
    inbox.mkdir(parents=True)
    maker, items_each = KINDS[kind]
    # In a process of its own: a child of a large process looks large.
    making = os.fork()
    if making == 0:
        for number in range(count):
            maker(inbox / f"文件{number}", number)
        os._exit(0)
    os.waitpid(making, 0)
    items = items_each * count
    size = sum(path.stat().st_size for path in inbox.iterdir())
    # Files that were written just now wait for the next run.
    old = time.time() - 3_600
    for path in inbox.iterdir():
        os.utime(path, (old, old))
    configuration = folder / f"{name}.yaml"
    configuration.write_text(f"""publisher: {{name: 宁澜市直机关工委}}
store: {{path: {name}.sqlite}}
bulletins: [{{id: b, title: 简报, sinks: [page]}}]
sinks: [{{id: page, type: page, folder: out-{name}}}]
sources: [{{id: inbox, type: directory, path: {name}}}]
""")
    (folder / f"{name}.sqlite").unlink(missing_ok=True)
    started = time.monotonic()
    child = subprocess.Popen([juhe, "collect", "--config", configuration], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - started
    listed = subprocess.run([juhe, "status", "--json", "--config", configuration], capture_output=True, text=True).stdout
    stored = json.loads(listed or "{}").get("items", 0)
    cpu = usage.ru_utime + usage.ru_stime
    verdict = "right" if stored == items else f"{stored} not {items}"
    print(f"{kind:16}{count:6}{size / 1e6:8.2f}{count / cpu:9.0f}{size / 1e6 / cpu:8.2f}{cpu / count * 1e3:9.2f}"
          f"{wall:8.2f}{usage.ru_maxrss / 1024:8.0f}  {verdict}", flush=True)
    return os.waitstatus_to_exitcode(status) == 0 and stored == items


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--juhe", default="juhe")
parser.add_argument("--files", type=int, default=200)
options = parser.parse_args()
print(f"{'type':16}{'files':>6}{'MB':>8}{'files/s':>9}{'MB/s':>8}{'ms/file':>9}{'wall s':>8}{'rss MB':>8}  items")
good = True
for kind in KINDS:
    if kind in NEEDS and importlib.util.find_spec(NEEDS[kind]) is None:
        print(f"{kind:16}left out: Python has no {NEEDS[kind]}")
        continue
    good &= measure(options.juhe, options.folder, kind, options.files)
sys.exit(0 if good else 1)
