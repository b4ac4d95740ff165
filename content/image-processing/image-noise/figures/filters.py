"""What a 3x3 mean and a 3x3 median do to the test image of noises.py."""
import sys
from pathlib import Path

import numpy as np

sys.dont_write_bytecode = True
from noises import image, legend, pixels, salt_pepper, text  # noqa: E402


def window(g, border):
    p = np.pad(g, 1, mode=border)
    n = len(g)
    return np.stack([p[i:i + n, j:j + n] for i in range(3)
                     for j in range(3)])


def mean(g):
    return np.rint(window(g, "reflect").mean(axis=0))


def median(g):
    return np.median(window(g, "edge"), axis=0)


def rows(rng):
    f = image()
    return {"none": lambda: f,
            "gaussian": lambda: f + rng.normal(0, 20, f.shape),
            "salt": lambda: salt_pepper(f, rng)}


def errors(draws=100):
    f = image()
    smooth = np.abs(window(f, "reflect").mean(axis=0) - f) < 1
    out = {}
    for name, make in rows(np.random.default_rng(0)).items():
        e = np.zeros((3, 2))
        for _ in range(draws):
            g = np.clip(np.rint(make()), 0, 255)
            for k, h in enumerate((g, mean(g), median(g))):
                d = (h - f) ** 2
                e[k] += (d[smooth].mean() / draws, d[~smooth].mean() / draws)
        out[name] = e
    return out


WORDS = {
    "zh": dict(
        title="3×3均值与3×3中值作用在干净图、高斯噪声和椒盐噪声上",
        desc="三行三列。行是无噪声、高斯σ=20、椒盐10%；列是滤波前、均值、"
             "中值。每格下面是平滑处与边缘处的均方误差。均值把圆盘和细线"
             "抹糊，中值把一像素宽的细线整条删掉，但清掉了几乎所有椒盐点。",
        cols=("滤波前", "3×3均值", "3×3中值"),
        rows=dict(none="无噪声", gaussian="高斯，σ=20", salt="椒盐，10%"),
        mse="MSE：平滑处 / 边缘处", ends=("灰度0", "255")),
    "en": dict(
        title="A 3×3 mean and a 3×3 median on no noise, Gaussian noise and "
              "salt-and-pepper",
        desc="Three rows, three columns. Rows: no noise, Gaussian with sigma "
             "20, salt-and-pepper 10%. Columns: before, mean, median. Below "
             "each panel the mean squared error in smooth parts and at "
             "edges. The mean smears disc and line; the median deletes the "
             "line one pixel wide but removes nearly all impulses.",
        cols=("before", "3×3 mean", "3×3 median"),
        rows=dict(none="no noise", gaussian="Gaussian, σ = 20",
                  salt="salt-and-pepper, 10%"),
        mse="MSE: smooth / edges", ends=("grey 0", "255")),
}
SIDE, GAP, W = 144, 16, 480


def draw(lang):
    w = WORDS[lang]
    e = errors()
    h = 34 + 3 * (SIDE + 56) + 30
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {h}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>', '<g font-family="var(--font-text)">']
    for k, c in enumerate(w["cols"]):
        o.append(text(8 + k * (SIDE + GAP) + SIDE / 2, 20, c, 16,
                      "var(--ink)", "middle", 600))
    for r, (name, make) in enumerate(rows(np.random.default_rng(3)).items()):
        y = 56 + r * (SIDE + 56)
        o.append(text(8, y - 8, w["rows"][name], 16, "var(--cobalt)",
                      "start", 600))
        if r == 0:
            o.append(text(W - 8, y - 8, w["mse"], 15, "var(--ink-soft)",
                          "end"))
        g = np.clip(np.rint(make()), 0, 255)
        for k, p in enumerate((g, mean(g), median(g))):
            x = 8 + k * (SIDE + GAP)
            o.append(pixels(p, x, y, SIDE))
            s, t = np.rint(e[name][k]).astype(int)
            o.append(text(x + SIDE / 2, y + SIDE + 19, f"{s} / {t}", 16))
    o.append(legend(h - 24, W, w["ends"]))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"filters.{lang}.svg").write_text(draw(lang), "utf-8")
    print({k: v.round(1).tolist() for k, v in errors().items()})
