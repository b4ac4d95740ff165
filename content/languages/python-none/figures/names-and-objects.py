"""Names and the objects they lead to, before and after `a = 1`.

The code is executed; arrows and equalities come from `is` and `==`.
"""
from pathlib import Path

CODE = "a = b = None; p, q = [], []\ndef f(): pass"
NAMES = ["a", "b", "f()", "p", "q"]
W, H = 480, 640
MONO = "var(--font-code)"
WORDS = {
    "zh": dict(
        title="名字指向对象：None只有一个",
        desc="上半：a、b与f()的箭头都指向同一个None；p与q各指向一个空列表，"
             "相等但不是同一个对象。下半：执行a = 1之后，只有a改指1，"
             "b与f()仍指向None。",
        names="名字与表达式", objects="对象", then="执行 a = 1 之后",
        same="p == q 为{eq}，p is q 为{is_}", true="真", false="假",
        moved="动的是名字a；None还是那个None"),
    "en": dict(
        title="Names lead to objects: there is only one None",
        desc="Top: a, b and f() all lead to one None; p and q lead to two "
             "empty lists, equal but not the same object. Bottom: after "
             "a = 1 only a leads elsewhere, to 1; b and f() still lead to "
             "None.",
        names="names, expressions", objects="objects",
        then="after a = 1",
        same="p == q is {eq}, p is q is {is_}", true="true", false="false",
        moved="the name a has moved; None has not changed"),
}


def text(x, y, s, size=16, fill="var(--ink)", weight=400, anchor="middle",
         mono=False):
    font = f' font-family="{MONO}"' if mono else ""
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'font-weight="{weight}" text-anchor="{anchor}"{font}>{s}</text>')


def panel(space, top, moved):
    values = [eval(name, space) for name in NAMES]
    # Group neighbouring names that lead to one object.
    groups = []
    for i, value in enumerate(values):
        for group in groups:
            if group[0] is value:
                group[1].append(i)
                break
        else:
            groups.append((value, [i]))
    out, pitch, h = [], 46, 36
    for value, rows in groups:
        y0, y1 = top + rows[0] * pitch, top + rows[-1] * pitch + h
        none = value is None
        out.append(
            f'<rect x="330" y="{y0}" width="136" height="{y1 - y0}" rx="8" '
            f'fill="var(--{"cobalt-wash" if none else "surface"})" '
            f'stroke="var(--{"cobalt" if none else "line-strong"})" '
            f'stroke-width="{2.5 if none else 1.5}"/>')
        out.append(text(398, (y0 + y1) / 2 + (6 if not none else 0),
                        repr(value), 18,
                        "var(--cobalt)" if none else "var(--ink)", 700,
                        mono=True))
        if none:
            out.append(text(398, (y0 + y1) / 2 + 20, type(value).__name__,
                            14, "var(--ink-soft)", mono=True))
        for k, i in enumerate(rows):
            y = top + i * pitch + h / 2
            new = moved and NAMES[i] == "a"
            colour = "var(--amber)" if new else "var(--ink-soft)"
            target = (y0 + y1) / 2 + (k - (len(rows) - 1) / 2) * 22
            out.append(
                f'<path d="M154 {y:g} L321 {target:g}" fill="none" '
                f'stroke="{colour}" stroke-width="{3 if new else 1.75}" '
                f'marker-end="url(#{"moved" if new else "tip"})"/>')
    for i, name in enumerate(NAMES):
        y = top + i * pitch
        new = moved and name == "a"
        out.append(
            f'<rect x="14" y="{y}" width="138" height="{h}" rx="18" '
            f'fill="var(--{"amber-wash" if new else "sunken"})" '
            f'stroke="var(--{"amber" if new else "line-strong"})"/>')
        out.append(text(83, y + 24, name, 17, weight=600, mono=True))
    return out


def marker(name, colour):
    return (f'<marker id="{name}" viewBox="0 0 8 8" refX="6" refY="4" '
            f'markerWidth="9" markerHeight="9" orient="auto" '
            f'markerUnits="userSpaceOnUse">'
            f'<path d="M0 0L8 4L0 8z" fill="{colour}"/></marker>')


def draw(words):
    space = {}
    exec(CODE, space)
    out = ["<defs>" + marker("tip", "var(--ink-soft)") +
           marker("moved", "var(--amber)") + "</defs>"]
    soft = "var(--ink-soft)"
    out.append(text(14, 22, words["names"], 15, soft, 600, "start"))
    out.append(text(398, 22, words["objects"], 15, soft, 600))
    out += panel(space, 36, False)
    flag = {True: words["true"], False: words["false"]}
    out.append(text(240, 290, words["same"].format(
        eq=flag[space["p"] == space["q"]],
        is_=flag[space["p"] is space["q"]]), 16))
    out.append('<line x1="14" x2="466" y1="312" y2="312" '
               'stroke="var(--line-strong)" stroke-dasharray="3 5"/>')
    exec("a = 1", space)
    out.append(text(240, 340, words["then"], 17, weight=700))
    out += panel(space, 358, True)
    assert space["b"] is None and space["f"]() is None
    out.append(text(240, 614, words["moved"], 16))
    body = "\n".join(out)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
            f'role="img">\n<title>{words["title"]}</title>\n'
            f'<desc>{words["desc"]}</desc>\n'
            f'<g font-family="var(--font-text)">\n{body}\n</g>\n</svg>\n')


for language, words in WORDS.items():
    path = Path(__file__).with_name(f"names-and-objects.{language}.svg")
    path.write_text(draw(words), encoding="utf-8")
