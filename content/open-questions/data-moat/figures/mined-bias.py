"""Estimating the error rate from selected samples: 100 simulated weeks per method.
Writes mined-bias.zh.svg and mined-bias.en.svg beside this file."""
from pathlib import Path

import numpy as np

N, BUDGET, WEEKS = 50_000, 2_000, 100


def weeks():
    rng = np.random.default_rng(0)
    out = []
    for _ in range(WEEKS):
        doubt = rng.beta(1, 12, N)
        wrong = rng.random(N) < 0.25 * doubt
        mined = np.argsort(doubt)[-BUDGET:]
        audit = rng.choice(N, BUDGET, replace=False)
        p = np.minimum(doubt * BUDGET / doubt.sum(), 1)
        drawn = rng.random(N) < p
        weight = 1 / p[drawn]
        out.append([wrong[mined].mean(), wrong[audit].mean(),
                    (weight * wrong[drawn]).sum() / weight.sum(), wrong.mean(),
                    wrong[mined].sum(), wrong[audit].sum(), wrong[drawn].sum()])
    return np.array(out)


RUN = weeks()
TRUE = 100 * RUN[:, 3].mean()
FOUND = RUN[:, 4:].mean(0).round().astype(int)
LOW, MID, HIGH = 100 * np.percentile(RUN[:, :3], [2.5, 50, 97.5], axis=0)

WORDS = {
    "zh": dict(title="用挑出来的样本估计错误率",
               desc=f"真实错误率{TRUE:.1f}%。只看最不确定的样本，估出{MID[0]:.1f}%；随机抽样"
                    f"{MID[1]:.1f}%；按风险抽样再加权{MID[2]:.1f}%。横条是100周里的95%范围。",
               rows=["只挑最不确定的2,000张", "随机抽2,000张", "按风险抽2,000张，再加权"],
               found="找到{}个错", comma="，", truth="真实{:.1f}%", axis="估出的错误率（%）"),
    "en": dict(title="Estimating the error rate from selected samples",
               desc=f"True error rate {TRUE:.1f}%. The most uncertain samples alone say "
                    f"{MID[0]:.1f}%, a random sample {MID[1]:.1f}%, sampling by risk with "
                    f"weights {MID[2]:.1f}%. Bars hold 95% of 100 weeks.",
               rows=["The 2,000 most uncertain only", "2,000 at random",
                     "2,000 by risk, weighted"],
               found="{} errors found", comma=", ", truth="true: {:.1f}%",
               axis="estimated error rate (%)"),
}
W, LEFT, RIGHT, TOP, ROW, TOPV = 480, 24, 456, 48, 76, 14


def x(v):
    return LEFT + (RIGHT - LEFT) * v / TOPV


def text(px, y, s, size, fill="var(--ink)", anchor="start", weight=400):
    return (f'<text x="{px:.1f}" y="{y}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def draw(lang):
    w = WORDS[lang]
    base = TOP + 3 * ROW
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {base + 58}" '
         'role="img">', f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
         '<g font-family="var(--font-text)">']
    o.append(f'<path d="M{x(TRUE):.1f} {TOP - 12}V{base}" stroke="var(--ink)" '
             'stroke-width="1.5" stroke-dasharray="5 4"/>')
    o.append(text(x(TRUE), TOP - 20, w["truth"].format(TRUE), 15, anchor="middle",
                  weight=600))
    for k, ink in enumerate(("cinnabar", "cobalt", "jade")):
        y = TOP + k * ROW
        o.append(text(x(TRUE) + 14, y + 18, w["rows"][k], 16, f"var(--{ink})",
                      weight=600))
        o.append(f'<path d="M{x(LOW[k]):.1f} {y + 42}H{x(HIGH[k]):.1f}" '
                 f'stroke="var(--{ink})" stroke-width="7" opacity=".45"/>')
        o.append(f'<circle cx="{x(MID[k]):.1f}" cy="{y + 42}" r="7" '
                 f'fill="var(--{ink})"/>')
        label = f'{MID[k]:.1f}%' + w["comma"] + w["found"].format(FOUND[k])
        o.append(text(x(HIGH[k]) + 12, y + 47, label, 15))
    o.append(f'<path d="M{LEFT} {base}H{RIGHT}" stroke="var(--line-strong)"/>')
    for v in range(0, TOPV + 1, 2):
        o.append(f'<path d="M{x(v):.1f} {base}v5" stroke="var(--line-strong)"/>')
        o.append(text(x(v), base + 22, v, 14, "var(--ink-soft)", "middle"))
    o.append(text(W / 2, base + 47, w["axis"], 15, "var(--ink-soft)", "middle"))
    o.append("</g></svg>")
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    print(TRUE, MID, LOW, HIGH, FOUND)
    for lang in WORDS:
        (Path(__file__).parent / f"mined-bias.{lang}.svg").write_text(
            draw(lang), "utf-8")
