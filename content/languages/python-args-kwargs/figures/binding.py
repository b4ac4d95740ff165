"""How two calls bind to f(a, /, b, *args, c=3, **kw). Bound by inspect."""
import inspect
from pathlib import Path


def f(a, /, b, *args, c=3, **kw):
    return a, b, args, c, kw


CALLS = [((1, 2, 3, 4), {"c": 5, "d": 6}), ((1,), {"b": 2, "a": 9})]
#        name, label, x, width
BINS = [("a", "a", 14, 52), ("b", "b", 92, 52), ("args", "*args", 158, 96),
        ("c", "c=3", 268, 72), ("kw", "**kw", 354, 112)]
W, H = 480, 640
MONO = "var(--font-code)"
WORDS = {
    "zh": dict(
        title="实参怎样落到形参上",
        desc="形参为a, /, b, *args, c=3, **kw。上：f(1, 2, 3, 4, c=5, d=6)，"
             "1给a，2给b，3和4进args，c=5给c，d=6进kw。"
             "下：f(1, b=2, a=9)，1给a，b=2给b，args为空，c取默认值3，"
             "a=9进kw，因为a只收位置实参。",
        pos="按位置", key="按名字", default="取默认值", empty="空"),
    "en": dict(
        title="How the arguments of a call reach the parameters",
        desc="Parameters a, /, b, *args, c=3, **kw. Top: in "
             "f(1, 2, 3, 4, c=5, d=6), 1 goes to a, 2 to b, 3 and 4 into "
             "args, c=5 to c and d=6 into kw. Bottom: in f(1, b=2, a=9), 1 "
             "goes to a, b=2 to b, args is empty, c takes its default 3, and "
             "a=9 goes into kw because a is positional-only.",
        pos="by position", key="by name", default="default", empty="empty"),
}


def text(x, y, s, size=16, fill="var(--ink)", weight=400, anchor="middle",
         mono=True):
    font = f' font-family="{MONO}"' if mono else ""
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'font-weight="{weight}" text-anchor="{anchor}"{font}>{s}</text>')


def rect(x, y, w, h, rx, fill, stroke, width=1.5, dash=""):
    dash = f' stroke-dasharray="{dash}"' if dash else ""
    return (f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h}" rx="{rx}" '
            f'fill="var(--{fill})" stroke="var(--{stroke})" '
            f'stroke-width="{width}"{dash}/>')


def marker(name):
    return (f'<marker id="{name}" viewBox="0 0 8 8" refX="7" refY="4" '
            f'markerWidth="9" markerHeight="9" orient="auto" '
            f'markerUnits="userSpaceOnUse">'
            f'<path d="M0 0L8 4L0 8z" fill="var(--{name})"/></marker>')


def goes_to(signature, given):
    """The parameter that one argument lands in, found by binding."""
    args, keywords = given
    targets = []
    for i in range(len(args)):
        bound = signature.bind_partial(*args[:i + 1]).arguments
        targets.append(list(bound)[-1])
    named = signature.bind(*args, **keywords).arguments
    for key in keywords:
        targets.append("kw" if key in named.get("kw", {}) else key)
    return targets


def panel(words, given, top):
    args, keywords = given
    signature = inspect.signature(f)
    out = []
    chips = [(repr(v), "cobalt") for v in args]
    chips += [(f"{k}={v}", "jade") for k, v in keywords.items()]
    call = ", ".join(c for c, _ in chips)
    out.append(text(240, top, f"f({call})", 18, weight=700))
    y = top + 18
    width, gap = 62, 14
    x = 240 - (len(chips) * (width + gap) - gap) / 2
    place = {name: (bx, w) for name, _, bx, w in BINS}
    targets = goes_to(signature, given)
    landed = {}
    for target in targets:
        landed[target] = landed.get(target, 0) + 1
    seen = {}
    bin_y = top + 130
    for (label, colour), target in zip(chips, targets):
        named = colour == "jade"
        out.append(rect(x, y, width, 34, 17, colour + "-wash", colour, 1.75,
                        "5 3" if named else ""))
        out.append(text(x + width / 2, y + 23, label, 17, weight=600))
        bx, w = place[target]
        k = seen.get(target, 0)
        seen[target] = k + 1
        tx = bx + w / 2 + (k - (landed[target] - 1) / 2) * 30
        dash = ' stroke-dasharray="5 3"' if named else ""
        out.append(f'<path d="M{x + width / 2:g} {y + 35} L{tx:g} '
                   f'{bin_y - 2}" fill="none" stroke="var(--{colour})" '
                   f'stroke-width="2"{dash} marker-end="url(#{colour})"/>')
        x += width + gap
    values = dict(zip(("a", "b", "args", "c", "kw"), f(*args, **keywords)))
    for name, label, bx, w in BINS:
        out.append(rect(bx, bin_y, w, 38, 6, "sunken", "line-strong"))
        out.append(text(bx + w / 2, bin_y + 25, label, 17, weight=700))
        hit = name in targets
        out.append(text(bx + w / 2, bin_y + 66, repr(values[name]), 17,
                        "var(--ink)" if hit else "var(--ink-soft)"))
        if not hit:
            note = words["empty" if name in ("args", "kw") else "default"]
            out.append(text(bx + w / 2, bin_y + 88, note, 14,
                            "var(--ink-soft)", mono=False))
    out.append(text(79, bin_y + 25, "/", 18, "var(--ink-soft)", 700))
    return out


def draw(words):
    out = ["<defs>" + marker("cobalt") + marker("jade") + "</defs>"]
    for x, colour, key in ((110, "cobalt", "pos"), (270, "jade", "key")):
        dash = ' stroke-dasharray="5 3"' if key == "key" else ""
        out.append(f'<path d="M{x} 16H{x + 46}" stroke="var(--{colour})" '
                   f'stroke-width="2"{dash} marker-end="url(#{colour})" '
                   f'fill="none"/>')
        out.append(text(x + 56, 22, words[key], 16, anchor="start",
                        mono=False))
    out += panel(words, CALLS[0], 64)
    out.append('<line x1="14" x2="466" y1="298" y2="298" '
               'stroke="var(--line-strong)" stroke-dasharray="3 5"/>')
    out += panel(words, CALLS[1], 336)
    body = "\n".join(out)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} 566" '
            f'role="img">\n<title>{words["title"]}</title>\n'
            f'<desc>{words["desc"]}</desc>\n'
            f'<g font-family="var(--font-text)">\n{body}\n</g>\n</svg>\n')


for language, words in WORDS.items():
    path = Path(__file__).with_name(f"binding.{language}.svg")
    path.write_text(draw(words), encoding="utf-8")
