#!/usr/bin/env python3
"""Makes an archive of invented notices with planted copies, and tells how well search and stories did on it.

    archive.py make FOLDER [--items 200000] [--seed 1]   feeds, juhe.yaml, truth.json, queries.txt
    archive.py stories FOLDER                            recall and precision of the stories, by kind of copy
    archive.py like FOLDER                               the index's answers beside those of LIKE
    archive.py cost FOLDER                               items a second, size of the index, search times
    archive.py all FOLDER [--items 200000] [--seed 1]    all of this in turn, beginning with nothing

JUHE names the program that is measured (`juhe` else).

The texts are made of frames and of words drawn by frequency. A fifth of them are instances of templates (issues of a
series, the same notice by other units, of other years, with other sums and places): they are alike and no copies.
"""
import argparse, collections, datetime, itertools, json, os, random, re, resource, shutil, sqlite3, subprocess

UNITS = [p + n for p in ("市", "云锦区", "河湾县", "青石县", "芦洲区") for n in (
    "民政局", "水务局", "审计局", "科协", "残联", "财政局", "教育局", "气象局", "司法局", "统计局", "医保局", "人社局", "林草局",
    "住建局", "交通局", "文旅局", "体育局", "档案馆", "妇联", "团委")]
PLACES = [a + b for a in "红绿清明东西南北新平安乐福宁和" for b in ("河社区", "山村", "桥街道", "湖小区", "塘社区", "坪村", "园社区")]
NAMES = [a + "某" + b for a in "王李张刘陈杨赵黄周吴徐孙" for b in ("", "某")]
TOPICS = ["高温津贴发放", "社区矫正帮扶", "档案数字化", "老旧小区加装电梯", "防汛值班", "灵活就业参保", "公共停车泊位共享", "窗口延时服务",
          "小微企业用工补贴", "机关食堂节约", "青年理论学习", "不动产登记", "供热缴费", "义务教育招生", "残疾人证办理", "食品安全抽检",
          "道路养护", "森林防火", "困难职工帮扶", "政务公开", "节水宣传", "志愿服务", "普法宣传", "招聘会", "公积金提取"]
VERBS = ["开展", "推进", "落实", "部署", "检查", "总结", "规范", "加强", "组织", "公布"]
STOCK = "的一是了在有和为对与以及等将从到会上中进行工作要求情况问题单位人员群众服务管理制度标准流程材料时间地点电话负责办理审核公示建设发展安全生产生活经济社会环境资源信息平台数据系统项目资金计划目标任务措施责任监督考核评价学习教育培训宣传活动会议通知意见办法方案细则指南规定政策法律条例"


class Writer:
    def __init__(self, seed):
        self.r = random.Random(seed)
        # The common characters of GB 2312: no two of them are forms of one, which search takes for the same and LIKE does not.
        common = [bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFF)]
        chars = sorted(set(STOCK)) + self.r.sample(common, 900)
        words = set()
        while len(words) < 5000:
            words.add("".join(self.r.choices(chars, k=self.r.choice((2, 2, 2, 3, 4)))))
        self.words = sorted(words)
        self.r.shuffle(self.words)
        self.weights = list(itertools.accumulate(1 / (i + 4) for i in range(len(self.words))))

    def free(self, n):
        out = []
        for w in self.r.choices(self.words, cum_weights=self.weights, k=n):
            out.append(w)
            if self.r.random() < 0.15:
                out.append("，")
        return "".join(out).strip("，")

    def day(self, base, spread=30):
        d = base + datetime.timedelta(days=self.r.randint(-spread, spread))
        return f"{d.month}月{d.day}日"

    def sentence(self, date):
        r = self.r
        frame = r.choice((
            "{free}。", "{free}，{free2}。", "{day}，{unit}在{place}{verb}{topic}，{n}人参加。", "{unit}负责人{name}介绍，{free}。",
            "截至{day}，共办结{n}件，平均用时{m}天。", "咨询电话0000-{n}{m}，联系人{name}。", "补贴标准为每人每月{n}元，{free}。",
            "会议指出，{free}，{free2}。", "请于{day}前报送{topic}材料。", "办理地点在{place}{m}号窗口，{free}。"))
        return frame.format(free=self.free(r.randint(5, 12)), free2=self.free(r.randint(4, 10)), day=self.day(date), unit=r.choice(UNITS),
                            place=r.choice(PLACES), verb=r.choice(VERBS), topic=r.choice(TOPICS), n=r.randint(100, 9999), m=r.randint(1, 60),
                            name=r.choice(NAMES))

    def original(self, date):
        r = self.r
        unit = r.choice(UNITS)
        title = r.choice((
            lambda: f"{unit}{r.choice(VERBS)}{r.choice(TOPICS)}{self.free(2)}", lambda: f"关于{r.choice(VERBS)}{r.choice(TOPICS)}有关{self.free(2)}的通知",
            lambda: f"{self.free(3)}{r.choice(TOPICS)}{self.free(2)}", lambda: f"{r.choice(PLACES)}：{self.free(5)}"))()
        paragraphs = ["".join(self.sentence(date) for _ in range(r.randint(1, 5))) for _ in range(r.randint(2, 6))]
        return unit, title, paragraphs

    # Templates: alike, and each its own.
    def template(self, kind, number, date):
        r = self.r
        fixed = random.Random(f"{kind}")
        topic, verb = fixed.choice(TOPICS), fixed.choice(VERBS)
        state = self.r
        self.r = fixed
        stock = ["".join(self.free(fixed.randint(8, 14)) + "。" for _ in range(fixed.randint(2, 4))) for _ in range(fixed.randint(1, 4))]
        self.r = state
        unit, place = r.choice(UNITS), r.choice(PLACES)
        form = kind % 6
        if form == 0:
            return unit, f"{topic}工作简报第{number}期", [f"本期为第{number}期。"] + stock + [f"报送日期：{self.day(date, 2)}。"]
        if form == 1:
            return unit, f"{unit}{verb}{topic}主题党日活动", [f"近日，{unit}在{place}{verb}{topic}主题党日活动，{r.randint(8, 90)}名党员参加。"] + stock
        if form == 2:
            return unit, f"关于{verb}{topic}工作的通知", stock + [f"请于{self.day(date)}前将材料报送{unit}，联系人{r.choice(NAMES)}。"]
        if form == 3:
            return UNITS[kind % len(UNITS)], f"{topic}公告（{date.year}年第{number}号）", stock + [f"本次公布{r.randint(2, 99)}项，金额{r.randint(100, 99999)}元。"]
        if form == 4:
            return unit, f"{place}{topic}公示", [f"经审核，拟对{place}{r.choice(NAMES)}等{r.randint(2, 40)}户给予补助。"] + stock
        return unit, f"{unit}关于{topic}的办事指南", [stock[0].replace("。", f"，由{unit}受理。", 1)] + stock[1:]

    def copy(self, kind, title, paragraphs, unit):
        r = self.r
        paragraphs = list(paragraphs)
        if "cut" in kind:
            text = "\n".join(paragraphs)
            paragraphs = text[: max(120, int(len(text) * r.uniform(0.4, 0.8)))].split("\n")
        if "retitled" in kind:
            title = r.choice((self.free(5), f"{self.free(2)}：{title}", title[: len(title) // 2] + self.free(3), f"我市{self.free(4)}"))
        if "framed" in kind:
            paragraphs = [r.choice((f"{self.free(6)}，现转载如下。", f"{self.free(9)}。", f"本网讯 {self.free(4)}。"))] + paragraphs
            paragraphs += [r.choice((f"来源：{unit}", f"（责任编辑：{r.choice(NAMES)}）", f"{self.free(7)}。", f"更多信息请关注{unit}公众号。"))]
        if "spaced" in kind:
            title = "【转载】" + title + r.choice((" - 宁澜机关党建网", "_宁澜市政府网", ""))
            paragraphs = [p.replace("，", ",").replace("。", "。 ").translate({0x30 + i: 0xFF10 + i for i in range(10)}) for p in paragraphs]
        if "forward" in kind:
            title, paragraphs = f"{unit}转发《{title}》", [f"各科室：现将有关文件转发给你们，请{self.free(6)}。"]
        return title, paragraphs


COPIES = ["exact", "exact", "cut", "retitled", "framed", "spaced", "cut framed", "retitled framed", "retitled cut", "forward"]


def make(folder, items, seed):
    w = Writer(seed)
    r = w.r
    start = datetime.date(2023, 3, 1)
    sources = collections.defaultdict(list)
    truth = {}
    number = 0

    def add(date, unit, title, paragraphs, story, kind, source=None, after=None):
        nonlocal number
        number += 1
        source = source if source is not None else r.randrange(200)
        time = datetime.datetime.combine(date, datetime.time(r.randint(0, 23), r.randint(0, 59)))
        if after and time <= after:  # a copy comes after what it copies
            time = after + datetime.timedelta(minutes=r.randint(1, 600))
        sources[source].append({
            "id": f"i{number}", "url": f"https://s{source}.ninglan.example/{number}.html", "title": title,
            "content_html": "".join(f"<p>{p}</p>" for p in paragraphs), "date_published": time.isoformat() + "+08:00",
            "_juhe": {"unit": unit}})
        truth[f"i{number}"] = (story, kind)
        return source, time

    story = 0
    serial = collections.Counter()
    seen = set()
    while number < items:
        date = start + datetime.timedelta(days=r.randrange(1000))
        if r.random() < 0.24:
            kind = r.randrange(400)
            serial[kind] += 1
            unit, title, paragraphs = w.template(kind, serial[kind], start + datetime.timedelta(days=(serial[kind] * 7) % 1000))
            first = "template"
            date = start + datetime.timedelta(days=(serial[kind] * 7 + r.randint(0, 3)) % 1000)
        else:
            unit, title, paragraphs = w.original(date)
            first = "original"
        if (title, *paragraphs) in seen:
            continue  # the same words twice are one story, whoever made them
        seen.add((title, *paragraphs))
        story += 1
        source, time = add(date, unit, title, paragraphs, story, first)
        if r.random() < 0.09:
            for _ in range(r.choice((1, 1, 1, 2, 3, 8))):
                kind = r.choice(COPIES)
                if first == "template" and ("forward" in kind or "cut" in kind and "retitled" in kind):
                    kind = "exact"
                other = r.choice(UNITS)
                t, p = w.copy(kind, title, paragraphs, other)
                add(date + datetime.timedelta(days=r.randint(0, 6)), other, t, p, story, f"{first} {kind}", (source + r.randint(1, 199)) % 200, time)
    os.makedirs(folder + "/feeds", exist_ok=True)
    with open(folder + "/juhe.yaml", "w", encoding="utf-8") as f:
        f.write("publisher: {name: 宁澜市}\nstore: {path: juhe.sqlite}\nsources:\n")
        for source, entries in sorted(sources.items()):
            json.dump({"version": "https://jsonfeed.org/version/1.1", "title": f"s{source}", "items": entries},
                      open(f"{folder}/feeds/s{source}.json", "w", encoding="utf-8"), ensure_ascii=False)
            f.write(f"  - {{id: s{source}, type: feed, url: feeds/s{source}.json}}\n")
        f.write("sinks:\n  - {id: text, type: text, folder: out}\nbulletins:\n  - {id: b, title: 简报, sinks: [text]}\n")
    json.dump(truth, open(folder + "/truth.json", "w"))
    two = [word for word in w.words if len(word) == 2]
    everything = "".join(p["content_html"] for p in r.sample(sources[0], min(300, len(sources[0]))))
    pairs = re.findall(r"(?=([\u4e00-\u9fff]{2}))", everything)
    queries = two[:60] + r.sample(two, 100) + r.sample(pairs, 100) + [topic[:2] for topic in TOPICS]
    open(folder + "/queries.txt", "w", encoding="utf-8").write("\n".join(dict.fromkeys(queries)) + "\n")
    text = sum(len(re.sub("<[^>]*>", "", e["content_html"] + e["title"]).encode()) for es in sources.values() for e in es)
    print(f"{number} items, {story} stories, {text / 1e6:.1f} MB of text")


def pairs_of(groups):
    return sum(n * (n - 1) // 2 for n in groups)


def stories(folder):
    truth = json.load(open(folder + "/truth.json"))
    db = sqlite3.connect(folder + "/juhe.sqlite")
    found = dict(db.execute("SELECT i.feed_id, s.story FROM story_item s JOIN item i ON i.number = s.number"))
    both = collections.Counter((truth[i][0], s) for i, s in found.items())
    right = pairs_of(both.values())
    wanted = pairs_of(collections.Counter(t[0] for t in truth.values()).values())
    given = pairs_of(collections.Counter(found.values()).values())
    print(f"pairs: recall {right / wanted:.4f} ({right}/{wanted}), precision {right / given:.4f} ({right}/{given})")
    heads = {}
    for i, (story, kind) in truth.items():
        if kind in ("template", "original"):
            heads[story] = found.get(i)
    by_kind = collections.defaultdict(lambda: [0, 0])
    for i, (story, kind) in truth.items():
        if kind not in ("template", "original"):
            by_kind[kind][0] += found.get(i) == heads[story]
            by_kind[kind][1] += 1
    total = [sum(v[0] for v in by_kind.values()), sum(v[1] for v in by_kind.values())]
    print(f"copies with their original: {total[0] / total[1]:.4f}")
    for kind, (ok, n) in sorted(by_kind.items()):
        print(f"  {kind:28} {ok / n:.4f} of {n}")
    wrong = collections.Counter()
    members = collections.defaultdict(list)
    for i, s in found.items():
        members[s].append(i)
    for s, group in members.items():
        kinds = {truth[i][0]: truth[i][1] for i in group}
        if len(kinds) > 1:
            wrong["+".join(sorted(set(kinds.values())))] += 1
    print("stories of several originals:", wrong.most_common(8))


def like(folder):
    db = sqlite3.connect(folder + "/juhe.sqlite")
    texts = {i: (t or "") + "\n" + re.sub("<[^>]*>", "\n", h or x or "") for i, t, h, x in db.execute("SELECT feed_id, title, html, text FROM item")}
    wrong = 0
    queries = open(folder + "/queries.txt", encoding="utf-8").read().split()
    for query in queries[:: max(1, len(queries) // 15)]:
        out = subprocess.run([os.environ.get("JUHE", "juhe"), "search", "--config", folder + "/juhe.yaml", "--json", "--limit", "1000000", query],
                             capture_output=True, text=True).stdout
        got = {json.loads(line)["id"] for line in out.splitlines()}
        want = {i for i, text in texts.items() if query in text}
        wrong += got != want
        if got != want:
            print("DIFFERS", query, len(got), len(want))
    print(f"answers that differ from those of LIKE: {wrong}")


def juhe(folder, *arguments):
    """Runs the program; seconds of processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([os.environ.get("JUHE", "juhe"), *arguments, "--config", folder + "/juhe.yaml"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cost(folder):
    database = folder + "/juhe.sqlite"
    # Nothing is left to do in this: what every run costs.
    start = min(juhe(folder, "prune") for _ in range(3))
    db = sqlite3.connect(database)
    items = db.execute("SELECT count(*) FROM item").fetchone()[0]
    db.execute("UPDATE counter SET value = 0 WHERE name = 'story_format'")
    db.commit()
    db.close()
    seconds = juhe(folder, "prune") - start
    print(f"stories: {seconds:.1f} s for {items} items, {items / seconds:.0f} items/s")
    seconds = juhe(folder, "search", "--rebuild") - start
    db = sqlite3.connect(database)
    size = db.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search%' OR name LIKE 'sqlite_autoindex_search%'").fetchone()[0]
    text = sum(len((t or "").encode()) + len(re.sub("<[^>]*>", "", h or x or "").encode())
               for t, h, x in db.execute("SELECT title, html, text FROM item"))
    print(f"index: {seconds:.1f} s, {items / seconds:.0f} items/s, {size / 1e6:.0f} MB for {text / 1e6:.0f} MB of text: {size / text:.2f}")
    lines = subprocess.run([os.environ.get("JUHE", "juhe"), "search", "--config", folder + "/juhe.yaml", "--measure", folder + "/queries.txt"],
                           check=True, capture_output=True, text=True).stdout.splitlines()
    lines = [json.loads(line) for line in lines]
    for order in ("newest", "rank"):
        times = sorted(line[order] for line in lines)
        worst = max(lines, key=lambda line: line[order])
        at = lambda share: times[min(len(times) - 1, int(len(times) * share))]
        print(f"search, {order}: p50 {at(.5):.2f}, p95 {at(.95):.2f}, p99 {at(.99):.2f}, most {at(1):.2f} ms ({worst['query']}), {len(times)} queries")


def everything(folder, items, seed):
    shutil.rmtree(folder, ignore_errors=True)
    make(folder, items, seed)
    seconds = juhe(folder, "collect")
    print(f"collect, with labels, stories and index: {seconds:.1f} s, {items / seconds:.0f} items/s")
    stories(folder)
    cost(folder)
    like(folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["make", "stories", "like", "cost", "all"])
    parser.add_argument("folder")
    parser.add_argument("--items", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.what == "make":
        make(given.folder, given.items, given.seed)
    elif given.what == "all":
        everything(given.folder, given.items, given.seed)
    else:
        {"stories": stories, "like": like, "cost": cost}[given.what](given.folder)
