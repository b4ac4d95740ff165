"""One scorer, three prevalences: the ROC curve stays, the PR curve sinks.

Scores are N(0, 1) for negatives and N(2.5, 1) for positives; every point of
both curves follows from the normal distribution, nothing is sampled.
"""
from math import erf, sqrt
from pathlib import Path

SHIFT = 2.5
PREVALENCES = [(0.5, "50%", ""), (0.1, "10%", "9 5"), (0.01, "1%", "3 4")]
INKS = ["var(--cobalt)", "var(--jade)", "var(--cinnabar)"]


def tail(z):
    return 0.5 * (1 - erf(z / sqrt(2)))


STEPS = [-4 + 11 * i / 1100 for i in range(1101)]
ROC = [(tail(t), tail(t - SHIFT)) for t in STEPS]
AUC = 1 - tail(SHIFT / sqrt(2))


def pr(prevalence):
    return [(tpr, prevalence * tpr / (prevalence * tpr + (1 - prevalence) * fpr))
            for fpr, tpr in ROC]


def average_precision(prevalence):
    points = pr(prevalence)
    return sum((a[0] - b[0]) * (a[1] + b[1]) / 2
               for a, b in zip(points, points[1:]))


AP = [average_precision(p) for p, _, _ in PREVALENCES]
WORDS = {
    "zh": dict(
        title="同一个打分器在三种正例占比下的 ROC 与 PR 曲线",
        desc=f"上图 ROC：三种占比完全重合，AUC 为 {AUC:.3f}。下图 PR：正例占 50%、10%、"
             f"1% 时平均精确率依次为 {AP[0]:.3f}、{AP[1]:.3f}、{AP[2]:.3f}，曲线逐级下沉。",
        roc="ROC：三条重合", pr="PR：占比越低越下沉", fpr="FPR", tpr="TPR",
        r="召回率", p="精确率", rand="随机"),
    "en": dict(
        title="ROC and PR curves of one scorer at three prevalences",
        desc=f"Above, ROC: the curves of all three prevalences coincide, AUC "
             f"{AUC:.3f}. Below, PR: with 50%, 10% and 1% positives the average "
             f"precision is {AP[0]:.3f}, {AP[1]:.3f} and {AP[2]:.3f}; the curve "
             f"sinks step by step.",
        roc="ROC: all three coincide", pr="PR: sinks as positives get rarer",
        fpr="FPR", tpr="TPR", r="Recall", p="Precision", rand="random"),
}
W, H = 440, 658
X0, X1, SIDE = 58, 418, 220


def text(x, y, s, size=15, fill="var(--ink-soft)", weight=400, anchor="middle"):
    return (f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" '
            f'font-weight="{weight}" text-anchor="{anchor}">{s}</text>')


def panel(top, heading, xname, yname):
    out = [text(X0, top - 34, heading, 17, "var(--ink)", 700, "start"),
           text(X0 - 10, top - 12, yname, 15, "var(--ink)", 400, "start"),
           text(X1, top + SIDE + 40, xname, 15, "var(--ink)", 400, "end")]
    for i in range(3):
        v = i / 2
        y = top + SIDE * (1 - v)
        out.append(f'<line x1="{X0}" y1="{y}" x2="{X1}" y2="{y}" '
                   f'stroke="var(--line)"/>')
        out.append(text(X0 - 8, y + 5, f"{v:.1f}", anchor="end"))
        out.append(text(X0 + v * (X1 - X0), top + SIDE + 21, f"{v:.1f}"))
    return out


def curve(points, top, ink, dash, width=2.8):
    kept, last = [], None
    for x, y in points:
        at = (round(X0 + x * (X1 - X0), 1), round(top + SIDE * (1 - y), 1))
        if last is None or abs(at[0] - last[0]) + abs(at[1] - last[1]) >= 1.5:
            kept.append(at)
            last = at
    d = "M" + " ".join(f"{x} {y}" for x, y in kept)
    stroke_dash = f' stroke-dasharray="{dash}"' if dash else ""
    return (f'<path d="{d}" fill="none" stroke="{ink}" '
            f'stroke-width="{width}"{stroke_dash}/>')


def draw(words):
    top = 58
    out = panel(top, words["roc"], words["fpr"], words["tpr"])
    out.append(f'<line x1="{X0}" y1="{top + SIDE}" x2="{X1}" y2="{top}" '
               f'stroke="var(--line-strong)" stroke-dasharray="2 5"/>')
    out.append(curve(ROC, top, INKS[0], ""))
    out.append(text(X0 + 110, top + 62, f"AUC = {AUC:.3f}", 16, INKS[0], 700,
                    "start"))
    out.append(text(X0 + 212, top + 132, f'{words["rand"]} 0.5', 15,
                    "var(--ink-soft)", 400, "start"))
    top = 388
    out += panel(top, words["pr"], words["r"], words["p"])
    places = [(0.62, 1.04), (0.44, 0.585), (0.10, 0.16)]
    for (prevalence, name, dash), ink, ap, at in zip(PREVALENCES, INKS, AP, places):
        out.append(curve(pr(prevalence), top, ink, dash))
        out.append(text(X0 + at[0] * (X1 - X0), top + SIDE * (1 - at[1]),
                        f"{name}: AP {ap:.3f}", 15, ink, 700, "start"))
    body = "\n".join(out)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
            f'role="img">\n<title>{words["title"]}</title>\n'
            f'<desc>{words["desc"]}</desc>\n'
            f'<g font-family="var(--font-text)">\n{body}\n</g>\n</svg>\n')


for language, words in WORDS.items():
    name = Path(__file__).with_name(f"roc-and-pr.{language}.svg")
    name.write_text(draw(words), encoding="utf-8")
if __name__ == "__main__":
    print(f"AUC {AUC:.4f}", [f"{a:.4f}" for a in AP])
