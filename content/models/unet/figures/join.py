"""The last decoder step to scale: crop 568 to 392, concatenate, convolve."""
from pathlib import Path

SKIP, BELOW = 568, 196
MAP = 2 * BELOW
CROP = (SKIP - MAP) // 2
WORDS = {
    "zh": dict(
        title="解码器最后一步：跳跃特征568每边裁88，与上采样后的392拼接",
        desc="按比例画出。左上是编码器的568特征图，虚线框是保留的中央392，"
             "四边各裁88像素。右上是196特征图经2×2上卷积变成392。"
             "两块64通道的392特征图沿通道拼成128通道，再过两个不补零的"
             "3×3卷积，得到64通道的388。",
        skip="编码器第1级，64通道", keep="保留", below="下一级，128通道",
        up="2×2 上卷积", half="通道减半", cat="沿通道拼接：64 + 64 = 128",
        order="先拼接，再卷积", a="编码器", b="上采样",
        conv="3×3 卷积 + ReLU，两次", out="64 通道"),
    "en": dict(
        title="Last decoder step: the 568 skip loses 88 per side to meet 392",
        desc="Drawn to scale. Upper left: the encoder map of side 568 with the "
             "central 392 kept, 88 pixels cropped on every side. Upper right: "
             "a map of side 196 becomes 392 by a 2×2 up-convolution. The two "
             "64-channel maps are concatenated to 128 channels and two "
             "unpadded 3×3 convolutions leave 64 channels of side 388.",
        skip="encoder level 1, 64 ch", keep="kept", below="level 2, 128 ch",
        up="2×2 up-conv", half="halves channels",
        cat="concatenate channels: 64 + 64 = 128",
        order="first concatenate, then convolve", a="encoder", b="upsampled",
        conv="3×3 conv + ReLU, twice", out="64 channels"),
}
S = 0.36
W, H = 480, 612


def text(x, y, s, size=15, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def square(x, y, side, stroke, fill, dash=False, width=1.8):
    more = ' stroke-dasharray="6 4"' if dash else ""
    return (f'<rect x="{x:.1f}" y="{y:.1f}" width="{side * S:.1f}" '
            f'height="{side * S:.1f}" fill="{fill}" stroke="{stroke}" '
            f'stroke-width="{width}"{more}/>')


def arrow(d, c):
    return (f'<path d="{d}" stroke="var(--{c})" stroke-width="2" fill="none" '
            f'marker-end="url(#join-{c})"/>')


def draw(lang):
    w = WORDS[lang]
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>', '<defs>']
    for c in ("amber", "jade", "ink-soft"):
        o.append(f'<marker id="join-{c}" viewBox="0 0 8 8" refX="7" refY="4" '
                 f'markerWidth="5" markerHeight="5" orient="auto">'
                 f'<path d="M0 0L8 4L0 8z" fill="var(--{c})"/></marker>')
    o += ['</defs>', '<g font-family="var(--font-text)">']
    # the skip and its crop
    x0, y0, m = 14, 40, CROP * S
    side, inner = SKIP * S, MAP * S
    o.append(text(x0 + side / 2, 26, w["skip"], 15, "var(--cobalt)"))
    o.append(square(x0, y0, SKIP, "var(--cobalt)", "var(--cobalt-wash)"))
    o.append(square(x0 + m, y0 + m, MAP, "var(--amber)", "var(--surface)",
                    True))
    mid = y0 + side / 2
    o.append(text(x0 + side / 2, mid - 4, f'{w["keep"]} {MAP}', 17,
                  "var(--amber)", weight=600))
    o.append(text(x0 + side / 2, mid + 19, f"{SKIP} − 2×{CROP}", 15,
                  "var(--ink-soft)"))
    for x in (x0 + m / 2, x0 + side - m / 2):
        o.append(text(x, mid + 6, CROP, 15))
    for y in (y0 + m / 2, y0 + side - m / 2):
        o.append(text(x0 + side / 2, y + 5, CROP, 15))
    o.append(text(x0, y0 + side + 19, f"{SKIP}×{SKIP}", 15, "var(--cobalt)",
                  "start", 600))
    # the up-convolution
    x1, y1 = 306, 40
    o.append(text(x1 + inner / 2, 26, w["below"], 15, "var(--ink-soft)"))
    small = BELOW * S
    o.append(square(x1, y1, BELOW, "var(--ink-soft)", "var(--sunken)"))
    o.append(text(x1 + small / 2, y1 + small / 2 + 6, BELOW, 17, weight=600))
    ya = y1 + small
    o.append(arrow(f"M{x1 + 18} {ya + 2:.1f}V{ya + 40:.1f}", "jade"))
    o.append(text(x1 + 28, ya + 18, w["up"], 15, "var(--jade)", "start", 600))
    o.append(text(x1 + 28, ya + 37, w["half"], 14, "var(--ink-soft)", "start"))
    y2 = ya + 44
    o.append(square(x1, y2, MAP, "var(--jade)", "var(--jade-wash)"))
    o.append(text(x1 + inner / 2, y2 + inner / 2 + 6, f"{MAP}×{MAP}", 17,
                  "var(--jade)", weight=600))
    # concatenation
    yc = 334
    xa = W / 2 - inner - 3
    xb = W / 2 + 3
    o.append(arrow(f"M{x0 + side / 2 + 30:.1f} {y0 + side + 4:.1f}"
                   f"V{yc - 4}", "amber"))
    o.append(arrow(f"M{x1 + 24} {y2 + inner + 2:.1f}V{yc - 4}", "jade"))
    o.append(square(xa, yc, MAP, "var(--amber)", "var(--cobalt-wash)", True))
    o.append(square(xb, yc, MAP, "var(--jade)", "var(--jade-wash)"))
    for x, name, c in ((xa, w["a"], "amber"), (xb, w["b"], "jade")):
        o.append(text(x + inner / 2, yc + inner / 2 - 6, name, 15,
                      f"var(--{c})"))
        o.append(text(x + inner / 2, yc + inner / 2 + 17, f"64 × {MAP}²", 17,
                      f"var(--{c})", weight=600))
    yt = yc + inner + 24
    o.append(text(W / 2, yt, w["cat"], 16, weight=600))
    o.append(text(W / 2, yt + 22, w["order"], 15, "var(--ink-soft)"))
    o.append(arrow(f"M{W / 2} {yt + 30:.1f}V{yt + 56:.1f}", "ink-soft"))
    o.append(text(W / 2, yt + 76, w["conv"], 15, "var(--ink-soft)"))
    o.append(text(W / 2, yt + 99,
                  f'{MAP} → {MAP - 2} → {MAP - 4}，{w["out"]}' if lang == "zh"
                  else f'{MAP} → {MAP - 2} → {MAP - 4}, {w["out"]}', 17,
                  weight=600))
    o.append('</g></svg>')
    return "\n".join(s for s in o if s) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"join.{lang}.svg").write_text(draw(lang), "utf-8")
