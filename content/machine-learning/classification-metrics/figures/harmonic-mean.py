"""F1 against the arithmetic mean as recall runs from 0 to 1 at P = 0.9."""
from pathlib import Path

P = 0.9
WORDS = {
    "zh": dict(
        title="调和平均与算术平均",
        desc="横轴召回率 R 从 0 到 1，精确率固定为 0.9。算术平均是从 0.45 升到 0.95 "
             "的直线；F1 是从 0 升到 0.947 的曲线，始终不高于直线。R=0.1 时 F1 为 0.18，"
             "算术平均为 0.50；R=0.9 时两者都是 0.90。",
        f1="F1（调和平均）", am="(P + R) / 2（算术平均）",
        x="召回率 R（精确率固定 P = 0.9）", y="得分", same="P = R：0.90"),
    "en": dict(
        title="Harmonic against arithmetic mean",
        desc="Recall R runs from 0 to 1 with precision fixed at 0.9. The "
             "arithmetic mean is a straight line from 0.45 to 0.95; F1 is a "
             "curve from 0 to 0.947 that never rises above it. At R=0.1 F1 is "
             "0.18 and the arithmetic mean 0.50; at R=0.9 both are 0.90.",
        f1="F1 (harmonic)", am="(P + R) / 2 (arithmetic)",
        x="Recall R (precision fixed, P = 0.9)", y="Score",
        same="P = R: 0.90"),
}
W, H = 456, 350
X0, X1, Y0, Y1 = 52, 430, 290, 42


def f1(r):
    return 2 * P * r / (P + r)


def mean(r):
    return (P + r) / 2


def px(r):
    return round(X0 + r * (X1 - X0), 1)


def py(v):
    return round(Y0 + v * (Y1 - Y0), 1)


def text(x, y, s, size=15, fill="var(--ink-soft)", weight=400, anchor="middle"):
    return (f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" '
            f'font-weight="{weight}" text-anchor="{anchor}">{s}</text>')


def path(f, **attributes):
    points = " ".join(f"{px(i / 100)} {py(f(i / 100))}" for i in range(101))
    extra = " ".join(f'{k.replace("_", "-")}="{v}"' for k, v in attributes.items())
    return f'<path d="M{points}" fill="none" {extra}/>'


def draw(words):
    out = []
    for i in range(6):
        v = i / 5
        out.append(f'<line x1="{X0}" y1="{py(v)}" x2="{X1}" y2="{py(v)}" '
                   f'stroke="var(--line)"/>')
        out.append(text(X0 - 8, py(v) + 5, f"{v:.1f}", anchor="end"))
        out.append(text(px(v), Y0 + 21, f"{v:.1f}"))
    out.append(text((X0 + X1) / 2, Y0 + 48, words["x"], fill="var(--ink)"))
    out.append(text(8, 20, words["y"], fill="var(--ink)", anchor="start"))
    out.append(path(mean, stroke="var(--amber)", stroke_width=2.5,
                    stroke_dasharray="8 5"))
    out.append(path(f1, stroke="var(--cobalt)", stroke_width=3))
    r = 0.1
    out.append(f'<line x1="{px(r)}" y1="{py(f1(r))}" x2="{px(r)}" '
               f'y2="{py(mean(r))}" stroke="var(--ink-soft)" '
               f'stroke-width="1.5" stroke-dasharray="3 3"/>')
    out.append(f'<rect x="{px(r) - 5}" y="{py(mean(r)) - 5}" width="10" '
               f'height="10" fill="var(--amber)"/>')
    out.append(f'<circle cx="{px(r)}" cy="{py(f1(r))}" r="5.5" '
               f'fill="var(--cobalt)"/>')
    out.append(text(px(r) - 2, py(mean(r)) - 14, f"{mean(r):.2f}", 16,
                    "var(--amber)", 700))
    out.append(text(px(r) + 14, py(f1(r)) + 14, f"{f1(r):.2f}", 16,
                    "var(--cobalt)", 700, "start"))
    out.append(f'<circle cx="{px(P)}" cy="{py(P)}" r="5" fill="var(--ink)"/>')
    out.append(text(W - 10, py(0.735), words["same"], 15, "var(--ink)", 600, "end"))
    out.append(text(px(0.31), py(0.83), words["am"], 15, "var(--amber)", 600))
    out.append(text(px(0.5), py(0.5), words["f1"], 15, "var(--cobalt)", 600,
                    "start"))
    body = "\n".join(out)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
            f'role="img">\n<title>{words["title"]}</title>\n'
            f'<desc>{words["desc"]}</desc>\n'
            f'<g font-family="var(--font-text)">\n{body}\n</g>\n</svg>\n')


for language, words in WORDS.items():
    name = Path(__file__).with_name(f"harmonic-mean.{language}.svg")
    name.write_text(draw(words), encoding="utf-8")
