"""The sigmoid and the derivatives of sigmoid, tanh and ReLU, computed."""
import math
from pathlib import Path

HERE = Path(__file__).resolve().parent
TXT = {
    "zh": ("Sigmoid及其导数", "上图：Sigmoid从0升到1，z的绝对值超过约2.9后进入饱和区。"
           "下图：Sigmoid导数的最大值是z等于0处的1/4，tanh导数的最大值是1，"
           "ReLU导数在z大于0时恒为1。", "饱和区", "最大值 1/4", "导数"),
    "en": ("The sigmoid and its derivative",
           "Top: the sigmoid rises from 0 to 1 and saturates beyond about 2.9 on "
           "either side. Bottom: its derivative peaks at 1/4 for z = 0; that of "
           "tanh peaks at 1; that of ReLU is 1 for every positive z.",
           "saturated", "maximum 1/4", "derivative"),
}
def sig(z): return 1 / (1 + math.exp(-z))
def dsig(z): return sig(z) * (1 - sig(z))
def dtanh(z): return 1 - math.tanh(z) ** 2

L, R, H = 44, 466, 150
def px(z): return L + (z + 8) / 16 * (R - L)
# |z| beyond which the derivative is below 0.05: s(1-s) = 0.05
s = (1 + math.sqrt(1 - 0.2)) / 2
EDGE = math.log(s / (1 - s))

def curve(f, top, **kw):
    pts = []
    for i in range(321):
        z = -8 + i / 20
        pts.append(f"{px(z):.1f} {top + H - f(z) * H:.1f}")
    attrs = "".join(f' {k.replace("_", "-")}="{v}"' for k, v in kw.items())
    return f'<path d="M{"L".join(pts)}" fill="none"{attrs}/>'

for lang, (title, desc, sat, peak, der) in TXT.items():
    o = []
    a = o.append
    a('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 430" role="img">')
    a(f"<title>{title}</title><desc>{desc}</desc>")
    a('<g font-family="var(--font-text)" font-size="15" fill="var(--ink)">')
    for top in (28, 234):
        for z1, z2 in ((-8, -EDGE), (EDGE, 8)):
            a(f'<rect x="{px(z1):.1f}" y="{top}" width="{px(z2)-px(z1):.1f}" '
              f'height="{H}" fill="var(--amber-wash)"/>')
        for v in (0, 0.25, 0.5, 1) if top > 100 else (0, 0.5, 1):
            y = top + H - v * H
            dash = ' stroke-dasharray="3 4"' if 0 < v < 1 else ""
            a(f'<path d="M{L} {y}H{R}" stroke="var(--line-strong)" '
              f'stroke-width="0.8"{dash} fill="none"/>')
            a(f'<text x="{L-7}" y="{y+5}" text-anchor="end" font-size="14" '
              f'fill="var(--ink-soft)">{ {0: "0", .25: "¼", .5: "½", 1: "1"}[v] }</text>')
        for z in (-8, -4, 0, 4, 8):
            lab = f"−{-z}" if z < 0 else str(z)
            anchor = "end" if z == 8 else "middle"
            a(f'<text x="{px(z):.1f}" y="{top+H+18}" text-anchor="{anchor}" '
              f'font-size="14" fill="var(--ink-soft)">{lab}</text>')
    a(f'<text x="{L}" y="18">σ(z)</text>')
    a(curve(sig, 28, stroke="var(--cinnabar)", stroke_width=2.6))
    a(f'<text x="{px(-5.4):.1f}" y="60" text-anchor="middle" fill="var(--amber)">{sat}</text>')
    a(f'<text x="{px(5.4):.1f}" y="92" text-anchor="middle" fill="var(--amber)">{sat}</text>')
    a(f'<text x="{L}" y="226">{der}</text>')
    top = 234
    a(curve(dtanh, top, stroke="var(--cobalt)", stroke_width=2.2, stroke_dasharray="7 4"))
    a(curve(dsig, top, stroke="var(--cinnabar)", stroke_width=2.6))
    y0, y1 = top + H, top
    a(f'<path d="M{px(-8):.1f} {y0-1.5}H{px(0):.1f}M{px(0):.1f} {y1}H{px(8):.1f}" '
      'stroke="var(--jade)" stroke-width="2.6" stroke-dasharray="2 3" fill="none"/>')
    a(f'<circle cx="{px(0):.1f}" cy="{top+H-0.25*H:.1f}" r="4.5" fill="var(--cinnabar)"/>')
    a(f'<text x="{px(5.4):.1f}" y="{top+22}" text-anchor="middle" fill="var(--jade)">ReLU′</text>')
    a(f'<text x="{px(-1.0):.1f}" y="{top+44}" text-anchor="end" fill="var(--cobalt)">tanh′</text>')
    a(f'<text x="{px(-2.2):.1f}" y="{top+H-48:.1f}" text-anchor="end" '
      f'fill="var(--cinnabar)">σ′</text>')
    a(f'<text x="{px(2.3):.1f}" y="{top+H-46:.1f}" fill="var(--cinnabar)">{peak}</text>')
    a(f'<text x="{R}" y="{top+H+36}" text-anchor="end" font-size="14" '
      'fill="var(--ink-soft)">z</text>')
    a('</g></svg>')
    (HERE / f"sigmoid-derivative.{lang}.svg").write_text("\n".join(o) + "\n", encoding="utf-8")
