"""One channel of a RepVGG block, fused by hand: three branches, one kernel."""
from pathlib import Path

K3 = ((0.1, -0.2, 0.1), (0.3, 0.5, -0.1), (0.0, 0.2, -0.4))
K1 = 0.25
#            gamma, sigma, mu, beta; sigma is the root of var + eps
BN = {"3": (1.0, 0.5, 0.2, 0.1), "1": (0.8, 0.2, 0.1, 0.05),
      "0": (0.3, 0.2, 0.4, 0.2)}


def centre(value):
    return tuple(tuple(value if (i, j) == (1, 1) else 0.0 for j in range(3))
                 for i in range(3))


RAW = {"3": K3, "1": centre(K1), "0": centre(1.0)}


def fold(key):
    g, s, m, b = BN[key]
    t = g / s
    return t, tuple(tuple(t * v for v in row) for row in RAW[key]), b - m * t


def fused():
    parts = [fold(k) for k in "310"]
    kernel = tuple(tuple(sum(p[1][i][j] for p in parts) for j in range(3))
                   for i in range(3))
    return kernel, sum(p[2] for p in parts)


WORDS = {
    "zh": dict(
        title="三条支路融合成一个3×3核，逐步带数字",
        desc="单通道例子。3×3支路乘2，1×1支路补成3×3后乘4，恒等支路写成"
             "中心为1的3×3再乘1.5；三个偏置是−0.30、−0.35、−0.40。"
             "逐元素相加，中心1.0加1.0加1.5得3.5，偏置合计−1.05。",
        names={"3": "3×3支路", "1": "1×1支路，四周补0",
               "0": "恒等支路，中心写1"}, bias="偏置",
        total="部署：一个3×3卷积", step="γ/σ", add="逐元素相加"),
    "en": dict(
        title="Three branches fused into one 3×3 kernel, with numbers",
        desc="One channel. The 3×3 branch is multiplied by 2, the 1×1 branch "
             "is padded to 3×3 and multiplied by 4, identity becomes a kernel "
             "with 1 in the centre times 1.5. Biases are -0.30, -0.35 and "
             "-0.40. Added element by element: the centre is 1.0 + 1.0 + 1.5 "
             "= 3.5, the bias -1.05.",
        names={"3": "3×3 branch", "1": "1×1 branch, zero-padded",
               "0": "identity, 1 in the centre"}, bias="bias",
        total="deployed: one 3×3 convolution", step="γ/σ",
        add="add element by element"),
}
W, CW, CH, ROW = 480, 44, 30, 152
LX, RX, RW = 8, 238, 50


def num(v, places=1):
    s = f"{v:.{places}f}"
    if float(s) == 0:
        return "0"
    return s.replace("-", "−")


def text(x, y, s, size=15, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def grid(x, y, w, kernel, colour, places, strong=False):
    out = []
    for i, row in enumerate(kernel):
        for j, v in enumerate(row):
            mid = (i, j) == (1, 1)
            zero = abs(v) < 1e-12
            fill = f"var(--{colour}-wash)" if not zero else "var(--surface)"
            out.append(f'<rect x="{x + j * w}" y="{y + i * CH}" width="{w}" '
                       f'height="{CH}" fill="{fill}" '
                       f'stroke="var(--line-strong)"/>')
            ink = "var(--ink-faint)" if zero else f"var(--{colour})"
            s = num(v, 2 if abs(v) in (0.25,) else places)
            out.append(text(x + j * w + w / 2, y + i * CH + 21, s, 16, ink,
                            weight=700 if mid and not zero else 400))
    out.append(f'<rect x="{x}" y="{y}" width="{3 * w}" height="{3 * CH}" '
               f'fill="none" stroke="var(--{colour})" '
               f'stroke-width="{3 if strong else 1.8}"/>')
    return out


def draw(lang):
    w = WORDS[lang]
    height = 3 * ROW + 160
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {height}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>',
         '<defs><marker id="fuse-tip" viewBox="0 0 8 8" refX="7" refY="4" '
         'markerWidth="6" markerHeight="6" orient="auto">'
         '<path d="M0 0L8 4L0 8z" fill="var(--ink-soft)"/></marker></defs>',
         '<g font-family="var(--font-text)">']
    colours = {"3": "cobalt", "1": "jade", "0": "amber"}
    for r, key in enumerate("310"):
        y = r * ROW + 36
        c = colours[key]
        g, s, m, b = BN[key]
        t, scaled, bias = fold(key)
        o.append(text(LX, y - 14, w["names"][key], 16, f"var(--{c})",
                      "start", 600))
        o.append(text(W - 8, y - 14, f"γ {g:g}, σ {s:g}, μ {m:g}, β {b:g}",
                      15, "var(--ink-soft)", "end"))
        o += grid(LX, y, CW, RAW[key], c, 1)
        mid = y + 1.5 * CH
        o.append(f'<path d="M{LX + 3 * CW + 8} {mid}H{RX - 8}" '
                 f'stroke="var(--ink-soft)" stroke-width="2" '
                 f'marker-end="url(#fuse-tip)"/>')
        cx = (LX + 3 * CW + RX) / 2
        o.append(text(cx, mid - 10, f"× {t:g}", 17, weight=600))
        o.append(text(cx, mid + 22, w["step"], 15, "var(--ink-soft)"))
        o += grid(RX, y, RW, scaled, c, 1)
        bx = RX + 3 * RW + 46
        o.append(text(bx, mid - 8, w["bias"], 15, "var(--ink-soft)"))
        o.append(text(bx, mid + 14, num(bias, 2), 17, f"var(--{c})",
                      weight=600))
        sign = "+" if r < 2 else "="
        o.append(text(RX + 1.5 * RW, y + 3 * CH + 22, sign, 22, weight=700))
    y = 3 * ROW + 36
    kernel, bias = fused()
    o += grid(RX, y, RW, kernel, "cinnabar", 1, True)
    mid = y + 1.5 * CH
    bx = RX + 3 * RW + 46
    o.append(text(bx, mid - 8, w["bias"], 15, "var(--ink-soft)"))
    o.append(text(bx, mid + 14, num(bias, 2), 17, "var(--cinnabar)",
                  weight=700))
    o.append(text(LX, mid - 14, w["add"], 15, "var(--ink-soft)", "start"))
    parts = [fold(k)[1][1][1] for k in "310"]
    o.append(text(LX, mid + 10, " + ".join(f"{p:.1f}" for p in parts)
                  + f" = {kernel[1][1]:.1f}", 17, "var(--ink)", "start", 600))
    o.append(text(RX + 1.5 * RW, y + 3 * CH + 24, w["total"], 16,
                  "var(--cinnabar)", weight=600))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"fusion.{lang}.svg").write_text(draw(lang), "utf-8")
