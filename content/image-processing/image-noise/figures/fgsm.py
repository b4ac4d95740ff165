"""How far one step of size eps moves a linear score, by dimension."""
from math import log10, pi, sqrt
from pathlib import Path

import numpy as np

EPS, LO, HI = 0.03, 1, 5.4            # log10 of n
VLO, VHI = -2.2, 4.2                  # log10 of the change
W, H = 480, 372
L, R, T, B = 62, 470, 16, 316
WORDS = {
    "zh": dict(
        title="线性打分的改变量随维数增长：FGSM正比于n，随机符号正比于√n",
        desc="双对数坐标，横轴是输入维数n，纵轴是ε=0.03时打分的平均改变量。"
             "FGSM的直线斜率为1，随机符号的斜率为1/2。n=784时是18.8对0.67，"
             "相差28倍；n=150528时是3603对9.3，相差388倍。",
        x="输入维数 n（对数轴）", fgsm="FGSM：∝ n", rand="随机符号：∝ √n",
        y="打分的改变量", marks=("28×28", "224×224×3"), times="{}倍"),
    "en": dict(
        title="Change of a linear score by dimension: FGSM grows as n, random "
              "signs as √n",
        desc="Log-log axes: input dimension n against the mean change of the "
             "score for eps = 0.03. The FGSM line has slope 1, random signs "
             "slope one half. At n = 784: 18.8 against 0.67, 28 times; at "
             "n = 150528: 3603 against 9.3, 388 times.",
        x="input dimension n (log)", fgsm="FGSM: ∝ n",
        rand="random signs: ∝ √n", y="change of the score",
        marks=("28×28", "224×224×3"), times="{} times"),
}


def text(x, y, s, size=15, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x:.4g}" y="{y:.4g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def px(n):
    return L + (log10(n) - LO) / (HI - LO) * (R - L)


def py(v):
    return B - (log10(v) - VLO) / (VHI - VLO) * (B - T)


def fgsm(n):
    return EPS * n * sqrt(2 / pi)


def rand(n):
    return EPS * sqrt(n) * sqrt(2 / pi)


def draw(lang):
    w = WORDS[lang]
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>', '<g font-family="var(--font-text)">']
    for e in range(-2, 5):
        y = py(10.0 ** e)
        o.append(f'<path d="M{L} {y:.1f}H{R}" stroke="var(--line)"/>')
        o.append(text(L - 8, y + 5, f"{10.0 ** e:g}", 14, "var(--ink-soft)",
                      "end"))
    for e in range(1, 6):
        x = px(10.0 ** e)
        o.append(text(x, B + 22, "10" + "⁰¹²³⁴⁵"[e], 15, "var(--ink-soft)"))
        o.append(f'<path d="M{x:.1f} {B}v5" stroke="var(--line-strong)"/>')
    o.append(f'<path d="M{L} {T}V{B}H{R}" fill="none" '
             f'stroke="var(--line-strong)"/>')
    for f, c, dash in ((fgsm, "cinnabar", ""),
                       (rand, "cobalt", ' stroke-dasharray="7 5"')):
        a, b = 10.0 ** LO, 10.0 ** HI
        o.append(f'<path d="M{px(a):.1f} {py(f(a)):.1f}L{px(b):.1f} '
                 f'{py(f(b)):.1f}" stroke="var(--{c})" fill="none" '
                 f'stroke-width="2.5"{dash}/>')
    rng = np.random.default_rng(0)          # measured points
    for n in (10, 30, 100, 300, 1000, 3000, 10000):
        u = rng.normal(size=(300, n))
        s = rng.choice([-1, 1], u.shape)
        a = EPS * np.abs(u).sum(axis=1).mean()
        b = EPS * np.abs((u * s).sum(axis=1)).mean()
        o.append(f'<circle cx="{px(n):.1f}" cy="{py(a):.1f}" r="4.5" '
                 f'fill="var(--cinnabar)"/>')
        o.append(f'<rect x="{px(n) - 4:.1f}" y="{py(b) - 4:.1f}" width="8" '
                 f'height="8" fill="var(--surface)" stroke="var(--cobalt)" '
                 f'stroke-width="2"/>')
    for n, name, side in ((784, w["marks"][0], 1),
                          (150528, w["marks"][1], -1)):
        x, y1, y2 = px(n), py(fgsm(n)), py(rand(n))
        o.append(f'<path d="M{x:.1f} {y1 + 8:.1f}V{y2 - 8:.1f}" '
                 f'stroke="var(--ink-soft)" stroke-width="1.5" '
                 f'stroke-dasharray="2 3"/>')
        a = "start" if side > 0 else "end"
        o.append(text(x + 7 * side, y1 + (0.55 if side < 0 else 0.42) * (y2 - y1) + 5,
                      w["times"].format(round(sqrt(n))), 16, "var(--ink)",
                      a, 600))
        o.append(text(x if side > 0 else R, B - 10, name, 15,
                      "var(--ink-soft)", "middle" if side > 0 else "end"))
    o.append(text(px(2200) - 10, py(fgsm(2200)) - 26, w["fgsm"], 16,
                  "var(--cinnabar)", "end", 600))
    o.append(text(px(2600), py(rand(2600)) + 36, w["rand"], 16,
                  "var(--cobalt)", "start", 600))
    o.append(text(L + 10, T + 16, w["y"], 15, "var(--ink-soft)", "start"))
    o.append(text((L + R) / 2, H - 10, w["x"], 15, "var(--ink-soft)"))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"fgsm.{lang}.svg").write_text(draw(lang), "utf-8")
    for n in (784, 150528):
        print(n, fgsm(n), rand(n), sqrt(n))
