"""One outlier weight sets the INT8 step: histogram against the grid."""
from pathlib import Path

import numpy as np

C = 64
SPAN, BIN = 0.2, 0.02


def data():
    rng = np.random.default_rng(0)
    dense = rng.normal(0, np.sqrt(2 / (9 * C)), (C, C, 9))
    steps, levels = [], []
    for first in (1.0, 50.0):
        w = dense.copy()
        scale = np.ones(C)
        scale[0] = first
        w[range(C), range(C), 4] += scale
        step = np.abs(w).max() / 127
        steps.append(step)
        levels.append(int(2 * np.floor(SPAN / step) + 1))
    edges = np.arange(-SPAN, SPAN + BIN / 2, BIN)
    return np.histogram(dense, edges)[0], edges, steps, levels


WORDS = {
    "zh": dict(
        title="一个离群权重把INT8的格子撑大：多数权重只剩一格",
        desc="两格的柱形都是同一批3×3权重的直方图，标准差约0.06；"
             "竖线是INT8能取的值。上：融合后最大权重约1.1，步长约0.009，"
             "±0.2之内有47个值。下：一个恒等支路的系数是50，步长约0.39，"
             "±0.2之内只剩0一个值。",
        heads=("恒等系数都是1：最大{:.1f}，步长{:.3f}",
               "有一个系数是50：最大{:.0f}，步长{:.2f}"),
        levels="±0.2之内有{}个可取值", one="±0.2之内只有{}个可取值：几乎全变成0",
        axis="3×3权重"),
    "en": dict(
        title="One outlier stretches the INT8 grid until most weights vanish",
        desc="Both panels show the histogram of the same 3×3 weights, standard "
             "deviation about 0.06; vertical lines are the values INT8 can "
             "take. Above: largest fused weight about 1.1, step about 0.009, "
             "47 values within ±0.2. Below: one identity scale of 50, step "
             "about 0.39, and zero is the only value within ±0.2.",
        heads=("all identity scales 1: max {:.1f}, step {:.3f}",
               "one scale of 50: max {:.0f}, step {:.2f}"),
        levels="{} values within ±0.2", one="{} value within ±0.2: nearly all become 0",
        axis="3×3 weights"),
}
W, H, L, R, TALL, GAP = 480, 490, 20, 460, 130, 246


def text(x, y, s, size=15, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def px(v):
    return L + (v + SPAN) / (2 * SPAN) * (R - L)


def draw(lang):
    w = WORDS[lang]
    hist, edges, steps, levels = data()
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>', '<g font-family="var(--font-text)">']
    for k, (step, n) in enumerate(zip(steps, levels)):
        y = 40 + k * GAP
        base = y + TALL + 14
        c = "jade" if k == 0 else "cinnabar"
        o.append(text(L, y - 16, w["heads"][k].format(step * 127, step), 16,
                      f"var(--{c})", "start", 600))
        for a, b, m in zip(edges, edges[1:], hist):
            h = TALL * m / hist.max()
            o.append(f'<rect x="{px(a):.1f}" y="{base - h:.1f}" '
                     f'width="{px(b) - px(a):.1f}" height="{h:.1f}" '
                     f'fill="var(--cobalt-wash)" stroke="var(--cobalt)"/>')
        top = int(SPAN / step)
        d = "".join(f"M{px(i * step):.1f} {y}V{base}"
                    for i in range(-top, top + 1))
        o.append(f'<path d="{d}" stroke="var(--{c})" '
                 f'stroke-width="{1.2 if k == 0 else 3}"/>')
        o.append(f'<path d="M{L} {base}H{R}" stroke="var(--line-strong)"/>')
        for v in (-0.2, -0.1, 0, 0.1, 0.2):
            anchor = {-0.2: "start", 0.2: "end"}.get(v, "middle")
            o.append(text(px(v), base + 20, f"{v:g}".replace("-", "−"), 15,
                          "var(--ink-soft)", anchor))
        words = w["levels"] if k == 0 else w["one"]
        o.append(text(L, base + 43, words.format(n), 16, f"var(--{c})",
                      "start", 600))
        if k == 0:
            o.append(text(R, base + 43, w["axis"], 15, "var(--cobalt)", "end"))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"int8-grid.{lang}.svg").write_text(draw(lang), "utf-8")
