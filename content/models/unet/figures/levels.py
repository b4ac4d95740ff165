"""U-Net of 2015: channels and side lengths of every level, 572 -> 388."""
from pathlib import Path

SIZE = 572
CHANNELS = (64, 128, 256, 512)


def sizes(n):
    """Encoder triples, bottom triple, decoder (triple, crop per side)."""
    down = []
    for _ in CHANNELS:
        down.append((n, n - 2, n - 4))
        n = (n - 4) // 2
    bottom = (n, n - 2, n - 4)
    n -= 4
    up = []
    for a in reversed(down):
        n *= 2
        up.append(((n, n - 2, n - 4), (a[2] - n) // 2))
        n -= 4
    return down, bottom, list(reversed(up)), n


WORDS = {
    "zh": dict(
        title="U-Net逐层尺寸：输入572，输出388",
        desc="左列编码器自上而下，右列解码器自下而上。每格给出通道数与三次边长："
             "进入、第一个卷积后、第二个卷积后。池化后边长减半，"
             "上卷积后加倍；跳跃连接自左向右，每边裁去88、40、16、4像素。",
        enc="编码器 ↓", dec="↑ 解码器", ch="{} 通道", join="{} + {} 通道",
        crop="每边裁{}", pool="池化 ÷2", up="上卷积 ×2",
        bottom="最底层：1024 通道", head="1×1 卷积：64 → 2 类",
        inp="输入 1 通道", out="输出 {0}×{0}"),
    "en": dict(
        title="Sizes in U-Net, level by level: 572 in, 388 out",
        desc="The encoder runs down the left column, the decoder up the right "
             "one. Each box states channels and three side lengths: on entry, "
             "after the first and after the second convolution. Pooling "
             "halves the side, the up-convolution doubles it. Skips run left "
             "to right and lose 88, 40, 16 and 4 pixels per side.",
        enc="encoder ↓", dec="↑ decoder", ch="{} channels",
        join="{} + {} channels", crop="crop {}", pool="pool ÷2",
        up="up-conv ×2", bottom="bottom: 1024 channels",
        head="1×1: 64 → 2 classes", inp="input, 1 channel",
        out="output {0}×{0}"),
}
W, BOX, H, STEP, TOP = 480, 178, 62, 104, 118
LEFT, RIGHT = 8, W - 8 - BOX


def text(x, y, s, size=15, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def box(x, y, w, h, stroke, fill, dash=""):
    return (f'<rect x="{x:g}" y="{y:g}" width="{w}" height="{h}" rx="6" '
            f'fill="{fill}" stroke="{stroke}" stroke-width="1.6"{dash}/>')


def arrow(x1, y1, x2, y2, colour, dash=""):
    return (f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}" stroke="{colour}" '
            f'stroke-width="2" fill="none" marker-end="url(#tip-{colour[6:-1]})"'
            f'{dash}/>')


def draw(lang):
    w = WORDS[lang]
    down, bottom, up, out_side = sizes(SIZE)
    height = TOP + 4 * STEP + H + 10
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {height}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>', '<defs>']
    for c in ("cobalt", "jade", "amber"):
        o.append(f'<marker id="tip-{c}" viewBox="0 0 8 8" refX="7" refY="4" '
                 f'markerWidth="5" markerHeight="5" orient="auto">'
                 f'<path d="M0 0L8 4L0 8z" fill="var(--{c})"/></marker>')
    o += ['</defs>', '<g font-family="var(--font-text)">']
    lx, rx = LEFT + BOX / 2, RIGHT + BOX / 2
    o.append(text(lx, 22, w["enc"], 16, "var(--cobalt)", weight=600))
    o.append(text(rx, 22, w["dec"], 16, "var(--jade)", weight=600))
    o.append(text(lx, 62, w["inp"], 15, "var(--ink-soft)"))
    o.append(text(lx, 83, f"{SIZE}×{SIZE}", 15, "var(--ink-soft)"))
    o.append(arrow(lx, 91, lx, TOP - 3, "var(--cobalt)"))
    o.append(text(rx, 62, w["out"].format(out_side), 16, weight=600))
    o.append(text(rx, 83, w["head"], 15, "var(--ink-soft)"))
    o.append(arrow(rx, TOP - 1, rx, 93, "var(--jade)"))
    for k, c in enumerate(CHANNELS):
        y = TOP + k * STEP
        e, (d, crop) = down[k], up[k]
        o.append(box(LEFT, y, BOX, H, "var(--cobalt)", "var(--cobalt-wash)"))
        o.append(text(lx, y + 25, w["ch"].format(c), 15, "var(--cobalt)"))
        o.append(text(lx, y + 49, " → ".join(map(str, e)), 17, weight=600))
        o.append(box(RIGHT, y, BOX, H, "var(--jade)", "var(--jade-wash)"))
        o.append(text(rx, y + 25, w["join"].format(c, c), 15, "var(--jade)"))
        o.append(text(rx, y + 49, " → ".join(map(str, d)), 17, weight=600))
        o.append(arrow(LEFT + BOX + 2, y + 42, RIGHT - 3, y + 42,
                       "var(--amber)", ' stroke-dasharray="6 4"'))
        o.append(text(W / 2, y + 31, w["crop"].format(crop), 15,
                      "var(--amber)", weight=600))
        if k < 3:
            o.append(arrow(lx, y + H + 1, lx, y + STEP - 3, "var(--cobalt)"))
            o.append(text(lx - 10, y + H + 27, w["pool"], 15,
                          "var(--ink-soft)", "end"))
            o.append(arrow(rx, y + STEP - 1, rx, y + H + 3, "var(--jade)"))
            o.append(text(rx - 10, y + H + 27, w["up"], 15,
                          "var(--ink-soft)", "end"))
    y = TOP + 4 * STEP
    bx, bw = 128, W - 256
    o.append(box(bx, y, bw, H, "var(--ink-soft)", "var(--surface)"))
    o.append(text(W / 2, y + 25, w["bottom"], 15, "var(--ink-soft)"))
    o.append(text(W / 2, y + 49, " → ".join(map(str, bottom)), 17, weight=600))
    y3 = TOP + 3 * STEP + H
    for x, c in ((lx, "cobalt"), (rx, "jade")):
        edge = bx if x < W / 2 else bx + bw
        mid = y + H / 2
        d = (f"M{x:g} {y3 + 1}V{mid:g}H{edge - 3}" if c == "cobalt" else
             f"M{edge} {mid:g}H{x:g}V{y3 + 3}")
        o.append(f'<path d="{d}" stroke="var(--{c})" stroke-width="2" '
                 f'fill="none" marker-end="url(#tip-{c})"/>')
    o.append(text(lx - 10, y3 + 27, w["pool"], 15, "var(--ink-soft)", "end"))
    o.append(text(rx - 10, y3 + 27, w["up"], 15, "var(--ink-soft)", "end"))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"levels.{lang}.svg").write_text(draw(lang), "utf-8")
