"""Clipping the gradient g = (6, 2) to 2: by norm and by value."""
import math
from pathlib import Path

HERE = Path(__file__).resolve().parent
TXT = {
    "zh": ("按范数裁剪与按值裁剪", "按范数裁剪不改方向，", "按值裁剪改变方向。",
           "按范数", "按值"),
    "en": ("Clipping by norm and by value", "Clipping by norm keeps the direction; ",
           "clipping by value turns it.", "by norm", "by value"),
}
G, C = (6.0, 2.0), 2.0
n = math.hypot(*G)
BYN = tuple(v * min(1, C / n) for v in G)
BYV = tuple(max(-C, min(C, v)) for v in G)
def ang(v): return math.degrees(math.atan2(v[1], v[0]))
U, X0, Y0 = 68, 30, 206
def p(v): return X0 + v[0] * U, Y0 - v[1] * U

for lang, (title, d1, d2, byn, byv) in TXT.items():
    desc = (f"g = (6, 2), {ang(G):.1f}°. {d1}({BYN[0]:.2f}, {BYN[1]:.2f}), {ang(BYN):.1f}°. "
            f"{d2} (2, 2), {ang(BYV):.1f}°.")
    if lang == "zh":
        desc = (f"g为（6，2），方向{ang(G):.1f}°。{d1}得（{BYN[0]:.2f}，{BYN[1]:.2f}）；"
                f"{d2}得（2，2），方向{ang(BYV):.1f}°。")
    o = []
    a = o.append
    a('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 250" role="img">')
    a(f"<title>{title}</title><desc>{desc}</desc><defs>")
    for k, c in (("g", "--ink-soft"), ("n", "--jade"), ("v", "--cinnabar")):
        a(f'<marker id="clip-{k}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="6" '
          f'markerHeight="6" orient="auto"><path d="M0 0L10 5L0 10z" fill="var({c})"/></marker>')
    a('</defs><g font-family="var(--font-text)" font-size="15" fill="var(--ink)">')
    a(f'<path d="M{X0} {Y0}H466M{X0} {Y0}V20" stroke="var(--line-strong)" fill="none"/>')
    for v in (2, 4, 6):
        a(f'<text x="{X0+v*U}" y="{Y0+20}" text-anchor="middle" font-size="14" '
          f'fill="var(--ink-soft)">{v}</text>')
    a(f'<text x="{X0-8}" y="{Y0-2*U+5}" text-anchor="end" font-size="14" '
      'fill="var(--ink-soft)">2</text>')
    r = C * U
    a(f'<path d="M{X0+r} {Y0}A{r} {r} 0 0 0 {X0} {Y0-r}" stroke="var(--jade)" '
      'stroke-dasharray="4 4" fill="none"/>')
    a(f'<path d="M{X0} {Y0-r}H{X0+r}V{Y0}" stroke="var(--cinnabar)" '
      'stroke-dasharray="2 4" fill="none"/>')
    for v, k, c, w, dash in ((G, "g", "--ink-soft", 1.8, ' stroke-dasharray="7 4"'),
                             (BYV, "v", "--cinnabar", 2.6, ""), (BYN, "n", "--jade", 3.4, "")):
        x, y = p(v)
        a(f'<path d="M{X0} {Y0}L{x:.1f} {y:.1f}" stroke="var({c})" stroke-width="{w}"{dash} '
          f'fill="none" marker-end="url(#clip-{k})"/>')
    x, y = p(G)
    a(f'<text x="{x-6:.1f}" y="{y-12:.1f}" text-anchor="end" fill="var(--ink-soft)">'
      f'g = (6, 2), {ang(G):.1f}°</text>')
    x, y = p(BYV)
    a(f'<text x="{x-40:.1f}" y="{y-14:.1f}" fill="var(--cinnabar)">{byv} (2, 2), {ang(BYV):.0f}°</text>')
    x, y = p(BYN)
    a(f'<text x="{x+18:.1f}" y="{y+22:.1f}" fill="var(--jade)">{byn} '
      f'({BYN[0]:.2f}, {BYN[1]:.2f}), {ang(BYN):.1f}°</text>')
    a('</g></svg>')
    (HERE / f"clipping.{lang}.svg").write_text("\n".join(o) + "\n", encoding="utf-8")
