"""Four questions that sort a project into demo, outsourcing, one-off, in between or
product. Writes decision-map.zh.svg and decision-map.en.svg beside this file."""
from pathlib import Path

WORDS = {
    "zh": dict(title="判断一个项目的四个问题",
               desc="自上而下四问。交付半年后还有人在用吗，否则是demo。代码、数据、改进权"
                    "归团队吗，否则是外包。下一家客户能直接用大部分吗，否则是一次性。"
                    "交付后有人付钱请你们继续改吗，否则介于两者之间；都是，才是产品。",
               ask=[("交付半年后，", "现场还有人在用吗？"),
                    ("代码、数据和改进权，", "归你们吗？"),
                    ("下一家客户能直接用上", "大部分代码吗？"),
                    ("验收之后，有人付钱", "请你们继续改吗？")],
               out=[("demo", "看它要赢下哪个决定"), ("外包", "看能学到什么领域"),
                    ("一次性业务", "看利润，留下组件"), ("介于两者之间", "先把维护写进合同")],
               end=("产品", "看留存，也看能否停掉"), yes="是", no="否"),
    "en": dict(title="Four questions for judging a project",
               desc="Four questions from top to bottom. Is anyone still using it half a "
                    "year later; if not, a demo. Are code, data and the right to improve "
                    "yours; if not, outsourcing. Can the next customer use most of it; if "
                    "not, a one-off. Does anyone pay you to go on improving; if not, in "
                    "between; if yes to all, a product.",
               ask=[("Half a year later, is", "anyone still using it?"),
                    ("Code, data, the right", "to improve: yours?"),
                    ("Can the next customer", "use most of the code?"),
                    ("After acceptance, does", "anyone pay for more?")],
               out=[("Demo", "which decision to win?"), ("Outsourcing", "which field to learn?"),
                    ("One-off", "profit, and parts kept?"), ("In between", "get upkeep paid first")],
               end=("Product", "is it kept, can it end?"), yes="yes", no="no"),
}
W, QX, QW, OX, OW, H, GAP, TOP = 480, 10, 226, 284, 188, 66, 52, 10
INK = ["cinnabar", "cinnabar", "amber", "amber"]


def text(x, y, s, size, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def draw(lang):
    w = WORDS[lang]
    end = TOP + 4 * (H + GAP)
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {end + H + 10}" '
         'role="img">', f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
         '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
         'markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" '
         'fill="var(--ink-soft)"/></marker></defs>',
         '<g font-family="var(--font-text)">']
    cx, ox = QX + QW / 2, OX + OW / 2
    for k in range(4):
        y = TOP + k * (H + GAP)
        o.append(f'<rect x="{QX}" y="{y}" width="{QW}" height="{H}" rx="10" '
                 'fill="var(--cobalt-wash)" stroke="var(--cobalt)" stroke-width="2"/>')
        for i, s in enumerate(w["ask"][k]):
            o.append(text(cx, y + 28 + 23 * i, s, 17))
        o.append(f'<path d="M{cx:g} {y + H + 2}V{y + H + GAP - 3}" '
                 'stroke="var(--ink-soft)" stroke-width="2" marker-end="url(#tip)"/>')
        o.append(text(cx + 12, y + H + 31, w["yes"], 16, "var(--jade)", "start", 600))
        o.append(f'<path d="M{QX + QW + 2} {y + H / 2:g}H{OX - 3}" '
                 'stroke="var(--ink-soft)" stroke-width="2" stroke-dasharray="5 4" '
                 'marker-end="url(#tip)"/>')
        o.append(text((QX + QW + OX) / 2 - 4, y + H / 2 - 9, w["no"], 16,
                      "var(--cinnabar)", weight=600))
        o.append(f'<rect x="{OX}" y="{y}" width="{OW}" height="{H}" rx="10" '
                 f'fill="var(--{INK[k]}-wash)" stroke="var(--{INK[k]})" '
                 'stroke-width="2" stroke-dasharray="6 4"/>')
        o.append(text(ox, y + 28, w["out"][k][0], 17, f"var(--{INK[k]})", weight=600))
        o.append(text(ox, y + 51, w["out"][k][1], 15, "var(--ink-soft)"))
    o.append(f'<rect x="{QX}" y="{end}" width="{QW}" height="{H}" rx="10" '
             'fill="var(--jade-wash)" stroke="var(--jade)" stroke-width="3"/>')
    o.append(text(cx, end + 28, w["end"][0], 18, "var(--jade)", weight=600))
    o.append(text(cx, end + 51, w["end"][1], 15, "var(--ink-soft)"))
    o.append("</g></svg>")
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    for lang in WORDS:
        (Path(__file__).parent / f"decision-map.{lang}.svg").write_text(
            draw(lang), "utf-8")
