"""Three jobs (compute 10, wait 40, compute 5 ms) on one core, run three ways by a small
simulation: threads with a 5 ms slice, an event loop, a loop whose jobs block.
Writes timelines.zh.svg and timelines.en.svg beside this file."""
from collections import deque
from pathlib import Path

NAMES, BEFORE, WAIT, AFTER, SLICE = "ABC", 10, 40, 5, 5


def simulate(slice_length=None, blocking=False):
    """Returns [(name, 'run' | 'wait', from, to)] and the finishing time."""
    clock, bars = 0, []
    ready, asleep = deque((n, "first", BEFORE) for n in NAMES), []
    while ready or asleep:
        if not ready:
            clock = max(clock, asleep[0][0])
        while asleep and asleep[0][0] <= clock:
            ready.append((asleep.pop(0)[1], "second", AFTER))
        name, part, left = ready.popleft()
        step = min(left, slice_length or left)
        bars.append((name, "run", clock, clock + step))
        clock += step
        while asleep and asleep[0][0] <= clock:
            ready.append((asleep.pop(0)[1], "second", AFTER))
        if left > step:
            ready.append((name, part, left - step))
        elif part == "first" and blocking:         # nothing else may run
            bars.append((name, "wait", clock, clock + WAIT))
            clock += WAIT
            ready.appendleft((name, "second", AFTER))
        elif part == "first":
            bars.append((name, "wait", clock, clock + WAIT))
            asleep.append((clock + WAIT, name))
    return bars, clock


RUNS = [simulate(SLICE), simulate(), simulate(blocking=True)]
END = [end for _, end in RUNS]
WORDS = {
    "zh": dict(title="三种跑法的时间线",
               desc=f"三个任务各算10、等40、再算5毫秒，一个核。三个线程{END[0]}毫秒完成，"
                    f"计算被切成5毫秒的片；事件循环{END[1]}毫秒，只在等待处切换；"
                    f"协程里用阻塞调用{END[2]}毫秒，等于依次执行。",
               heads=["三个线程，内核随时切换", "三个协程，只在await处切换",
                      "三个协程，等待写成阻塞调用"],
               end="{}毫秒", run="计算", wait="等待I/O", unit="毫秒"),
    "en": dict(title="Time lines of three ways to run",
               desc=f"Three jobs compute 10, wait 40, compute 5 ms each, on one core. "
                    f"Three threads finish at {END[0]} ms with computing cut into 5 ms "
                    f"slices; an event loop at {END[1]} ms, switching only where jobs "
                    f"wait; coroutines with a blocking call at {END[2]} ms, as if one "
                    f"after another.",
               heads=["Three threads, switched at any time",
                      "Three coroutines, switched only at await",
                      "Three coroutines that wait in a blocking call"],
               end="{} ms", run="computing", wait="waiting for I/O", unit="ms"),
}
INK = dict(A="cobalt", B="amber", C="jade")
W, LEFT, RIGHT, LANE, PANEL, TOP = 480, 36, 464, 30, 156, 44
SPAN = max(END)


def x(t):
    return LEFT + (RIGHT - LEFT) * t / SPAN


def text(px, y, s, size, fill="var(--ink)", anchor="start", weight=400):
    return (f'<text x="{px:.1f}" y="{y}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def draw(lang):
    w = WORDS[lang]
    height = TOP + 3 * PANEL + 22
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {height}" '
         'role="img">', f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
         '<g font-family="var(--font-text)">']
    o.append('<rect x="16" y="13" width="28" height="16" fill="var(--ink-soft)"/>')
    o.append(text(52, 27, w["run"], 15, "var(--ink-soft)"))
    o.append('<path d="M160 21H204" stroke="var(--ink-soft)" stroke-width="2" '
             'stroke-dasharray="4 4"/>')
    o.append(text(212, 27, w["wait"], 15, "var(--ink-soft)"))
    for k, (bars, end) in enumerate(RUNS):
        t = TOP + k * PANEL
        o.append(text(16, t + 24, w["heads"][k], 17, weight=600))
        for i, n in enumerate(NAMES):
            y = t + 38 + i * LANE
            o.append(text(16, y + 19, n, 16, f"var(--{INK[n]})", weight=600))
            for name, kind, a, b in bars:
                if name != n:
                    continue
                if kind == "wait":
                    o.append(f'<path d="M{x(a):.1f} {y + 13}H{x(b):.1f}" '
                             f'stroke="var(--{INK[n]})" stroke-width="2" '
                             'stroke-dasharray="4 4"/>')
                else:
                    o.append(f'<rect x="{x(a) + .75:.1f}" y="{y + 2}" '
                             f'width="{x(b) - x(a) - 1.5:.1f}" height="22" '
                             f'fill="var(--{INK[n]})"/>')
        low = t + 38 + 3 * LANE
        o.append(f'<path d="M{x(end):.1f} {t + 36}V{low}" stroke="var(--ink)" '
                 'stroke-width="1.5"/>')
        if end < SPAN:
            o.append(text(x(end) + 8, t + 38 + LANE + 19, w["end"].format(end), 16,
                          weight=600))
        else:
            o.append(text(x(end) - 8, t + 38 + 19, w["end"].format(end), 16,
                          anchor="end", weight=600))
    base = TOP + 3 * PANEL - 12
    o.append(f'<path d="M{LEFT} {base}H{RIGHT}" stroke="var(--line-strong)"/>')
    for v in (0, 50, 100, 150):
        o.append(f'<path d="M{x(v):.1f} {base}v5" stroke="var(--line-strong)"/>')
        label = f'{v} {w["unit"]}' if v == 150 else str(v)
        o.append(text(x(v), base + 22, label, 14, "var(--ink-soft)", "middle"))
    o.append("</g></svg>")
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    print(END)
    for lang in WORDS:
        (Path(__file__).parent / f"timelines.{lang}.svg").write_text(
            draw(lang), "utf-8")
