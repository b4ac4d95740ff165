"""Effective rates of AdaGrad and RMSProp; Adam's step, for gradient 1."""
from math import log10, sqrt
from pathlib import Path

B1, B2, RHO, SILENT, TMAX = 0.9, 0.999, 0.9, 1999, 10_000
# About 40 steps a decade, the interesting ones always among them.
TIMES = sorted({round(10 ** (k / 40)) for k in range(161)}
               | {1, 2, 3, 12, 100, 1000, TMAX})


def adagrad(t):
    return 1 / sqrt(t)


def rmsprop(t):
    return 1 / sqrt(1 - RHO ** t)


def raw_adam(t):
    return (1 - B1 ** t) / sqrt(1 - B2 ** t)


def woken_adam(t):
    """Corrected Adam, gradient 1 since t steps after SILENT zeros."""
    n = SILENT + t
    return raw_adam(t) * sqrt(1 - B2 ** n) / (1 - B1 ** n)


W, L, R = 480, 58, 466
A_TOP, A_BOTTOM = 40, 236
B_TOP, B_BOTTOM = 330, 546
H = 600

WORDS = {
    "zh": dict(
        title="梯度恒为1时，有效步长怎样随步数变化",
        desc="上图为双对数坐标：AdaGrad的有效学习率按t的负二分之一次方下降，"
             "第100步剩0.1α，第10000步剩0.01α；RMSProp从3.16α很快落到α。"
             "下图是Adam的步长：不纠偏时从3.16α升到第12步的6.57α再缓慢回落；"
             "纠偏后恒为α；但若先有1999步零梯度，纠偏后的步长仍会升到6.11α。",
        a="有效学习率（双对数坐标）", b="Adam 每步走多远", x="步数 t",
        xb="从梯度变为 1 起的步数 t",
        ada="AdaGrad：α/√t", rms="RMSProp（ρ = 0.9）", raw="不纠偏：",
        fix="纠偏：恒为 α", wake=("纠偏，但此前", "1999 步梯度为 0")),
    "en": dict(
        title="Effective step sizes over time for a gradient that stays 1",
        desc="Top, log-log: AdaGrad's effective rate falls as one over the "
             "root of t, 0.1 alpha at step 100 and 0.01 alpha at step "
             "10000; RMSProp falls quickly from 3.16 alpha to alpha. "
             "Bottom, Adam's step: uncorrected it climbs from 3.16 alpha to "
             "6.57 alpha at step 12 and falls back slowly; corrected it is "
             "always alpha; after 1999 zero gradients even the corrected "
             "step climbs to 6.11 alpha.",
        a="Effective rate (log-log)", b="Length of Adam's step", x="step t",
        xb="steps t since the gradient became 1",
        ada="AdaGrad: α/√t", rms="RMSProp (ρ = 0.9)", raw="uncorrected: ",
        fix="corrected: always α", wake=("corrected, but after", "1999 zero gradients")),
}


def px(t):
    return L + (R - L) * log10(t) / 4


def ya(v):                       # 0.01 .. 10 on a log axis
    return A_BOTTOM - (A_BOTTOM - A_TOP) * (log10(v) + 2) / 3


def yb(v):                       # 0 .. 8
    return B_BOTTOM - (B_BOTTOM - B_TOP) * v / 8


def curve(f, y, colour, dash=""):
    pts = " ".join(f"{px(t):.1f},{y(f(t)):.1f}" for t in TIMES)
    extra = f' stroke-dasharray="{dash}"' if dash else ""
    return (f'<polyline points="{pts}" fill="none" stroke="{colour}" '
            f'stroke-width="2.4" stroke-linejoin="round"{extra}/>')


def dot(t, v, y, colour):
    return (f'<circle cx="{px(t):.1f}" cy="{y(v):.1f}" r="4.5" '
            f'fill="{colour}"/>')


def text(x, y, s, colour="var(--ink-soft)", anchor="start", more=""):
    return (f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" '
            f'text-anchor="{anchor}"{more}>{s}</text>')


def axes(top, bottom, marks, y, label):
    out = []
    for v, name in marks:
        out.append(f'<path d="M{L} {y(v):.1f}H{R}" stroke="var(--line)"/>')
        out.append(text(L - 8, y(v) + 5, name, anchor="end"))
    for k, name in enumerate(("1", "10", "100", "1000", "10000")):
        x = px(10 ** k)
        out.append(f'<path d="M{x:.1f} {top}V{bottom}" '
                   f'stroke="var(--line)"/>')
        anchor = "end" if k == 4 else "middle"
        out.append(text(x + (4 if k == 4 else 0), bottom + 19, name,
                        anchor=anchor))
    out.append(f'<path d="M{L} {top}V{bottom}H{R}" fill="none" '
               f'stroke="var(--line-strong)"/>')
    out.append(text((L + R) / 2, bottom + 40, label, anchor="middle"))
    return out


def draw(lang):
    w = WORDS[lang]
    bold = ' font-weight="600"'
    cob, jade = "var(--cobalt)", "var(--jade)"
    red, amb = "var(--cinnabar)", "var(--amber)"
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
           f'role="img">',
           f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
           '<g font-family="var(--font-text)" font-size="14.5">']
    out.append(text(12, 22, w["a"], "var(--ink)", more=bold))
    out += axes(A_TOP, A_BOTTOM, ((10, "10α"), (1, "α"), (.1, "0.1α"),
                                  (.01, "0.01α")), ya, w["x"])
    out.append(curve(adagrad, ya, cob))
    out.append(curve(rmsprop, ya, jade, "7 4"))
    for t in (1, 100, TMAX):
        out.append(dot(t, adagrad(t), ya, cob))
    out.append(dot(1, rmsprop(1), ya, jade))
    out.append(text(px(1) + 10, ya(rmsprop(1)) - 3,
                    f"{rmsprop(1):.2f}α", jade))
    out.append(text(px(60), ya(1) - 9, w["rms"], jade, more=bold))
    out.append(text(px(180), ya(adagrad(180)) - 10, w["ada"], cob,
                    more=bold))
    out.append(text(px(100) - 8, ya(.1) + 19, f"{adagrad(100):.1f}α", cob,
                    "end"))
    out.append(text(px(TMAX) - 2, ya(.01) - 24, f"{adagrad(TMAX):.2f}α", cob,
                    "end"))

    out.append(text(12, B_TOP - 18, w["b"], "var(--ink)", more=bold))
    out += axes(B_TOP, B_BOTTOM, ((0, "0"), (1, "α"), (2, "2α"), (4, "4α"),
                                  (6, "6α"), (8, "8α")), yb, w["xb"])
    out.append(curve(raw_adam, yb, red))
    out.append(curve(woken_adam, yb, amb, "2 5"))
    out.append(f'<path d="M{L} {yb(1):.1f}H{R}" stroke="{jade}" '
               f'stroke-width="2.4" stroke-dasharray="7 4"/>')
    out.append(dot(1, raw_adam(1), yb, red))
    out.append(dot(12, raw_adam(12), yb, red))
    out.append(dot(1000, raw_adam(1000), yb, red))
    out.append(dot(12, woken_adam(12), yb, amb))
    out.append(text(px(1) + 9, yb(raw_adam(1)) + 26,
                    f"{raw_adam(1):.2f}α", red))
    out.append(text(px(12) + 4, yb(raw_adam(12)) - 9,
                    f"{w['raw']}t = 12, {raw_adam(12):.2f}α", red,
                    more=bold))
    out.append(text(px(12) - 3, yb(woken_adam(12)) + 22,
                    f"{woken_adam(12):.2f}α", amb, "middle"))
    out.append(text(R, yb(raw_adam(1000)) - 13,
                    f"t = 1000, {raw_adam(1000):.2f}α", red, "end"))
    for row, words in enumerate(w["wake"]):
        out.append(text(px(62), yb(5.4) + 19 * row, words, amb, more=bold))
    out.append(text(px(1) + 11, yb(1) + 18, w["fix"], jade, more=bold))
    out.append('</g></svg>')
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"step-sizes.{lang}.svg").write_text(draw(lang), "utf-8")
