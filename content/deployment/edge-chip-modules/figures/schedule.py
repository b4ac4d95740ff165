"""The same four stages run serially and as a pipeline."""
from pathlib import Path

STAGES = [("isp", 8, "jade"), ("two", 6, "jade"), ("npu", 12, "amber"),
          ("cpu", 5, "cobalt")]
WORDS = {
    "zh": dict(
        title="串行与流水：同样的四级，吞吐由最慢一级决定",
        desc="上：一帧走完31毫秒才放下一帧，每31毫秒出一个结果。下：每12毫秒"
             "放一帧，NPU一直在忙，第一帧31毫秒出结果，此后每12毫秒一个；"
             "每帧的时延仍是31毫秒。",
        serial="串行：每31 ms一帧，32.3 fps", pipe="流水：每12 ms一帧，83.3 fps",
        isp="ISP", two="2D", npu="NPU", cpu="CPU", x="毫秒",
        full="NPU排满"),
    "en": dict(
        title="Serial and pipelined: the slowest of four stages sets the rate",
        desc="Top: a frame takes 31 milliseconds before the next enters; one "
             "result every 31. Bottom: a frame enters every 12 milliseconds, "
             "the NPU is always busy, the first result comes after 31 and "
             "then one every 12; each frame still takes 31.",
        serial="serial: a frame per 31 ms, 32.3 fps",
        pipe="pipelined: a frame per 12 ms, 83.3 fps", isp="ISP", two="2D",
        npu="NPU", cpu="CPU", x="milliseconds", full="NPU full"),
}
W, X0, SCALE, ROW = 480, 48, 5.1, 30
END = 82


def text(x, y, s, size=14, fill="var(--ink)", anchor="start", weight=400):
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def frames(interval):
    """Yield (frame, stage, start, end); a block takes one frame at a time."""
    free = [0] * len(STAGES)
    for i in range(9):
        t = i * interval
        for s, (_, ms, _) in enumerate(STAGES):
            start = max(t, free[s])
            t = free[s] = start + ms
            if start < END:
                yield i, s, start, t


def draw(lang):
    w = WORDS[lang]
    H = 392
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>',
         f'<defs><clipPath id="sch-plot"><rect x="{X0}" y="0" '
         f'width="{END * SCALE:g}" height="{H}"/></clipPath></defs>',
         '<g font-family="var(--font-text)">']
    total = sum(ms for _, ms, _ in STAGES)
    for title, interval, top in ((w["serial"], total, 18),
                                 (w["pipe"], 12, 206)):
        o.append(text(8, top, title, 15, "var(--ink)", "start", 600))
        for s, (name, _, _) in enumerate(STAGES):
            o.append(text(X0 - 8, top + 30 + s * ROW, w[name], 14,
                          "var(--ink)", "end"))
        for i, s, start, end in frames(interval):
            colour = STAGES[s][2]
            x, y = X0 + start * SCALE, top + 12 + s * ROW
            o.append(f'<rect x="{x:g}" y="{y}" '
                     f'width="{(end - start) * SCALE:g}" height="24" '
                     f'fill="var(--{colour}-wash)" '
                     f'stroke="var(--{colour})" stroke-width="1.6" '
                     f'clip-path="url(#sch-plot)"/>')
            if (start + end) / 2 < END - 1:
                o.append(text(x + (end - start) * SCALE / 2, y + 18, i + 1,
                              15, "var(--ink)", "middle", 600))
        for i, s, start, end in frames(interval):
            if s == len(STAGES) - 1 and end < END:
                x = X0 + end * SCALE
                o.append(f'<path d="M{x:g} {top + 12}V{top + 18 + 4 * ROW}" '
                         f'stroke="var(--cinnabar)" '
                         f'stroke-dasharray="2 3"/>')
                o.append(text(x, top + 33 + 4 * ROW, end, 14,
                              "var(--cinnabar)", "middle", 600))
    o.append(text(X0 + END * SCALE / 2, H - 8, w["x"], 14, "var(--ink-soft)",
                  "middle"))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    for lang in WORDS:
        out = Path(__file__).with_name(f"schedule.{lang}.svg")
        out.write_text(draw(lang), "utf-8")
