"""Chain of four one-neuron sigmoid layers: the factors of dC/db1, and the
largest share of the gradient that can reach each layer when every w is 1."""
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
SUB = "₀₁₂₃₄"
TXT = {
    "zh": ("四层单神经元网络的反向传播链",
           "上排是前向计算，中排是反向传播时逐个乘上的因子，下排是权重取1、"
           "输入取0时传到各层的梯度比例：1/4、1/16、1/64、1/256。",
           "前向", "反向", "最多剩下（w = 1，z = 0）"),
    "en": ("Backpropagation through four one-neuron layers",
           "Top row: the forward pass. Middle row: the factors multiplied on "
           "the way back. Bottom row: the share that reaches each layer when "
           "every weight is 1 and every z is 0: 1/4, 1/16, 1/64, 1/256.",
           "forward", "backward", "share left at best (w = 1, z = 0)"),
}
X = [82, 170, 258, 346]
for lang, (title, desc, fwd, bwd, share) in TXT.items():
    o = []
    a = o.append
    a('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" role="img">')
    a(f"<title>{title}</title><desc>{desc}</desc>")
    a('<defs>')
    for name, col in (("f", "--ink-soft"), ("b", "--cinnabar")):
        a(f'<marker id="chain-{name}" viewBox="0 0 10 10" refX="9" refY="5" '
          'markerWidth="7" markerHeight="7" orient="auto">'
          f'<path d="M0 0L10 5L0 10z" fill="var({col})"/></marker>')
    a('</defs>')
    a('<g font-family="var(--font-text)" font-size="15" text-anchor="middle">')
    # forward row
    y = 62
    a(f'<text x="12" y="18" text-anchor="start" fill="var(--ink-soft)">{fwd} →</text>')
    a(f'<text x="20" y="{y+5}" fill="var(--ink)">x</text>')
    stops = [30] + X + [456]
    for i in range(5):
        x1 = stops[i] + (2 if i == 0 else 24)
        x2 = stops[i + 1] - (25 if i < 4 else 20)
        a(f'<path d="M{x1} {y}H{x2}" stroke="var(--ink-soft)" stroke-width="1.8" '
          'fill="none" marker-end="url(#chain-f)"/>')
        m = (x1 + x2) / 2
        a(f'<text x="{m}" y="{y-10}" fill="var(--ink)">'
          f'{"w" + SUB[i+1] if i < 4 else "y₄"}</text>')
    for i, x in enumerate(X):
        a(f'<circle cx="{x}" cy="{y}" r="23" fill="var(--cobalt-wash)" '
          'stroke="var(--cobalt)" stroke-width="1.8"/>')
        a(f'<text x="{x}" y="{y+5}" fill="var(--ink)">σ(z{SUB[i+1]})</text>')
    a(f'<rect x="438" y="{y-18}" width="36" height="36" rx="6" fill="var(--sunken)" '
      'stroke="var(--line-strong)"/>')
    a(f'<text x="456" y="{y+5}" fill="var(--ink)">C</text>')
    # backward row
    y = 138
    a(f'<text x="12" y="{y-30}" text-anchor="start" fill="var(--cinnabar)">← {bwd}</text>')
    a(f'<path d="M470 {y-14}H46" stroke="var(--cinnabar)" stroke-width="1.8" '
      'stroke-dasharray="6 4" fill="none" marker-end="url(#chain-b)"/>')
    a(f'<text x="30" y="{y+10}" fill="var(--cinnabar)" font-size="14">∂C/∂b₁</text>')
    for i, x in enumerate(X):
        a(f'<text x="{x}" y="{y+10}" fill="var(--ink)">σ′(z{SUB[i+1]})</text>')
        if i:
            a(f'<text x="{x-44}" y="{y+10}" fill="var(--ink)">w{SUB[i+1]}</text>')
    a(f'<text x="420" y="{y+10}" fill="var(--ink)">∂C/∂y₄</text>')
    # shares
    base, unit = 262, 64 / 0.25
    a(f'<text x="12" y="{y+38}" text-anchor="start" fill="var(--ink-soft)" '
      f'font-size="14">{share}</text>')
    a(f'<path d="M46 {base}H382" stroke="var(--line-strong)" fill="none"/>')
    for i, x in enumerate(X):
        f = Fraction(1, 4 ** (4 - i))
        h = round(float(f) * unit, 2)
        a(f'<rect x="{x-20}" y="{round(base-h,2)}" width="40" height="{h}" '
          'fill="var(--cinnabar)"/>')
        a(f'<text x="{x}" y="{base+22}" fill="var(--ink)">{f}</text>')
    a('</g></svg>')
    (HERE / f"chain.{lang}.svg").write_text("\n".join(o) + "\n", encoding="utf-8")
