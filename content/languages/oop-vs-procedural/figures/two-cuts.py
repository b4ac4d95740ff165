"""What a new type and a new operation touch under the two ways of cutting.

The cells to write and the modules they fall into are computed.
"""
from pathlib import Path

TYPES, OPS = ["Linear", "ReLU"], ["params", "macs"]
NEW_TYPE, NEW_OP = "Conv", "time"
MONO = "var(--font-code)"
W, H = 480, 566
WORDS = {
    "zh": dict(
        title="加类型与加操作，两种切法各要动哪里",
        desc="格子的行是类型，列是操作。面向过程按列切成函数：加类型Conv要改"
             "{p_type}个旧函数，加操作time只加{p_op}个新函数。面向对象按行切成"
             "类：加Conv只加{o_type}个新类，加time要改{o_op}个旧类。",
        proc="面向过程：一列是一个函数", oop="面向对象：一行是一个类",
        add_type="加类型 Conv", add_op="加操作 time",
        edit={"proc": "改{n}个旧函数", "oop": "改{n}个旧类"},
        new={"proc": "只加{n}个新函数", "oop": "只加{n}个新类"}),
    "en": dict(
        title="What a new type and a new operation touch under each cut",
        desc="Rows are types, columns operations. Procedural code is cut by "
             "column into functions: the new type Conv edits {p_type} old "
             "functions, the new operation time adds {p_op} new function. "
             "Object-oriented code is cut by row into classes: Conv adds "
             "{o_type} new class, time edits {o_op} old classes.",
        proc="procedural: a column is a function",
        oop="object-oriented: a row is a class",
        add_type="new type: Conv", add_op="new operation: time",
        edit={"proc": "edits {n} old functions", "oop": "edits {n} old classes"},
        new={"proc": "adds {n} new function", "oop": "adds {n} new class"}),
}
CW, CH, GAP, LABEL = 46, 34, 12, 60


def text(x, y, s, size=16, fill="var(--ink)", weight=400, anchor="middle",
         mono=False):
    font = f' font-family="{MONO}"' if mono else ""
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'font-weight="{weight}" text-anchor="{anchor}"{font}>{s}</text>')


def rect(x, y, w, h, rx, fill, stroke, width, dash=""):
    dash = f' stroke-dasharray="{dash}"' if dash else ""
    return (f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" '
            f'rx="{rx}" fill="{fill}" stroke="{stroke}" '
            f'stroke-width="{width}"{dash}/>')


def touched(style, change):
    """Modules that a change edits and modules that it creates."""
    cells = ([(NEW_TYPE, op) for op in OPS] if change == "type" else
             [(kind, NEW_OP) for kind in TYPES])
    modules = {cell[1] if style == "proc" else cell[0] for cell in cells}
    old = set(OPS if style == "proc" else TYPES)
    return cells, modules & old, modules - old


def panel(words, style, change, x, y):
    kinds = TYPES + ([NEW_TYPE] if change == "type" else [])
    ops = OPS + ([NEW_OP] if change == "op" else [])
    cells, edited, created = touched(style, change)
    out = [text(x + 108, y, words["add_" + change], 16, weight=700)]
    left, top = x + LABEL, y + 42

    def at(i, j):
        return left + j * (CW + GAP), top + i * (CH + GAP)

    for j, op in enumerate(ops):
        out.append(text(at(0, j)[0] + CW / 2, y + 26, op, 14,
                        "var(--amber)" if op == NEW_OP else
                        "var(--ink-soft)", 600, mono=True))
    for i, kind in enumerate(kinds):
        out.append(text(left - 10, at(i, 0)[1] + 23, kind, 14,
                        "var(--amber)" if kind == NEW_TYPE else
                        "var(--ink-soft)", 600, "end", True))
    names = ops if style == "proc" else kinds
    for k, name in enumerate(names):
        if style == "proc":
            mx, my = at(0, k)
            mw, mh = CW, (len(kinds) - 1) * (CH + GAP) + CH
        else:
            mx, my = at(k, 0)
            mw, mh = (len(ops) - 1) * (CW + GAP) + CW, CH
        colour, width, dash = (
            ("var(--cinnabar)", 2.5, "6 4") if name in edited else
            ("var(--jade)", 2.5, "") if name in created else
            ("var(--line-strong)", 1.25, ""))
        out.append(rect(mx - 4, my - 4, mw + 8, mh + 8, 9, "none", colour,
                        width, dash))
    for i, kind in enumerate(kinds):
        for j, op in enumerate(ops):
            cx, cy = at(i, j)
            new = (kind, op) in cells
            out.append(rect(cx, cy, CW, CH, 5, "var(--amber-wash)" if new
                            else "var(--sunken)", "var(--amber)" if new
                            else "var(--line)", 1.25))
            if new:
                out.append(text(cx + CW / 2, cy + 24, "+", 22,
                                "var(--amber)", 700))
    key, n = ("edit", len(edited)) if edited else ("new", len(created))
    out.append(text(x + 108, y + 196, words[key][style].format(n=n), 16,
                    "var(--cinnabar)" if edited else "var(--jade)", 700))
    return out


def draw(words):
    out = []
    for row, style in enumerate(("proc", "oop")):
        y = 24 + row * 284
        out.append(text(14, y, words[style], 17, weight=700, anchor="start"))
        out += panel(words, style, "type", 14, y + 36)
        out += panel(words, style, "op", 240, y + 36)
    out.append('<line x1="14" x2="466" y1="270" y2="270" '
               'stroke="var(--line-strong)" stroke-dasharray="3 5"/>')
    desc = words["desc"].format(**{
        f"{s[0]}_{c}": len(touched(s, c)[1] or touched(s, c)[2])
        for s in ("proc", "oop") for c in ("type", "op")})
    body = "\n".join(out)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
            f'role="img">\n<title>{words["title"]}</title>\n'
            f'<desc>{desc}</desc>\n'
            f'<g font-family="var(--font-text)">\n{body}\n</g>\n</svg>\n')


for language, words in WORDS.items():
    path = Path(__file__).with_name(f"two-cuts.{language}.svg")
    path.write_text(draw(words), encoding="utf-8")
