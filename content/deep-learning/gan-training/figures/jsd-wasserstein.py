"""JSD and W1 between U[0,1] and U[t,1+t]: computed on a grid, checked against the closed form."""
import math
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
W, H = 480, 420
X0, X1, Y0, Y1 = 52, 416, 352, 140
T1, V1 = 2.4, 2.4

WORDS = {
    "zh": dict(
        title="两段均匀分布的JSD与Wasserstein距离",
        desc="真实分布是0到1的均匀分布，生成分布是把它向右平移t。t小于1时两者重叠，JSD随t增长；"
             "t超过1后JSD停在log 2，即0.693，而Wasserstein距离一直等于t。",
        shift="平移 t", ov="有重叠", no="无重叠：JSD的斜率为0", w="W₁ = t", j="JSD ≤ log 2",
        real="真实", fake="生成"),
    "en": dict(
        title="JSD and Wasserstein distance of two uniform distributions",
        desc="The real distribution is uniform on 0 to 1, the generated one is the same shifted right by t. "
             "They overlap for t below 1 and JSD grows; beyond 1 JSD stays at log 2, 0.693, "
             "while the Wasserstein distance keeps equal to t.",
        shift="shift t", ov="overlap", no="no overlap: JSD is flat", w="W₁ = t", j="JSD ≤ log 2",
        real="real", fake="fake"),
}

N = 1000
grid = (np.arange(int(4 * N)) + 0.5) / N


def density(t):
    return ((grid > t) & (grid < t + 1)).astype(float)


def kl(p, q):
    m = p > 0
    return float(np.sum(p[m] * np.log(p[m] / q[m])) / N)


def jsd(t):
    p, q = density(0), density(t)
    m = (p + q) / 2
    return kl(p, m) / 2 + kl(q, m) / 2


def w1(t):
    return float(np.sum(np.abs(np.cumsum(density(0) - density(t)) / N)) / N)


ts = [i / 20 for i in range(int(T1 * 20) + 1)]
J, WD = [jsd(t) for t in ts], [w1(t) for t in ts]
assert all(abs(j - min(t, 1) * math.log(2)) < 2e-3 for t, j in zip(ts, J))
assert all(abs(d - t) < 2e-3 for t, d in zip(ts, WD))


def px(t):
    return X0 + t / T1 * (X1 - X0)


def py(v):
    return Y0 + v / V1 * (Y1 - Y0)


def path(vs):
    return "M" + " L".join(f"{px(t):.1f} {py(v):.1f}" for t, v in zip(ts, vs))


def boxes(o, x, t, w):
    """Little picture of the two densities, real and fake, at shift t."""
    u, top, base = 58, 34, 84
    o.append(f'<rect x="{x}" y="{top}" width="{u}" height="{base - top}" fill="var(--jade-wash)" stroke="var(--jade)" stroke-width="2"/>')
    o.append(f'<rect x="{x + t * u:.1f}" y="{top}" width="{u}" height="{base - top}" fill="var(--cinnabar-wash)" '
             f'fill-opacity="0.55" stroke="var(--cinnabar)" stroke-width="2" stroke-dasharray="6 4"/>')
    o.append(f'<text x="{x}" y="{top - 8}" fill="var(--jade)">{w["real"]}</text>')
    o.append(f'<text x="{x + (t + 1) * u:.1f}" y="{top - 8}" text-anchor="end" fill="var(--cinnabar)">{w["fake"]}</text>')
    o.append(f'<text x="{x + (t + 1) * u / 2:.1f}" y="{base + 20}" text-anchor="middle">t = {t:g}</text>')


for lang, w in WORDS.items():
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" role="img">',
         f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
         '<g font-family="var(--font-text)" font-size="16" fill="var(--ink-soft)">']
    boxes(o, 66, 0.5, w)
    boxes(o, 246, 2, w)
    o.append(f'<rect x="{px(1):.1f}" y="{Y1}" width="{X1 - px(1):.1f}" height="{Y0 - Y1}" fill="var(--amber-wash)"/>')
    for v in (0, 1, 2):
        o.append(f'<line x1="{X0}" x2="{X1}" y1="{py(v):.1f}" y2="{py(v):.1f}" stroke="var(--line)"/>')
        o.append(f'<text x="{X0 - 8}" y="{py(v) + 5:.1f}" text-anchor="end">{v}</text>')
    for t in (0, 0.5, 1, 1.5, 2):
        o.append(f'<line x1="{px(t):.1f}" x2="{px(t):.1f}" y1="{Y0}" y2="{Y0 + 5}" stroke="var(--line-strong)"/>')
        o.append(f'<text x="{px(t):.1f}" y="{Y0 + 22}" text-anchor="middle">{t:g}</text>')
    o += [f'<line x1="{X0}" x2="{X1}" y1="{Y0}" y2="{Y0}" stroke="var(--line-strong)"/>',
          f'<line x1="{px(1):.1f}" x2="{px(1):.1f}" y1="{Y0}" y2="{Y1}" stroke="var(--line-strong)" stroke-dasharray="3 4"/>',
          f'<text x="{(X0 + X1) / 2}" y="{H - 18}" text-anchor="middle">{w["shift"]}</text>',
          f'<text x="{px(0.5):.1f}" y="{Y1 + 20}" text-anchor="middle">{w["ov"]}</text>',
          f'<path d="{path(WD)}" fill="none" stroke="var(--cobalt)" stroke-width="3"/>',
          f'<path d="{path(J)}" fill="none" stroke="var(--cinnabar)" stroke-width="3" stroke-dasharray="8 5"/>',
          f'<text x="{px(1.5) - 12:.1f}" y="{py(1.5) - 12:.1f}" text-anchor="end" fill="var(--cobalt)" font-weight="600">{w["w"]}</text>',
          f'<text x="{X1 - 6}" y="{py(0.693) - 10:.1f}" text-anchor="end" fill="var(--cinnabar)" font-weight="600">{w["j"]}</text>',
          f'<text x="{X1 - 6}" y="{py(0.693) + 24:.1f}" text-anchor="end" fill="var(--amber)">{w["no"]}</text>',
          f'<text x="{X1 + 6}" y="{py(0.693) + 5:.1f}" fill="var(--cinnabar)">{J[-1]:.3f}</text>',
          f'<text x="{X1 + 6}" y="{py(T1) + 5:.1f}" fill="var(--cobalt)">{WD[-1]:.1f}</text>',
          '</g>', '</svg>']
    (HERE / f"jsd-wasserstein.{lang}.svg").write_text("\n".join(o) + "\n", encoding="utf-8")
