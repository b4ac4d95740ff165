"""Five optimizers on f(x, y) = (x^2 + 25 y^2) / 2, 40 steps from (-4, 0.6)."""
from math import sqrt
from pathlib import Path

CURVATURE = (1.0, 25.0)
START = (-4.0, 0.6)
STEPS = 40
RATES = {"SGD": 0.07, "Momentum": 0.01, "AdaGrad": 0.5,
         "RMSProp": 0.2, "Adam": 0.2}


def path(name):
    lr, p = RATES[name], list(START)
    m, v, points = [0.0, 0.0], [0.0, 0.0], [START]
    for t in range(1, STEPS + 1):
        for i in range(2):
            g = CURVATURE[i] * p[i]
            if name == "SGD":
                step = g
            elif name == "Momentum":
                m[i] = 0.9 * m[i] + g
                step = m[i]
            elif name == "AdaGrad":
                v[i] += g * g
                step = g / (sqrt(v[i]) + 1e-10)
            elif name == "RMSProp":
                v[i] = 0.9 * v[i] + 0.1 * g * g
                step = g / (sqrt(v[i]) + 1e-8)
            else:
                m[i] = 0.9 * m[i] + 0.1 * g
                v[i] = 0.999 * v[i] + 0.001 * g * g
                step = (m[i] / (1 - 0.9 ** t)
                        / (sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8))
            p[i] -= lr * step
        points.append(tuple(p))
    return points


def loss(p):
    return sum(c * x * x for c, x in zip(CURVATURE, p)) / 2


W, LEFT, SCALE, HALF, HEAD, GAP = 480, 12, 86.0, 62, 26, 10
ROW = HEAD + 2 * HALF + GAP
XMIN, XMAX = -4.25, 1.05
LEVELS = (0.06, 0.4, 1.2, 3.0, 6.0, 11.0)

WORDS = {
    "zh": dict(
        title="五种优化器在同一条狭长山谷里的轨迹",
        desc="目标函数的两个方向曲率为1与25。从左侧同一点出发走40步："
             "SGD上下折返，动量与Adam冲过谷底再回头，AdaGrad越走越慢，"
             "RMSProp到谷底后来回抖动。每格右上角是40步后的函数值。",
        names={"SGD": "SGD", "Momentum": "动量 μ = 0.9", "AdaGrad": "AdaGrad",
               "RMSProp": "RMSProp ρ = 0.9", "Adam": "Adam"},
        comma="，", end="40 步后 f = {:.3f}", start="起点", low="最低点"),
    "en": dict(
        title="Paths of five optimizers in one elongated valley",
        desc="The two directions have curvature 1 and 25. From the same "
             "start on the left, 40 steps each: SGD zigzags, momentum and "
             "Adam overshoot and return, AdaGrad slows down, RMSProp "
             "jitters at the bottom. Each panel states f after 40 steps.",
        names={"SGD": "SGD", "Momentum": "Momentum μ = 0.9",
               "AdaGrad": "AdaGrad", "RMSProp": "RMSProp ρ = 0.9",
               "Adam": "Adam"},
        comma=", ", end="after 40 steps f = {:.3f}", start="start",
        low="minimum"),
}


def draw(lang):
    w = WORDS[lang]
    height = ROW * len(RATES)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" '
           f'viewBox="0 0 {W} {height}" role="img">',
           f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
           '<defs>']
    width = W - 2 * LEFT
    for k in range(len(RATES)):
        out.append(f'<clipPath id="panel{k}"><rect x="{LEFT}" '
                   f'y="{k * ROW + HEAD}" width="{width}" '
                   f'height="{2 * HALF}" rx="6"/></clipPath>')
    out.append('</defs>')
    out.append('<g font-family="var(--font-text)" font-size="15">')
    for k, name in enumerate(RATES):
        top = k * ROW + HEAD
        ox, oy = LEFT - XMIN * SCALE, top + HALF
        pts = path(name)
        end = loss(pts[-1])
        out.append(f'<text x="{LEFT}" y="{top - 8}" fill="var(--ink)">'
                   f'<tspan font-weight="600">{w["names"][name]}</tspan>'
                   f'<tspan fill="var(--ink-soft)">{w["comma"]}'
                   f'α = {RATES[name]}</tspan></text>')
        out.append(f'<text x="{W - LEFT}" y="{top - 8}" text-anchor="end" '
                   f'fill="var(--ink-soft)">{w["end"].format(end)}</text>')
        out.append(f'<rect x="{LEFT}" y="{top}" width="{width}" '
                   f'height="{2 * HALF}" rx="6" fill="var(--sunken)" '
                   f'stroke="var(--line)"/>')
        out.append(f'<g clip-path="url(#panel{k})">')
        out.append('<g fill="none" stroke="var(--line-strong)" '
                   'stroke-width="0.8" opacity="0.7">')
        for level in LEVELS:
            rx, ry = (sqrt(2 * level / c) * SCALE for c in CURVATURE)
            out.append(f'<ellipse cx="{ox:.1f}" cy="{oy}" rx="{rx:.1f}" '
                       f'ry="{ry:.1f}"/>')
        out.append('</g>')
        xy = [(ox + x * SCALE, oy - y * SCALE) for x, y in pts]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in xy)
        out.append(f'<polyline points="{line}" fill="none" '
                   f'stroke="var(--cobalt)" stroke-width="1.8" '
                   f'stroke-linejoin="round"/>')
        dots = "".join(f"M{x:.1f} {y:.1f}h0" for x, y in xy)
        out.append(f'<path d="{dots}" stroke="var(--cobalt)" '
                   f'stroke-width="5" stroke-linecap="round"/>')
        out.append(f'<path d="M{ox - 5:.1f} {oy - 5}l10 10m0 -10l-10 10" '
                   f'stroke="var(--cinnabar)" stroke-width="2"/>')
        x, y = xy[0]
        out.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" '
                   f'fill="var(--surface)" stroke="var(--cobalt)" '
                   f'stroke-width="2"/>')
        out.append('</g>')
        if k == 0:
            out.append(f'<text x="{W - LEFT - 8}" y="{oy + 44}" '
                       f'text-anchor="end" font-size="14" '
                       f'fill="var(--cinnabar)">× {w["low"]}</text>')
            out.append(f'<text x="{x + 11:.1f}" y="{y + 6:.1f}" '
                       f'font-size="14" fill="var(--ink-soft)">{w["start"]}'
                       f'</text>')
    out.append('</g></svg>')
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"valley-paths.{lang}.svg").write_text(draw(lang), "utf-8")
