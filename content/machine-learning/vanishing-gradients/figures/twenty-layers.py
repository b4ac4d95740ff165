"""Norm of dL/dz_l in random 20-layer networks of width 256, relative to the
last layer; one draw with seed 0, logarithmic scale."""
import math
from pathlib import Path
import numpy as np

HERE = Path(__file__).resolve().parent
def sig(z): return 1 / (1 + np.exp(-z))
ACT = {
    "sigmoid": (sig, lambda z: sig(z) * (1 - sig(z))),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0) * 1.0),
}
def norms(act, var, n=256, layers=20, batch=64, seed=0):
    rng = np.random.default_rng(seed)
    f, df = ACT[act]
    h, tape = rng.normal(size=(batch, n)), []
    for _ in range(layers):
        w = rng.normal(0, np.sqrt(var / n), (n, n))
        z = h @ w.T
        tape.append((w, z, h))
        h = f(z)
    g, out = rng.normal(size=(batch, n)), []
    for w, z, _ in reversed(tape):
        d = g * df(z)
        out.append(np.linalg.norm(d))
        g = d @ w
    return [v / out[0] for v in reversed(out)]

RUNS = [  # key, activation, n*Var, colour, dash, marker
    ("double", "relu", 4, "--amber", "10 4", "d"),
    ("he", "relu", 2, "--jade", "", "s"),
    ("tanh", "tanh", 1, "--cobalt", "7 4", "c"),
    ("half", "relu", 1, "--amber", "2 4", "t"),
    ("sig", "sigmoid", 1, "--cinnabar", "", "c"),
]
TXT = {
    "zh": ("二十层之后的梯度范数",
           "横轴为层号，纵轴为梯度范数与第20层之比，对数刻度。到第1层时：",
           "梯度范数（第20层 = 1，对数刻度）", "层号（左：靠近输入）",
           {"double": "ReLU，方差 4/n", "he": "ReLU + He", "tanh": "tanh + Xavier",
            "half": "ReLU + Xavier", "sig": "Sigmoid + Xavier"}, "：", "；"),
    "en": ("The gradient norm after twenty layers",
           "Layer number against gradient norm relative to layer 20, log scale. "
           "At layer 1: ",
           "gradient norm (layer 20 = 1, log scale)", "layer (left: near the input)",
           {"double": "ReLU, variance 4/n", "he": "ReLU + He", "tanh": "tanh + Xavier",
            "half": "ReLU + Xavier", "sig": "sigmoid + Xavier"}, ": ", "; "),
}
L, R, T, B = 52, 462, 34, 476
TOP, BOT = 4, -13
def px(l): return L + 8 + (l - 1) / 19 * (R - L - 16)
def py(v): return T + (TOP - math.log10(v)) / (TOP - BOT) * (B - T)
DATA = {k: norms(act, var) for k, act, var, *_ in RUNS}
SUP = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
def dot(kind, x, y, col):
    p = {"c": f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2"',
         "s": f'<rect x="{x-3:.1f}" y="{y-3:.1f}" width="6" height="6"',
         "t": f'<path d="M{x:.1f} {y-4:.1f}l4 7h-8z"',
         "d": f'<path d="M{x:.1f} {y-4.2:.1f}l4.2 4.2l-4.2 4.2l-4.2 -4.2z"'}[kind]
    return f'{p} fill="var({col})"/>'
def sci(v):
    e = math.floor(math.log10(v))
    return f"{v:.2f}" if -2 <= e <= 0 else (
        f"{v:.0f}" if e > 0 else f"{v/10**e:.1f}×10{str(e).translate(SUP)}")

for lang, (title, desc, ylab, xlab, names, colon, semi) in TXT.items():
    full = desc + semi.join(names[k] + colon + sci(DATA[k][0]) for k, *_ in RUNS)
    full += "。" if lang == "zh" else "."
    o = []
    a = o.append
    a('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 524" role="img">')
    a(f"<title>{title}</title><desc>{full}</desc>")
    a('<g font-family="var(--font-text)" font-size="15" fill="var(--ink)">')
    a(f'<text x="8" y="18" font-size="14" fill="var(--ink-soft)">{ylab}</text>')
    for e in (3, 0, -3, -6, -9, -12):
        y = py(10.0 ** e)
        a(f'<path d="M{L} {y:.1f}H{R}" stroke="var({"--line-strong" if e == 0 else "--line"})" '
          'stroke-width="1" fill="none"/>')
        lab = "1" if e == 0 else "10" + str(e).translate(SUP)
        a(f'<text x="{L-7}" y="{y+5:.1f}" text-anchor="end" font-size="14" '
          f'fill="var(--ink-soft)">{lab}</text>')
    for l in (1, 5, 10, 15, 20):
        a(f'<text x="{px(l):.1f}" y="{B+20}" text-anchor="middle" font-size="14" '
          f'fill="var(--ink-soft)">{l}</text>')
    a(f'<text x="{(L+R)/2}" y="{B+40}" text-anchor="middle" font-size="14" '
      f'fill="var(--ink-soft)">{xlab}</text>')
    for k, act, var, col, dash, mark in RUNS:
        ys = DATA[k]
        path = "L".join(f"{px(i+1):.1f} {py(v):.1f}" for i, v in enumerate(ys))
        d = f' stroke-dasharray="{dash}"' if dash else ""
        a(f'<path d="M{path}" fill="none" stroke="var({col})" stroke-width="2.3"{d}/>')
        for i in (0, 4, 9, 14, 19):
            a(dot(mark, px(i + 1), py(ys[i]), col))
    def label(k, l, dy, col, anchor="start"):
        v = DATA[k][l - 1]
        a(f'<text x="{px(l):.1f}" y="{py(v)+dy:.1f}" text-anchor="{anchor}" '
          f'fill="var({col})">{names[k]}{colon}{sci(DATA[k][0])}</text>')
    label("double", 5, -14, "--amber")
    label("he", 2, -11, "--jade")
    label("tanh", 2, 20, "--cobalt")
    label("half", 4, 28, "--amber")
    label("sig", 7, 16, "--cinnabar")
    a('</g></svg>')
    (HERE / f"twenty-layers.{lang}.svg").write_text("\n".join(o) + "\n", encoding="utf-8")
if __name__ == "__main__":
    print({k: sci(v[0]) for k, v in DATA.items()})
