"""How often each output position is written by a 1-D transposed convolution (counted)."""
from pathlib import Path

HERE = Path(__file__).resolve().parent
W, H = 480, 400
N_IN, SHOW = 10, 16                         # input positions; output positions drawn
X0, CELL = 34, 27

WORDS = {
    "zh": dict(
        title="转置卷积的重叠次数",
        desc="每个输出位置被多少个输入位置写到。核3步长2时内部为1、2交替；核4步长2时内部恒为2。",
        bad="k = 3，s = 2：内部1、2交替，出现棋盘格", good="k = 4，s = 2：内部恒为2，铺得均匀",
        note="横轴：输出位置；柱上的数：被写到几次"),
    "en": dict(
        title="Overlap counts of transposed convolutions",
        desc="How many input positions write to each output position. Kernel 3 with stride 2 alternates 1 and 2 inside; "
             "kernel 4 with stride 2 is 2 throughout the inside.",
        bad="k = 3, s = 2: alternates 1, 2 (checkerboard)", good="k = 4, s = 2: a constant 2, evenly covered",
        note="axis: output position; number: times written"),
}


def counts(k, s):
    c = [0] * ((N_IN - 1) * s + k)
    for i in range(N_IN):
        for j in range(k):
            c[i * s + j] += 1
    return c[:SHOW]


BAD, GOOD = counts(3, 2), counts(4, 2)
assert BAD[2:8] == [2, 1, 2, 1, 2, 1] and GOOD[2:8] == [2] * 6

for lang, w in WORDS.items():
    o = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" role="img">',
         f'<title>{w["title"]}</title>', f'<desc>{w["desc"]}</desc>',
         '<g font-family="var(--font-text)" font-size="16" fill="var(--ink-soft)">']
    for row, (c, words, ink, wash) in enumerate(((BAD, w["bad"], "var(--cinnabar)", "var(--cinnabar-wash)"),
                                                 (GOOD, w["good"], "var(--jade)", "var(--jade-wash)"))):
        base = 158 + 180 * row
        o.append(f'<text x="{X0}" y="{base - 122}" fill="{ink}" font-weight="600">{words}</text>')
        for i, v in enumerate(c):
            h = 40 * v
            x = X0 + i * CELL
            o.append(f'<rect x="{x}" y="{base - h}" width="{CELL - 5}" height="{h}" fill="{wash}" stroke="{ink}" stroke-width="2"/>')
            o.append(f'<text x="{x + (CELL - 5) / 2}" y="{base - h - 8}" text-anchor="middle" fill="var(--ink)">{v}</text>')
            if i % 5 == 0:
                o.append(f'<text x="{x + (CELL - 5) / 2}" y="{base + 20}" text-anchor="middle">{i}</text>')
        o.append(f'<line x1="{X0 - 4}" x2="{X0 + SHOW * CELL}" y1="{base}" y2="{base}" stroke="var(--line-strong)"/>')
    o += [f'<text x="{X0}" y="{H - 12}">{w["note"]}</text>', '</g>', '</svg>']
    (HERE / f"overlap-counts.{lang}.svg").write_text("\n".join(o) + "\n", encoding="utf-8")
