"""A RepVGG block in training and after deployment, 64 channels to 64."""
from pathlib import Path

C = 64
TRAIN = 9 * C * C + C * C + 3 * 2 * C
DEPLOY = 9 * C * C + C
WORDS = {
    "zh": dict(
        title="RepVGG的训练块与部署块",
        desc="左：训练块，输入分三路，3×3卷积加BN、1×1卷积加BN、"
             "只有BN的恒等支路，相加后过ReLU，64通道时41344个参数。"
             "右：部署块，一个带偏置的3×3卷积后接ReLU，36928个参数。"
             "下方：步长为2或通道数改变时没有恒等支路。",
        train="训练", deploy="部署", c3="3×3 卷积", c1="1×1 卷积",
        ident="恒等", conv="3×3 卷积", bias="+ 偏置", par="{} 参数",
        fold="融合一次", keep="x 要留到相加", free="x 用完即放",
        note=("步长为2，或输入输出通道不同：", "没有恒等支路，只剩两路。",
              "每个阶段的第一层都是这样。")),
    "en": dict(
        title="A RepVGG block in training and in deployment",
        desc="Left: the training block sends its input through a 3×3 "
             "convolution with BN, a 1×1 convolution with BN, and an identity "
             "branch that is BN only; they are added before ReLU, 41,344 "
             "parameters at 64 channels. Right: the deployed block, one 3×3 "
             "convolution with bias and ReLU, 36,928 parameters. Below: no "
             "identity branch when the stride is 2 or channels change.",
        train="training", deploy="deployed", c3="3×3 conv", c1="1×1 conv",
        ident="identity", conv="3×3 conv", bias="+ bias",
        par="{} parameters", fold="fuse",
        keep="x kept until the sum", free="x freed at once",
        note=("Stride 2, or a change of channels:",
              "no identity branch, only two paths.",
              "So it is in the first layer of every stage.")),
}
W, H = 480, 500


def text(x, y, s, size=15, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def box(cx, y, w, s, c, h=36, second=None):
    out = [f'<rect x="{cx - w / 2:g}" y="{y}" width="{w}" height="{h}" rx="6" '
           f'fill="var(--{c}-wash)" stroke="var(--{c})" stroke-width="1.8"/>']
    if second:
        out.append(text(cx, y + h / 2 - 4, s, 16, f"var(--{c})", weight=600))
        out.append(text(cx, y + h / 2 + 17, second, 16, f"var(--{c})",
                        weight=600))
    else:
        out.append(text(cx, y + h / 2 + 6, s, 15, f"var(--{c})", weight=600))
    return out


def line(d, tip=True, dash=False):
    return (f'<path d="{d}" fill="none" stroke="var(--ink-soft)" '
            f'stroke-width="2"' + (' marker-end="url(#blk-tip)"' if tip else "")
            + (' stroke-dasharray="5 4"' if dash else "") + '/>')


def draw(lang):
    w = WORDS[lang]
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>',
         '<defs><marker id="blk-tip" viewBox="0 0 8 8" refX="7" refY="4" '
         'markerWidth="5" markerHeight="5" orient="auto">'
         '<path d="M0 0L8 4L0 8z" fill="var(--ink-soft)"/></marker></defs>',
         '<g font-family="var(--font-text)">']
    xs = (52, 150, 248)
    mid, dx = xs[1], 412
    o.append(text(mid, 22, w["train"], 17, weight=700))
    o.append(text(dx, 22, w["deploy"], 17, weight=700))
    o.append(text(mid, 48, "x", 17))
    o.append(line(f"M{mid} 54V72", False))
    o.append(line(f"M{xs[0]} 72H{xs[2]}", False))
    for x, name, c in zip(xs, (w["c3"], w["c1"], None),
                          ("cobalt", "jade", "amber")):
        if name:
            o.append(line(f"M{x} 72V94"))
            o += box(x, 96, 88, name, c)
            o.append(line(f"M{x} 132V158"))
        else:
            o.append(line(f"M{x} 72V158"))
            o.append(text(x + 8, 118, w["ident"], 15, "var(--amber)",
                          "start", 600))
        o += box(x, 160, 88, "BN", c)
    o.append(line(f"M{xs[0]} 196V232H{mid - 17}"))
    o.append(line(f"M{xs[2]} 196V232H{mid + 17}"))
    o.append(line(f"M{mid} 196V214"))
    o.append(f'<circle cx="{mid}" cy="232" r="15" fill="var(--surface)" '
             f'stroke="var(--ink)" stroke-width="1.8"/>')
    o.append(text(mid, 239, "+", 21, weight=700))
    o.append(line(f"M{mid} 247V268"))
    o += box(mid, 270, 88, "ReLU", "cinnabar")
    o.append(line(f"M{mid} 306V328"))
    o.append(text(mid, 346, "y", 17))
    o.append(text(mid, 374, w["par"].format(f"{TRAIN:,}"), 16, weight=600))
    o.append(text(mid, 397, w["keep"], 15, "var(--ink-soft)"))
    # deployed
    o.append(text(dx, 48, "x", 17))
    o.append(line(f"M{dx} 54V144"))
    o += box(dx, 146, 104, w["conv"], "cobalt", 58, w["bias"])
    o.append(line(f"M{dx} 204V268"))
    o += box(dx, 270, 104, "ReLU", "cinnabar")
    o.append(line(f"M{dx} 306V328"))
    o.append(text(dx, 346, "y", 17))
    o.append(text(dx, 374, w["par"].format(f"{DEPLOY:,}"), 16, weight=600)
             if lang == "zh" else text(dx, 374, f"{DEPLOY:,}", 16, weight=600))
    o.append(text(dx, 397, w["free"], 15, "var(--ink-soft)"))
    o.append(line("M300 178H352"))
    o.append(text(326, 166, w["fold"], 15, "var(--ink-soft)"))
    y = 418
    o.append(f'<rect x="4" y="{y}" width="{W - 8}" height="78" rx="6" '
             f'fill="var(--amber-wash)" stroke="var(--amber)" '
             f'stroke-dasharray="5 4"/>')
    for k, s in enumerate(w["note"]):
        o.append(text(W / 2, y + 23 + 22 * k, s, 15,
                      weight=600 if k == 1 else 400))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"blocks.{lang}.svg").write_text(draw(lang), "utf-8")
