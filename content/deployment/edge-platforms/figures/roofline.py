"""Roofline of two chips and where six INT8 layers land; all computed."""
from math import log10
from pathlib import Path

SMALL = dict(peak=6.0, bw=25.6)       # the example chip of the article
NANO = dict(peak=33.5, bw=102.0)      # Orin Nano Super, dense INT8


def conv(side, cin, cout, k=3, groups=1):
    """Operations and bytes of a stride-1 convolution, one byte a value."""
    weights = k * k * cin * cout // groups
    ops = 2 * side * side * weights
    return ops, side * side * (cin + cout) + weights


def dense(n, batch):
    return 2 * n * n * batch, n * n + 2 * n * batch


LAYERS = [
    ("fc1", dense(4096, 1)), ("dw", conv(56, 64, 64, 3, 64)),
    ("fc16", dense(4096, 16)), ("pw56", conv(56, 64, 64, 1)),
    ("pw14", conv(14, 1024, 512, 1)), ("c3", conv(56, 64, 64, 3)),
]
WORDS = {
    "zh": dict(
        title="两颗芯片的屋顶线与六种INT8层的位置",
        desc="双对数坐标。横轴是计算强度，每字节多少次运算；纵轴是可达算力。"
             "例题芯片6 TOPS、25.6 GB/s，拐点234；Orin Nano Super稠密"
             "33.5 TOPS、102 GB/s，拐点328。全连接批次1、深度卷积、全连接"
             "批次16和56²×64的1×1卷积都落在带宽限制的斜坡上；3×3卷积"
             "在两颗上都到了平顶；14²×1024到512的1×1卷积只在例题芯片上到顶。",
        x="计算强度（运算次数/字节）", y="可达算力（TOPS）",
        small="例题芯片 6 TOPS", nano="Orin Nano Super（稠密）33.5",
        ridge="拐点", mem="受带宽限制", cpu="受算力限制",
        fc1="全连接，批次1", dw="3×3深度卷积", fc16="全连接，批次16",
        pw56="1×1，56²×64", pw14="1×1，14²×1024", c3="3×3，56²×64"),
    "en": dict(
        title="Rooflines of two chips and the places of six INT8 layers",
        desc="Log-log axes: arithmetic intensity in operations per byte, "
             "attainable throughput in TOPS. The example chip has 6 TOPS and "
             "25.6 GB/s, ridge 234; Orin Nano Super has 33.5 dense TOPS and "
             "102 GB/s, ridge 328. Fully connected with batch 1, depthwise, "
             "fully connected with batch 16 and the 1×1 convolution of "
             "56²×64 lie on the bandwidth slope; the 3×3 convolution reaches "
             "both flat roofs, the 1×1 of 14²×1024 to 512 that of the "
             "example chip only.",
        x="arithmetic intensity (operations/byte)",
        y="attainable TOPS",
        small="example chip, 6 TOPS", nano="Orin Nano Super, dense 33.5",
        ridge="ridge", mem="bandwidth-bound", cpu="compute-bound",
        fc1="dense layer, batch 1", dw="3×3 depthwise",
        fc16="dense layer, batch 16", pw56="1×1, 56²×64",
        pw14="1×1, 14²×1024", c3="3×3, 56²×64"),
}
W, H = 480, 490
X0, X1, Y0, Y1 = 50, 468, 416, 50
XA, XB, YA, YB = log10(0.7), log10(3000), log10(0.02), log10(60)


def px(v):
    return X0 + (log10(v) - XA) / (XB - XA) * (X1 - X0)


def py(v):
    return Y0 - (log10(v) - YA) / (YB - YA) * (Y0 - Y1)


def roof(chip, i):
    return min(chip["peak"], i * chip["bw"] / 1000)


def text(x, y, s, size=14, fill="var(--ink)", anchor="start", weight=400):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" '
            f'fill="{fill}" text-anchor="{anchor}" font-weight="{weight}" '
            f'stroke="var(--glaze)" stroke-width="3" stroke-linejoin="round" '
            f'paint-order="stroke">{s}</text>')


def draw(lang):
    w = WORDS[lang]
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>', '<g font-family="var(--font-text)">']
    o.append(text(8, 22, w["y"], 14, "var(--ink-soft)"))
    for v in (1, 10, 100, 1000):
        o.append(f'<path d="M{px(v):.1f} {Y0}V{Y1}" stroke="var(--line)"/>')
        o.append(text(px(v), Y0 + 20, v, 14, "var(--ink-soft)", "middle"))
    for v in (0.1, 1, 10):
        o.append(f'<path d="M{X0} {py(v):.1f}H{X1}" stroke="var(--line)"/>')
        o.append(text(X0 - 6, py(v) + 5, v, 14, "var(--ink-soft)", "end"))
    o.append(f'<path d="M{X0} {Y1}V{Y0}H{X1}" fill="none" '
             f'stroke="var(--line-strong)"/>')
    o.append(text((X0 + X1) / 2, Y0 + 43, w["x"], 14, "var(--ink-soft)",
                  "middle"))
    left, right = 10 ** XA, 10 ** XB
    for chip, colour, dash in ((NANO, "jade", "7 4"), (SMALL, "cobalt", "")):
        ridge = 1000 * chip["peak"] / chip["bw"]
        more = f' stroke-dasharray="{dash}"' if dash else ""
        y_left = max(roof(chip, left), 10 ** YA)
        x_left = max(left, 1000 * y_left / chip["bw"])
        o.append(f'<path d="M{px(x_left):.1f} {py(y_left):.1f}'
                 f'L{px(ridge):.1f} {py(chip["peak"]):.1f}H{X1}" '
                 f'fill="none" stroke="var(--{colour})" '
                 f'stroke-width="2.4"{more}/>')
        o.append(f'<path d="M{px(ridge):.1f} {py(chip["peak"]):.1f}V{Y0}" '
                 f'stroke="var(--{colour})" stroke-dasharray="2 4"/>')
    a = 1000 * SMALL["peak"] / SMALL["bw"]
    b = 1000 * NANO["peak"] / NANO["bw"]
    o.append(text(px(a) - 5, Y0 - 30, w["ridge"], 14, "var(--cobalt)", "end"))
    o.append(text(px(a) - 5, Y0 - 12, f"{a:.0f}", 14, "var(--cobalt)", "end"))
    o.append(text(px(b) + 5, Y0 - 30, w["ridge"], 14, "var(--jade)"))
    o.append(text(px(b) + 5, Y0 - 12, f"{b:.0f}", 14, "var(--jade)"))
    o.append(text(px(b) - 8, py(NANO["peak"]) - 12, w["nano"], 14,
                  "var(--jade)", "middle", 600))
    o.append(text(X1, py(SMALL["peak"]) - 9, w["small"], 14,
                  "var(--cobalt)", "end", 600))
    for name, (ops, size) in LAYERS:
        i = ops / size
        x, y = px(i), py(roof(SMALL, i))
        o.append(f'<circle cx="{x:.1f}" cy="{py(roof(NANO, i)):.1f}" r="4.5" '
                 f'fill="var(--surface)" stroke="var(--jade)" '
                 f'stroke-width="2"/>')
        o.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5.5" '
                 f'fill="var(--cobalt)"/>')
        label = f'{w[name]}'
        if name == "c3":
            o.append(text(X1, y + 20, label, 14, "var(--ink)", "end"))
        elif name == "pw14":
            o.append(f'<path d="M{x + 3:.1f} {y + 6:.1f}L{x + 14:.1f} '
                     f'{y + 36:.1f}" stroke="var(--ink-faint)"/>')
            o.append(text(x + 6, y + 50, label, 14))
        else:
            o.append(text(x + 9, y + 17, label, 14))
    o.append(text(X0 + 8, H - 8, f'← {w["mem"]}', 14, "var(--ink-soft)"))
    o.append(text(X1, H - 8, f'{w["cpu"]} →', 14, "var(--ink-soft)", "end"))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    for lang in WORDS:
        out = Path(__file__).with_name(f"roofline.{lang}.svg")
        out.write_text(draw(lang), "utf-8")
