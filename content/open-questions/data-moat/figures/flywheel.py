"""The data loop of one week as a column of stages, with the share that leaks at each
step; the counts follow from the assumed rates below.
Writes flywheel.zh.svg and flywheel.en.svg beside this file."""
from pathlib import Path

FRAMES, SITES = 1_000_000, 200
RIGHTS, PICKED, CLEAR, AGREED, DISTINCT, UPDATED = .70, 2_000, .92, .90, .85, .60
usable = round(FRAMES * RIGHTS)
labelled = round(PICKED * CLEAR)
checked = round(labelled * AGREED)
added = round(checked * DISTINCT)
reached = round(SITES * UPDATED)
COUNTS = [FRAMES, usable, PICKED, labelled, checked, added, reached]

WORDS = {
    "zh": dict(title="数据闭环一周的流量与漏点",
               desc=f"自上而下：产线画面{FRAMES:,}张，可用{usable:,}张，挑中{PICKED:,}张，"
                    f"标完{labelled:,}张，复核通过{checked:,}张，入训练集{added:,}张，"
                    f"新模型到达{reached}家工厂，再回到产线。每一步之间写着漏在哪里。",
               stage=["产线上的画面", "可用的画面", "挑中待标", "标注完成", "复核通过",
                      "进入训练集", "用上新模型"],
               unit=["张", "张", "张", "张", "张", "张", "家工厂"],
               leak=["授权不明、型号或时间缺失：30%", "自信却判错的，按不确定挑不出来",
                     "看不清，或规范没写：8%", "两人不一致，退回重标：10%",
                     "同一工件的近重复：15%", "验收没过，或现场没升级：40%"],
               back="反馈要能追到那一张画面", note="一周，比例为示例"),
    "en": dict(title="A week of the data loop and where it leaks",
               desc=f"Top to bottom: {FRAMES:,} frames in production, {usable:,} usable, "
                    f"{PICKED:,} selected, {labelled:,} labelled, {checked:,} past "
                    f"review, {added:,} into the training set, the new model at "
                    f"{reached} factories, and back to production. Between the steps "
                    f"stands what leaks.",
               stage=["Frames in production", "Usable frames", "Selected",
                      "Labelled", "Past review", "Into the training set",
                      "New model in use"],
               unit=["", "", "", "", "", "", " sites"],
               leak=["no rights, model or time missing: 30%",
                     "confidently wrong frames look easy",
                     "unclear, or not in the guideline: 8%",
                     "two people disagree, redo: 10%",
                     "near copies of one part: 15%",
                     "not accepted or not updated: 40%"],
               back="feedback must name its frame", note="one week, example rates"),
}
W, X, BW, H, GAP, TOP = 480, 76, 388, 46, 50, 44


def text(x, y, s, size, fill="var(--ink)", anchor="start", weight=400):
    return (f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def draw(lang):
    w = WORDS[lang]
    end = TOP + 7 * H + 6 * GAP
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {end + 52}" '
         'role="img">', f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
         '<defs>'] + [
        f'<marker id="tip-{c}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
        f'markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" '
        f'fill="var(--{c})"/></marker>' for c in ("cobalt", "jade", "cinnabar")] + [
        '</defs>', '<g font-family="var(--font-text)">']
    o.append(text(X + BW, 27, w["note"], 15, "var(--ink-soft)", "end"))
    for k in range(7):
        y = TOP + k * (H + GAP)
        ink = "jade" if k == 6 else "cobalt"
        o.append(f'<rect x="{X}" y="{y}" width="{BW}" height="{H}" rx="10" '
                 f'fill="var(--{ink}-wash)" stroke="var(--{ink})" stroke-width="2"/>')
        o.append(text(X + 14, y + 29, w["stage"][k], 17, f"var(--{ink})", weight=600))
        o.append(text(X + BW - 14, y + 29, f'{COUNTS[k]:,}{w["unit"][k]}', 17,
                      anchor="end", weight=600))
        if k < 6:
            o.append(f'<path d="M{X + 24} {y + H + 1}V{y + H + GAP - 3}" '
                     'stroke="var(--cobalt)" stroke-width="2" fill="none" '
                     'marker-end="url(#tip-cobalt)"/>')
            o.append(f'<path d="M{X + 25} {y + H + 25}H{X + 52}" '
                     'stroke="var(--cinnabar)" stroke-width="2" fill="none" '
                     'stroke-dasharray="4 3" marker-end="url(#tip-cinnabar)"/>')
            o.append(text(X + 60, y + H + 30, w["leak"][k], 15, "var(--cinnabar)"))
    low, up = end - H / 2, TOP + H / 2
    o.append(f'<path d="M{X - 1} {low:g}H32V{up:g}H{X - 4}" stroke="var(--jade)" '
             'stroke-width="2" fill="none" marker-end="url(#tip-jade)"/>')
    o.append(f'<path d="M32 {low:g}V{end + 27}H{X + 52}" stroke="var(--cinnabar)" '
             'stroke-width="2" fill="none" stroke-dasharray="4 3" '
             'marker-end="url(#tip-cinnabar)"/>')
    o.append(text(X + 60, end + 32, w["back"], 15, "var(--cinnabar)"))
    o.append("</g></svg>")
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    print(COUNTS)
    for lang in WORDS:
        (Path(__file__).parent / f"flywheel.{lang}.svg").write_text(draw(lang), "utf-8")
