"""Trajectories of the Dirac-GAN: real mass at 0, fake mass at theta, logit D(x) = psi*x (minimax loss)."""
import math
from pathlib import Path

HERE = Path(__file__).resolve().parent
W, H = 480, 478
CX, CY, U = 240, 196, 78                    # origin and pixels per unit

WORDS = {
    "zh": dict(
        title="Dirac-GAN的三种训练轨迹",
        desc="横轴是假样本位置θ，纵轴是判别器斜率ψ，平衡点在原点。同时更新的轨迹向外旋，交替更新绕圈，加上R1后旋入原点。",
        sim="同时更新：向外旋", alt="交替更新：绕圈", r1="加R1：收敛", start="起点", eq="平衡点"),
    "en": dict(
        title="Three training trajectories of the Dirac-GAN",
        desc="Horizontal axis: position of the fake, theta. Vertical axis: slope of the discriminator, psi. "
             "The equilibrium is the origin. Simultaneous updates spiral outwards, alternating ones circle, "
             "with R1 the path spirals into the origin.",
        sim="simultaneous: spirals out", alt="alternating: circles", r1="with R1: converges", start="start", eq="equilibrium"),
}


def sig(a):
    return 1 / (1 + math.exp(-a))


def run(alternate, gamma, steps, lr=0.1):
    th, ps = 1.0, 1.0
    pts = [(th, ps)]
    for _ in range(steps):
        d = sig(ps * th)
        new = ps + lr * (-d * th - gamma * ps)
        p = new if alternate else ps
        th, ps = th + lr * sig(p * th) * p, new
        pts.append((th, ps))
    return pts


def path(pts):
    return "M" + " L".join(f"{CX + U * x:.1f} {CY - U * y:.1f}" for x, y in pts)


SIM, ALT, R1 = run(False, 0, 500), run(True, 0, 260), run(True, 0.3, 400)
norm = [math.hypot(*p) for p in SIM]
assert norm[-1] > norm[0] and math.hypot(*R1[-1]) < 0.01
assert max(math.hypot(*p) for p in ALT) < 1.6

for lang, w in WORDS.items():
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" role="img">',
         f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
         '<g font-family="var(--font-text)" font-size="16" fill="var(--ink-soft)">',
         f'<line x1="20" x2="460" y1="{CY}" y2="{CY}" stroke="var(--line-strong)"/>',
         f'<line x1="{CX}" x2="{CX}" y1="14" y2="380" stroke="var(--line-strong)"/>',
         f'<text x="462" y="{CY - 8}" text-anchor="end">θ</text>', f'<text x="{CX + 8}" y="26">ψ</text>',
         f'<path d="{path(SIM)}" fill="none" stroke="var(--cinnabar)" stroke-width="2" stroke-dasharray="7 4"/>',
         f'<path d="{path(ALT)}" fill="none" stroke="var(--amber)" stroke-width="3" stroke-dasharray="2 4"/>',
         f'<path d="{path(R1)}" fill="none" stroke="var(--jade)" stroke-width="3"/>',
         f'<circle cx="{CX}" cy="{CY}" r="5" fill="var(--ink)"/>',
         f'<circle cx="{CX + U}" cy="{CY - U}" r="5" fill="var(--surface)" stroke="var(--ink)" stroke-width="2"/>']
    for i, (key, colour, dash, sw) in enumerate((("sim", "var(--cinnabar)", "7 4", 2), ("alt", "var(--amber)", "2 4", 3),
                                                 ("r1", "var(--jade)", "", 3))):
        y = H - 74 + 24 * i
        d = f' stroke-dasharray="{dash}"' if dash else ""
        o.append(f'<line x1="16" x2="58" y1="{y}" y2="{y}" stroke="{colour}" stroke-width="{sw}"{d}/>')
        o.append(f'<text x="66" y="{y + 5}" fill="{colour}" font-weight="600">{w[key]}</text>')
    o += [f'<circle cx="320" cy="{H - 74}" r="5" fill="var(--surface)" stroke="var(--ink)" stroke-width="2"/>',
          f'<text x="334" y="{H - 69}">{w["start"]}</text>',
          f'<circle cx="320" cy="{H - 50}" r="5" fill="var(--ink)"/>',
          f'<text x="334" y="{H - 45}">{w["eq"]}</text>',
          '</g>', '</svg>']
    (HERE / f"dirac-orbits.{lang}.svg").write_text("\n".join(o) + "\n", encoding="utf-8")
