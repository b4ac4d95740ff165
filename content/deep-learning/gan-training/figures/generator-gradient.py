"""Gradient of the two generator losses with respect to D's logit (computed)."""
import math
from pathlib import Path

HERE = Path(__file__).resolve().parent
W, H = 480, 330
X0, X1, Y0, Y1 = 52, 464, 262, 56          # plot box in pixels
A0, A1 = -8.0, 8.0

WORDS = {
    "zh": dict(
        title="两种生成器损失对判别器logit的梯度大小",
        desc="横轴是判别器给生成样本的logit，纵轴是梯度的绝对值。log(1−D)的梯度等于D，logit很负时接近0；"
             "−log D的梯度等于1−D，logit很负时接近1。",
        early="训练早期", x="D给假样本的logit  a（D = σ(a)）", y="梯度的绝对值",
        sat="log(1−D)，饱和", non="−log D，不饱和"),
    "en": dict(
        title="Size of the gradient of two generator losses at D's logit",
        desc="Horizontal axis: the discriminator's logit for a generated sample. Vertical axis: absolute gradient. "
             "For log(1−D) it equals D and is near 0 where the logit is very negative; "
             "for −log D it equals 1−D and is near 1 there.",
        early="early training", x="D's logit for a fake,  a   (D = σ(a))", y="absolute gradient",
        sat="log(1−D), saturating", non="−log D, non-saturating"),
}


def sig(a):
    return 1 / (1 + math.exp(-a))


def px(a):
    return X0 + (a - A0) / (A1 - A0) * (X1 - X0)


def py(v):
    return Y0 + v * (Y1 - Y0)


def path(f):
    pts = [A0 + (A1 - A0) * i / 80 for i in range(81)]
    return "M" + " L".join(f"{px(a):.1f} {py(f(a)):.1f}" for a in pts)


for lang, w in WORDS.items():
    mark = math.log(0.01 / 0.99)             # the logit at which D = 0.01
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" role="img">',
         f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
         '<g font-family="var(--font-text)" font-size="16" fill="var(--ink-soft)">',
         f'<rect x="{X0}" y="{Y1}" width="{px(-3) - X0:.1f}" height="{Y0 - Y1}" fill="var(--amber-wash)"/>',
         f'<text x="{X0}" y="22" fill="var(--ink-soft)">{w["y"]}</text>',
         f'<text x="{px(-5.5):.1f}" y="{py(0.66):.1f}" text-anchor="middle" fill="var(--amber)">{w["early"]}</text>']
    for v in (0, 0.5, 1):
        o.append(f'<line x1="{X0}" x2="{X1}" y1="{py(v):.1f}" y2="{py(v):.1f}" stroke="var(--line)"/>')
        o.append(f'<text x="{X0 - 8}" y="{py(v) + 5:.1f}" text-anchor="end">{v:g}</text>')
    for a in (-8, -4, 0, 4, 8):
        s = f"−{-a}" if a < 0 else str(a)
        o.append(f'<line x1="{px(a):.1f}" x2="{px(a):.1f}" y1="{Y0}" y2="{Y0 + 5}" stroke="var(--line-strong)"/>')
        o.append(f'<text x="{px(a):.1f}" y="{Y0 + 22}" text-anchor="middle">{s}</text>')
    o += [f'<line x1="{X0}" x2="{X1}" y1="{Y0}" y2="{Y0}" stroke="var(--line-strong)"/>',
          f'<text x="{(X0 + X1) / 2}" y="{H - 16}" text-anchor="middle">{w["x"]}</text>',
          f'<path d="{path(sig)}" fill="none" stroke="var(--cinnabar)" stroke-width="3" stroke-dasharray="8 5"/>',
          f'<path d="{path(lambda a: 1 - sig(a))}" fill="none" stroke="var(--cobalt)" stroke-width="3"/>',
          f'<text x="{X0}" y="{Y1 - 10}" fill="var(--cobalt)" font-weight="600">{w["non"]}</text>',
          f'<text x="{X1}" y="{Y1 - 10}" text-anchor="end" fill="var(--cinnabar)" font-weight="600">{w["sat"]}</text>']
    for f, colour, dy in ((lambda a: 1 - sig(a), "var(--cobalt)", 24), (sig, "var(--cinnabar)", -12)):
        o.append(f'<circle cx="{px(mark):.1f}" cy="{py(f(mark)):.1f}" r="5" fill="{colour}"/>')
        o.append(f'<text x="{px(mark):.1f}" y="{py(f(mark)) + dy:.1f}" text-anchor="middle" fill="{colour}" '
                 f'font-weight="600">{f(mark):.2f}</text>')
    o.append(f'<text x="{px(mark):.1f}" y="{py(0.3):.1f}" text-anchor="middle" fill="var(--amber)">D = 0.01</text>')
    o += ['</g>', '</svg>']
    (HERE / f"generator-gradient.{lang}.svg").write_text("\n".join(o) + "\n", encoding="utf-8")
