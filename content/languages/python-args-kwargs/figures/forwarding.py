"""Forwarding with and without stars. What fn receives is what it returns."""
from pathlib import Path

MONO = "var(--font-code)"
WORDS = {
    "zh": dict(
        title="转发时星号的作用",
        desc="wrapper(1, x=2)收到args={args}与kwargs={kwargs}。"
             "写fn(args, kwargs)，fn收到两个位置实参：{bad}。"
             "写fn(*args, **kwargs)，fn收到的与原调用一样：{good}。",
        collect="定义处：收集", bad="不带星号：整包递过去",
        good="带星号：拆开再递", got="fn收到", pos="位置实参", key="关键字实参",
        none="无"),
    "en": dict(
        title="What the stars do when forwarding",
        desc="wrapper(1, x=2) receives args={args} and kwargs={kwargs}. "
             "With fn(args, kwargs), fn gets two positional arguments: "
             "{bad}. With fn(*args, **kwargs) it gets what the original "
             "call passed: {good}.",
        collect="in the definition: collect", bad="no stars: as parcels",
        good="stars: unpacked first", got="fn gets", pos="positional",
        key="keyword", none="none"),
}
W, H = 480, 500


def fn(*a, **k):
    return a, k


def wrapper(*args, **kwargs):
    return args, kwargs, fn(args, kwargs), fn(*args, **kwargs)


def text(x, y, s, size=16, fill="var(--ink)", weight=400, anchor="middle",
         mono=True):
    font = f' font-family="{MONO}"' if mono else ""
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'font-weight="{weight}" text-anchor="{anchor}"{font}>{s}</text>')


def rect(x, y, w, h, fill, stroke, dash="", rx=6, width=1.75):
    dash = f' stroke-dasharray="{dash}"' if dash else ""
    return (f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h}" rx="{rx}" '
            f'fill="var(--{fill})" stroke="var(--{stroke})" '
            f'stroke-width="{width}"{dash}/>')


def arrow(x0, y0, x1, y1):
    return (f'<path d="M{x0:g} {y0:g}L{x1:g} {y1:g}" fill="none" '
            f'stroke="var(--ink-soft)" stroke-width="2" '
            f'marker-end="url(#tip)"/>')


def pill(x, y, w, label, named):
    colour = "jade" if named else "cobalt"
    return [rect(x, y, w, 36, colour + "-wash", colour,
                 "5 3" if named else "", 18),
            text(x + w / 2, y + 24, label, 16, weight=600)]


def draw(words):
    args, kwargs, bad, good = wrapper(1, x=2)
    assert good == (args, kwargs) and len(bad[0]) == 2 and not bad[1]
    out = ['<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" '
           'markerWidth="9" markerHeight="9" orient="auto" '
           'markerUnits="userSpaceOnUse">'
           '<path d="M0 0L8 4L0 8z" fill="var(--ink-soft)"/></marker></defs>']
    out.append(text(240, 22, "wrapper(1, x=2)", 18, weight=700))
    out.append(arrow(240, 32, 240, 62))
    out.append(text(256, 53, words["collect"], 15, "var(--ink-soft)",
                    anchor="start", mono=False))
    out.append(rect(60, 66, 360, 62, "sunken", "line-strong", rx=10))
    out.append(rect(74, 78, 156, 38, "surface", "cobalt", width=2.25))
    out.append(text(152, 103, f"args = {args}", 16, weight=600))
    out.append(rect(244, 78, 162, 38, "surface", "jade", "6 3", width=2.25))
    out.append(text(325, 103, f"kwargs = {kwargs}", 14, weight=600))
    columns = [(14, "bad", "fn(args, kwargs)", bad, "cinnabar"),
               (250, "good", "fn(*args, **kwargs)", good, "jade")]
    for x, key, code, (a, k), colour in columns:
        mid = x + 108
        out.append(arrow(mid, 130, mid, 166))
        out.append(text(mid, 190, code, 17, f"var(--{colour})", 700))
        out.append(text(mid, 214, words[key], 15, "var(--ink-soft)",
                        mono=False))
        out.append(rect(x, 230, 216, 248, "surface", colour,
                        "" if key == "good" else "7 4", 10))
        out.append(text(mid, 258, words["got"], 16, weight=700, mono=False))
        out.append(text(x + 14, 286, words["pos"], 15, "var(--ink-soft)",
                        anchor="start", mono=False))
        y = 296
        for value in a:
            out += pill(x + 14, y, 188, repr(value), False)
            y += 44
        y = 404
        out.append(text(x + 14, y, words["key"], 15, "var(--ink-soft)",
                        anchor="start", mono=False))
        if k:
            for name, value in k.items():
                out += pill(x + 14, y + 12, 188, f"{name}={value}", True)
        else:
            out.append(text(mid, y + 36, words["none"], 16,
                            "var(--ink-soft)", mono=False))
    body = "\n".join(out)
    desc = words["desc"].format(args=args, kwargs=kwargs,
                                bad=f"{bad[0]}, {bad[1]}",
                                good=f"{good[0]}, {good[1]}")
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} 492" '
            f'role="img">\n<title>{words["title"]}</title>\n'
            f'<desc>{desc}</desc>\n'
            f'<g font-family="var(--font-text)">\n{body}\n</g>\n</svg>\n')


for language, words in WORDS.items():
    path = Path(__file__).with_name(f"forwarding.{language}.svg")
    path.write_text(draw(words), encoding="utf-8")
