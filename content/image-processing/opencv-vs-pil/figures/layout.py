"""The bytes of a 2x3 image: OpenCV, Pillow, and the order of a network."""
from pathlib import Path

import numpy as np

H0, W0 = 2, 3
W, H = 480, 478
WORDS = {
    "zh": dict(
        title="一张2行3列彩色图的18个字节怎样排列",
        desc="上方是2行3列的像素格，右下角像素在数组里是[1, 2]，在Pillow里是"
             "(2, 1)。下方三条内存：OpenCV按B、G、R逐像素排，Pillow按R、G、B"
             "逐像素排，右下角像素都占字节15到17；网络要的(c,h,w)先排完全部R，"
             "再排G和B，同一个像素散在字节5、11、17。",
        arr="NumPy / OpenCV：shape = (2, 3, 3)，先行后列",
        pil="Pillow：size = (3, 2)，先x后y",
        px=("img[1, 2]", "getpixel((2, 1))"),
        rows=("OpenCV，(h, w, c)，BGR", "Pillow转数组，(h, w, c)，RGB",
              "送进网络，(c, h, w)，RGB"),
        st="跨度 {}", at="粗框是右下角像素，占字节 {}"),
    "en": dict(
        title="How the 18 bytes of a colour image of 2 rows and 3 columns lie",
        desc="On top, 2 rows of 3 pixels; the bottom right one is [1, 2] in an "
             "array and (2, 1) in Pillow. Below, three strips of memory: "
             "OpenCV stores B, G, R pixel by pixel, Pillow R, G, B; the bottom "
             "right pixel has bytes 15 to 17 in both. The (c,h,w) order of a "
             "network stores all R, then G, then B; the same pixel is "
             "scattered over bytes 5, 11 and 17.",
        arr="NumPy / OpenCV: shape = (2, 3, 3), row first",
        pil="Pillow: size = (3, 2), x first",
        px=("img[1, 2]", "getpixel((2, 1))"),
        rows=("OpenCV, (h, w, c), BGR", "Pillow as array, (h, w, c), RGB",
              "for a network, (c, h, w), RGB"),
        st="strides {}", at="bold: bottom right pixel, bytes {}"),
}
WASH = {"R": "cinnabar", "G": "jade", "B": "cobalt"}


def text(x, y, s, size=15, fill="var(--ink)", anchor="middle", weight=400,
         font=""):
    f = f' font-family="var(--font-{font})"' if font else ""
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}"{f}>{s}</text>')


def strips():
    """(letters, offsets of pixel [1, 2], strides) of the three layouts."""
    out = []
    for order, chw in (("BGR", False), ("RGB", False), ("RGB", True)):
        y, x, c = np.indices((H0, W0, 3))
        code = (y * W0 + x) * 3 + c
        if chw:
            code = np.ascontiguousarray(code.transpose(2, 0, 1))
        code = code.astype(np.uint8)
        flat = code.ravel()
        letters = [order[v % 3] for v in flat]
        last = [i for i, v in enumerate(flat) if v // 3 == H0 * W0 - 1]
        out.append((letters, last, code.strides))
    return out


def draw(lang):
    w = WORDS[lang]
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>', '<g font-family="var(--font-text)">']
    o.append(text(16, 22, w["arr"], 16, "var(--ink)", "start", 600))
    o.append(text(16, 46, w["pil"], 16, "var(--ink)", "start", 600))
    x0, y0, s = 48, 84, 44
    for r in range(H0):
        o.append(text(x0 - 12, y0 + r * s + s / 2 + 5, r, 15,
                      "var(--ink-soft)"))
        for c in range(W0):
            last = r == H0 - 1 and c == W0 - 1
            if r == 0:
                o.append(text(x0 + c * s + s / 2, y0 - 7, c, 15,
                              "var(--ink-soft)"))
            o.append(f'<rect x="{x0 + c * s}" y="{y0 + r * s}" width="{s}" '
                     f'height="{s}" fill="var(--'
                     f'{"amber-wash" if last else "sunken"})" '
                     f'stroke="var(--line-strong)"/>')
    x, y = x0 + (W0 - 1) * s, y0 + (H0 - 1) * s
    o.append(f'<rect x="{x}" y="{y}" width="{s}" height="{s}" fill="none" '
             f'stroke="var(--ink)" stroke-width="3"/>')
    o.append(f'<path d="M{x + s + 4} {y + s / 2}H{x + s + 34}" '
             f'stroke="var(--ink-soft)" stroke-width="1.5"/>')
    o.append(text(x + s + 42, y + 16, w["px"][0], 16, "var(--ink)", "start",
                  400, "code"))
    o.append(text(x + s + 42, y + 40, w["px"][1], 16, "var(--ink)", "start",
                  400, "code"))
    cell = 24
    x0 = (W - 18 * cell) / 2
    for k, (letters, last, strides) in enumerate(strips()):
        y = 216 + k * 88
        o.append(text(x0, y - 9, w["rows"][k], 15, "var(--ink)", "start",
                      600))
        o.append(text(W - x0, y - 9, w["st"].format(strides), 15,
                      "var(--ink-soft)", "end"))
        for i, c in enumerate(letters):
            o.append(f'<rect x="{x0 + i * cell:g}" y="{y}" width="{cell}" '
                     f'height="30" fill="var(--{WASH[c]}-wash)" '
                     f'stroke="var(--line-strong)"/>')
            o.append(text(x0 + i * cell + cell / 2, y + 20.5, c, 15,
                          f"var(--{WASH[c]})", "middle", 600))
        for i in last:
            o.append(f'<rect x="{x0 + i * cell:g}" y="{y}" width="{cell}" '
                     f'height="30" fill="none" stroke="var(--ink)" '
                     f'stroke-width="3"/>')
            o.append(text(x0 + i * cell + cell / 2, y + 47, i, 14,
                          "var(--ink-soft)"))
        o.append(text(x0 + cell / 2, y + 47, 0, 14, "var(--ink-soft)"))
    runs = " / ".join(("15–17", "15–17", ", ".join(
        map(str, strips()[2][1]))))
    o.append(text(x0, H - 10, w["at"].format(runs), 15, "var(--ink-soft)",
                  "start"))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"layout.{lang}.svg").write_text(draw(lang), "utf-8")
    print([s[1:] for s in strips()])
