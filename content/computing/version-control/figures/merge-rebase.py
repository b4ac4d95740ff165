"""One history joined by merge and by rebase; the ids are Git's own, computed here.
Writes merge-rebase.zh.svg and merge-rebase.en.svg beside this file."""
from hashlib import sha1
from pathlib import Path


def put(kind, body):
    return sha1(f"{kind} {len(body)}\0".encode() + body).hexdigest()


def tree(files):
    return put("tree", b"".join(
        f"100644 {name}\0".encode() + bytes.fromhex(put("blob", body))
        for name, body in sorted(files.items())))


def commit(files, parents, note, written, recorded=None):
    def who(role, t):
        return f"{role} Ada <ada@example.com> {t} +0000"
    lines = [f"tree {tree(files)}"] + [f"parent {p}" for p in parents]
    lines += [who("author", written), who("committer", recorded or written),
              "", note, ""]
    return put("commit", "\n".join(lines).encode())


BASE, SIDE = {"train": b"lr 0.1\n"}, {"train": b"lr 0.1\n", "eval": b"top1\n"}
MAIN = {"train": b"lr 0.2\n"}
ID = {"A": commit(BASE, [], "A", 1000)}
ID["B"] = commit(MAIN, [ID["A"]], "B", 2000)
ID["F"] = commit(SIDE, [ID["A"]], "F", 3000)
ID["M"] = commit({**SIDE, **MAIN}, [ID["B"], ID["F"]], "M", 4000)
ID["F′"] = commit({**SIDE, **MAIN}, [ID["B"]], "F", 3000, 4000)

WORDS = {
    "zh": dict(title="同一段历史，合并与变基",
               desc="三幅提交图，箭头指向父提交。起点：main在B，feature在F，都从A来。"
                    "合并多出M，有B和F两个父提交，旧提交不变。变基把F重做成F′，"
                    "父提交换成B，编号随之改变，原来的F不再有分支指着。",
               heads=["起点：从A分出两条线", "合并：多一个有两个父提交的M",
                      "变基：F重做成F′，编号变了"], lost="没有分支指着它"),
    "en": dict(title="One history, merged and rebased",
               desc="Three commit graphs, arrows point to parents. Start: main at B, "
                    "feature at F, both from A. Merging adds M with the parents B and "
                    "F and leaves old commits alone. Rebasing redoes F as F′ with the "
                    "parent B and a new id; no branch points to the old F any more.",
               heads=["Start: two lines from A", "Merge: one more commit, two parents",
                      "Rebase: F redone as F′, a new id"], lost="no branch here"),
}
W, PH = 480, 214
COL = (56, 186, 316)


def text(x, y, s, size, fill="var(--ink)", anchor="middle", weight=400, mono=False):
    family = ' font-family="var(--font-code)"' if mono else ""
    return (f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}"{family}>{s}</text>')


def node(o, x, y, name, ink, faint=False):
    dash = ' stroke-dasharray="4 4"' if faint else ""
    fill = "surface" if faint else ink + "-wash"
    o.append(f'<circle cx="{x}" cy="{y}" r="19" fill="var(--{fill})" '
             f'stroke="var(--{ink})" stroke-width="2"{dash}/>')
    o.append(text(x, y + 6, name, 17, f"var(--{ink})", weight=600))
    o.append(text(x, y + 39, ID[name][:7], 14, "var(--ink-soft)", mono=True))


def edge(o, x1, y1, x2, y2, faint=False):
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** .5
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    dash = ' stroke-dasharray="4 4"' if faint else ""
    o.append(f'<path d="M{x1 + 20 * ux:.1f} {y1 + 20 * uy:.1f}L{x2 - 22 * ux:.1f} '
             f'{y2 - 22 * uy:.1f}" stroke="var(--ink-soft)" stroke-width="2" '
             f'fill="none" marker-end="url(#tip)"{dash}/>')


def tag(o, x, y, name, ink):
    wide = 9.2 * len(name) + 14
    o.append(f'<rect x="{x}" y="{y - 13}" width="{wide:.0f}" height="26" rx="6" '
             f'fill="none" stroke="var(--{ink})" stroke-width="1.5"/>')
    o.append(text(x + wide / 2, y + 5, name, 15, f"var(--{ink})", mono=True))


def draw(lang):
    w = WORDS[lang]
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {3 * PH}" '
         'role="img">', f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
         '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
         'markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" '
         'fill="var(--ink-soft)"/></marker></defs>',
         '<g font-family="var(--font-text)">']
    for k, head in enumerate(w["heads"]):
        t = k * PH
        up, low = t + 66, t + 146
        if k:
            o.append(f'<path d="M16 {t - 1}H{W - 16}" stroke="var(--line)"/>')
        o.append(text(16, t + 28, head, 17, anchor="start", weight=600))
        edge(o, COL[1], up, COL[0], up)
        edge(o, COL[1], low, COL[0], up, k == 2)
        node(o, COL[0], up, "A", "cobalt")
        node(o, COL[1], up, "B", "cobalt")
        node(o, COL[1], low, "F", "ink-faint" if k == 2 else "jade", k == 2)
        if k == 0:
            tag(o, COL[1] + 34, up, "main", "cobalt")
            tag(o, COL[1] + 34, low, "feature", "jade")
        elif k == 1:
            edge(o, COL[2], up, COL[1], up)
            edge(o, COL[2], up, COL[1], low)
            node(o, COL[2], up, "M", "amber")
            tag(o, COL[2] + 34, up, "main", "cobalt")
            tag(o, COL[1] + 34, low, "feature", "jade")
        else:
            edge(o, COL[2], up, COL[1], up)
            node(o, COL[2], up, "F′", "jade")
            tag(o, COL[2] + 34, up, "feature", "jade")
            tag(o, COL[1] + 34, up + 33, "main", "cobalt")
            o.append(text(COL[1] + 34, low + 5, w["lost"], 15, "var(--ink-soft)",
                          "start"))
    o.append("</g></svg>")
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    for lang in WORDS:
        (Path(__file__).parent / f"merge-rebase.{lang}.svg").write_text(
            draw(lang), "utf-8")
