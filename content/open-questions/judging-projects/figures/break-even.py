"""Cumulative balance against the number of customers for several shares of reuse.
Writes break-even.zh.svg and break-even.en.svg beside this file."""
from pathlib import Path

BUILD, PRICE, UPKEEP, MOST = 100, 50, 8, 10
CASES = [(.9, 1, "jade", ""), (.7, 1, "cobalt", ""), (.7, 3, "amber", "7 5"),
         (.5, 1, "cinnabar", "2 4")]


def balance(n, reuse, years):
    return n * (PRICE - (1 - reuse) * BUILD - UPKEEP * years) - reuse * BUILD


WORDS = {
    "zh": dict(title="复用率与回本",
               desc="横轴客户数，纵轴累计盈亏（人周）。复用九成，第三家回本；复用七成，第六家"
                    "回本；复用七成但白做三年维护，越卖越亏；复用五成，越卖越亏。",
               labels=["复用90%", "复用70%", "复用70%，白做3年维护", "复用50%"],
               x="客户数", y="累计盈亏（人周）", even="第{}家回本"),
    "en": dict(title="Reuse and breaking even",
               desc="Customers across, cumulative balance in person-weeks up. At 90% reuse "
                    "it breaks even with customer 3, at 70% with customer 6; at 70% with "
                    "three unpaid years of upkeep, and at 50%, every sale adds to the loss.",
               labels=["90% reuse", "70% reuse", "70%, 3 unpaid years", "50% reuse"],
               x="customers", y="balance (person-weeks)", even="even at {}"),
}
W, H, LEFT, RIGHT, TOP, BOTTOM = 480, 400, 52, 456, 44, 342
LOW, HIGH = -150, 250


def px(n):
    return LEFT + (RIGHT - LEFT) * n / MOST


def py(v):
    return BOTTOM - (BOTTOM - TOP) * (v - LOW) / (HIGH - LOW)


def text(x, y, s, size, fill="var(--ink)", anchor="start", weight=400):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def draw(lang):
    w = WORDS[lang]
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" role="img">',
         f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
         '<g font-family="var(--font-text)">']
    for v in (-100, 0, 100, 200):
        o.append(f'<path d="M{LEFT} {py(v):.1f}H{RIGHT}" stroke="var(--'
                 f'{"line-strong" if v == 0 else "line"})"/>')
        o.append(text(LEFT - 8, py(v) + 5, str(v).replace("-", "−"), 14,
                      "var(--ink-soft)", "end"))
    for n in range(0, MOST + 1, 2):
        o.append(text(px(n), BOTTOM + 22, n, 14, "var(--ink-soft)", "middle"))
    o.append(text((LEFT + RIGHT) / 2, BOTTOM + 46, w["x"], 15, "var(--ink-soft)", "middle"))
    o.append(text(10, 24, w["y"], 15, "var(--ink-soft)"))
    spots = [(5.1, 168, "end"), (7.0, 97, "start"), (5.0, -66, "start"), (5.0, -141, "start")]
    for (reuse, years, ink, dash), label, (sx, sy, side) in zip(CASES, w["labels"], spots):
        pts = " ".join(f"{px(n):.1f},{py(balance(n, reuse, years)):.1f}"
                       for n in range(0, MOST + 1)
                       if LOW <= balance(n, reuse, years) <= HIGH)
        extra = f' stroke-dasharray="{dash}"' if dash else ""
        o.append(f'<polyline points="{pts}" fill="none" stroke="var(--{ink})" '
                 f'stroke-width="3"{extra}/>')
        even = next((n for n in range(1, MOST + 1)
                     if balance(n, reuse, years) >= -1e-9), None)
        if even:
            y = py(balance(even, reuse, years))
            o.append(f'<circle cx="{px(even):.1f}" cy="{y:.1f}" r="6" '
                     f'fill="var(--{ink})"/>')
        o.append(text(px(sx), py(sy), label, 15, f"var(--{ink})", side, 600))
        if even:
            o.append(text(px(sx), py(sy) + 21, w["even"].format(even), 15,
                          f"var(--{ink})", side))
    o.append("</g></svg>")
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    for lang in WORDS:
        (Path(__file__).parent / f"break-even.{lang}.svg").write_text(draw(lang), "utf-8")
