"""Published INT8 throughput against power, with lines of equal TOPS/W."""
from math import log10
from pathlib import Path

# name, kind, dense TOPS, watts, sparse TOPS or None, label side
POINTS = [
    ("coral", "chip", 4, 2, None, "right"),
    ("hailo", "chip", 26, 2.5, None, "below"),
    ("a310", "chip", 16, 8, None, "right"),
    ("mlu", "card", 8, 8.25, None, "left"),
    ("kit", "board", 8, 24, None, "below"),
    ("nano", "card", 33.5, 25, 67, "left"),
    ("agx", "card", 137.5, 60, 275, "left"),
]
WORDS = {
    "zh": dict(
        title="公布的INT8算力与功率，斜线是每瓦TOPS",
        desc="双对数坐标，横轴功率，纵轴稠密INT8算力。Coral 4 TOPS、2瓦；"
             "Hailo-8 26 TOPS、2.5瓦；昇腾310 16 TOPS、8瓦；MLU220 M.2卡"
             "8 TOPS、8.25瓦；昇腾310B开发板8 TOPS、整板24瓦；Orin Nano "
             "Super稠密33.5、稀疏67 TOPS，25瓦；AGX Orin稠密137.5、稀疏275，"
             "60瓦。空心点是稀疏口径，正好高一倍。",
        x="功率（W）", y="稠密INT8算力（TOPS）", coral="Coral 4",
        hailo="Hailo-8 26", a310="昇腾310 16", mlu="MLU220 M.2 8",
        kit="310B整板 8", nano="Orin Nano Super 33.5", agx="AGX Orin 137.5",
        chip="芯片", card="模组或卡", board="整板", sparse="空心：稀疏口径"),
    "en": dict(
        title="Published INT8 throughput and power; slanted lines are TOPS/W",
        desc="Log-log axes: watts, and dense INT8 TOPS. Coral 4 TOPS at 2 W; "
             "Hailo-8 26 at 2.5; Ascend 310 16 at 8; MLU220 M.2 card 8 at "
             "8.25; Ascend 310B development board 8 at 24 W for the whole "
             "board; Orin Nano Super 33.5 dense and 67 sparse at 25 W; AGX "
             "Orin 137.5 dense and 275 sparse at 60 W. Hollow points are "
             "sparse ratings, exactly twice as high.",
        x="power (W)", y="dense INT8 TOPS", coral="Coral 4",
        hailo="Hailo-8 26", a310="Ascend 310 16", mlu="MLU220 M.2 8",
        kit="310B board 8", nano="Orin Nano Super 33.5",
        agx="AGX Orin 137.5", chip="chip", card="module or card",
        board="whole board", sparse="hollow: sparse rating"),
}
W, H = 480, 500
X0, X1, Y0, Y1 = 46, 468, 388, 44
XA, XB, YA, YB = log10(1.4), log10(110), log10(2.5), log10(400)
COLOUR = {"chip": "cobalt", "card": "jade", "board": "amber"}


def px(v):
    return X0 + (log10(v) - XA) / (XB - XA) * (X1 - X0)


def py(v):
    return Y0 - (log10(v) - YA) / (YB - YA) * (Y0 - Y1)


def text(x, y, s, size=14, fill="var(--ink)", anchor="start", weight=400):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" '
            f'fill="{fill}" text-anchor="{anchor}" font-weight="{weight}" '
            f'stroke="var(--glaze)" stroke-width="3" stroke-linejoin="round" '
            f'paint-order="stroke">{s}</text>')


def mark(kind, x, y, hollow=False):
    c = f"var(--{COLOUR[kind]})"
    fill = "var(--surface)" if hollow else c
    look = f'fill="{fill}" stroke="{c}" stroke-width="2"'
    if kind == "chip":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5.5" {look}/>'
    if kind == "card":
        return (f'<rect x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" '
                f'height="10" {look}/>')
    return (f'<path d="M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z" {look}/>')


def draw(lang):
    w = WORDS[lang]
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>',
         f'<defs><clipPath id="pw-plot"><rect x="{X0}" y="{Y1}" '
         f'width="{X1 - X0}" height="{Y0 - Y1}"/></clipPath></defs>',
         '<g font-family="var(--font-text)">']
    o.append(text(8, 22, w["y"], 14, "var(--ink-soft)"))
    for r in (0.5, 1, 2, 5, 10):
        a, b = 10 ** XA, 10 ** XB
        o.append(f'<path d="M{px(a):.1f} {py(a * r):.1f}L{px(b):.1f} '
                 f'{py(b * r):.1f}" stroke="var(--line-strong)" '
                 f'stroke-dasharray="3 4" clip-path="url(#pw-plot)"/>')
        if b * r > 10 ** YB:                       # leaves through the top
            x, y, anchor = px(10 ** YB / r) - 5, Y1 + 15, "end"
        else:
            x, y, anchor = X1 - 2, py(b * r) - 7, "end"
        o.append(text(x, y, f"{r}" + (" TOPS/W" if r == 10 else ""), 14,
                      "var(--ink-soft)", anchor))
    for v in (2, 5, 10, 25, 60):
        o.append(f'<path d="M{px(v):.1f} {Y0}v5" '
                 f'stroke="var(--line-strong)"/>')
        o.append(text(px(v), Y0 + 21, v, 14, "var(--ink-soft)", "middle"))
    for v in (4, 10, 30, 100, 300):
        o.append(f'<path d="M{X0} {py(v):.1f}h-5" '
                 f'stroke="var(--line-strong)"/>')
        o.append(text(X0 - 8, py(v) + 5, v, 14, "var(--ink-soft)", "end"))
    o.append(f'<path d="M{X0} {Y1}V{Y0}H{X1}" fill="none" '
             f'stroke="var(--line-strong)"/>')
    o.append(text((X0 + X1) / 2, Y0 + 44, w["x"], 14, "var(--ink-soft)",
                  "middle"))
    for name, kind, tops, watts, sparse, side in POINTS:
        x, y = px(watts), py(tops)
        c = f"var(--{COLOUR[kind]})"
        if sparse:
            o.append(f'<path d="M{x:.1f} {y:.1f}V{py(sparse):.1f}" '
                     f'stroke="{c}" stroke-dasharray="3 3"/>')
            o.append(mark(kind, x, py(sparse), True))
            o.append(text(x - 10, py(sparse) + 5, sparse, 14, c, "end"))
        o.append(mark(kind, x, y))
        dx, dy, anchor = {"right": (11, 5, "start"), "left": (-11, 5, "end"),
                          "below": (0, 22, "middle")}[side]
        o.append(text(x + dx, y + dy, w[name], 14, c, anchor, 600))
    x = X0
    for kind, room in (("chip", 80), ("card", 150), ("board", 0)):
        o.append(mark(kind, x + 6, H - 40))
        o.append(text(x + 18, H - 35, w[kind], 14))
        x += room if lang == "en" else room * 0.9
    o.append(text(X0, H - 11, w["sparse"], 14, "var(--ink-soft)"))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    for lang in WORDS:
        out = Path(__file__).with_name(f"power.{lang}.svg")
        out.write_text(draw(lang), "utf-8")
