"""Legal input sizes of the unpadded and the same-padding U-Net."""
from pathlib import Path


def trace(n, padded):
    """Side lengths down to the bottom and back; and where it breaks."""
    lose = 0 if padded else 4
    down, skips = [n], []
    for _ in range(4):
        n -= lose
        skips.append(n)
        if not padded and n % 2:
            return down, skips, [], ("pool", n)
        n //= 2
        down.append(n)
    n -= lose
    ups = []
    for skip in reversed(skips):
        n *= 2
        ups.append(n)
        if n < 1 or padded and n != skip:
            return down, skips, ups, ("join", n, skip)
        n -= lose
    return down, skips, ups, ("ok", n) if n > 0 else ("empty", n)


def legal(padded, top=700):
    return [n for n in range(1, top) if trace(n, padded)[3][0] == "ok"]


WORDS = {
    "zh": dict(
        title="合法输入边长：不补零网络与same补零网络的两套规则",
        desc="数轴自176到272。不补零的原版网络接受188、204、220、236、252、268；"
             "same补零的网络接受176、192、208、224、240、256、272，两者没有交集。"
             "下方四条逐级边长：572可行；512在第三次池化前变成奇数121；"
             "same补零时512可行，500在第二次拼接处124对125。",
        raw="不补零（2015原版）：188 + 16k", same="same补零：16的倍数",
        none="两套规则差12，没有任何边长同时合法",
        heads=("不补零，572", "不补零，512", "same补零，512", "same补零，500"),
        sub=("卷积减4，池化减半", "卷积减4，池化减半", "只有池化减半",
             "只有池化减半，向下取整"),
        ok="✓ 输出 {}", odd="✗ 第3次池化遇到奇数 {}",
        join="✗ 第2次拼接：{} 对 {}"),
    "en": dict(
        title="Legal input sizes: two rules, unpadded and same padding",
        desc="A number line from 176 to 272. The unpadded original accepts "
             "188, 204, 220, 236, 252, 268; a same-padding network accepts "
             "176, 192, 208, 224, 240, 256, 272. They never coincide. Below, "
             "four traces: 572 works; 512 meets the odd 121 at the third "
             "pooling; with same padding 512 works and 500 fails at the "
             "second join, 124 against 125.",
        raw="unpadded (2015): 188 + 16k", same="same padding: multiples of 16",
        none="the rules are 12 apart: no size satisfies both",
        heads=("unpadded, 572", "unpadded, 512", "same padding, 512",
               "same padding, 500"),
        sub=("convs take 4, pooling halves", "convs take 4, pooling halves",
             "pooling halves", "pooling halves, rounding down"),
        ok="✓ output {}", odd="✗ pooling 3 meets the odd {}",
        join="✗ join 2: {} against {}"),
}
W, H = 480, 538
LO, HI = 172, 276


def text(x, y, s, size=15, fill="var(--ink)", anchor="middle", weight=400):
    return (f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" '
            f'text-anchor="{anchor}" font-weight="{weight}">{s}</text>')


def px(n):
    return 10 + (n - LO) / (HI - LO) * (W - 20)


def draw(lang):
    w = WORDS[lang]
    raw = [n for n in legal(False) if LO < n < HI]
    same = [n for n in legal(True) if LO < n < HI]
    assert not set(legal(False)) & set(legal(True))
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" '
         f'role="img">', f'<title>{w["title"]}</title>',
         f'<desc>{w["desc"]}</desc>', '<g font-family="var(--font-text)">']
    y = 74
    o.append(text(10, 22, w["raw"], 16, "var(--cobalt)", "start", 600))
    o.append(f'<path d="M10 {y}H{W - 10}" stroke="var(--line-strong)" '
             f'stroke-width="1.5"/>')
    for n in raw:
        o.append(f'<circle cx="{px(n):.1f}" cy="{y}" r="6" '
                 f'fill="var(--cobalt)"/>')
        o.append(text(px(n), y - 14, n, 15, "var(--cobalt)"))
    for n in same:
        o.append(f'<rect x="{px(n) - 5:.1f}" y="{y - 5}" width="10" '
                 f'height="10" fill="var(--surface)" stroke="var(--jade)" '
                 f'stroke-width="2.5"/>')
        o.append(text(px(n), y + 26, n, 15, "var(--jade)"))
    o.append(text(10, y + 54, w["same"], 16, "var(--jade)", "start", 600))
    o.append(text(10, y + 79, w["none"], 15, "var(--ink-soft)", "start"))
    runs = ((572, False), (512, False), (512, True), (500, True))
    y = 192
    for k, (n, padded) in enumerate(runs):
        down, skips, ups, end = trace(n, padded)
        good = end[0] == "ok"
        c = "jade" if good else "cinnabar"
        top = y + k * 92
        o.append(f'<rect x="4" y="{top - 22}" width="{W - 8}" height="84" '
                 f'rx="6" fill="var(--{c}-wash)" stroke="var(--{c})"/>')
        o.append(text(16, top, w["heads"][k], 15, "var(--ink)", "start", 600))
        o.append(text(W - 16, top, w["sub"][k], 14, "var(--ink-soft)", "end"))
        if padded:
            s = " → ".join(map(str, down))
            if not good:
                s += "，" if lang == "zh" else "; "
                s += " → ".join(map(str, [down[-1]] + ups))
        else:
            s = " | ".join(f"{a} → {b}" for a, b in zip(down, skips))
            if good:
                s += f" | {down[-1]}"
        o.append(text(16, top + 25, s, 16, "var(--ink)", "start"))
        if good:
            msg = w["ok"].format(f"{end[1]}×{end[1]}")
        elif end[0] == "pool":
            msg = w["odd"].format(end[1])
        else:
            msg = w["join"].format(end[1], end[2])
        o.append(text(16, top + 50, msg, 16, f"var(--{c})", "start", 600))
    o.append('</g></svg>')
    return "\n".join(o) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    for lang in WORDS:
        (here / f"legal-sizes.{lang}.svg").write_text(draw(lang), "utf-8")
