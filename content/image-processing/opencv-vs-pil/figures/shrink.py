"""Thin lines shrunk by 3: what cv2.resize and Pillow keep of them."""
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

N, M, LEVELS = 36, 12, 16


def image():
    a = np.full((N, N), 230, np.uint8)
    i = np.arange(2, N - 2)
    a[2:N - 2, 4] = 0                   # on a sampling point: 3k + 1
    a[2:N - 2, 9] = 0                   # between sampling points
    a[i, 18 + (i * 2) // 5] = 0     # a slanted line
    return a


METHODS = {
    "linear": lambda a, n, m: cv2.resize(a, (n, m)),
    "area": lambda a, n, m: cv2.resize(a, (n, m),
                                       interpolation=cv2.INTER_AREA),
    "pillow": lambda a, n, m: np.asarray(Image.fromarray(a).resize(
        (n, m), Image.Resampling.BILINEAR)),
}


def weights(f):
    """How much each of 15 neighbours gives to one output pixel."""
    k, out = M // 2, []
    for j in range(3 * k + 1 - 5, 3 * k + 1 + 6):
        a = np.zeros((9, N), np.float32)
        a[:, j] = 1
        out.append(float(f(a, M, 3)[1, k]))
    return out


def text(x, y, s, size=15, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def pixels(g, x, y, side):
    n = len(g)
    level = np.rint((1 - np.asarray(g, float) / 255) * (LEVELS - 1))
    o = [f'<g transform="translate({x:g} {y:g}) scale({side / n:g})" '
         f'fill="var(--ink)" shape-rendering="crispEdges">']
    for k in range(1, LEVELS):
        d = ""
        for r in range(n):
            c = 0
            while c < n:
                e = c
                while e < n and level[r, e] == k:
                    e += 1
                if e > c:
                    d += f"M{c} {r}h{e - c}v1h-{e - c}z"
                c = max(e, c + 1)
        if d:
            o.append(f'<path fill-opacity="{k / (LEVELS - 1):.2g}" d="{d}"/>')
    o.append('</g>')
    o.append(f'<rect x="{x:g}" y="{y:g}" width="{side}" height="{side}" '
             f'fill="none" stroke="var(--line-strong)"/>')
    return "\n".join(o)


WORDS = {
    "zh": dict(
        title="三条细线缩小到三分之一：cv2默认双线性、INTER_AREA与Pillow双线性",
        desc="四格。原图36×36，三条一像素宽的线。cv2默认双线性缩成12×12后，"
             "左起第一条线原样保留，第二条完全消失，斜线断成点。INTER_AREA和"
             "Pillow双线性三条都在，只是变淡。每个结果下方画着一个输出像素在"
             "横向上取哪些输入像素、各占多少：cv2默认只取1个，INTER_AREA平均"
             "3个，Pillow用1、2、3、2、1的三角形取5个。",
        names=dict(src="原图 36×36", linear="cv2 INTER_LINEAR",
                   area="cv2 INTER_AREA", pillow="Pillow BILINEAR"),
        note="柱：一个输出像素横向上取哪些输入像素", ends=("灰度0", "255")),
    "en": dict(
        title="Three thin lines shrunk to a third: cv2 bilinear, INTER_AREA "
              "and Pillow bilinear",
        desc="Four panels. The source has 36×36 pixels and three lines one "
             "pixel wide. At 12×12, cv2's default bilinear keeps the first "
             "line at full strength, loses the second completely and breaks "
             "the slanted one into dots. INTER_AREA and Pillow keep all "
             "three, only fainter. Below each result: which input pixels one "
             "output pixel takes horizontally, and how much of each. cv2's "
             "default takes 1, INTER_AREA averages 3, Pillow takes 5 in a "
             "triangle 1, 2, 3, 2, 1.",
        names=dict(src="source 36×36", linear="cv2 INTER_LINEAR",
                   area="cv2 INTER_AREA", pillow="Pillow BILINEAR"),
        note="bars: input pixels taken by one output pixel, horizontally",
        ends=("grey 0", "255")),
}
W, SIDE = 480, 216


def bars(w, x, y):
    o, s = [], 18
    x0 = x + SIDE / 2 - len(w) * s / 2
    o.append(f'<path d="M{x0:g} {y}h{len(w) * s}" '
             f'stroke="var(--line-strong)"/>')
    for i, v in enumerate(w):
        if v > 1e-4:
            h = 40 * v
            o.append(f'<rect x="{x0 + i * s + 2:g}" y="{y - h:.1f}" '
                     f'width="{s - 4}" height="{h:.1f}" '
                     f'fill="var(--cobalt)"/>')
        else:
            o.append(f'<circle cx="{x0 + i * s + s / 2:g}" cy="{y - 3}" '
                     f'r="1.5" fill="var(--ink-faint)"/>')
    ninths = [round(9 * v) for v in w]
    assert max(abs(9 * v - k) for v, k in zip(w, ninths)) < 0.01
    o.append(text(x0 + len(w) * s / 2, y + 18,
                  "  ".join("1" if k == 9 else f"{k}/9" for k in ninths if k),
                  15,
                  "var(--cobalt)"))
    return "\n".join(o)


def draw(lang):
    w = WORDS[lang]
    h = 2 * (SIDE + 100) + 34
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {h}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>', '<g font-family="var(--font-text)">']
    src = image()
    for k, name in enumerate(("src", "linear", "area", "pillow")):
        x, y = 12 + k % 2 * (SIDE + 24), 28 + k // 2 * (SIDE + 100)
        o.append(text(x + SIDE / 2, y - 9, w["names"][name], 16, "var(--ink)",
                      "middle", 600))
        if name == "src":
            o.append(pixels(src, x, y, SIDE))
            continue
        f = METHODS[name]
        o.append(pixels(f(src, M, M), x, y, SIDE))
        o.append(bars(weights(f), x, y + SIDE + 46))
    y = 28 + SIDE + 34
    n = 13
    x0 = 12 + SIDE / 2 - 52
    for k in range(8):
        o.append(f'<rect x="{x0 + k * n:g}" y="{y}" width="{n}" height="14" '
                 f'fill="var(--ink)" fill-opacity="{1 - k / 7:.2g}" '
                 f'shape-rendering="crispEdges"/>')
    o.append(f'<rect x="{x0:g}" y="{y}" width="{8 * n}" height="14" '
             f'fill="none" stroke="var(--line-strong)"/>')
    o.append(text(x0 - 7, y + 13, w["ends"][0], 15, "var(--ink-soft)", "end"))
    o.append(text(x0 + 8 * n + 7, y + 13, w["ends"][1], 15,
                  "var(--ink-soft)", "start"))
    o.append(text(W / 2, h - 12, w["note"], 15, "var(--ink-soft)"))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"shrink.{lang}.svg").write_text(draw(lang), "utf-8")
    for name, f in METHODS.items():
        print(name, np.round(weights(f), 3),
              f(image(), M, M)[6, :4])
