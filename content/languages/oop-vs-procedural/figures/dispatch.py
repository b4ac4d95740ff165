"""A direct call beside a virtual call. Sizes and offsets by ctypes (LP64)."""
import ctypes
from pathlib import Path

MONO = "var(--font-code)"
WORD = ctypes.sizeof(ctypes.c_void_p)


class LinearObject(ctypes.Structure):
    _fields_ = [("vptr", ctypes.c_void_p), ("in", ctypes.c_int64),
                ("out", ctypes.c_int64)]


class ReLUObject(ctypes.Structure):
    _fields_ = [("vptr", ctypes.c_void_p)]


# Order of declaration; a virtual destructor takes two slots (Itanium ABI).
SLOTS = ["~{}", "~{}", "params", "macs"]
W, H = 480, 624
WORDS = {
    "zh": dict(
        title="直接调用与经虚表调用",
        desc="上：普通函数macs的地址在编译链接时就定下。下：三个对象，各自的"
             "vptr在偏移0处。两个Linear（各{lin}字节）共用一张虚表，ReLU"
             "（{relu}字节）另有一张。调用p->macs()时先取vptr，再取偏移{off}"
             "处的地址，然后跳过去。",
        direct="普通函数：地址在编译链接时定下",
        virtual="虚函数：地址在运行时从对象查到",
        bytes="{n} 字节", table="{} 的虚表",
        steps=["① 取对象里的 vptr", "② 取虚表偏移 {off} 处的地址",
               "③ 跳到那个函数"]),
    "en": dict(
        title="A direct call and a call through the vtable",
        desc="Top: the address of the plain function macs is fixed when "
             "compiling and linking. Bottom: three objects, each with its "
             "vptr at offset 0. Two Linear objects of {lin} bytes share one "
             "vtable; ReLU, {relu} bytes, has another. The call p->macs() "
             "loads the vptr, loads the address at offset {off} and jumps.",
        direct="plain function: address fixed at build time",
        virtual="virtual: address looked up through the object",
        bytes="{n} bytes", table="vtable of {}",
        steps=["① load the vptr from the object",
               "② load the address at offset {off}",
               "③ jump to that function"]),
}


def text(x, y, s, size=16, fill="var(--ink)", weight=400, anchor="middle",
         mono=False):
    font = f' font-family="{MONO}"' if mono else ""
    s = s.replace("&", "&amp;").replace(">", "&gt;")
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'font-weight="{weight}" text-anchor="{anchor}"{font}>{s}</text>')


def rect(x, y, w, h, fill, stroke, width=1.5, rx=4):
    return (f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" '
            f'rx="{rx}" fill="var(--{fill})" stroke="var(--{stroke})" '
            f'stroke-width="{width}"/>')


def arrow(points, colour, dash=""):
    path = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
    dash = f' stroke-dasharray="{dash}"' if dash else ""
    return (f'<path d="{path}" fill="none" stroke="var(--{colour})" '
            f'stroke-width="2"{dash} marker-end="url(#{colour})"/>')


def marker(name):
    return (f'<marker id="{name}" viewBox="0 0 8 8" refX="7" refY="4" '
            f'markerWidth="9" markerHeight="9" orient="auto" '
            f'markerUnits="userSpaceOnUse">'
            f'<path d="M0 0L8 4L0 8z" fill="var(--{name})"/></marker>')


def box(x, y, w, h, label, colour):
    return [rect(x, y, w, h, colour + "-wash", colour, 2, 8),
            text(x + w / 2, y + h / 2 + 5, label, 15, weight=700, mono=True)]


def record(words, x, y, kind, structure, values, colour):
    rows = [name for name, _ in structure._fields_]
    out = [text(x, y - 8, kind, 15, f"var(--{colour})", 700, "start", True),
           text(x + 136, y - 8, words["bytes"].format(
               n=ctypes.sizeof(structure)), 14, "var(--ink-soft)",
               anchor="end")]
    for i, name in enumerate(rows):
        at = getattr(structure, name).offset
        first = name == "vptr"
        out.append(rect(x, y + i * 28, 136, 28,
                        colour + "-wash" if first else "surface",
                        colour if first else "line-strong"))
        out.append(text(x + 30, y + i * 28 + 19, str(at), 14,
                        "var(--ink-soft)", anchor="end", mono=True))
        label = name if first else f"{name} = {values[i - 1]}"
        out.append(text(x + 40, y + i * 28 + 19, label, 14, anchor="start",
                        weight=600 if first else 400, mono=True))
    return out


def table(words, x, y, kind, colour):
    out = [text(x + 66, y - 8, words["table"].format(kind), 14,
                f"var(--{colour})", 700)]
    for i, slot in enumerate(SLOTS):
        hit = slot == "macs"
        out.append(rect(x, y + i * 28, 132, 28,
                        colour + "-wash" if hit else "surface",
                        colour if hit else "line-strong"))
        out.append(text(x + 30, y + i * 28 + 19, str(i * WORD), 14,
                        "var(--ink-soft)", anchor="end", mono=True))
        out.append(text(x + 40, y + i * 28 + 19, slot.format(kind), 14,
                        anchor="start", weight=600 if hit else 400,
                        mono=True))
    return out


def draw(words):
    offset = SLOTS.index("macs") * WORD
    assert LinearObject.vptr.offset == ReLUObject.vptr.offset == 0
    out = ["<defs>" + "".join(map(marker, ("cobalt", "jade", "ink-soft"))) +
           "</defs>"]
    out.append(text(14, 24, words["direct"], 16, weight=700, anchor="start"))
    out.append(rect(14, 40, 166, 40, "sunken", "line-strong", 1.5, 8))
    out.append(text(97, 66, "macs(&net[0])", 15, weight=600, mono=True))
    out.append(arrow([(182, 60), (358, 60)], "ink-soft"))
    out.append(rect(360, 40, 106, 40, "surface", "ink-soft", 2, 8))
    out.append(text(413, 66, "macs", 15, weight=700, mono=True))
    out.append('<line x1="14" x2="466" y1="102" y2="102" '
               'stroke="var(--line-strong)" stroke-dasharray="3 5"/>')
    out.append(text(14, 132, words["virtual"], 16, weight=700,
                    anchor="start"))
    out.append(text(14, 532, "p->macs()", 16, weight=700, anchor="start",
                    mono=True))
    out += record(words, 14, 172, "Linear", LinearObject, (784, 128),
                  "cobalt")
    out += record(words, 14, 298, "Linear", LinearObject, (128, 10),
                  "cobalt")
    out += record(words, 14, 428, "ReLU", ReLUObject, (), "jade")
    out += table(words, 198, 214, "Linear", "cobalt")
    out += table(words, 198, 382, "ReLU", "jade")
    out.append(arrow([(150, 186), (174, 186), (174, 226), (196, 226)],
                     "cobalt"))
    out.append(arrow([(150, 312), (174, 312), (174, 236), (196, 236)],
                     "cobalt"))
    out.append(arrow([(150, 442), (174, 442), (174, 396), (196, 396)],
                     "jade", "6 3"))
    for y, colour, kind, dash in ((312, "cobalt", "Linear", ""),
                                  (480, "jade", "ReLU", "6 3")):
        out.append(arrow([(330, y), (368, y)], colour, dash))
        out.append(rect(370, y - 28, 96, 56, colour + "-wash", colour, 2, 8))
        out.append(text(418, y - 4, kind + "::", 15, weight=700, mono=True))
        out.append(text(418, y + 16, "macs", 15, weight=700, mono=True))
    out.append(text(163, 178, "①", 16, "var(--cobalt)", 700))
    out.append(text(349, 302, "②③", 15, "var(--cobalt)", 700))
    for i, step in enumerate(words["steps"]):
        out.append(text(14, 560 + i * 25, step.format(off=offset), 16,
                        anchor="start"))
    body = "\n".join(out)
    desc = words["desc"].format(lin=ctypes.sizeof(LinearObject),
                                relu=ctypes.sizeof(ReLUObject), off=offset)
    desc = desc.replace(">", "&gt;")
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
            f'role="img">\n<title>{words["title"]}</title>\n'
            f'<desc>{desc}</desc>\n'
            f'<g font-family="var(--font-text)">\n{body}\n</g>\n</svg>\n')


for language, words in WORDS.items():
    path = Path(__file__).with_name(f"dispatch.{language}.svg")
    path.write_text(draw(words), encoding="utf-8")
