"""Which values pass `x is None`, `x == None` and `not x`. Evaluated."""
from pathlib import Path


class Agreeable:
    def __eq__(self, other):
        return True

    def __repr__(self):
        return "Agreeable()"


VALUES = [None, Agreeable(), False, 0, 0.0, "", [], {}, 1, "0", [0],
          float("nan"), "None"]
W, H = 480, 404
MONO = "var(--font-code)"
WORDS = {
    "zh": dict(
        title="三种判断各放进哪些值",
        desc="{eq}。{no}。{both}。三种都不通过：{rest}。",
        eq="x == None放进{0}", no="not x放进{0}", both="x is None只放进{0}",
        outside="三种都不通过"),
    "en": dict(
        title="Which values pass each of three tests",
        desc="{eq}. {no}. {both}. Passing none of them: {rest}.",
        eq="x == None lets in {0}", no="not x lets in {0}",
        both="x is None lets in only {0}",
        outside="pass none of the three"),
}


def text(x, y, s, size=16, fill="var(--ink)", weight=400, anchor="middle",
         mono=True):
    font = f' font-family="{MONO}"' if mono else ""
    s = str(s).replace("<", "&lt;")
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'font-weight="{weight}" text-anchor="{anchor}"{font}>{s}</text>')


def box(x, y, w, h, colour, fill, dash=""):
    dash = f' stroke-dasharray="{dash}"' if dash else ""
    return (f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="14" '
            f'fill="{fill}" stroke="var(--{colour})" '
            f'stroke-width="2.25"{dash}/>')


def draw(words):
    same = [v for v in VALUES if v is None]
    equal = [v for v in VALUES if v == None]          # noqa: E711
    falsy = [v for v in VALUES if not v]
    rest = [v for v in VALUES
            if v is not None and not v == None and v]  # noqa: E711
    only_equal = [v for v in equal if v and v is not None]
    only_falsy = [v for v in falsy
                  if v is not None and not v == None]  # noqa: E711
    assert same == [None] and len(only_equal) == 1 and len(only_falsy) == 6
    assert len(same + only_equal + only_falsy + rest) == len(VALUES)

    def listing(values):
        return ", ".join(map(repr, values))

    out = []
    out.append(box(168, 46, 298, 210, "amber", "var(--amber-wash)", "7 4"))
    out.append(box(14, 82, 294, 150, "cinnabar", "none", "2 4"))
    out.append(box(184, 120, 108, 88, "cobalt", "var(--cobalt-wash)"))
    out.append(text(452, 36, "not x", 17, "var(--amber)", 700, "end"))
    out.append(text(22, 72, "x == None", 17, "var(--cinnabar)", 700, "start"))
    out.append(text(238, 143, "x is None", 16, "var(--cobalt)", 700))
    out.append(text(238, 184, repr(same[0]), 20, "var(--ink)", 700))
    out.append(text(98, 164, repr(only_equal[0]), 17))
    for i, value in enumerate(only_falsy):
        out.append(text(348 + (i % 2) * 74, 110 + (i // 2) * 50,
                        repr(value), 18))
    out.append(text(240, 300, words["outside"], 16, "var(--ink-soft)", 600,
                    mono=False))
    for i, value in enumerate(rest):
        out.append(text(48 + i * 92, 342, repr(value), 18))
    body = "\n".join(out)
    desc = words["desc"].format(
        eq=words["eq"].format(listing(equal)),
        no=words["no"].format(listing(falsy)),
        both=words["both"].format(listing(same)), rest=listing(rest))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} '
            f'{H - 40}" role="img">\n<title>{words["title"]}</title>\n'
            f'<desc>{desc}</desc>\n'
            f'<g font-family="var(--font-text)">\n{body}\n</g>\n</svg>\n')


for language, words in WORDS.items():
    path = Path(__file__).with_name(f"three-tests.{language}.svg")
    path.write_text(draw(words), encoding="utf-8")
