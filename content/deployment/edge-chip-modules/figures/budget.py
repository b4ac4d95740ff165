"""Latency budget from exposure to result, and to the encoded picture."""
from pathlib import Path

STEPS = [("exp", 10, "ink-soft"), ("read", 11, "ink-soft"),
         ("isp", 8, "jade"), ("two", 6, "jade"), ("npu", 12, "amber"),
         ("cpu", 5, "cobalt")]
SHOW = [("osd", 2, "jade"), ("enc", 9, "jade")]
WORDS = {
    "zh": dict(
        title="从曝光到结果的时延预算",
        desc="瀑布图，例题数字。曝光10、读出11、ISP 8、2D单元6、NPU 12、CPU"
             "后处理5，累计52毫秒得到结果，其中像素读完之后是31毫秒。若要"
             "看到画面，再加OSD 2和编码9，共63毫秒。",
        exp="曝光", read="读出", isp="ISP", two="2D单元", npu="NPU",
        cpu="CPU后处理", osd="OSD叠加", enc="VENC编码",
        result="结果", picture="带框的码流", inside="芯片内", x="毫秒"),
    "en": dict(
        title="Latency budget from exposure to result",
        desc="Waterfall with example figures. Exposure 10, read-out 11, ISP "
             "8, 2D unit 6, NPU 12, CPU post-processing 5: the result after "
             "52 milliseconds, 31 of them after the last pixel is read. The "
             "encoded picture needs OSD 2 and encoding 9 more, 63 in all.",
        exp="exposure", read="read-out", isp="ISP", two="2D unit",
        npu="NPU", cpu="CPU post", osd="OSD", enc="VENC",
        result="result", picture="stream with boxes", inside="on the chip",
        x="milliseconds"),
}
W, X0, SCALE, ROW, TOP = 480, 104, 5.3, 38, 14
H = TOP + ROW * (len(STEPS) + len(SHOW)) + 76


def text(x, y, s, size=14, fill="var(--ink)", anchor="start", weight=400):
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def draw(lang):
    w = WORDS[lang]
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>', '<g font-family="var(--font-text)">']
    foot = H - 50
    for ms in range(0, 61, 20):
        x = X0 + ms * SCALE
        o.append(f'<path d="M{x:g} {TOP - 6}V{foot}" stroke="var(--line)"/>')
        o.append(text(x, foot + 20, ms, 14, "var(--ink-soft)", "middle"))
    o.append(text(X0 + 30 * SCALE, foot + 42, w["x"], 14, "var(--ink-soft)",
                  "middle"))
    t = 0
    marks = {}
    for i, (name, ms, colour) in enumerate(STEPS + SHOW):
        y = TOP + i * ROW
        x = X0 + t * SCALE
        dash = ' stroke-dasharray="4 3"' if colour == "ink-soft" else ""
        wash = "sunken" if colour == "ink-soft" else f"{colour}-wash"
        o.append(text(X0 - 8, y + 20, w[name], 14, "var(--ink)", "end"))
        o.append(f'<rect x="{x:g}" y="{y}" width="{ms * SCALE:g}" '
                 f'height="28" fill="var(--{wash})" '
                 f'stroke="var(--{colour})" stroke-width="1.8"{dash}/>')
        if ms >= 5:
            o.append(text(x + ms * SCALE / 2, y + 20, ms, 15,
                          "var(--ink)", "middle", 600))
        else:
            o.append(text(x + ms * SCALE + 6, y + 20, ms, 15, "var(--ink)",
                          "start", 600))
        t += ms
        marks[name] = (t, y)
    start = marks["read"][0]
    end, y = marks["cpu"]
    o.append(f'<path d="M{X0 + start * SCALE:g} {TOP + 2 * ROW}V{y + 28}" '
             f'stroke="var(--cinnabar)" stroke-dasharray="3 3"/>')
    o.append(text(X0 + (start + 1) * SCALE, y + 20,
                  f'{w["inside"]} {end - start}', 14, "var(--cinnabar)",
                  "start", 600))
    o.append(text(X0 + end * SCALE + 7, y + 20,
                  f'{w["result"]} {end}', 15, "var(--cinnabar)", "start",
                  700))
    t, y = marks["enc"]
    o.append(text(X0 + (t - 9) * SCALE - 8, y + 20, f'{w["picture"]} {t}',
                  15, "var(--jade)", "end", 700))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    for lang in WORDS:
        out = Path(__file__).with_name(f"budget.{lang}.svg")
        out.write_text(draw(lang), "utf-8")
