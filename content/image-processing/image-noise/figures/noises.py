"""One 24x24 test image and eight ways to spoil it."""
from pathlib import Path

import numpy as np

N, LEVELS = 24, 16
Y, X = np.mgrid[0:N, 0:N]


def image():
    f = 50 + 5.0 * X
    f[(X - 7) ** 2 + (Y - 14) ** 2 < 26] = 220
    f[3:21, 18] = 20
    return f


def salt_pepper(f, rng, p=0.1):
    u = rng.random(f.shape)
    return np.where(u < p / 2, 0, np.where(u > 1 - p / 2, 255, f))


def jpeg(f, step=70.0):
    """8x8 DCT, coefficients rounded to a step that grows with frequency."""
    k = np.arange(8)
    d = np.sqrt(np.where(k == 0, 1, 2) / 8)[:, None] * np.cos(
        np.pi * (2 * k[None] + 1) * k[:, None] / 16)
    q = step * (1 + 0.35 * (k[:, None] + k[None]))
    out = np.empty_like(f)
    for i in range(0, N, 8):
        for j in range(0, N, 8):
            c = d @ (f[i:i + 8, j:j + 8] - 128) @ d.T
            out[i:i + 8, j:j + 8] = d.T @ (np.rint(c / q) * q) @ d + 128
    return out


def noises(rng):
    f = image()
    return {
        "clean": f,
        "gaussian": f + rng.normal(0, 20, f.shape),
        "poisson": 4.0 * rng.poisson(f / 4),
        "speckle": f * (1 + rng.normal(0, 0.2, f.shape)),
        "salt": salt_pepper(f, rng),
        "periodic": f + 30 * np.sin(2 * np.pi * (X + Y) / 6),
        "fixed": f + rng.normal(0, 20, N)[None, :],
        "quant": np.floor(f / 64) * 64 + 32,
        "jpeg": jpeg(f),
    }


def text(x, y, s, size=15, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def pixels(g, x, y, side):
    """Grey levels as amounts of ink: one path of pixel runs per level."""
    level = np.rint((1 - np.clip(g, 0, 255) / 255) * (LEVELS - 1)).astype(int)
    o = [f'<g transform="translate({x:g} {y:g}) scale({side / N:g})" '
         f'fill="var(--ink)" shape-rendering="crispEdges">']
    for k in range(1, LEVELS):
        d = ""
        for r in range(N):
            c = 0
            while c < N:
                if level[r, c] != k:
                    c += 1
                    continue
                e = c
                while e < N and level[r, e] == k:
                    e += 1
                d += f"M{c} {r}h{e - c}v1h-{e - c}z"
                c = e
        if d:
            o.append(f'<path fill-opacity="{k / (LEVELS - 1):.2g}" d="{d}"/>')
    o.append('</g>')
    o.append(f'<rect x="{x:g}" y="{y:g}" width="{side}" height="{side}" '
             f'fill="none" stroke="var(--line-strong)"/>')
    return "\n".join(o)


def legend(y, w, words):
    """The grey scale, so that the picture reads in either theme."""
    o, s = [], 13
    x0 = w / 2 - LEVELS * s / 2
    for k in range(LEVELS):
        o.append(f'<rect x="{x0 + k * s:g}" y="{y}" width="{s}" height="14" '
                 f'fill="var(--ink)" fill-opacity='
                 f'"{1 - k / (LEVELS - 1):.2g}" '
                 f'shape-rendering="crispEdges"/>')
    o.append(f'<rect x="{x0:g}" y="{y}" width="{LEVELS * s}" height="14" '
             f'fill="none" stroke="var(--line-strong)"/>')
    o.append(text(x0 - 8, y + 13, words[0], 15, "var(--ink-soft)", "end"))
    o.append(text(x0 + LEVELS * s + 8, y + 13, words[1], 15,
                  "var(--ink-soft)", "start"))
    return "\n".join(o)


WORDS = {
    "zh": dict(
        title="同一张24×24的小图，八种劣化",
        desc="九格。第一格是原图：左暗右亮的斜坡、一个亮圆盘、一条一像素宽的"
             "暗线。其余八格依次是高斯、散粒、散斑、椒盐、周期条纹、按列的"
             "固定图案、量化成4级和按8×8分块压缩。底部的灰度条标明哪一端是0。",
        names=dict(clean="原图", gaussian="高斯", poisson="散粒（泊松）",
                   speckle="散斑（乘性）", salt="椒盐（脉冲）",
                   periodic="周期", fixed="固定图案（列）",
                   quant="量化到4级", jpeg="分块压缩"),
        ends=("灰度0", "255")),
    "en": dict(
        title="One 24×24 image and eight ways to spoil it",
        desc="Nine panels. The first is the clean image: a ramp from dark "
             "on the left to bright on the right, a bright disc and a dark "
             "line one pixel wide. Then Gaussian, shot, speckle, salt-and-"
             "pepper, periodic stripes, a fixed pattern by column, "
             "quantisation to 4 levels and 8×8 block compression. The grey "
             "scale at the bottom shows which end is 0.",
        names=dict(clean="clean", gaussian="Gaussian", poisson="shot (Poisson)",
                   speckle="speckle", salt="salt-and-pepper",
                   periodic="periodic", fixed="fixed pattern",
                   quant="4 grey levels", jpeg="block coding"),
        ends=("grey 0", "255")),
}
SIDE, GAP, W = 144, 16, 480


def draw(lang):
    w = WORDS[lang]
    h = 8 + 3 * (SIDE + 36) + 30
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {h}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>', '<g font-family="var(--font-text)">']
    for k, (key, g) in enumerate(noises(np.random.default_rng(3)).items()):
        x = 8 + k % 3 * (SIDE + GAP)
        y = 26 + k // 3 * (SIDE + 36)
        o.append(text(x + SIDE / 2, y - 8, w["names"][key], 16,
                      "var(--ink)", "middle", 600))
        o.append(pixels(g, x, y, SIDE))
    o.append(legend(h - 24, W, w["ends"]))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"noises.{lang}.svg").write_text(draw(lang), "utf-8")
