"""Which cells of the confusion matrix each metric reads (worked example)."""
from pathlib import Path

TP, FN, FP, TN = 5, 5, 10, 980
CELLS = [("TP", TP, 0, 0), ("FN", FN, 0, 1), ("FP", FP, 1, 0), ("TN", TN, 1, 1)]
METRICS = [
    ("Accuracy", ["TP", "TN"], ["FN", "FP"]),
    ("Precision", ["TP"], ["FP"]),
    ("Recall", ["TP"], ["FN"]),
    ("F1", ["TP"], ["FP", "FN"]),
]
COUNT = {name: n for name, n, _, _ in CELLS}
WORDS = {
    "zh": dict(
        title="混淆矩阵与四个指标各读哪些格子",
        desc="上方是混淆矩阵：行为实际，列为预测，TP 5，FN 5，FP 10，TN 980。"
             "下方四个小矩阵：Accuracy 读全部四格；Precision 只读 TP 与 FP 一列；"
             "Recall 只读 TP 与 FN 一行；F1 读 TP、FP、FN，不读 TN。",
        pred="预测", actual="实际", pos="正", neg="负",
        hit="分子，也在分母", base="只在分母", out="不读"),
    "en": dict(
        title="The confusion matrix and the cells four metrics read",
        desc="Above, the confusion matrix: rows are actual, columns predicted; "
             "TP 5, FN 5, FP 10, TN 980. Below, four small matrices: accuracy "
             "reads all four cells; precision only the column of TP and FP; "
             "recall only the row of TP and FN; F1 reads TP, FP and FN, "
             "never TN.",
        pred="Predicted", actual="Actual", pos="pos", neg="neg",
        hit="top and bottom", base="bottom only", out="not read"),
}
W, H = 456, 520


def text(x, y, s, size=16, fill="var(--ink)", weight=400, anchor="middle"):
    return (f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" '
            f'font-weight="{weight}" text-anchor="{anchor}">{s}</text>')


def cell(x, y, w, h, role):
    fill, stroke, width, dash = {
        "hit": ("var(--cobalt-wash)", "var(--cobalt)", 2.5, ""),
        "base": ("var(--surface)", "var(--cobalt)", 2, ' stroke-dasharray="5 4"'),
        "out": ("none", "var(--line-strong)", 1, ""),
        "plain": ("var(--surface)", "var(--line-strong)", 1, ""),
    }[role]
    return (f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="4" '
            f'fill="{fill}" stroke="{stroke}" stroke-width="{width}"{dash}/>')


def draw(words):
    out = []
    # The full matrix.
    x0, y0, w, h = 118, 56, 140, 62
    out.append(text(x0 + w + 4, 20, words["pred"], 16, "var(--ink-soft)", 600))
    for col, key in enumerate(("pos", "neg")):
        out.append(text(x0 + col * (w + 8) + w / 2, 45, words[key], 16,
                        "var(--ink-soft)"))
    out.append(text(50, y0 + h + 10, words["actual"], 16, "var(--ink-soft)", 600))
    for row, key in enumerate(("pos", "neg")):
        out.append(text(x0 - 10, y0 + row * (h + 8) + h / 2 + 6, words[key], 16,
                        "var(--ink-soft)", anchor="end"))
    for name, n, row, col in CELLS:
        x, y = x0 + col * (w + 8), y0 + row * (h + 8)
        out.append(cell(x, y, w, h, "plain"))
        out.append(text(x + w / 2, y + 26, name, 18, weight=700))
        out.append(text(x + w / 2, y + 49, n, 17, "var(--ink-soft)"))
    # The legend.
    y = 222
    for x, role in ((14, "hit"), (180, "base"), (326, "out")):
        out.append(cell(x, y, 26, 20, role))
        out.append(text(x + 34, y + 16, words[role], 15, anchor="start"))
    # The four small matrices.
    for i, (metric, hits, bases) in enumerate(METRICS):
        bx, by = 14 + (i % 2) * 224, 284 + (i // 2) * 134
        out.append(text(bx, by, metric, 17, weight=700, anchor="start"))
        for name, _, row, col in CELLS:
            role = ("hit" if name in hits else
                    "base" if name in bases else "out")
            x, y = bx + col * 60, by + 12 + row * 42
            label = "2TP" if (metric, name) == ("F1", "TP") else name
            out.append(cell(x, y, 54, 36, role))
            out.append(text(x + 27, y + 24, label, 16,
                            "var(--cobalt)" if role == "hit" else
                            "var(--ink)" if role == "base" else
                            "var(--ink-soft)",
                            700 if role == "hit" else 400))
        double = 2 if metric == "F1" else 1
        top = double * sum(COUNT[c] for c in hits)
        bottom = top + sum(COUNT[c] for c in bases)
        out.append(text(bx + 128, by + 42, f"{top}/{bottom}", 16,
                        "var(--ink-soft)", anchor="start"))
        out.append(text(bx + 128, by + 68, f"= {top / bottom:.3f}", 16,
                        weight=600, anchor="start"))
    body = "\n".join(out)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
            f'role="img">\n<title>{words["title"]}</title>\n'
            f'<desc>{words["desc"]}</desc>\n'
            f'<g font-family="var(--font-text)">\n{body}\n</g>\n</svg>\n')


for language, words in WORDS.items():
    path = Path(__file__).with_name(f"confusion-matrix.{language}.svg")
    path.write_text(draw(words), encoding="utf-8")
